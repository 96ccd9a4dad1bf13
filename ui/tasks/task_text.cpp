// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/task_text.h"

#include "core/words/content_words.h"
#include "core/work/acts.h"
#include "ui/account/play_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace steward::tasks {

using widgets::Shade;
using work::QueuedTask;
using work::TaskState;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("tasks", text); }

const PlaybookRun* runOf(const QueuedTask& each, const BookNumbers& numbers)
{
    const AccountFacts* facts = numbers.facts.find(each.account);
    if (!facts || !each.task.run.isValid())
        return nullptr;
    for (const PlaybookRun& run : facts->of<PlaybookRun>())
        if (run.id == each.task.run.value())
            return &run;
    return nullptr;
}

void addOrigin(TaskText& text, const QueuedTask& each, const BookNumbers& numbers, const QLocale& locale)
{
    const words::ContentWords words(numbers.content, locale);
    if (each.isWaiting()) {
        text.origin = words.word(u"waiting_for", each.task.waitingFor).toLower();
        text.isWaiting = true;
        text.originIcon = QStringLiteral("hourglass");
    } else if (each.task.run.isValid() || each.task.origin == u"playbook") {
        text.origin = tr("play");
        text.originIcon = QStringLiteral("play");
    } else if (each.task.origin == u"signal") {
        text.origin = tr("proposed");
        text.originIcon = QStringLiteral("zap");
    } else if (each.task.origin == u"meeting" && each.task.category != u"promise") {
        text.origin = tr("meeting");
        text.originIcon = QStringLiteral("users");
    } else if (each.task.origin == u"qbr") {
        text.origin = tr("QBR");
        text.originIcon = QStringLiteral("presentation");
    } else if (each.task.promisedTo.isValid()) {
        text.origin = tr("promise");
        text.originIcon = QStringLiteral("users");
    }
}

void addDue(TaskText& text, const QueuedTask& each, Part part, const BookNumbers& numbers, const QLocale& locale)
{
    const QDate day = numbers.asked.day;
    const Task& task = each.task;
    const QDate shown = part == Part::Done ? task.doneOn : part == Part::Snoozed ? task.snoozedTo : task.due;
    if (shown.isValid() && shown != day)
        text.due = words::shortDay(shown, day, locale);
    else if (task.dueAt && part == Part::Today)
        text.due = locale.toString(QDateTime::fromMSecsSinceEpoch(task.dueAt->ms, numbers.facts.book().zone).time(),
                                   QStringLiteral("HH:mm"));
    if (part == Part::Overdue) {
        text.end = tr("%1 d late").arg(locale.toString(task.due.daysTo(day)));
        text.endShade = Shade::Late;
    } else if (shown == day) {
        text.end = tr("today");
        text.endShade = part == Part::Done ? Shade::Muted : Shade::Plain;
    } else if (shown.isValid()) {
        text.end = locale.dayName(shown.dayOfWeek(), QLocale::ShortFormat);
    }
}

/// "step 5 of 9"
QString stepOf(const QueuedTask& each, const PlaybookRun& run, const BookNumbers& numbers, const QLocale& locale)
{
    const auto* play = content::findById(numbers.content.plays, run.playbook);
    const auto steps = work::tasksOf(run, *numbers.facts.find(each.account), play);
    const auto own = std::ranges::find(steps, each.task.id, &Task::id);
    if (own == steps.end())
        return {};
    return tr("step %1 of %2").arg(locale.toString(own - steps.begin() + 1), locale.toString(steps.size()));
}

/// Who was promised it, or promised it; empty: nobody.
QString promiseOf(const work::QueuedTask& each, const QString& since, const BookNumbers& numbers)
{
    const bool isTheirs = each.task.waitingFor == u"customer";
    const AccountFacts* facts = numbers.facts.find(each.account);
    for (const Contact& contact : facts->of<Contact>()) {
        if (contact.id != each.task.promisedTo.value())
            continue;
        if (isTheirs)
            return since.isEmpty() ? tr("Promised by %1.").arg(contact.name)
                                   : tr("Promised by %1 on %2.").arg(contact.name, since);
        return since.isEmpty() ? tr("Promised to %1.").arg(contact.name)
                               : tr("Promised to %1 on %2.").arg(contact.name, since);
    }
    return {};
}

} // namespace

std::optional<Part> partOf(const QueuedTask& each, QDate day)
{
    constexpr int week = 7;
    switch (each.state) {
    case TaskState::Overdue:
        return Part::Overdue;
    case TaskState::Today:
        return Part::Today;
    case TaskState::Later:
        return each.task.due <= day.addDays(week - day.dayOfWeek()) ? Part::Week : Part::Later;
    case TaskState::Undated:
        return Part::Undated;
    case TaskState::Snoozed:
        return Part::Snoozed;
    case TaskState::Done:
        return each.task.doneOn.isValid() && each.task.doneOn > day.addDays(-day.dayOfWeek())
                   ? std::optional(Part::Done)
                   : std::nullopt;
    case TaskState::Dropped:
        break;
    }
    return std::nullopt;
}

QString titleOf(Part part)
{
    switch (part) {
    case Part::Overdue:
        return tr("Overdue");
    case Part::Today:
        return tr("Today");
    case Part::Week:
        return tr("This week");
    case Part::Later:
        return tr("Later");
    case Part::Undated:
        return tr("Without a day");
    case Part::Snoozed:
        return tr("Put off");
    case Part::Done:
    case Part::Count:
        break;
    }
    return tr("Done this week");
}

TaskText taskText(const QueuedTask& each, Part part, const BookNumbers& numbers, const QLocale& locale)
{
    TaskText text;
    text.title = each.task.title;
    text.isDone = part == Part::Done;
    text.isUrgent = !text.isDone && (each.task.priority == u"high" || each.task.priority == u"urgent");
    if (const query::AccountLine* line = numbers.find(each.account)) {
        text.account = line->facts->account.name;
        text.band = style::bandOf(line->band);
        if (!numbers.scores.empty())
            if (const auto& shown = numbers.scores[numbers.indexOf(*line)].shown)
                text.score = scoreText(*shown, numbers.content.scorecards, locale);
    }
    addOrigin(text, each, numbers, locale);
    addDue(text, each, part, numbers, locale);
    return text;
}

QString originOf(const TaskText& text) { return text.isWaiting ? tr("waits for: %1").arg(text.origin) : text.origin; }

QString spoken(const TaskText& text, Part part)
{
    QStringList parts{titleOf(part)};
    if (text.isUrgent)
        parts << tr("urgent");
    for (const QString& each :
         {text.title, text.account, text.score.isEmpty() ? QString() : tr("score %1").arg(text.score), originOf(text),
          text.due, text.end})
        if (!each.isEmpty())
            parts << each;
    return parts.join(QStringLiteral(", "));
}

QString whyOf(const QueuedTask& each, const BookNumbers& numbers, const QLocale& locale)
{
    const Task& task = each.task;
    const QDate day = numbers.asked.day;
    if (const PlaybookRun* run = runOf(each, numbers)) {
        const QString name = account::nameOfPlay(numbers.content, run->playbook, locale);
        const QString step = stepOf(each, *run, numbers, locale);
        const QString since = words::shortDay(run->started, day, locale);
        const QString head = step.isEmpty() ? tr("Play \"%1\", started %2.").arg(name, since)
                                            : tr("Play \"%1\", %2, started %3.").arg(name, step, since);
        return run->why.isEmpty() ? head : QString(head + u' ' + run->why);
    }
    const QString since = task.created.isValid() ? words::shortDay(task.created, day, locale) : QString();
    const QString promise = promiseOf(each, since, numbers);
    if (!promise.isEmpty())
        return promise;
    if (task.origin == u"signal") {
        const auto* kind = content::findById(numbers.content.signalRules.kinds, task.originKey.section(u'/', 0, 0));
        return kind ? tr("Proposed by the signal \"%1\".")
                          .arg(words::ContentWords(numbers.content, locale).text(kind->name))
                    : tr("Proposed by a signal.");
    }
    if (task.origin == u"qbr")
        return tr("Agreed in a quarterly review.");
    if (task.origin == u"meeting")
        return since.isEmpty() ? tr("Said in a conversation.") : tr("Said in the conversation of %1.").arg(since);
    if (task.import.isValid())
        return since.isEmpty() ? tr("Imported.") : tr("Imported; written down on %1.").arg(since);
    return since.isEmpty() ? tr("Written by hand.") : tr("Written by hand on %1.").arg(since);
}

QString nameOf(PersonId person, const BookNumbers& numbers)
{
    const auto& people = numbers.facts.book().people;
    const auto found = std::ranges::find(people, person.value(), &Person::id);
    return found == people.end() ? QString() : found->name;
}

} // namespace steward::tasks
