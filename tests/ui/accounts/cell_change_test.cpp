// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/content_words.h"
#include "core/words/date_order.h"
#include "tests/support/pseudo_locale.h"
#include "tests/ui/accounts/accounts_fixture.h"
#include "ui/accounts/cell_change.h"

using namespace steward;
using namespace steward::accounts;

namespace {

Result<CellChange> read(ColumnId column, const char* text, const QLocale& locale = QLocale(QLocale::German))
{
    static const Numbers numbers = tests::numbersFrom(tests::threeFirms());
    return readCell(AccountId(1), column, QString::fromUtf8(text), *numbers, locale, words::dateOrderOf(locale));
}

} // namespace

TEST_CASE("a day is read in the order of the reader's country")
{
    const auto german = read(ColumnId::Renewal, "03.04.2027");
    REQUIRE(german);
    CHECK(std::get<QDate>(german->value) == QDate(2027, 4, 3));
    const auto american = read(ColumnId::Renewal, "3/4/2027", QLocale(QLocale::English, QLocale::UnitedStates));
    REQUIRE(american);
    CHECK(std::get<QDate>(american->value) == QDate(2027, 3, 4));
    const auto iso = read(ColumnId::Renewal, " 2027-03-04 ");
    REQUIRE(iso);
    CHECK(std::get<QDate>(iso->value) == QDate(2027, 3, 4));
}

TEST_CASE("what cannot stand in a cell is refused with the reason")
{
    CHECK(read(ColumnId::Renewal, "31.02.27").error().code == Code("cell.not-a-date"));
    CHECK(read(ColumnId::Renewal, "soon").error().code == Code("cell.not-a-date"));
    CHECK(read(ColumnId::Csm, "Nobody").error().code == Code("cell.not-a-person"));
    CHECK(read(ColumnId::Stage, "Limbo").error().code == Code("cell.not-a-choice"));
    CHECK(read(ColumnId::Arr, "5").error().code == Code("cell.computed"));
}

TEST_CASE("an empty text clears a cell")
{
    const auto day = read(ColumnId::Renewal, " ");
    REQUIRE(day);
    CHECK_FALSE(std::get<QDate>(day->value).isValid());
    const auto tags = read(ColumnId::Tags, "");
    REQUIRE(tags);
    CHECK(std::get<QStringList>(tags->value).isEmpty());
}

TEST_CASE("what is chosen in another language is stored as what it is")
{
    const tests::PseudoLocale pseudo;
    const Numbers numbers = tests::numbersFrom(tests::threeFirms());
    for (const auto& [column, id] :
         {std::pair(ColumnId::Stage, "onboarding"), std::pair(ColumnId::Segment, "enterprise")}) {
        const words::ContentWords words(numbers->content, QLocale());
        const QString word = words.word(column == ColumnId::Stage ? u"stage" : u"segment", QString::fromLatin1(id));
        REQUIRE(choicesOf(column, *numbers).contains(word));
        const auto chosen = read(column, word.toUtf8().constData());
        REQUIRE(chosen);
        CHECK(std::get<QString>(chosen->value) == QLatin1String(id));
    }
}

TEST_CASE("tags are separated by commas, each once")
{
    const auto tags = read(ColumnId::Tags, "vip, beta ,, vip");
    REQUIRE(tags);
    CHECK(std::get<QStringList>(tags->value) == QStringList{QStringLiteral("vip"), QStringLiteral("beta")});
}

TEST_CASE("a block of a spreadsheet comes back as it was copied")
{
    const std::vector<QStringList> rows{{QStringLiteral("a"), QStringLiteral("b\tc")},
                                        {QStringLiteral("\"q\""), QString()},
                                        {QStringLiteral("two\nlines"), QStringLiteral("x")}};
    CHECK(blockOf(textOfBlock(rows)) == rows);
    CHECK(blockOf(QStringLiteral("1\t2\r\n3\t4\r\n")) ==
          std::vector<QStringList>{{QStringLiteral("1"), QStringLiteral("2")},
                                   {QStringLiteral("3"), QStringLiteral("4")}});
    CHECK(blockOf(QString()).empty());
}
