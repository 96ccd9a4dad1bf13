// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accounts/accounts_fixture.h"
#include "ui/accounts/accounts_table.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
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
    const QByteArray narrow = table.columnState();
    table.restoreColumns(narrow);
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
    static_cast<void>(table.columnState());
    CHECK(widthOf(table, ColumnId::Name) > name);
    table.resize(style::px(900), style::px(300));
    CHECK(widthOf(table, ColumnId::Name) == own);
}

TEST_CASE("columns kept by a Steward that knew fewer of them are restored, new ones as they are at first")
{
    AccountsModel model(QLocale(QLocale::English, QLocale::UnitedKingdom));
    model.setNumbers(numbersFrom(threeFirms()));
    QStandardItemModel older(0, columnCount - 1);
    QTableView before;
    before.setModel(&older);
    before.setColumnHidden(static_cast<int>(ColumnId::Stage), true);
    before.setColumnHidden(static_cast<int>(ColumnId::Region), true);
    AccountsTable table(model, nullptr);
    table.restoreColumns(before.horizontalHeader()->saveState(), columnCount - 1);
    CHECK(table.horizontalHeader()->count() == columnCount);
    CHECK(table.isColumnHidden(static_cast<int>(ColumnId::Stage)));
    CHECK_FALSE(table.isColumnHidden(static_cast<int>(ColumnId::Tier)));
    CHECK(table.isColumnHidden(columnCount - 1) != columns()[std::size_t(columnCount - 1)].isShown);
}
