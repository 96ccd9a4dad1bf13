// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/importing/importing_fixture.h"
#include "ui/importing/gaps_presenter.h"
#include "ui/importing/import_presenter.h"

using namespace steward;
using namespace steward::importing;
using namespace steward::tests;
using query::Fact;
using Fatal = QAbstractItemModelTester::FailureReportingMode;

namespace {

struct Book
{
    explicit Book(int accounts)
    {
        QByteArray text = "account_id,account_name,arr,customer_since\n";
        for (int i = 0; i < accounts; ++i)
            text += "A" + QByteArray::number(i) + ",Firm " + QByteArray::number(i) + "," +
                    QByteArray::number(1000 * (accounts - i)) + ",2024-01-01\n";
        ImportPresenter presenter(desk.book, desk.locale);
        presenter.add({desk.write(QStringLiteral("accounts.csv"), text)});
        presenter.apply();
        REQUIRE(desk.accounts() == std::size_t(accounts));
    }
    Desk desk;
};

void chooseFact(GapsPresenter& presenter, Fact fact)
{
    const int row = presenter.gaps().rowOf(fact);
    REQUIRE(row >= 0);
    presenter.choose(row);
}

QString valueAt(GapsPresenter& presenter, int row)
{
    return presenter.grid().index(row, GapGridModel::Value).data().toString();
}

} // namespace

TEST_CASE("what is missing is listed with how many accounts lack it and what they are worth")
{
    Book book(20);
    GapsPresenter presenter(book.desk.book, book.desk.locale);
    const QAbstractItemModelTester list(&presenter.gaps(), Fatal::Fatal);
    const QAbstractItemModelTester grid(&presenter.grid(), Fatal::Fatal);
    CHECK(presenter.state() == GapsPresenter::State::Loading);
    presenter.refresh();
    REQUIRE(presenter.state() == GapsPresenter::State::Ready);
    const int row = presenter.gaps().rowOf(Fact::RenewalDate);
    REQUIRE(row >= 0);
    CHECK(presenter.gaps().index(row).data(GapsModel::CountRole).toString() == QStringLiteral("20 of 20 missing"));
    // 20 + 19 + ... + 9 of 210 thousand
    CHECK(presenter.gaps()
              .index(row)
              .data(GapsModel::WorthRole)
              .toString()
              .startsWith(QStringLiteral("the first 12 are 83\u2009% of the ARR")));
    chooseFact(presenter, Fact::RenewalDate);
    CHECK(presenter.grid().rowCount() == 20);
    CHECK(presenter.grid().nameAt(0) == QStringLiteral("Firm 0"));
}

TEST_CASE("forty dates pasted from a spreadsheet land in one undoable edit")
{
    Book book(45);
    GapsPresenter presenter(book.desk.book, book.desk.locale);
    const QAbstractItemModelTester grid(&presenter.grid(), Fatal::Fatal);
    presenter.refresh();
    chooseFact(presenter, Fact::RenewalDate);
    QString column;
    for (int i = 0; i < 40; ++i)
        column += QDate(2027, 1, 1).addDays(i).toString(QStringLiteral("dd/MM/yyyy")) + u'\n';
    const std::size_t edits = book.desk.book.history().size();
    CHECK(presenter.paste(0, column).isEmpty());
    CHECK(book.desk.book.history().size() == edits + 1);
    CHECK(valueAt(presenter, 0) == QStringLiteral("1 Jan 2027"));
    CHECK(valueAt(presenter, 39) == QStringLiteral("9 Feb 2027"));
    CHECK(valueAt(presenter, 40) == QStringLiteral("\u2013"));
    CHECK(presenter.grid().filled() == 40);
    CHECK(presenter.gaps().index(presenter.gaps().rowOf(Fact::RenewalDate)).data(GapsModel::CountRole).toString() ==
          QStringLiteral("5 of 45 missing"));
    book.desk.book.undo();
    CHECK(presenter.grid().filled() == 0);
}

TEST_CASE("dates beside names go to the accounts they name, in whatever order, wrong ones are marked and left out")
{
    Book book(5);
    GapsPresenter presenter(book.desk.book, book.desk.locale);
    presenter.refresh();
    chooseFact(presenter, Fact::RenewalDate);
    const QString wrong =
        presenter.paste(0, QStringLiteral("Firm 3\t2027-03-03\nFirm 1\t31/02/2027\nFirm 4\t2027-04-04\n"));
    CHECK(wrong.contains(QStringLiteral("31/02/2027")));
    CHECK(valueAt(presenter, 3) == QStringLiteral("3 Mar 2027"));
    CHECK(valueAt(presenter, 4) == QStringLiteral("4 Apr 2027"));
    CHECK(valueAt(presenter, 1) == QStringLiteral("31/02/2027"));
    CHECK(presenter.grid().index(1, GapGridModel::Value).data(widgets::GroundRole).toInt() ==
          int(widgets::Ground::Wrong));
    CHECK(presenter.grid().filled() == 2);
}

TEST_CASE("every fact can be filled in and is then known")
{
    Book book(3);
    GapsPresenter presenter(book.desk.book, book.desk.locale);
    presenter.refresh();
    const auto [fact, typed, shown] = GENERATE(table<Fact, const char*, const char*>(
        {{Fact::RenewalDate, "1 March 2027", "1 Mar 2027"},
         {Fact::Sponsor, "Ann Lee <ann@acme.example>", "Ann Lee"},
         {Fact::Goal, "Close the books in two days", "Close the books in two days"},
         {Fact::Seats, "120", "120"},
         {Fact::NoticeBy, "2027-01-15", "15 Jan 2027"},
         {Fact::Csm, "Dana", "Dana"}}));
    chooseFact(presenter, fact);
    CHECK(presenter.change(0, QLatin1String(typed)).isEmpty());
    CHECK(valueAt(presenter, 0) == QLatin1String(shown));
    CHECK(presenter.grid().filled() == 1);
    SECTION("and what cannot be, is told") { CHECK_FALSE(presenter.change(1, QStringLiteral("   ")).isEmpty()); }
}

TEST_CASE("names and values are copied for a spreadsheet and come back from it")
{
    Book book(3);
    GapsPresenter presenter(book.desk.book, book.desk.locale);
    presenter.refresh();
    chooseFact(presenter, Fact::Csm);
    CHECK(presenter.copyText(0, 1) == QStringLiteral("Firm 0\t\nFirm 1\t\n"));
    presenter.paste(2, QStringLiteral("Firm 0\tDana\nFirm 1\tDana\n"));
    CHECK(presenter.grid().filled() == 2);
    CHECK(book.desk.book.numbers()->facts.book().people.size() == 1);
}
