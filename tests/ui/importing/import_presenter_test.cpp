// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/importing/importing_fixture.h"
#include "ui/importing/import_presenter.h"

using namespace steward;
using namespace steward::importing;
using namespace steward::tests;
using State = ImportPresenter::State;
using Fatal = QAbstractItemModelTester::FailureReportingMode;

namespace {

/// Every model of the presenter is watched from the start.
struct Watched
{
    explicit Watched(ImportPresenter& presenter)
        : files(&presenter.files(), Fatal::Fatal)
        , columns(&presenter.columns(), Fatal::Fatal)
        , rows(&presenter.rows(), Fatal::Fatal)
        , matches(&presenter.matches(), Fatal::Fatal)
        , totals(&presenter.totals(), Fatal::Fatal)
        , notes(&presenter.notes(), Fatal::Fatal)
    {
    }
    QAbstractItemModelTester files, columns, rows, matches, totals, notes;
};

int rowNamed(const QAbstractItemModel& model, const QString& name)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data().toString() == name)
            return row;
    return -1;
}

} // namespace

TEST_CASE("files are recognised, shown with what they would do, and applied in one step that can be undone")
{
    Desk desk;
    ImportPresenter presenter(desk.book, desk.locale);
    const Watched watched(presenter);
    CHECK(presenter.state() == State::Empty);
    presenter.add({desk.write(QStringLiteral("contacts.csv"), threeContacts),
                   desk.write(QStringLiteral("accounts.csv"), twoAccounts)});
    REQUIRE(presenter.state() == State::Ready);
    CHECK(presenter.files().index(0).data(FilesModel::SubRole).toString() == QStringLiteral("Contacts \u00b7 3 rows"));
    CHECK(presenter.files().index(0).data(FilesModel::NoteRole).toString() == QStringLiteral("1 to look at"));
    CHECK(presenter.files().index(1).data(FilesModel::NoteRole).toString() == QStringLiteral("2 new"));
    CHECK(presenter.changes() == 4);
    CHECK(desk.accounts() == 0);
    CHECK(presenter.rows().countOf(Sort::NotFound) == 1);
    CHECK(presenter.rows().countOf(Sort::Create) == 2);
    presenter.rows().choose(Sort::Create);
    CHECK(textsOf(presenter.rows(), 0) == QStringList{QStringLiteral("2"), QStringLiteral("Create"),
                                                      QStringLiteral("C1"), QStringLiteral("Acme"),
                                                      QStringLiteral("name Ann Lee, email ann@acme.example")});
    presenter.apply();
    CHECK(presenter.state() == State::Done);
    CHECK(desk.accounts() == 2);
    CHECK(desk.book.history().size() == 1);
    desk.book.undo();
    CHECK(presenter.isUndone());
    CHECK(desk.accounts() == 0);
    desk.book.redo();
    CHECK_FALSE(presenter.isUndone());
    CHECK(desk.accounts() == 2);
}

TEST_CASE("a row that changes shows what was there before")
{
    Desk desk;
    ImportPresenter presenter(desk.book, desk.locale);
    const Watched watched(presenter);
    presenter.add({desk.write(QStringLiteral("accounts.csv"), "account_id,account_name,renewal_date\n"
                                                              "A1,Acme,2027-01-01\nA2,Borealis,2027-02-01\n")});
    presenter.apply();
    presenter.startAgain();
    presenter.add({desk.write(QStringLiteral("accounts.csv"), "account_id,account_name,renewal_date\n"
                                                              "A1,Acme,2027-03-01\nA2,Borealis,2027-02-01\n")});
    CHECK(presenter.rows().countOf(Sort::Update) == 1);
    CHECK(presenter.rows().countOf(Sort::Unchanged) == 1);
    presenter.rows().choose(Sort::Update);
    const auto changes =
        presenter.rows().index(0, RowsModel::Why).data(RowsModel::ChangesRole).value<std::vector<importing::Change>>();
    CHECK(changes == std::vector<importing::Change>{
                         {QStringLiteral("renewal date"), QStringLiteral("1 Jan 2027"), QStringLiteral("1 Mar 2027")}});
}

TEST_CASE("an order of dates that nobody can know is asked, and the answer can be changed")
{
    Desk desk;
    ImportPresenter presenter(desk.book, desk.locale);
    const Watched watched(presenter);
    presenter.add({desk.write(QStringLiteral("accounts.csv"),
                              "account_id,account_name,renewal_date\nA1,Acme,03/04/2027\nA2,Borealis,05/06/2027\n")});
    REQUIRE(presenter.current());
    REQUIRE(presenter.current()->plan.hasQuestions());
    CHECK_FALSE(presenter.canApply());
    CHECK(presenter.files().index(0).data(FilesModel::NoteRole).toString() == QStringLiteral("1 question"));
    const auto renewal = [&] {
        presenter.rows().choose(Sort::All);
        return presenter.rows().index(0, RowsModel::Why).data().toString();
    };
    presenter.setDateOrder(DateOrder::Dmy);
    CHECK(renewal().contains(QStringLiteral("3 Apr 2027")));
    REQUIRE(presenter.chosen().front().asked.size() == 1);
    presenter.setDateOrder(DateOrder::Mdy);
    CHECK(renewal().contains(QStringLiteral("4 Mar 2027")));
    CHECK(presenter.canApply());
}

TEST_CASE("what a column stands for is changed, and remembered as a profile for the next file")
{
    Desk desk;
    ImportPresenter presenter(desk.book, desk.locale);
    const Watched watched(presenter);
    presenter.add({desk.write(QStringLiteral("dump.csv"), "Ref,Firm,Where\nA1,Acme,North\n")});
    REQUIRE(presenter.current());
    CHECK(presenter.chosen().front().asked.front().code == Code("import.ask.kind"));
    presenter.setKind(exchange::kindNamed(u"accounts"));
    const auto map = [&](const QString& header, const QString& target) {
        const int row = rowNamed(presenter.columns(), header);
        REQUIRE(row >= 0);
        presenter.columns().setData(presenter.columns().index(row, ColumnsModel::Field), target, Qt::EditRole);
    };
    map(QStringLiteral("Ref"), QStringLiteral("external_id"));
    map(QStringLiteral("Firm"), QStringLiteral("name"));
    map(QStringLiteral("Where"), QStringLiteral("region"));
    CHECK(presenter.columns().mapped() == 3);
    CHECK(presenter.changes() == 1);
    presenter.saveProfile(QStringLiteral("Our dump"));
    CHECK(presenter.current()->plan.detection.profile == QStringLiteral("Our dump"));
    presenter.startAgain();
    presenter.add({desk.write(QStringLiteral("next.csv"), "Ref,Firm,Where\nA2,Borealis,South\n")});
    CHECK(presenter.canApply());
    CHECK(presenter.columns().mapped() == 3);
}

TEST_CASE("a set of files is saved as a routine and read again as the last time")
{
    Desk desk;
    ImportPresenter presenter(desk.book, desk.locale);
    const QString dump = desk.write(QStringLiteral("dump.csv"), "Ref,Firm,Where\nA1,Acme,North\n");
    const QString contacts = desk.write(QStringLiteral("people.csv"), "contact_id,account_id,name\nC1,A1,Dana\n");
    presenter.add({dump, contacts});
    presenter.setKind(exchange::kindNamed(u"accounts"));
    presenter.map(QStringLiteral("Ref"), QStringLiteral("external_id"));
    presenter.map(QStringLiteral("Firm"), QStringLiteral("name"));
    presenter.map(QStringLiteral("Where"), QStringLiteral("region"));
    presenter.setDateOrder(DateOrder::Mdy);
    presenter.setDecimalSign(DecimalSign::Comma);
    REQUIRE(presenter.canApply());
    presenter.apply();
    REQUIRE(presenter.state() == State::Done);
    presenter.saveRoutine(QStringLiteral(" Monday "));
    REQUIRE(presenter.routines().size() == 1);
    const exchange::Routine routine = presenter.routines().front();
    CHECK(routine.name == QStringLiteral("Monday"));
    REQUIRE(routine.files.size() == 2);
    CHECK(routine.files.front().answers.dateOrder == DateOrder::Mdy);
    CHECK(routine.files.front().answers.decimal == DecimalSign::Comma);
    desk.write(QStringLiteral("dump.csv"), "Ref,Firm,Where\nA1,Acme,South\n");
    presenter.again(routine);
    REQUIRE(presenter.state() == State::Ready);
    CHECK(presenter.changes() == 1);
    presenter.apply();
    CHECK(desk.book.numbers()->lines.front().facts->account.region == QStringLiteral("South"));
    QStringList said;
    QObject::connect(&presenter, &ImportPresenter::said, [&](const QString& text) { said << text; });
    QFile::remove(contacts);
    presenter.again(routine);
    CHECK(presenter.chosen().size() == 1);
    REQUIRE(said.size() == 1);
    CHECK(said.front().contains(QStringLiteral("people.csv")));
}

TEST_CASE("names without an account are matched: the same as one of the book, a new one, or left out")
{
    Desk desk;
    ImportPresenter presenter(desk.book, desk.locale);
    const Watched watched(presenter);
    presenter.add(
        {desk.write(QStringLiteral("accounts.csv"),
                    "account_id,account_name,domain\nA1,Acme GmbH,acme.example\nA2,Borealis,borealis.example\n")});
    presenter.apply();
    presenter.startAgain();
    presenter.add({desk.write(QStringLiteral("tickets.csv"),
                              "ticket_id,account_name,created_at,status\nT1,ACME Inc,2026-11-01,open\n"
                              "T2,ACME Inc,2026-11-02,open\nT3,Zephyr,2026-11-03,open\nT4,Quux,2026-11-04,open\n")});
    REQUIRE(presenter.matches().rowCount() == 3);
    CHECK(presenter.matches().proposed() == 1);
    REQUIRE(presenter.matches().at(0)->proposal);
    CHECK(presenter.matches().at(0)->proposal->likeName == QStringLiteral("Acme GmbH"));
    CHECK(presenter.matches().index(0).data(MatchesModel::HangsRole).toString() == QStringLiteral("2 tickets"));
    CHECK(presenter.changes() == 0);
    presenter.acceptProposals();
    CHECK(presenter.changes() == 2);
    presenter.decide(rowNamed(presenter.matches(), QStringLiteral("Zephyr")), {Decision::Kind::Make, 0, {}});
    presenter.decide(rowNamed(presenter.matches(), QStringLiteral("Quux")), {Decision::Kind::LeaveOut, 0, {}});
    presenter.settle();
    CHECK(presenter.matches().open() == 0);
    CHECK(presenter.changes() == 3);
    presenter.apply();
    CHECK(desk.accounts() == 3);
    SECTION("and the next file finds an accepted name by itself")
    {
        presenter.startAgain();
        presenter.add({desk.write(QStringLiteral("tickets.csv"),
                                  "ticket_id,account_name,created_at,status\nT9,ACME Inc,2026-11-09,open\n")});
        CHECK(presenter.matches().rowCount() == 0);
        CHECK(presenter.changes() == 1);
    }
}

TEST_CASE("a file that is none says so in one sentence and does not hold up the others")
{
    Desk desk;
    ImportPresenter presenter(desk.book, desk.locale);
    const Watched watched(presenter);
    const auto [name, text, sentence] = GENERATE(table<const char*, QByteArray, const char*>(
        {{"offer.csv", "%PDF-1.4\nnothing", "offer.csv is a PDF; ask the tool it came from for a CSV export."},
         {"empty.csv", "", "empty.csv is empty; export it again."},
         {"page.csv", "<!DOCTYPE html><html><body>Sign in</body></html>",
          "page.csv is a web page, perhaps a sign-in page; download the export again."}}));
    presenter.add({desk.write(QLatin1String(name), text), desk.write(QStringLiteral("accounts.csv"), twoAccounts)});
    CHECK(presenter.files().index(0).data(FilesModel::NoteRole).toString() == QStringLiteral("cannot be read"));
    CHECK(presenter.files().index(0).data(FilesModel::SubRole).toString() == QLatin1String(sentence));
    CHECK(presenter.canApply());
    presenter.apply();
    CHECK(desk.accounts() == 2);
}

TEST_CASE("a row as long as a book is one row that could not be read")
{
    Desk desk;
    ImportPresenter presenter(desk.book, desk.locale);
    QByteArray text = twoAccounts;
    text += "A3,\"" + QByteArray(20 * 1024 * 1024, 'x') + "\n";
    presenter.add({desk.write(QStringLiteral("accounts.csv"), text)});
    REQUIRE(presenter.state() == State::Ready);
    CHECK(presenter.changes() == 2);
    CHECK(presenter.unread() == 1);
}

TEST_CASE("rows that could not be read are saved with their reasons, and read when they are corrected")
{
    Desk desk;
    ImportPresenter presenter(desk.book, desk.locale);
    presenter.add({desk.write(QStringLiteral("accounts.csv"), twoAccounts)});
    presenter.apply();
    presenter.startAgain();
    presenter.add({desk.write(QStringLiteral("contacts.csv"), threeContacts)});
    CHECK(presenter.unread() == 1);
    CHECK(presenter.nameForUnread() == QStringLiteral("contacts - to correct.csv"));
    const QString path = desk.folder.filePath(QStringLiteral("left.csv"));
    QString said;
    QObject::connect(&presenter, &ImportPresenter::said, [&](const QString& text) { said = text; });
    presenter.saveUnread(path);
    CHECK(said.contains(path));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    CHECK(text.contains("steward_reason"));
    CHECK(text.contains("No account has this key or name."));
    text.replace("A9", "A1");
    presenter.startAgain();
    presenter.add({desk.write(QStringLiteral("contacts corrected.csv"), text)});
    CHECK(presenter.unread() == 0);
    CHECK(presenter.changes() == 1);
}

TEST_CASE("nothing is imported into the past, and another book begins with no files")
{
    Desk desk;
    ImportPresenter presenter(desk.book, desk.locale);
    desk.book.lookBack({2026, 1, 1}, LookBack::AsItHappened);
    presenter.add({desk.write(QStringLiteral("accounts.csv"), twoAccounts)});
    CHECK_FALSE(presenter.canApply());
    CHECK(presenter.problem().contains(QStringLiteral("today")));
    desk.book.backToToday();
    presenter.add({desk.write(QStringLiteral("accounts.csv"), twoAccounts)});
    CHECK(presenter.canApply());
    desk.book.makeEmpty(desk.folder.filePath(QStringLiteral("other.steward")));
    CHECK(presenter.state() == State::Empty);
}

TEST_CASE("a folder of exports is read in one go, where its data end long ago, the window offers to look back")
{
    const QStringList files = customer360();
    if (files.isEmpty()) {
        WARN("skipped: no shared data");
        return;
    }
    const auto today = GENERATE(QDate(2025, 11, 16), QDate(2026, 11, 19));
    Desk desk(today);
    ImportPresenter presenter(desk.book, desk.locale);
    const Watched watched(presenter);
    presenter.add({QFileInfo(files.front()).path()});
    REQUIRE(presenter.chosen().size() == 7);
    CHECK(presenter.preview()->taken() == 6);
    CHECK(presenter.unread() == 0);
    presenter.apply();
    REQUIRE(presenter.state() == State::Done);
    CHECK(desk.accounts() == 300);
    CHECK(presenter.dayToLookBackTo() ==
          (today.year() == 2026 ? std::optional(QDate(2025, 11, 15)) : std::optional<QDate>()));
    CHECK(rowNamed(presenter.totals(), QStringLiteral("Contacts")) >= 0);
    CHECK(presenter.notes().rowCount() > 0);
}

TEST_CASE("a folder without tables and a file that is gone are told of")
{
    Desk desk;
    ImportPresenter presenter(desk.book, desk.locale);
    QDir(desk.folder.path()).mkdir(QStringLiteral("none"));
    presenter.add({desk.folder.filePath(QStringLiteral("none"))});
    CHECK(presenter.state() == State::Empty);
    CHECK_FALSE(presenter.problem().isEmpty());
    presenter.add({desk.folder.filePath(QStringLiteral("gone.csv"))});
    CHECK(presenter.files().index(0).data(FilesModel::NoteRole).toString() == QStringLiteral("cannot be read"));
}
