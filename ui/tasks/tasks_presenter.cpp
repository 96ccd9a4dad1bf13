// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/tasks_presenter.h"

#include "core/words/content_words.h"
#include "core/work/acts.h"
#include "core/work/decisions.h"
#include "core/workspace/beside.h"

#include <QDateTime>
#include <QSaveFile>
#include <set>

namespace steward::tasks {

using work::QueuedTask;

namespace {

std::shared_ptr<const work::AccountNames> namesOf(const BookNumbers& numbers)
{
    std::vector<std::pair<AccountId, QString>> names;
    names.reserve(numbers.lines.size());
    for (const query::AccountLine& line : numbers.lines)
        names.emplace_back(line.facts->id(), line.facts->account.name);
    return std::make_shared<const work::AccountNames>(std::move(names));
}

bool isPutOffInToday(const QueuedTask& each, const BookNumbers& numbers)
{
    const AccountFacts* facts = numbers.facts.find(each.account);
    return facts && work::isPutOff(each.task, *facts, numbers.content.signalRules, numbers.asked.day);
}

ShownQueue queueOf(const Numbers& numbers, PersonId owner)
{
    auto queue = makeRetiring<Queue>();
    const QDate day = numbers->asked.day;
    std::set<PersonId> owners;
    queue->numbers = numbers;
    for (QueuedTask& each : work::taskQueue(numbers->facts, {day, {}, {}, true})) {
        const auto part = partOf(each, day);
        if (!part)
            continue;
        owners.insert(each.owner);
        if (owner.isValid() && each.owner != owner)
            continue;
        if (*part <= Part::Today)
            ++(each.isWaiting() ? queue->waiting : isPutOffInToday(each, *numbers) ? queue->putOff : queue->needed);
        queue->parts[std::size_t(*part)].push_back(std::move(each));
    }
    for (const PersonId each : owners)
        if (const QString name = nameOf(each, *numbers); !name.isEmpty())
            queue->owners.emplace_back(each, name);
    std::ranges::sort(queue->owners, {}, &std::pair<PersonId, QString>::second);
    queue->names = namesOf(*numbers);
    return queue;
}

} // namespace

bool Queue::isEmpty() const
{
    return std::ranges::all_of(parts, [](const auto& part) { return part.empty(); });
}

TasksPresenter::TasksPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
{
    connect(&book, &OpenBook::numbersChanged, this, &TasksPresenter::takeNumbers);
    connect(&book, &OpenBook::stateChanged, this, [this] {
        if (m_book.state() != OpenBook::State::Ready || !m_book.numbers())
            takeNumbers();
    });
    takeNumbers();
}

void TasksPresenter::takeNumbers()
{
    const Numbers& numbers = m_book.numbers();
    // Trends come with the scorer of the scores before them: they change nothing here.
    if (numbers && numbers->scorer && m_shown && m_shown->numbers->scorer == numbers->scorer)
        return;
    collect();
}

void TasksPresenter::collect()
{
    const Numbers& numbers = m_book.numbers();
    const qint64 serial = ++m_serial;
    if (!numbers) {
        take({});
        return;
    }
    const auto result = std::make_shared<ShownQueue>();
    m_book.aside(
        [numbers, owner = m_owner, result]() -> Status {
            *result = queueOf(numbers, owner);
            return {};
        },
        this,
        [this, result, serial](const Status&) {
            if (serial == m_serial)
                take(*result);
        });
}

void TasksPresenter::take(ShownQueue shown)
{
    // Whoever held the numbers before last frees them away from the window.
    m_book.aside([old = std::exchange(m_shown, std::move(shown))]() -> Status { return {}; }, nullptr, {});
    m_state = !m_shown                          ? State::Loading
              : m_shown->numbers->lines.empty() ? State::NoAccounts
              : m_shown->isEmpty()              ? State::Empty
                                                : State::Ready;
    Q_EMIT changed();
}

void TasksPresenter::setOwner(PersonId owner)
{
    if (std::exchange(m_owner, owner) != owner)
        collect();
}

work::QuickTask TasksPresenter::read(const QString& text, std::vector<work::TextPart>* understood) const
{
    return work::quickTask(text, m_shown ? *m_shown->names : work::AccountNames(), m_book.asked().day, m_locale,
                           understood);
}

QDate TasksPresenter::dayFrom(const QString& text) const { return work::dayFrom(text, m_book.asked().day, m_locale); }

QString TasksPresenter::readingOf(const QString& text, std::vector<work::TextPart>& understood) const
{
    understood.clear();
    if (text.trimmed().isEmpty() || !m_shown)
        return {};
    const work::QuickTask task = read(text, &understood);
    const BookNumbers& numbers = *m_shown->numbers;
    const AccountFacts* facts = task.account.isValid() ? numbers.facts.find(task.account) : nullptr;
    QStringList parts{task.title.isEmpty() ? tr("what is to be done?") : task.title,
                      facts ? facts->account.name : tr("which account?"),
                      task.due.isValid() ? m_locale.toString(task.due, QStringLiteral("ddd d MMM yyyy"))
                                         : tr("no day")};
    if (!task.priority.isEmpty())
        parts << words::ContentWords(numbers.content, m_locale).word(u"task_priority", task.priority);
    const QString assignee = facts ? nameOf(facts->account.csm, numbers) : QString();
    if (!assignee.isEmpty())
        parts << tr("for %1").arg(assignee);
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString TasksPresenter::add(const QString& text)
{
    const work::QuickTask typed = read(text);
    if (typed.title.isEmpty())
        return tr("Say what is to be done.");
    if (!typed.account.isValid())
        return tr("Say for which account: the beginning of its name is enough where only one begins so.");
    const AccountFacts* facts = m_shown->numbers->facts.find(typed.account);
    Task task;
    task.account = typed.account;
    task.title = typed.title;
    task.created = m_book.asked().day;
    task.due = typed.due;
    task.priority = typed.priority.isEmpty() ? QStringLiteral("normal") : typed.priority;
    task.assignee = facts ? facts->account.csm : PersonId();
    task.status = QStringLiteral("open");
    task.origin = QStringLiteral("hand");
    task.waitingFor = QStringLiteral("me");
    m_book.edit({Code("edit.record-added"), {tr("task"), task.title}}, [task](book::Edit& edit) -> Status {
        Task added = task;
        const auto saved = edit.save(added);
        return saved ? Status() : tl::unexpected(saved.error());
    });
    return {};
}

void TasksPresenter::change(const Chosen& tasks, Code one, Code many, const Arguments& more, Act act)
{
    if (tasks.empty())
        return;
    Message label{tasks.size() == 1 ? one : many, {}};
    if (tasks.size() == 1)
        label.arguments.push_back(tasks.front().task.title);
    else
        label.arguments.push_back(qint64(tasks.size()));
    label.arguments.insert(label.arguments.end(), more.begin(), more.end());
    m_book.edit(label, [tasks, act = std::move(act)](book::Edit& edit) -> Status {
        for (const QueuedTask& each : tasks)
            if (Status done = act(edit, each.task); !done)
                return done;
        return {};
    });
}

void TasksPresenter::toggleDone(const Chosen& tasks)
{
    const bool areDone =
        std::ranges::all_of(tasks, [](const QueuedTask& each) { return each.state == work::TaskState::Done; });
    const auto act = [areDone](book::Edit& edit, const Task& task) { return work::setDone(edit, task, !areDone); };
    if (areDone)
        change(tasks, Code("edit.task-reopened"), Code("edit.tasks-reopened"), {}, act);
    else
        change(tasks, Code("edit.task-done"), Code("edit.tasks-done"), {}, act);
}

void TasksPresenter::snooze(const Chosen& tasks, QDate to)
{
    change(tasks, Code("edit.task-snoozed"), Code("edit.tasks-snoozed"), {to},
           [to](book::Edit& edit, const Task& task) { return work::snooze(edit, task, to); });
}

void TasksPresenter::reschedule(const Chosen& tasks, QDate due)
{
    const auto act = [due](book::Edit& edit, const Task& task) { return work::reschedule(edit, task, due); };
    if (due.isValid())
        change(tasks, Code("edit.task-moved"), Code("edit.tasks-moved"), {due}, act);
    else
        change(tasks, Code("edit.task-undated"), Code("edit.tasks-undated"), {}, act);
}

void TasksPresenter::assign(const Chosen& tasks, PersonId person)
{
    change(tasks, Code("edit.task-assigned"), Code("edit.tasks-assigned"), {nameOf(person, *m_shown->numbers)},
           [person](book::Edit& edit, const Task& task) { return work::assign(edit, task, person); });
}

TasksPresenter::Chosen TasksPresenter::openTasks() const
{
    Chosen all;
    for (std::size_t part = 0; m_shown && part < m_shown->parts.size(); ++part)
        if (Part(part) != Part::Done)
            all.insert(all.end(), m_shown->parts[part].begin(), m_shown->parts[part].end());
    return all;
}

bool TasksPresenter::writeCalendar(const Chosen& tasks, const QString& path) const
{
    if (!m_shown)
        return false;
    const BookNumbers& numbers = *m_shown->numbers;
    const QDateTime stamp = numbers.asked.day.startOfDay(numbers.facts.book().zone);
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           file.write(mail::ics(work::todosOf(tasks, numbers.facts), {stamp.toMSecsSinceEpoch()})) >= 0 &&
           file.commit();
}

} // namespace steward::tasks
