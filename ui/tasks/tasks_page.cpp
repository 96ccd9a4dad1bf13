// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/tasks_page.h"

#include "core/words/content_words.h"
#include "ui/style/type.h"
#include "ui/tasks/task_context.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QStandardPaths>

namespace steward::tasks {

using style::px;
using style::Tone;
using style::Type;
using widgets::Needs;

widgets::View::Face TasksPage::ownFace()
{
    return {QStringLiteral("tasks"), tr("Tasks"), QStringLiteral("list-checks")};
}

TasksPage::TasksPage(OpenBook& book, QLocale locale, QWidget* parent)
    : ListPage(ownFace(), parent)
    , m_presenter(book, locale)
    , m_account(book, locale)
    , m_model(locale)
{
    makeHeader();
    addAbove(makeQuickAdd());
    makeBody();
    setFocusProxy(m_list);
    connectPanes();
    addCommands();
    connect(&m_presenter, &TasksPresenter::changed, this, &TasksPage::showState);
    showState();
}

void TasksPage::makeHeader()
{
    m_owners = new account::OwnerBox(QStringLiteral("tasks.owner"), tr("Whose tasks"), tr("Whose tasks are shown"),
                                     tr("Everybody's"));
    header().add(m_owners);
    connect(m_owners, &account::OwnerBox::chosen, this, [this](PersonId person) { m_presenter.setOwner(person); });
}

QWidget* TasksPage::makeQuickAdd()
{
    auto* bar = new QWidget;
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(px(16), 0, px(16), px(8));
    column->setSpacing(px(4));
    m_add = new widgets::FilterEdit(nullptr, QStringLiteral("plus"));
    m_add->setObjectName(QStringLiteral("tasks.add"));
    m_add->setAccessibleName(tr("New task"));
    m_add->setFixedHeight(px(34));
    m_reading = new widgets::ToneLabel({}, Type::Small, Tone::Muted);
    m_reading->setObjectName(QStringLiteral("tasks.reading"));
    m_reading->hide();
    column->addWidget(m_add);
    column->addWidget(m_reading);
    connect(m_add, &QLineEdit::textChanged, this, &TasksPage::showReading);
    connect(m_add, &QLineEdit::returnPressed, this, &TasksPage::add);
    return bar;
}

void TasksPage::showReading(const QString& text)
{
    std::vector<work::TextPart> understood;
    m_reading->setInk(Tone::Muted);
    m_reading->setText(m_presenter.readingOf(text, understood));
    m_reading->setVisible(!m_reading->text().isEmpty());
    m_add->setAccessibleDescription(m_reading->text());
    std::vector<widgets::FilterEdit::Part> parts;
    for (const work::TextPart& each : understood)
        parts.push_back({each.from, each.length});
    m_add->setUnderstood(std::move(parts));
}

void TasksPage::makeBody()
{
    m_list = new TasksList(m_model);
    m_context = new account::LinesPane(QStringLiteral("tasks.context"), tr("What is behind the task"));
    m_choice = new account::ChoicePane(QStringLiteral("tasks.choice"));
    m_record = new account::RecordPane(m_account);
    m_hints = new widgets::KeyHints({{QStringLiteral("X"), tr("done"), true},
                                     {QStringLiteral("S"), tr("snooze"), true},
                                     {QStringLiteral("R"), tr("reschedule"), true},
                                     {QStringLiteral("A"), tr("reassign"), true},
                                     {QStringLiteral("N"), tr("new"), true},
                                     {QStringLiteral("Enter"), tr("open account")},
                                     {QStringLiteral("Space"), tr("why")}});
    setContent(m_list, m_hints, {m_context, m_choice, m_record});
}

void TasksPage::connectPanes()
{
    connect(m_list, &TasksList::opened, this, [this] {
        if (const work::QueuedTask* task = current())
            Q_EMIT goRequested(widgets::accountPlace(task->account));
    });
    connect(m_list, &TasksList::behindRequested, this, &TasksPage::toggleContext);
    connect(m_list, &TasksList::rowChanged, this, &TasksPage::showContext);
    connect(m_list, &TasksList::ticked, this, [this] {
        if (m_presenter.book().isEditable())
            m_presenter.toggleDone(m_list->chosen());
        else
            Q_EMIT said(widgets::whyNoEdit(m_presenter.book().looksBack()));
    });
    connect(m_context, &account::LinesPane::closed, this, &TasksPage::toggleContext);
    connect(m_context, &account::LinesPane::recordOpened, this, [this](const RecordRef& record) {
        showPane(m_record);
        m_record->showRecord(record);
    });
    connect(m_choice, &account::ChoicePane::closed, this, &TasksPage::leavePane);
    connect(m_choice, &account::ChoicePane::chosen, this,
            [this](const QString& id, bool, const QString& word) { answer(id, word); });
    connect(m_record, &account::RecordPane::closed, this, &TasksPage::leavePane);
    connect(m_record, &account::RecordPane::said, this, &TasksPage::said);
    connect(&m_account, &account::AccountPresenter::changed, m_record, &account::RecordPane::refresh);
}

void TasksPage::addCommands()
{
    addKey("tasks.next", tr("&Next task"), tr("One row down"), {}, Qt::Key_J, Needs::Book, [this] { m_list->step(1); });
    addKey("tasks.previous", tr("&Previous task"), tr("One row up"), {}, Qt::Key_K, Needs::Book,
           [this] { m_list->step(-1); });
    addKey("tasks.done", tr("&Done, or open again"), tr("What is chosen is done, or open again"),
           QStringLiteral("check"), Qt::Key_X, Needs::Editing, [this] { m_presenter.toggleDone(m_list->chosen()); });
    addKey("tasks.snooze", tr("&Snooze..."), tr("Put it off; its due day stays"), QStringLiteral("clock"), Qt::Key_S,
           Needs::Editing, [this] { ask(Asking::Snooze); });
    addKey("tasks.move", tr("&Reschedule..."), tr("Another due day"), QStringLiteral("history"), Qt::Key_R,
           Needs::Editing, [this] { ask(Asking::Move); });
    addKey("tasks.assign", tr("Re&assign..."), tr("Somebody else of us does it"), QStringLiteral("user"), Qt::Key_A,
           Needs::Editing, [this] { ask(Asking::Assign); });
    addKey("tasks.new", tr("Ne&w task"), tr("Type a task in one line"), QStringLiteral("plus"), Qt::Key_N,
           Needs::Editing, [this] { m_add->setFocus(); });
    addKey("tasks.change", tr("C&hange..."), tr("Change title, day or who has the next move"), QStringLiteral("pencil"),
           Qt::Key_F2, Needs::Editing, [this] { change(); });
    addKey("tasks.call", tr("Log &call..."), tr("Write down a call"), QStringLiteral("phone"), Qt::Key_C,
           Needs::Editing, [this] {
               if (beginRecord())
                   m_record->showNew(account::NewRecord::Call);
           });
    addKey("tasks.calendar", tr("Export as a calen&dar..."), tr("What is chosen, else all open tasks, as an .ics file"),
           QStringLiteral("download"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), Needs::Book,
           [this] { askForFile(); });
    addKey("tasks.undo", tr("&Undo"), tr("Take back the last change"), QStringLiteral("undo-2"), Qt::Key_U,
           Needs::Editing, [this] { m_presenter.book().undo(); });
}

void TasksPage::come(const widgets::Place&)
{
    focusProxy()->setFocus();
    showContext();
}

QByteArray TasksPage::state() const
{
    return QByteArray::number(m_presenter.owner().value()) + (m_isContextShown ? "" : " alone");
}

void TasksPage::restore(const QByteArray& state)
{
    const QList<QByteArray> parts = state.split(' ');
    m_isContextShown = !parts.contains("alone");
    m_presenter.setOwner(PersonId(parts.front().toLongLong()));
    leavePane();
}

void TasksPage::showEvent(QShowEvent* event)
{
    ListPage::showEvent(event);
    if (m_isStale)
        showState();
}

/// What is late or due today, parted so that its groups add up to it.
QString TasksPage::captionOf(const Queue& queue, const QLocale& locale)
{
    if (queue.needed + queue.waiting + queue.putOff == 0)
        return tr("nothing is late or due today");
    QStringList parts;
    parts << (queue.needed == 0   ? tr("nothing late or due today needs you")
              : queue.needed == 1 ? tr("one needs you")
                                  : tr("%1 need you").arg(locale.toString(queue.needed)));
    if (queue.waiting > 0)
        parts << (queue.waiting == 1 ? tr("one waits for somebody else")
                                     : tr("%1 wait for somebody else").arg(locale.toString(queue.waiting)));
    if (queue.putOff > 0)
        parts << (queue.putOff == 1 ? tr("one is put off in Today")
                                    : tr("%1 are put off in Today").arg(locale.toString(queue.putOff)));
    return parts.join(QStringLiteral(" \u00b7 "));
}

void TasksPage::showState()
{
    Q_EMIT needsYou(m_presenter.shown() ? m_presenter.shown()->needed : 0);
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    using State = TasksPresenter::State;
    const State state = m_presenter.state();
    const QLocale& locale = m_presenter.locale();
    const ShownQueue& shown = m_presenter.shown();
    const bool isReady = state == State::Ready;
    if (isReady)
        showContent();
    else if (state == State::Loading)
        showNothing(tr("Collecting the tasks"), tr("They are there in a moment."));
    else if (state == State::NoAccounts)
        showNoAccounts(tr("A task is done for an account; once they are imported, yours stand here."));
    else if (!m_presenter.book().isEditable())
        showNothing(tr("No task is open"), tr("None was written down until this day."));
    else
        showNothing(tr("No task is open"), tr("Type one above, or start a play from Today: its steps stand here."));
    m_model.show(shown);
    setFocusProxy(isReady ? static_cast<QWidget*>(m_list) : m_add);
    header().setCaption(isReady ? captionOf(*shown, locale) : QString());
    const std::size_t done = shown ? shown->parts[std::size_t(Part::Done)].size() : 0;
    m_hints->setNote(tr("Done this week: %1").arg(locale.toString(done)));
    const bool isEditable = m_presenter.book().isEditable();
    m_add->setEnabled(isEditable && state != State::NoAccounts);
    m_add->setPlaceholderText(isEditable ? tr("New task (N), like: call Acme friday !high")
                                         : widgets::whyNoEdit(m_presenter.book().looksBack()));
    showOwners();
    showContext();
}

void TasksPage::showOwners()
{
    const ShownQueue& shown = m_presenter.shown();
    m_owners->setVisible(shown && !shown->owners.empty());
    m_owners->offer(shown ? shown->owners : account::OwnerBox::People(), m_presenter.owner());
}

/// What stands beside the list follows the current task; what is being asked or written stays.
void TasksPage::showContext()
{
    if (!m_isContextShown || m_choice->isVisible() || m_record->isVisible() || !isVisible())
        return;
    const work::QueuedTask* task = current();
    m_account.show(task ? task->account : AccountId());
    if (!task || m_account.state() != account::AccountPresenter::State::Ready) {
        m_context->show(tr("No task chosen"), tr("Choose one to see why it exists and how its account stands."), {});
        return;
    }
    const Part part = m_model.partAt(m_list->currentIndex().row());
    const account::AccountFigures& figures = m_account.figures();
    m_context->show(task->task.title, aboutTask(*task, part, *figures.numbers, m_presenter.locale()),
                    contextOf(*task, part, figures, m_presenter.locale()));
}

void TasksPage::leavePane()
{
    showPane(m_isContextShown ? m_context : nullptr);
    if (!m_isContextShown)
        m_account.show({});
    if (isVisible())
        m_list->setFocus();
    showContext();
}

void TasksPage::toggleContext()
{
    m_isContextShown = !m_isContextShown;
    leavePane();
}

void TasksPage::ask(Asking asking)
{
    m_asked = m_list->chosen();
    if (m_asked.empty())
        return;
    m_asking = asking;
    const auto question = questionOf(asking, m_asked, *m_presenter.shown()->numbers, m_presenter.locale());
    if (question.options.empty()) {
        Q_EMIT said(tr("Nobody of us is in the book; Settings names who works with it."));
        return;
    }
    showPane(m_choice);
    m_choice->ask(question);
}

void TasksPage::answer(const QString& id, const QString& word)
{
    QDate day = QDate::fromString(id, Qt::ISODate);
    if (m_asking != Asking::Assign && !word.isEmpty()) {
        day = m_presenter.dayFrom(word);
        const bool isLater = day > m_presenter.book().asked().day;
        if (!day.isValid() || (m_asking == Asking::Snooze && !isLater)) {
            m_choice->refuse(day.isValid() ? tr("A day after today, please.")
                                           : tr("That is no day: write it like \"fri\", \"+3\" or \"24 Dec 2026\"."));
            return;
        }
    }
    const TasksPresenter::Chosen asked = std::exchange(m_asked, {});
    leavePane();
    if (m_asking == Asking::Snooze)
        m_presenter.snooze(asked, day);
    else if (m_asking == Asking::Move)
        m_presenter.reschedule(asked, day);
    else
        m_presenter.assign(asked, PersonId(id.toLongLong()));
}

/// The account of the current task is ready to be written on; not where something is being written.
bool TasksPage::beginRecord()
{
    const work::QueuedTask* task = current();
    if (!task || (m_record->isVisible() && m_record->isWriting()))
        return false;
    m_account.show(task->account);
    showPane(m_record);
    return true;
}

void TasksPage::change()
{
    if (!beginRecord())
        return;
    m_record->showRecord({Entity::Task, current()->task.id});
    m_record->editRecord();
}

void TasksPage::askForFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Export tasks"), QDir(folder).filePath(tr("Tasks.ics")),
                                                      tr("Calendars (*.ics)"));
    if (!path.isEmpty())
        writeCalendar(path);
}

void TasksPage::writeCalendar(const QString& path)
{
    const TasksPresenter::Chosen chosen = m_list->chosen();
    const auto tasks = chosen.size() > 1 ? chosen : m_presenter.openTasks();
    const QString shown = QDir::toNativeSeparators(path);
    Q_EMIT said(m_presenter.writeCalendar(tasks, path)
                    ? tr("%1 tasks are in %2.").arg(m_presenter.locale().toString(tasks.size()), shown)
                    : tr("%1 could not be written.").arg(shown));
}

void TasksPage::add()
{
    if (const QString missing = m_presenter.add(m_add->text()); !missing.isEmpty()) {
        m_reading->setInk(style::Band::Red);
        m_reading->setText(missing);
        m_reading->show();
        m_add->setAccessibleDescription(missing);
        return;
    }
    m_add->clear();
}

/// From what is typed, asked or written back to the list.
void TasksPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        ListPage::keyPressEvent(event);
    else if (m_record->isVisible())
        m_record->leave();
    else if (m_add->hasFocus() || m_choice->isVisible())
        leavePane();
    else if (m_isContextShown)
        toggleContext();
}

} // namespace steward::tasks
