// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/rule.h"
#include "tests/ui/sample_window.h"
#include "ui/tasks/tasks_page.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>

using namespace steward;
using namespace steward::tasks;
using namespace Qt::Literals::StringLiterals;
using tests::theDay;

namespace {

struct Window : tests::SampleWindow<TasksPage>
{
    Window()
        : SampleWindow(u"tasks"_s)
    {
        REQUIRE(page->list().hasFocus());
    }
    [[nodiscard]] const work::QueuedTask* current() const
    {
        return page->model().taskAt(page->list().currentIndex().row());
    }
    void choose(qint64 task)
    {
        REQUIRE(page->model().rowOf(task) >= 0);
        page->list().choose(page->model().rowOf(task));
    }
    /// The first row of a part.
    void chooseIn(Part part)
    {
        for (int row = 0; row < page->model().rowCount(); ++row)
            if (page->model().taskAt(row) && page->model().partAt(row) == part) {
                page->list().choose(row);
                return;
            }
        FAIL("no task there");
    }
    [[nodiscard]] const Task& task(const work::QueuedTask& queued) const
    {
        const Task* found = find<Task>(queued.account, queued.task.id);
        REQUIRE(found);
        return *found;
    }
    [[nodiscard]] QString reading() const { return page->findChild<QLabel*>(u"tasks.reading"_s)->text(); }
};

} // namespace

TEST_CASE("the queue is the one of the command line, by its parts, and every row is spoken")
{
    Window open;
    const QAbstractItemModelTester tester(&open.page->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto queue = work::taskQueue(open.book.numbers()->facts, {theDay, {}, {}, false});
    std::vector<qint64> shown;
    for (int row = 0; row < open.page->model().rowCount(); ++row) {
        CHECK_FALSE(open.page->model().index(row).data(Qt::AccessibleTextRole).toString().isEmpty());
        if (const work::QueuedTask* task = open.page->model().taskAt(row); task && isOpen(task->task))
            shown.push_back(task->task.id);
    }
    REQUIRE(shown.size() == queue.size());
    for (std::size_t i = 0; i < shown.size(); ++i)
        CHECK(shown[i] == queue[i].task.id);
    const Queue& parts = *open.page->presenter().shown();
    CHECK(parts.needed > 0);
    CHECK(parts.needed + parts.waiting + parts.putOff ==
          int(parts.parts[std::size_t(Part::Overdue)].size() + parts.parts[std::size_t(Part::Today)].size()));
    const QString caption = open.page->findChild<QLabel*>(u"caption"_s)->text();
    CHECK(caption.startsWith(QString(QString::number(parts.needed) + u" need you")));
}

TEST_CASE("a late task that waits for somebody else is counted as that beside what needs you")
{
    Window open;
    const ShownQueue& shown = open.page->presenter().shown();
    const auto& late = shown->parts[std::size_t(Part::Overdue)];
    const auto mine = std::ranges::find_if(late, [](const work::QueuedTask& each) { return !each.isWaiting(); });
    REQUIRE(mine != late.end());
    const int before = shown->needed;
    const int waiting = shown->waiting;
    Task task = mine->task;
    task.waitingFor = u"customer"_s;
    open.book.edit({Code("edit.test"), {}}, [&](book::Edit& edit) -> Status {
        const auto saved = edit.save(task);
        return saved ? Status() : tl::unexpected(saved.error());
    });
    CHECK(shown->needed == before - 1);
    CHECK(shown->waiting == waiting + 1);
    CHECK(open.page->findChild<QLabel*>(u"caption"_s)->text().endsWith(u"one waits for somebody else"));
}

TEST_CASE("a task is typed in one line, done with one key, opened again and taken back")
{
    Window open;
    const query::AccountLine& line = open.book.numbers()->lines[3];
    const AccountId account = line.facts->id();
    const QString name = line.facts->account.name;
    const auto before = open.facts(account).of<Task>().size();
    open.press(Qt::Key_N);
    REQUIRE(open.page->quickAdd().hasFocus());
    open.type(u"call jane friday !high"_s);
    open.press(Qt::Key_Return);
    CHECK(open.reading().startsWith(u"Say for which account"));
    CHECK(open.facts(account).of<Task>().size() == before);
    open.page->quickAdd().setText(QString(u"call jane " + name + u" friday !high"));
    CHECK(open.reading().contains(name));
    CHECK(open.reading().contains(u"Fri 20 Nov 2026"));
    open.press(Qt::Key_Return);
    const auto& rows = open.facts(account).of<Task>();
    REQUIRE(rows.size() == before + 1);
    const auto added = std::ranges::find(rows, u"Call jane"_s, &Task::title);
    REQUIRE(added != rows.end());
    CHECK(added->due == theDay.addDays(1));
    CHECK(added->priority == u"high");
    const qint64 id = added->id;
    CHECK(open.page->quickAdd().text().isEmpty());
    open.press(Qt::Key_Escape);
    REQUIRE(open.page->list().hasFocus());
    open.choose(id);
    open.press(Qt::Key_X);
    CHECK(open.find<Task>(account, id)->doneOn == theDay);
    CHECK(open.current()->task.id != id);
    open.choose(id);
    CHECK(open.page->model().partAt(open.page->list().currentIndex().row()) == Part::Done);
    open.press(Qt::Key_X);
    CHECK(isOpen(*open.find<Task>(account, id)));
    for (int i = 0; i < 3; ++i)
        open.press(Qt::Key_U);
    CHECK(open.find<Task>(account, id) == nullptr);
}

TEST_CASE("a task is put off, moved to a day that is typed, and handed to somebody else, each is one undo")
{
    Window open;
    open.chooseIn(Part::Overdue);
    const work::QueuedTask first = *open.current();
    open.press(Qt::Key_S);
    REQUIRE(open.page->choice().isVisible());
    open.press(Qt::Key_Return);
    CHECK(open.task(first).snoozedTo == theDay.addDays(1));
    CHECK(open.task(first).due == first.task.due);
    REQUIRE(open.page->list().hasFocus());
    open.press(Qt::Key_U);
    CHECK_FALSE(open.task(first).snoozedTo.isValid());

    open.choose(first.task.id);
    open.press(Qt::Key_R);
    auto* word = open.page->findChild<QLineEdit*>(u"tasks.choice.word"_s);
    word->setFocus();
    open.type(u"sometime"_s);
    open.press(Qt::Key_Return);
    CHECK(open.page->choice().isVisible());
    CHECK(open.task(first).due == first.task.due);
    word->setText(u"end of month"_s);
    open.press(Qt::Key_Return);
    CHECK(open.task(first).due == QDate(2026, 11, 30));
    open.press(Qt::Key_U);
    CHECK(open.task(first).due == first.task.due);

    open.choose(first.task.id);
    open.press(Qt::Key_A);
    REQUIRE(open.page->choice().isVisible());
    open.press(Qt::Key_Down);
    open.press(Qt::Key_Return);
    CHECK(open.task(first).assignee.isValid());
    const bool isAnother = open.task(first).assignee != first.task.assignee;
    CHECK(isAnother);
    open.press(Qt::Key_U);
    CHECK(open.task(first).assignee == first.task.assignee);
}

TEST_CASE("letters typed where a day or a person is asked leave the tasks behind alone")
{
    Window open;
    open.chooseIn(Part::Overdue);
    const work::QueuedTask first = *open.current();
    const auto history = open.book.history().size();
    open.press(Qt::Key_A);
    REQUIRE(open.page->choice().isVisible());
    open.press(Qt::Key_X);
    CHECK(open.page->choice().isVisible());
    CHECK(open.book.history().size() == history);
    open.press(Qt::Key_Escape);
    open.press(Qt::Key_R);
    for (const Qt::Key key : {Qt::Key_N, Qt::Key_E, Qt::Key_X, Qt::Key_T})
        open.press(key);
    CHECK(open.page->findChild<QLineEdit*>(u"tasks.choice.word"_s)->text() == u"next");
    CHECK(open.page->quickAdd().text().isEmpty());
    CHECK(open.current()->task.id == first.task.id);
    CHECK(open.book.history().size() == history);
}

TEST_CASE("several tasks are chosen with Shift, done as one edit and taken back as one")
{
    Window open;
    open.chooseIn(Part::Later);
    const int row = open.page->list().currentIndex().row();
    open.press(Qt::Key_Down, Qt::ShiftModifier);
    open.press(Qt::Key_Down, Qt::ShiftModifier);
    open.press(Qt::Key_Up, Qt::ShiftModifier);
    open.press(Qt::Key_Down, Qt::ShiftModifier);
    const TasksPresenter::Chosen chosen = open.page->list().chosen();
    REQUIRE(chosen.size() == 3);
    open.press(Qt::Key_X);
    for (const work::QueuedTask& each : chosen)
        CHECK(open.task(each).doneOn == theDay);
    CHECK(open.page->list().chosen().size() == 1);
    CHECK(open.page->list().currentIndex().row() <= row + 1);
    open.press(Qt::Key_U);
    for (const work::QueuedTask& each : chosen)
        CHECK(isOpen(open.task(each)));
}

TEST_CASE("the list is walked with J and K, why a task exists stands beside it, Enter opens its account")
{
    Window open;
    open.chooseIn(Part::Overdue);
    const qint64 first = open.current()->task.id;
    open.press(Qt::Key_J);
    REQUIRE(open.current()->task.id != first);
    open.press(Qt::Key_K);
    REQUIRE(open.current()->task.id == first);
    REQUIRE(open.page->context().isVisible());
    CHECK(open.page->context().list().lines().rowCount() > 4);
    CHECK(open.page->context().list().lines().at(1).text ==
          whyOf(*open.current(), *open.book.numbers(), open.page->presenter().locale()));
    open.press(Qt::Key_Space);
    CHECK_FALSE(open.page->context().isVisible());
    open.press(Qt::Key_Space);
    REQUIRE(open.page->context().isVisible());
    open.press(Qt::Key_F2);
    REQUIRE(open.page->record().isWriting());
    open.press(Qt::Key_Escape);
    CHECK_FALSE(open.page->record().isVisible());
    REQUIRE(open.page->list().hasFocus());
    const qint64 account = open.current()->account.value();
    open.press(Qt::Key_Return);
    CHECK(open.window.front()->place().record == account);
}

TEST_CASE("tasks of one of us are shown alone, and the rail counts what needs somebody")
{
    Window open;
    auto* owners = open.page->findChild<QComboBox*>(u"tasks.owner"_s);
    REQUIRE(owners->count() > 2);
    const int all = open.page->model().rowCount();
    owners->setCurrentIndex(1);
    Q_EMIT owners->activated(1);
    CHECK(open.page->model().rowCount() < all);
    const PersonId owner = open.page->presenter().owner();
    for (int row = 0; row < open.page->model().rowCount(); ++row)
        if (const work::QueuedTask* task = open.page->model().taskAt(row))
            CHECK(task->owner == owner);
}

TEST_CASE("open tasks, or those that are chosen, are written as a calendar of things to be done")
{
    Window open;
    const QString path = open.folder.filePath(u"tasks.ics"_s);
    open.page->writeCalendar(path);
    QFile all(path);
    REQUIRE(all.open(QIODevice::ReadOnly));
    const QByteArray text = all.readAll();
    CHECK(text.count("BEGIN:VTODO") == qsizetype(open.page->presenter().openTasks().size()));
    CHECK(text.contains(QByteArray("UID:task-" + QByteArray::number(open.current()->task.id))));
    open.press(Qt::Key_Down, Qt::ShiftModifier);
    open.page->writeCalendar(path);
    QFile some(path);
    REQUIRE(some.open(QIODevice::ReadOnly));
    CHECK(some.readAll().count("BEGIN:VTODO") == 2);
    CHECK_FALSE(open.page->presenter().writeCalendar({}, open.folder.filePath(u"nowhere/tasks.ics"_s)));
}

TEST_CASE("a promise that was put off in Today does not need anybody before its day")
{
    Window open;
    const ShownQueue& shown = open.page->presenter().shown();
    const auto& late = shown->parts[std::size_t(Part::Overdue)];
    const auto promise = std::ranges::find_if(
        late, [](const work::QueuedTask& each) { return each.task.category == u"promise" && !each.isWaiting(); });
    REQUIRE(promise != late.end());
    SignalDecision decision;
    decision.account = promise->account;
    decision.signal = u"promise.due"_s;
    decision.key = work::keyOf({Entity::Task, promise->task.id});
    decision.day = theDay;
    decision.snoozedTo = theDay.addDays(3);
    const int before = shown->needed;
    open.book.edit({Code("edit.signals-snoozed"), {u"Acme"_s, decision.snoozedTo}}, [&](book::Edit& edit) -> Status {
        const auto saved = edit.save(decision);
        return saved ? Status() : tl::unexpected(saved.error());
    });
    CHECK(open.page->presenter().shown()->needed == before - 1);
    CHECK(open.page->presenter().shown()->putOff == 1);
    CHECK(open.page->findChild<QLabel*>(u"caption"_s)->text().endsWith(u"one is put off in Today"));
    open.book.undo();
    CHECK(open.page->presenter().shown()->needed == before);
}

TEST_CASE("looking back shows the tasks of that day and changes nothing")
{
    Window open;
    open.book.lookBack(theDay.addMonths(-2), LookBack::AsItHappened);
    CHECK_FALSE(open.page->quickAdd().isEnabled());
    CHECK_FALSE(open.page->command(u"tasks.done"_s).isEnabled());
    CHECK_FALSE(open.page->command(u"tasks.snooze"_s).isEnabled());
    const auto history = open.book.history().size();
    QSignalSpy said(open.page, &widgets::View::said);
    open.page->list().setFocus();
    open.press(Qt::Key_X);
    CHECK(open.book.history().size() == history);
    REQUIRE(said.size() == 1);
    CHECK(said.front().front().toString() == u"Back to today to edit"_s);
    CHECK(open.page->quickAdd().placeholderText() == u"Back to today to edit"_s);
    const auto* hints = open.page->findChild<widgets::KeyHints*>();
    REQUIRE(hints);
    CHECK(hints->shownKeys() == QStringList{u"Enter"_s, u"Space"_s});
    open.book.backToToday();
    CHECK(open.page->quickAdd().isEnabled());
    CHECK(open.page->quickAdd().placeholderText().startsWith(u"New task (N)"_s));
    CHECK(hints->shownKeys().contains(u"X"_s));
}

TEST_CASE("a book without accounts says what comes first, one without tasks how to get one")
{
    Window open;
    open.book.makeEmpty(open.folder.filePath(u"empty.steward"_s));
    CHECK(open.page->presenter().state() == TasksPresenter::State::NoAccounts);
    CHECK_FALSE(open.page->quickAdd().isEnabled());
    open.book.edit({Code("edit.account-field"), {u"name"_s, u"Acme"_s}}, [](book::Edit& edit) -> Status {
        Account account;
        account.name = u"Acme"_s;
        const auto saved = edit.save(account);
        return saved ? Status() : tl::unexpected(saved.error());
    });
    CHECK(open.page->presenter().state() == TasksPresenter::State::Empty);
    open.page->quickAdd().setText(u"call acme tomorrow"_s);
    open.page->quickAdd().setFocus();
    open.press(Qt::Key_Return);
    CHECK(open.page->presenter().state() == TasksPresenter::State::Ready);
}

TEST_CASE("every part of the tasks that takes the focus has a name")
{
    Window open;
    open.checkNames();
    open.press(Qt::Key_S);
    open.checkNames();
}
