// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/parser.h"
#include "tests/ui/accounts/accounts_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace steward;
using namespace steward::accounts;
using tests::namesOf;
using tests::numbersFrom;
using tests::threeFirms;

namespace {

using Tester = QAbstractItemModelTester;

filter::Predicate predicate(const QString& text, const Numbers& numbers)
{
    const auto tree = filter::parse(text);
    REQUIRE(tree);
    const auto accepts = filter::compile(*tree, numbers->fields, {numbers->asked.day, 1});
    REQUIRE(accepts);
    return *accepts;
}

QModelIndex cell(const AccountsModel& model, int row, ColumnId column)
{
    return model.index(row, static_cast<int>(column));
}

} // namespace

TEST_CASE("the model of accounts keeps the rules of models through every change")
{
    AccountsModel model(QLocale::c());
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    const Numbers numbers = numbersFrom(threeFirms());
    model.setNumbers(numbers);
    CHECK(model.rowCount() == 3);
    model.setFilter(predicate(QStringLiteral("region:north"), numbers));
    CHECK(model.rowCount() == 2);
    model.setGroup(ColumnId::Region);
    CHECK(model.rowCount() == 3);
    model.setFilter({});
    model.setSort({{ColumnId::Renewal, true}});
    model.setNumbers({});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("what is not known comes last whichever way the rows are sorted")
{
    AccountsModel model(QLocale::c());
    model.setNumbers(numbersFrom(threeFirms()));
    CHECK(namesOf(model) == QStringList{QStringLiteral("Acme"), QStringLiteral("Borealis"), QStringLiteral("Cirrus")});
    model.setSort({{ColumnId::Renewal, false}});
    CHECK(namesOf(model) == QStringList{QStringLiteral("Acme"), QStringLiteral("Borealis"), QStringLiteral("Cirrus")});
    model.setSort({{ColumnId::Renewal, true}});
    CHECK(namesOf(model) == QStringList{QStringLiteral("Borealis"), QStringLiteral("Acme"), QStringLiteral("Cirrus")});
}

TEST_CASE("several sort keys count in their order")
{
    AccountsModel model(QLocale::c());
    model.setNumbers(numbersFrom(threeFirms()));
    model.setSort({{ColumnId::Region, false}, {ColumnId::Name, true}});
    CHECK(namesOf(model) == QStringList{QStringLiteral("Borealis"), QStringLiteral("Acme"), QStringLiteral("Cirrus")});
}

TEST_CASE("groups have a head with their count, those not known come last")
{
    AccountsModel model(QLocale::c());
    model.setNumbers(numbersFrom(threeFirms()));
    model.setGroup(ColumnId::Region);
    CHECK(namesOf(model) == QStringList{QStringLiteral("North"), QStringLiteral("Acme"), QStringLiteral("Borealis"),
                                        QStringLiteral("Not known"), QStringLiteral("Cirrus")});
    CHECK(model.index(0, 0).data(GroupNoteRole).toString().startsWith(u'2'));
    CHECK(model.lineAt(0) == nullptr);
    CHECK_FALSE(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable);
    CHECK(model.shownCount() == 3);
}

TEST_CASE("absence is shown as a dash and spoken as not known, never as zero")
{
    AccountsModel model(QLocale::c());
    model.setNumbers(numbersFrom(threeFirms()));
    for (const ColumnId column : {ColumnId::Arr, ColumnId::Renewal, ColumnId::In, ColumnId::Nps, ColumnId::Seats}) {
        const QModelIndex index = cell(model, 2, column);
        CHECK(index.data().toString() == QString(QChar(0x2013)));
        CHECK(index.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("not known")));
        CHECK(index.data(Qt::EditRole).toString().isEmpty());
        CHECK_FALSE(index.data(widgets::SortRole).isValid());
    }
}

TEST_CASE("a renewal that is near is late in tone and says the days in words")
{
    AccountsModel model(QLocale::c());
    model.setNumbers(numbersFrom(threeFirms()));
    const QModelIndex acme = cell(model, 0, ColumnId::In);
    CHECK(acme.data().toString() == QStringLiteral("12 d"));
    CHECK(acme.data(widgets::ToneRole).toInt() == static_cast<int>(widgets::Shade::Late));
    CHECK(acme.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("12")));
    CHECK(cell(model, 1, ColumnId::In).data(widgets::ToneRole).toInt() == static_cast<int>(widgets::Shade::Muted));
}

TEST_CASE("typing into a cell asks for a change and writes nothing itself")
{
    AccountsModel model(QLocale::c());
    model.setNumbers(numbersFrom(threeFirms()));
    QSignalSpy asked(&model, &AccountsModel::changeRequested);
    const QModelIndex stage = cell(model, 0, ColumnId::Stage);
    CHECK_FALSE(model.setData(stage, QStringLiteral("adoption"), Qt::EditRole));
    model.setEditable(true);
    CHECK(model.setData(stage, QStringLiteral("adoption"), Qt::EditRole));
    CHECK(asked.count() == 1);
    CHECK(stage.data().toString() == QStringLiteral("Retention"));
    CHECK_FALSE(model.setData(cell(model, 0, ColumnId::Arr), QStringLiteral("5"), Qt::EditRole));
    CHECK_FALSE(model.setData(stage, QStringLiteral("Retention"), Qt::EditRole));
    CHECK(asked.count() == 1);
}

TEST_CASE("numbers that leave every account in its row keep the rows, others reset them once")
{
    AccountsModel model(QLocale::c());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Portfolio firms = threeFirms();
    model.setNumbers(numbersFrom(firms));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const auto scored = withScores(numbersFrom(firms));
    REQUIRE(scored);
    model.setNumbers(*scored);
    CHECK(resets.isEmpty());
    CHECK(changes.count() == 1);
    CHECK(model.lineAt(0) == &(*scored)->lines[1]);
    model.setSort({{ColumnId::Renewal, false}});
    resets.clear();
    std::vector<AccountFacts> changed{firms.at(0)};
    changed.front().account.renewalDate = {2026, 11, 20};
    model.setNumbers(numbersFrom(firms.with(std::move(changed), {}, 2)));
    CHECK(resets.count() == 1);
    CHECK(namesOf(model).first() == QStringLiteral("Borealis"));
}

TEST_CASE("accounts without a score stand behind the others, by what is lost already and what they are worth")
{
    const auto numbers = withScores(numbersFrom(threeFirms()));
    REQUIRE(numbers);
    auto ranked = std::make_shared<BookNumbers>(**numbers);
    const auto set = [&](std::size_t line, std::optional<int> score, double lost, qint64 worth) {
        ranked->lines[line].health = score;
        ranked->scores[line] = {score ? std::optional(health::Fraction::whole(*score)) : std::nullopt, lost,
                                score ? health::Known::Well : health::Known::No, false};
        ranked->lines[line].comparable = Mrr::fromUnits(worth);
    };
    set(0, std::nullopt, 10, 500);
    set(1, std::nullopt, 20, 300);
    set(2, 80, 20, 900);
    AccountsModel model(QLocale::c());
    model.setNumbers(ranked);
    for (const bool isDescending : {false, true}) {
        model.setSort({{ColumnId::Health, isDescending}});
        CHECK(namesOf(model) ==
              QStringList{QStringLiteral("Cirrus"), QStringLiteral("Acme"), QStringLiteral("Borealis")});
    }
    CHECK(cell(model, 1, ColumnId::Health).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("known")));
}

TEST_CASE("text of the book stays text")
{
    tests::PortfolioBuilder builder;
    const QString nasty = QStringLiteral("<b>A</b> & \"B\"");
    builder.account(nasty);
    AccountsModel model(QLocale::c());
    model.setNumbers(numbersFrom(builder.build()));
    CHECK(cell(model, 0, ColumnId::Name).data().toString() == nasty);
    CHECK_FALSE(cell(model, 0, ColumnId::Name).data(Qt::ToolTipRole).isValid());
}

TEST_CASE("twenty thousand accounts are filtered, sorted and grouped")
{
    tests::PortfolioBuilder builder;
    constexpr int many = 20'000;
    for (int i = 0; i < many; ++i)
        builder.account(QStringLiteral("Firm %1").arg(i)).with([i](Account& account) {
            account.region = i % 2 ? QStringLiteral("North") : QStringLiteral("South");
            account.renewalDate = QDate(2027, 1, 1).addDays(i % 700);
        });
    AccountsModel model(QLocale::c());
    const Numbers numbers = numbersFrom(builder.build());
    model.setNumbers(numbers);
    CHECK(model.rowCount() == many);
    model.setFilter(predicate(QStringLiteral("region:north"), numbers));
    CHECK(model.rowCount() == many / 2);
    model.setFilter(predicate(QStringLiteral("\"firm 19999\""), numbers));
    CHECK(namesOf(model) == QStringList{QStringLiteral("Firm 19999")});
    model.setFilter({});
    model.setSort({{ColumnId::Renewal, false}});
    model.setGroup(ColumnId::Region);
    CHECK(model.rowCount() == many + 2);
}

TEST_CASE("trends change nothing but the cells they are drawn in")
{
    AccountsModel model(QLocale::c());
    const Numbers numbers = numbersFrom(threeFirms());
    model.setNumbers(numbers);
    model.setFilter(predicate(QStringLiteral("region:north"), numbers));
    auto later = std::make_shared<BookNumbers>(*numbers);
    later->trends.resize(numbers->lines.size());
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QStringList before = namesOf(model);
    model.setTrends(later);
    CHECK(namesOf(model) == before);
    CHECK(model.numbers() == Numbers(later));
    CHECK(reset.isEmpty());
    REQUIRE(changed.size() == 1);
    CHECK(changed[0][0].toModelIndex().column() == static_cast<int>(ColumnId::Health));
    CHECK(changed[0][1].toModelIndex() == cell(model, model.rowCount() - 1, ColumnId::Health));
}

TEST_CASE("a letter typed on looks through what is shown alone, one taken back through nothing")
{
    tests::PortfolioBuilder builder;
    constexpr int many = 1'000;
    for (int i = 0; i < many; ++i)
        builder.account(QStringLiteral("Firm %1").arg(i));
    AccountsModel model(QLocale::c());
    const Numbers numbers = numbersFrom(builder.build());
    model.setNumbers(numbers);
    std::vector<QStringList> passed;
    const QString text = QStringLiteral("firm 777");
    for (qsizetype length = 1; length <= text.size(); ++length) {
        const auto before = std::size_t(model.rowCount());
        model.setFilter(predicate(u'"' + text.first(length) + u'"', numbers));
        const bool isBlank = text[length - 1].isSpace(); // says nothing new
        CHECK(model.lookedThrough() == (isBlank ? 0 : before));
        passed.push_back(namesOf(model));
    }
    CHECK(model.rowCount() == 1);
    for (qsizetype length = text.size() - 1; length >= 1; --length) {
        model.setFilter(predicate(u'"' + text.first(length) + u'"', numbers));
        CHECK(model.lookedThrough() == 0);
        CHECK(namesOf(model) == passed[std::size_t(length - 1)]);
    }
    // So is one that stood before a condition that came to nothing.
    model.setFilter(predicate(QStringLiteral("has:renewal"), numbers));
    CHECK(model.rowCount() == 0);
    model.setFilter(predicate(QStringLiteral("\"firm 7\""), numbers));
    CHECK(model.lookedThrough() == 0);
    CHECK(namesOf(model) == passed[5]);
    // Another order and other numbers begin again.
    model.setFilter(predicate(QStringLiteral("\"f\""), numbers));
    model.setSort({{ColumnId::Name, true}});
    CHECK(model.lookedThrough() == many);
    QStringList turned = passed.front();
    std::ranges::reverse(turned);
    CHECK(namesOf(model) == turned);
    CHECK(model.rowOf(model.lineAt(5)->facts->id()) == 5);
    model.setFilter(predicate(QStringLiteral("\"firm 1\""), numbers));
    CHECK(model.rowOf(numbers->lines[2].facts->id()) ==
          (namesOf(model).indexOf(numbers->lines[2].facts->account.name)));
}
