// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accounts/accounts_fixture.h"
#include "ui/accounts/accounts_table.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTranslator>

using namespace steward;
using namespace steward::accounts;
using namespace steward::tests;

namespace {

/// Every text twice as long.
class LongLanguage final : public QTranslator
{
public:
    LongLanguage() { QCoreApplication::installTranslator(this); }
    ~LongLanguage() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return QLatin1String(context) == QLatin1String("content") ? QString() : QString(text + text);
    }
};

int widthOf(const AccountsTable& table, ColumnId id) { return table.columnWidth(static_cast<int>(id)); }

void checkNumbersFit(const AccountsTable& table, const AccountsModel& model)
{
    const QFont strong = style::fontOf(style::Type::Strong);
    for (int row = 0; row < model.rowCount(); ++row)
        for (const ColumnId id : {ColumnId::Renewal, ColumnId::In}) {
            const QString text = model.index(row, static_cast<int>(id)).data().toString();
            INFO(text.toStdString());
            CHECK(widthOf(table, id) > style::numberWidth(strong, text));
        }
}

const QString longName =
    QStringLiteral("Wesel-Datteln Canal and Inland Harbour Operating Company, Customers of the East");

Portfolio firmsWithLongName()
{
    PortfolioBuilder builder;
    builder.account(longName);
    builder.account(QStringLiteral("Acme"));
    return builder.build();
}

} // namespace

TEST_CASE("numbers are whole in a table that is made after the book was read, and after its columns are restored")
{
    const LongLanguage language;
    AccountsModel model(QLocale(QLocale::English, QLocale::UnitedKingdom));
    model.setNumbers(numbersFrom(threeFirms()));
    AccountsTable table(model, nullptr);
    checkNumbersFit(table, model);
    table.setColumnWidth(static_cast<int>(ColumnId::In), style::px(40));
    table.setLooks(table.looks());
    checkNumbersFit(table, model);
}

TEST_CASE("a wide window shows names whole, a narrow one has the columns of before")
{
    AccountsModel model(QLocale(QLocale::English, QLocale::UnitedKingdom));
    model.setNumbers(numbersFrom(firmsWithLongName()));
    AccountsTable table(model, nullptr);
    table.resize(style::px(900), style::px(300));
    table.show();
    const int own = widthOf(table, ColumnId::Name);
    const int name = QFontMetrics(style::fontOf(style::Type::Body)).horizontalAdvance(longName);
    REQUIRE(own < name);
    table.resize(style::px(2200), style::px(300));
    CHECK(widthOf(table, ColumnId::Name) > name);
    static_cast<void>(table.looks());
    CHECK(widthOf(table, ColumnId::Name) > name);
    table.resize(style::px(900), style::px(300));
    CHECK(widthOf(table, ColumnId::Name) == own);
}

TEST_CASE("a window that is too narrow for all columns ends with a whole one")
{
    AccountsModel model(QLocale(QLocale::English, QLocale::UnitedKingdom));
    model.setNumbers(numbersFrom(firmsWithLongName()));
    AccountsTable table(model, nullptr);
    table.show();
    for (const int width : {500, 611, 700, 763, 840}) {
        table.resize(style::px(width), style::px(300));
        const int right = table.viewport()->width();
        REQUIRE(table.horizontalHeader()->length() > right);
        int ends = 0;
        for (int section = 0; section < columnCount; ++section)
            if (!table.isColumnHidden(section))
                ends += table.columnViewportPosition(section) + table.columnWidth(section) == right;
        CHECK(ends == 1);
    }
}

TEST_CASE("columns come back as they were left, those nobody knew of then as they are at first")
{
    AccountsModel model(QLocale(QLocale::English, QLocale::UnitedKingdom));
    model.setNumbers(numbersFrom(threeFirms()));
    AccountsTable table(model, nullptr);
    const auto at = [](ColumnId id) { return static_cast<int>(id); };
    table.setColumnShown(at(ColumnId::Stage), false);
    table.setColumnShown(at(ColumnId::Region), true);
    table.setColumnWidth(at(ColumnId::Region), style::px(333));
    table.horizontalHeader()->moveSection(table.horizontalHeader()->visualIndex(at(ColumnId::Region)), 0);
    std::vector<AccountsTable::Look> kept = table.looks();
    CHECK(kept.size() == std::size_t(columnCount));
    std::erase_if(kept, [](const auto& look) { return look.name == u"tier" || look.name == u"sponsor"; });
    AccountsTable later(model, nullptr);
    later.setColumnHidden(at(ColumnId::Tier), false);
    later.setLooks(kept);
    CHECK(later.isColumnHidden(at(ColumnId::Stage)));
    CHECK(later.columnWidth(at(ColumnId::Region)) == style::px(333));
    CHECK(later.horizontalHeader()->visualIndex(at(ColumnId::Region)) == 0);
    CHECK_FALSE(later.isColumnHidden(at(ColumnId::Tier)));
    CHECK(later.isColumnHidden(at(ColumnId::Sponsor)) != columns()[std::size_t(columnCount - 1)].isShown);
    // Shown again it has its width of before.
    const int stage = std::ranges::find(kept, QStringLiteral("stage"), &AccountsTable::Look::name)->width;
    later.setColumnShown(at(ColumnId::Stage), true);
    CHECK(later.columnWidth(at(ColumnId::Stage)) >= stage);
}

TEST_CASE("a column of the book's own is hidden until it is chosen, and stays chosen while the book lacks the field")
{
    const auto withFields = [](const QStringList& fields) {
        auto numbers = std::make_shared<BookNumbers>(*numbersFrom(threeFirms()));
        for (const QString& field : fields)
            numbers->fields.push_back({field, filter::Type::Text, {}, {}, false, false});
        return Numbers(numbers);
    };
    const QString region = QStringLiteral("Sales region");
    AccountsModel model(QLocale(QLocale::English, QLocale::UnitedKingdom));
    model.setNumbers(withFields({region}));
    AccountsTable table(model, nullptr);
    CHECK(table.isColumnHidden(columnCount));
    table.setColumnShown(columnCount, true);
    table.setColumnWidth(columnCount, style::px(222));
    const auto kept = table.looks();
    // The head of a file may be a sentence.
    model.setNumbers(withFields({QString(500, u'H')}));
    table.setColumnShown(columnCount, true);
    CHECK(table.columnWidth(columnCount) < style::px(300));
    model.setNumbers(numbersFrom(threeFirms()));
    CHECK(table.horizontalHeader()->count() == columnCount);
    model.setNumbers(withFields({QStringLiteral("Area"), region}));
    CHECK(table.isColumnHidden(columnCount));
    CHECK_FALSE(table.isColumnHidden(columnCount + 1));
    CHECK(table.columnWidth(columnCount + 1) == style::px(222));
    CHECK(table.block().columns.back() == static_cast<ColumnId>(columnCount + 1));
    // Restored before the book is there.
    AccountsModel empty(QLocale(QLocale::English, QLocale::UnitedKingdom));
    AccountsTable next(empty, nullptr);
    next.setLooks(kept);
    empty.setNumbers(withFields({region}));
    CHECK_FALSE(next.isColumnHidden(columnCount));
    CHECK(next.columnWidth(columnCount) == style::px(222));
}
