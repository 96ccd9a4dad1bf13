// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/task_context.h"

#include "core/words/content_words.h"
#include "core/words/words.h"
#include "ui/account/lines.h"
#include "ui/account/play_text.h"

#include <QCoreApplication>

namespace steward::tasks {

using account::Line;

namespace {

constexpr std::size_t mostPeople = 4;
constexpr int mostConversations = 4;

QString tr(const char* text) { return QCoreApplication::translate("tasks", text); }

void addAccount(std::vector<Line>& lines, const account::AccountFigures& figures, const QLocale& locale)
{
    const BookNumbers& numbers = *figures.numbers;
    const query::AccountLine& account = *figures.line;
    const QDate day = numbers.asked.day;
    const words::ContentWords words(numbers.content, locale);
    const QString arr =
        account.mrr ? words::moneyText({account.mrr->toArrMinor(), account.currency}, locale) : QString();
    lines.push_back(account::headLine(account.facts->account.name, arr));
    if (figures.score && figures.score->shown)
        lines.push_back(account::textLine(tr("Score %1, %2")
                                              .arg(scoreText(*figures.score->shown, numbers.content.scorecards, locale),
                                                   words.word(u"band", figures.score->band).toLower())));
    else
        lines.push_back(account::textLine(tr("Too little is known for a score")));
    if (account.renewal.isValid())
        lines.push_back(account::textLine(tr("Renewal on %1, in %2 d")
                                              .arg(words::shortDay(account.renewal, day, locale),
                                                   words::numberText(day.daysTo(account.renewal), locale))));
    for (Line& each : account::riskLines(figures, locale))
        if (each.kind == Line::Kind::Line)
            lines.push_back(account::narrowLine(std::move(each)));
}

/// Of a step of a play that runs: whether it is the one to do now, and what good looks like.
void addPlay(std::vector<Line>& lines, const Task& task, const account::AccountFigures& figures, const QLocale& locale)
{
    for (const PlaybookRun* run : account::runningPlays(*figures.facts)) {
        if (!task.run.isValid() || run->id != task.run.value())
            continue;
        const auto play = account::playText(*figures.numbers, figures.facts->id(), run->playbook, locale);
        if (!play || play->run != run->id)
            return;
        const account::PlayStepText* next = play->next();
        if (next && next->task == task.id)
            lines.push_back(account::textLine(tr("It is the next step of the play.")));
        else if (next)
            lines.push_back(account::textLine(tr("Next in the play: %1").arg(account::nextText(*next))));
        if (run->why.isEmpty())
            lines.push_back(account::textLine(play->reason));
        lines.push_back(account::textLine(tr("Good is: %1").arg(play->good)));
    }
}

void addConversations(std::vector<Line>& lines, const account::AccountFigures& figures, const QLocale& locale)
{
    const words::ContentWords words(figures.numbers->content, locale);
    const QDate day = figures.numbers->asked.day;
    lines.push_back(account::headLine(tr("Last conversations")));
    int count = 0;
    for (const query::TimelineLine& each : figures.timeline) {
        if (each.kind != query::TimelineKind::Conversations || each.day > day || count == mostConversations)
            continue;
        ++count;
        Line& line = lines.emplace_back(account::textLine(words::render(each.what, locale)));
        line.end = words::shortDay(each.day, day, locale);
        line.record = each.record;
    }
    if (count == 0)
        lines.push_back(account::textLine(tr("None is in the book.")));
}

} // namespace

QString aboutTask(const work::QueuedTask& task, Part part, const BookNumbers& numbers, const QLocale& locale)
{
    const words::ContentWords words(numbers.content, locale);
    const TaskText text = taskText(task, part, numbers, locale);
    const QString due = task.task.due.isValid() ? words::dayText(task.task.due, locale) : tr("no day");
    QStringList about;
    for (const QString& each :
         {due, part == Part::Overdue ? text.end : QString(), words.word(u"task_priority", task.task.priority),
          nameOf(task.owner, numbers), text.isWaiting ? originOf(text) : QString()})
        if (!each.isEmpty())
            about << each;
    return about.join(QStringLiteral(" \u00b7 "));
}

std::vector<Line> contextOf(const work::QueuedTask& task, Part part, const account::AccountFigures& figures,
                            const QLocale& locale)
{
    const BookNumbers& numbers = *figures.numbers;
    const TaskText text = taskText(task, part, numbers, locale);
    std::vector<Line> lines{account::headLine(tr("Why this exists"))};
    Line& why = lines.emplace_back(account::textLine(whyOf(task, numbers, locale)));
    why.icon = text.originIcon.isEmpty() ? QStringLiteral("pencil") : text.originIcon;
    why.record = {Entity::Task, task.task.id};
    if (const QString fact = account::factThatDid(task.task, *figures.line->facts, numbers, locale); !fact.isEmpty())
        lines.push_back(account::textLine(tr("It ticked itself: %1").arg(fact)));
    addPlay(lines, task.task, figures, locale);
    if (!task.task.note.isEmpty())
        lines.push_back(account::textLine(task.task.note.simplified()));
    addAccount(lines, figures, locale);
    lines.push_back(account::headLine(tr("People")));
    for (Line& each : account::peopleLines(figures, locale, mostPeople))
        lines.push_back(account::narrowLine(std::move(each)));
    addConversations(lines, figures, locale);
    return lines;
}

} // namespace steward::tasks
