// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/importing/importing_fixture.h"
#include "ui/importing/gaps_page.h"
#include "ui/importing/import_page.h"
#include "ui/shell/main_window.h"

#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardItemModel>

using namespace steward;
using namespace steward::importing;
using namespace steward::tests;
using State = ImportPresenter::State;

namespace {

/// The window on an empty book; every key and drop is counted.
struct Window
{
    explicit Window(QDate today)
        : desk(today)
        , store(desk.folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
        , window(desk.book, store, {desk.folder.filePath(QStringLiteral("sample")), desk.folder.path()}, desk.locale)
    {
        window.resize(1280, 800);
        window.show();
        QApplication::setActiveWindow(&window);
    }
    void drop(const QStringList& files)
    {
        ++steps;
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& file : files)
            urls << QUrl::fromLocalFile(file);
        data.setUrls(urls);
        QDropEvent event({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        // Past the application, which asks the platform for a drag that is under way.
        static_cast<QObject&>(window).event(&event);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++steps;
        QWidget* focus = QApplication::focusWidget();
        REQUIRE(focus);
        QTest::keyClick(focus, key, modifiers);
        QTest::qWait(1);
    }
    ImportPage& page()
    {
        auto* page = qobject_cast<ImportPage*>(window.view(QStringLiteral("import")));
        REQUIRE(page);
        return *page;
    }

    Desk desk;
    QSettings store;
    shell::MainWindow window;
    int steps = 0;
};

/// Of the accounts listed without a score: what they may cost, top down. Those with one stand above them.
std::vector<double> stakesShown(const accounts::AccountsModel& model)
{
    std::vector<double> stakes;
    for (const query::AccountLine* line : model.shown()) {
        const std::size_t at = model.numbers()->indexOf(*line);
        const bool hasScore = model.numbers()->scores[at].shown.has_value();
        if (!hasScore)
            stakes.push_back(accounts::stakeOf(*model.numbers(), at));
        CHECK((!hasScore || stakes.empty()));
    }
    return stakes;
}

QStringList namesShown(const accounts::AccountsModel& model)
{
    QStringList names;
    for (const query::AccountLine* line : model.shown())
        names << line->facts->account.name;
    return names;
}

} // namespace

TEST_CASE("from an empty book and a folder of exports to a ranked list with reasons in under twelve clicks or keys")
{
    const QStringList files = customer360();
    if (files.isEmpty()) {
        WARN("skipped: no shared data");
        return;
    }
    Window open({2025, 11, 16});
    static_cast<void>(open.window.accounts()); // as the window makes it while nothing else is to do
    open.drop(files);
    REQUIRE(open.page().presenter().state() == State::Ready);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(open.page().presenter().state() == State::Done);
    open.press(Qt::Key_Return);
    CHECK(open.steps < 12);
    UNSCOPED_INFO("steps: " << open.steps);

    CHECK(open.window.accounts().isVisible());
    // The file with the open question is still there.
    CHECK(open.page().presenter().state() == State::Done);
    const auto labels = open.page().done().findChildren<QLabel*>();
    CHECK(std::ranges::any_of(labels, [](const QLabel* each) {
        return each->text().contains(QStringLiteral("One file waits for an answer"));
    }));
    const accounts::AccountsModel& model = open.window.accounts().presenter().model();
    CHECK(model.rowCount() == 300);
    CHECK(open.window.accounts().table().currentIndex().row() == 0);
    const std::vector<double> stakes = stakesShown(model);
    CHECK(std::ranges::is_sorted(stakes, std::greater()));
    REQUIRE(stakes.size() > 50);
    CHECK(stakes.front() > 0);
    const int first = model.rowCount() - static_cast<int>(stakes.size());
    CHECK(model.index(first, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Unknown")));
    open.window.accounts().table().setCurrentIndex(model.index(first, 0));
    const auto* reasons = open.window.accounts().findChild<QListView*>(QStringLiteral("reasons"));
    REQUIRE(reasons);
    CHECK(reasons->model()->rowCount() > 0);
    CHECK_FALSE(reasons->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
}

TEST_CASE("forty renewal dates pasted into the gaps are one step of undo and change the ranking")
{
    const QStringList files = customer360();
    if (files.isEmpty()) {
        WARN("skipped: no shared data");
        return;
    }
    Window open({2025, 11, 16});
    open.drop(files);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    open.press(Qt::Key_Return);
    const accounts::AccountsModel& model = open.window.accounts().presenter().model();
    const QStringList before = namesShown(model);
    const std::size_t edits = open.desk.book.history().size();
    open.press(Qt::Key_G, Qt::ControlModifier);
    auto* gaps = qobject_cast<GapsPage*>(open.window.view(QStringLiteral("gaps")));
    REQUIRE(gaps);
    const int row = gaps->presenter().gaps().rowOf(query::Fact::RenewalDate);
    REQUIRE(row >= 0);
    gaps->list().setCurrentIndex(gaps->presenter().gaps().index(row));
    gaps->grid().setFocus();
    QStringList dates;
    for (int i = 0; i < 40; ++i)
        dates << QDate(2025, 12, 1).addDays(9 * i).toString(Qt::ISODate);
    QApplication::clipboard()->setText(dates.join(u'\n'));
    open.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(gaps->presenter().grid().filled() == 40);
    CHECK(open.desk.book.history().size() == edits + 1);
    CHECK(namesShown(model) != before);
    CHECK(std::ranges::is_sorted(stakesShown(model), std::greater()));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(namesShown(model) == before);
}

TEST_CASE("where the data end long ago, the last page leads to the day they end")
{
    const QStringList files = customer360();
    if (files.isEmpty()) {
        WARN("skipped: no shared data");
        return;
    }
    Window open({2026, 11, 19});
    open.drop(files);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.page().done().next().text().contains(QStringLiteral("15 November 2025")));
    open.press(Qt::Key_Return);
    CHECK(open.desk.book.looksBack());
    CHECK(open.desk.book.asked().day == QDate(2025, 11, 15));
    CHECK(open.window.accounts().isVisible());
}

TEST_CASE("a question of a file is answered with keys, and so is the field of a column")
{
    Window open({2026, 11, 19});
    open.drop({open.desk.write(QStringLiteral("accounts.csv"),
                               "account_id,account_name,renewal_date\nA1,Acme,03/04/2027\nA2,Borealis,05/06/2027\n")});
    ImportPresenter& presenter = open.page().presenter();
    REQUIRE(presenter.current()->plan.hasQuestions());
    CHECK(QApplication::focusWidget() == &open.page().left().files());
    open.press(Qt::Key_Return);
    auto* first = qobject_cast<QRadioButton*>(QApplication::focusWidget());
    REQUIRE(first);
    CHECK(first->objectName() == QStringLiteral("import.date.dmy"));
    open.press(Qt::Key_Space);
    CHECK_FALSE(presenter.current()->plan.hasQuestions());
    PlainTable& columns = open.page().left().columns();
    columns.setFocus();
    columns.setCurrentIndex(presenter.columns().index(2, ColumnsModel::Header));
    open.press(Qt::Key_Return);
    auto* field = columns.findChild<QComboBox*>(QStringLiteral("import.field"));
    REQUIRE(field);
    field->setCurrentIndex(field->findData(QStringLiteral("customer_since")));
    QTest::keyClick(field, Qt::Key_Return);
    QTest::qWait(5);
    CHECK(presenter.columns().targetOf(2) == QStringLiteral("customer_since"));
}

TEST_CASE("in a small window nothing of the import lies over another or is cut off")
{
    Window open({2026, 11, 19});
    open.drop({open.desk.write(QStringLiteral("accounts.csv"),
                               "account_id,account_name,renewal_date\nA1,Acme,31/04/2027\nA2,Borealis,25/06/2027\n")});
    auto* kind = open.page().left().findChild<QComboBox*>(QStringLiteral("import.kind"));
    auto* profile = open.page().left().findChild<QPushButton*>(QStringLiteral("import.profile"));
    REQUIRE(kind);
    REQUIRE(profile);
    constexpr int untilBoxesFit = 60; // the platform's boxes take their own time
    QTest::qWait(untilBoxesFit);
    CHECK(kind->geometry().right() < profile->geometry().left());
    open.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(open.page().presenter().state() == State::Done);
    QTest::qWait(untilBoxesFit);
    int seen = 0;
    for (const QPushButton* button : open.page().done().findChildren<QPushButton*>()) {
        if (!button->isVisible())
            continue;
        ++seen;
        INFO(button->objectName().toStdString());
        CHECK(button->visibleRegion().boundingRect() == button->rect());
    }
    CHECK(seen == 6);
}

TEST_CASE("a wide window gives samples and names the room they need, a long note is read whole")
{
    Window open({2026, 11, 19});
    const QString longName = QStringLiteral("Consolidated Fjord Shipping and Cold Storage Holding AS");
    open.drop({open.desk.write(QStringLiteral("accounts.csv"), QByteArray("account_id,account_name,renewal_date\n") +
                                                                   "A1," + longName.toUtf8() +
                                                                   ",2027-04-30\nA2,Borealis,2027-06-25\n")});
    auto* columns = open.page().left().findChild<PlainTable*>(QStringLiteral("import.columns"));
    REQUIRE(columns);
    const auto room = [&](QTableView& table, int row, int column) {
        const QString text = table.model()->index(row, column).data().toString();
        const int needed = QFontMetrics(style::fontOf(style::Type::Body)).horizontalAdvance(text) + 2 * style::px(8);
        INFO(text.toStdString() << " in " << table.columnWidth(column));
        CHECK(table.columnWidth(column) >= needed);
    };
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
        open.window.resize(size);
        QTest::qWait(20);
        room(*columns, 2, ColumnsModel::Sample);
    }
    PlainTable& rows = open.page().preview().rows();
    for (int row = 0; row < rows.model()->rowCount(); ++row)
        room(rows, row, RowsModel::What);
    open.page().presenter().apply();
    REQUIRE(open.page().presenter().state() == State::Done);
    open.window.resize(1280, 800);
    auto* notes = open.page().done().findChild<QListView*>(QStringLiteral("import.notes"));
    REQUIRE(notes);
    QStandardItemModel said;
    said.appendRow(new QStandardItem(QStringLiteral("Short.")));
    said.appendRow(new QStandardItem(QStringLiteral("The same account stands in two files. ").repeated(9)));
    notes->setModel(&said);
    QTest::qWait(20);
    CHECK(notes->visualRect(said.index(1, 0)).height() >
          notes->visualRect(said.index(0, 0)).height() + style::px(2 * 14));
    notes->setModel(&open.page().presenter().notes());
}

TEST_CASE("names without an account are matched with one key each")
{
    Window open({2026, 11, 19});
    ImportPresenter& presenter = open.page().presenter();
    open.drop({open.desk.write(QStringLiteral("accounts.csv"),
                               "account_id,account_name,domain\nA1,Acme GmbH,acme.example\n")});
    open.press(Qt::Key_Return, Qt::ControlModifier);
    open.drop({open.desk.write(QStringLiteral("tickets.csv"),
                               "ticket_id,account_name,created_at,status\nT1,ACME Inc,2026-11-01,open\n"
                               "T2,Zephyr,2026-11-03,open\nT3,Quux,2026-11-03,open\n")});
    open.press(Qt::Key_M, Qt::ControlModifier);
    CHECK(QApplication::focusWidget() == &open.page().preview().matches().list());
    open.press(Qt::Key_Return);
    open.press(Qt::Key_N);
    open.press(Qt::Key_X);
    presenter.settle();
    CHECK(presenter.matches().open() == 0);
    CHECK(presenter.changes() == 2);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.desk.accounts() == 2);
}

TEST_CASE("a file is left out with Del and taken in again")
{
    Window open({2026, 11, 19});
    open.drop({open.desk.write(QStringLiteral("accounts.csv"), twoAccounts),
               open.desk.write(QStringLiteral("contacts.csv"), threeContacts)});
    ImportPresenter& presenter = open.page().presenter();
    QListView& files = open.page().left().files();
    files.setFocus();
    files.setCurrentIndex(presenter.files().index(1));
    open.press(Qt::Key_Delete);
    CHECK(presenter.preview()->taken() == 1);
    files.setFocus();
    open.press(Qt::Key_Delete);
    CHECK(presenter.preview()->taken() == 2);
}

TEST_CASE("gaps are filled by pasting a column into the grid")
{
    Window open({2026, 11, 19});
    open.drop({open.desk.write(QStringLiteral("accounts.csv"), twoAccounts)});
    open.press(Qt::Key_Return, Qt::ControlModifier);
    auto* gaps = qobject_cast<GapsPage*>(open.window.view(QStringLiteral("gaps")));
    REQUIRE(gaps);
    open.press(Qt::Key_G, Qt::ControlModifier);
    CHECK(gaps->isVisible());
    const int row = gaps->presenter().gaps().rowOf(query::Fact::RenewalDate);
    REQUIRE(row >= 0);
    gaps->list().setCurrentIndex(gaps->presenter().gaps().index(row));
    gaps->grid().setFocus();
    QApplication::clipboard()->setText(QStringLiteral("01/03/2027\n02/03/2027\n"));
    open.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(gaps->presenter().grid().filled() == 2);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(gaps->presenter().grid().filled() == 0);
}

TEST_CASE("everything in the views of the import that takes the focus has a name")
{
    Window open({2026, 11, 19});
    open.drop({open.desk.write(QStringLiteral("accounts.csv"), twoAccounts),
               open.desk.write(QStringLiteral("contacts.csv"), threeContacts)});
    for (QWidget* view : {static_cast<QWidget*>(&open.page()),
                          static_cast<QWidget*>(qobject_cast<GapsPage*>(open.window.view(QStringLiteral("gaps"))))})
        for (const QWidget* widget : view->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
            CHECK((!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                   !widget->isVisibleTo(view)));
        }
}
