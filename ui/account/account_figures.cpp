// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/account_figures.h"

#include "core/portfolio/standing.h"
#include "core/words/content_words.h"
#include "core/work/journey_board.h"

namespace steward::account {

namespace {

const query::AccountLine* lineOf(const BookNumbers& numbers, AccountId account)
{
    const auto line = std::ranges::lower_bound(numbers.lines, account, {},
                                               [](const query::AccountLine& each) { return each.facts->id(); });
    return line != numbers.lines.end() && line->facts->id() == account ? &*line : nullptr;
}

void addScore(AccountFigures& figures)
{
    if (!figures.numbers->scorer)
        return;
    const health::Scorer& scorer = *figures.numbers->scorer;
    const QDate day = figures.numbers->asked.day;
    const AccountId account = figures.facts->id();
    figures.score = scorer.score(account, day);
    if (!figures.score)
        return;
    figures.sheet = query::scoreSheet(*figures.score, figures.numbers->content.scorecards.groups);
    if (const auto before = scorer.score(account, day.addDays(-movedDays)))
        figures.moved = query::movedSheet(*before, *figures.score);
    for (int week = trendWeeks - 1; week >= 0; --week) {
        const QDate then = day.addDays(-7 * week);
        health::TrendPoint& point = figures.trend.emplace_back();
        point.day = then;
        if (const auto score = scorer.score(account, then, health::Detail::Numbers)) {
            point.shown = score->shown;
            point.band = score->band;
        }
    }
}

std::optional<journey::StageClock> clockOf(const AccountFigures& figures)
{
    const content::Journeys& journeys = figures.numbers->content.journeys;
    return journey::stageClock(*figures.facts, figures.numbers->facts.book(), *figures.numbers->stageRules,
                               work::stageClocks(journeys), figures.numbers->asked.day);
}

const Task* nextStepOf(const AccountFacts& facts)
{
    const Task* next = nullptr;
    const auto dueOf = [](const Task& task) { return task.due.isValid() ? task.due : QDate(9999, 12, 31); };
    for (const Task& task : facts.of<Task>())
        if (isOpen(task) && !task.archivedOn.isValid() && (!next || dueOf(task) < dueOf(*next)))
            next = &task;
    return next;
}

} // namespace

bool isOnboarding(const AccountFigures& figures)
{
    const content::Journeys& journeys = figures.numbers->content.journeys;
    for (const content::JourneyTemplate& each : journeys.templates)
        for (const content::JourneyStage& stage : each.stages)
            if (stage.kind == content::StageKind::Onboarding && stage.id == figures.line->stage)
                return true;
    return false;
}

std::optional<AccountFigures> figuresOf(const Numbers& numbers, AccountId account)
{
    AccountFigures figures;
    figures.numbers = numbers;
    figures.line = numbers ? lineOf(*numbers, account) : nullptr;
    if (!figures.line)
        return std::nullopt;
    figures.facts = figures.line->facts;
    const QDate day = numbers->asked.day;
    const BookFacts& book = numbers->facts.book();
    addScore(figures);
    const words::ContentWords words(numbers->content, QLocale());
    figures.timeline = query::timelineOf(*figures.facts, book, day,
                                         [&](QStringView list, const QString& id) { return words.word(list, id); });
    figures.people = query::peopleSeen(*figures.facts, day);
    figures.use = query::useOfSeats(*figures.facts, book, day);
    figures.renewals = revenue::renewalsOf(*figures.facts, book, day);
    figures.clock = clockOf(figures);
    figures.milestones = journey::milestones(*figures.facts, book, day);
    figures.nextStep = nextStepOf(*figures.facts);
    return figures;
}

} // namespace steward::account
