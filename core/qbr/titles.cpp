// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/titles.h"

#include "core/qbr/subject.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace steward::qbr {

namespace {

using State = GoalLine::State;
using Title = std::optional<Say>;

Say say(const char* id, NamedArguments arguments = {}) { return {QString::fromLatin1(id), std::move(arguments)}; }

QString sentenceStart(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// "hours spent on planning: from 22 to 11" needs no "hours" behind it.
QString unitBeside(const GoalLine& goal)
{
    const bool isNamed = !goal.unit.isEmpty() && goal.measure.contains(goal.unit, Qt::CaseInsensitive);
    return isNamed ? QString() : goal.unit;
}

Title cover(const Pack& pack)
{
    NamedArguments arguments{{QStringLiteral("account"), pack.accountName},
                             {QStringLiteral("vendor"), pack.vendor},
                             {QStringLiteral("quarter"), pack.quarter.toText()}};
    return say(pack.vendor.isEmpty() ? "cover.alone" : "cover.both", std::move(arguments));
}

Title summary(const Pack& pack)
{
    if (pack.goals.lines.empty())
        return say("summary.title_none");
    const GoalLine& goal = pack.goals.lines.front();
    NamedArguments arguments{{QStringLiteral("goal"), goal.name}};
    switch (goal.state) {
    case State::Met:
        return say(goal.isSince ? "summary.title_since" : "summary.title_met", std::move(arguments));
    case State::OnCourse:
        return say("summary.title_on_course", std::move(arguments));
    case State::Behind:
        return say("summary.title_behind", std::move(arguments));
    case State::Reached:
        return say("summary.title_at_target", std::move(arguments));
    case State::Decision:
        return say("summary.title_decision", std::move(arguments));
    case State::Doubted:
        return say("summary.title_doubted", std::move(arguments));
    default:
        return say("summary.title_agreed", std::move(arguments));
    }
}

Title goals(const Pack& pack)
{
    const Goals& goals = pack.goals;
    if (goals.lines.empty())
        return say("goals.none");
    const auto n = static_cast<qint64>(goals.lines.size());
    const bool isOne = n == 1;
    NamedArguments arguments{
        {QStringLiteral("met"), goals.met}, {QStringLiteral("n"), n}, {QStringLiteral("k"), goals.decisions}};
    if (goals.decisions > 0)
        return say(isOne ? "goals.one_decide" : "goals.decide", std::move(arguments));
    if (goals.since > 0) {
        arguments.emplace_back(QStringLiteral("since"), goals.since);
        return say(isOne            ? "goals.one_since"
                   : goals.met == 0 ? "goals.since_only"
                                    : "goals.since",
                   std::move(arguments));
    }
    if (goals.met == n)
        return say(isOne ? "goals.one_met" : "goals.all_met", std::move(arguments));
    if (goals.doubted > 0)
        return say(isOne            ? "goals.one_doubted"
                   : goals.met == 0 ? "goals.all_doubted"
                                    : "goals.doubted",
                   std::move(arguments));
    const bool areOnCourse =
        std::ranges::all_of(goals.lines, [](const GoalLine& each) { return each.state != State::Agreed; });
    if (isOne)
        return say(areOnCourse ? "goals.one_on_course" : "goals.one_agreed");
    if (areOnCourse)
        return say(goals.met == 0 ? "goals.all_on_course" : "goals.on_course", std::move(arguments));
    return say("goals.agreed", std::move(arguments));
}

Title change(const Pack& pack)
{
    const Change& change = pack.change;
    if (!change.ended.isEmpty() && !change.added.isEmpty())
        return say("change.moved",
                   {{QStringLiteral("old"), change.ended.first()}, {QStringLiteral("new"), change.added.first()}});
    if (!change.added.isEmpty())
        return say("change.added", {{QStringLiteral("new"), change.added.first()}});
    return say(change.kept.isEmpty() ? "change.none" : "change.still");
}

Title use(const Pack& pack) { return useSaying(pack, QStringLiteral("use.")); }

Title features(const Pack& pack)
{
    if (pack.features.empty())
        return std::nullopt;
    const FeatureLine& most = pack.features.front();
    constexpr double fewest = 10; // of fewer uses nothing can be said
    if (most.now < fewest)
        return std::nullopt;
    const auto unused = std::ranges::find_if(pack.features, [](const FeatureLine& each) { return each.now <= 0; });
    const bool hasUnused = unused != pack.features.end();
    NamedArguments arguments{{QStringLiteral("feature"), most.name}, {QStringLiteral("goal"), most.goal}};
    if (hasUnused) {
        arguments.emplace_back(QStringLiteral("unused"), unused->name);
        arguments.emplace_back(QStringLiteral("goal2"), unused->goal);
    }
    arguments.emplace_back(
        QStringLiteral("n"),
        qint64(std::ranges::count_if(pack.features, [](const FeatureLine& each) { return each.now > 0; })));
    const auto first =
        std::ranges::count(pack.features, rounded(most.now), [](const FeatureLine& each) { return rounded(each.now); });
    if (first == 2) {
        arguments.emplace_back(QStringLiteral("text"), pack.features[1].name);
        return say("features.two", arguments);
    }
    if (first > 2)
        return say("features.equal", {{QStringLiteral("n"), qint64(first)}});
    if (hasUnused && !most.goal.isEmpty() && !unused->goal.isEmpty() && most.goal != unused->goal)
        return say("features.full", arguments);
    if (hasUnused && !unused->goal.isEmpty())
        return say("features.unused", arguments);
    const bool isOnly = pack.features.size() == 1 || pack.features[1].now <= 0;
    return say(!most.goal.isEmpty() ? "features.carries" : isOnly ? "features.one" : "features.most", arguments);
}

Title service(const Pack& pack)
{
    const Service& service = pack.service;
    if (!service.isKnown && service.opened == 0)
        return std::nullopt;
    if (service.opened == 0)
        return say(pack.isRunning() ? "service.none_yet" : "service.none");
    NamedArguments arguments{{QStringLiteral("n"), service.opened},
                             {QStringLiteral("closed"), service.closed},
                             {QStringLiteral("days"), service.halfWithinDays.value_or(0)}};
    const auto& themes = service.themes;
    const bool hasTheme =
        !themes.empty() && themes[0].second > 1 && (themes.size() == 1 || themes[0].second > themes[1].second);
    if (hasTheme)
        arguments.emplace_back(QStringLiteral("theme"), themes[0].first);
    if (service.opened == 1)
        return say(service.closed == 1 ? "service.one_solved" : "service.one_open", arguments);
    if (!service.halfWithinDays)
        return say("service.open", arguments);
    const bool isSameDay = *service.halfWithinDays == 0;
    if (hasTheme)
        return say(isSameDay ? "service.same_day_theme" : "service.half_theme", arguments);
    return say(isSameDay ? "service.same_day" : "service.half", arguments);
}

Title story(const Pack& pack)
{
    constexpr qsizetype most = 105;
    const Story& story = pack.story;
    if (!story.isKnown())
        return say("story.ask");
    switch (story.kind) {
    case Story::Kind::Quote:
        return say("story.quote");
    case Story::Kind::Goal:
        return say("story.goal", {{QStringLiteral("name"), sentenceStart(shortened(story.met.measure, most - 40))},
                                  {QStringLiteral("baseline"), story.met.baseline.value_or(0)},
                                  {QStringLiteral("now"), story.met.now.value_or(0)},
                                  {QStringLiteral("unit"), unitBeside(story.met)}});
    case Story::Kind::Told:
    case Story::Kind::Value:
        break;
    }
    const QString& text = story.result.isEmpty() ? story.goal : story.result;
    return say("story.told", {{QStringLiteral("result"), sentenceStart(shortened(text, most))}});
}

Title value(const Pack& pack)
{
    constexpr double aLittleMore = 1.1; // "1 times" says nothing
    const Value& value = pack.value;
    if (value.confirmed.empty())
        return say(value.earlier.empty() ? "value.none" : "value.none_year");
    NamedArguments arguments{{QStringLiteral("n"), static_cast<qint64>(value.confirmed.size())}};
    if (!value.total && !value.others.empty())
        return say("value.mixed", arguments);
    if (!value.total)
        return say(value.confirmed.size() == 1 ? "value.one_result" : "value.results", arguments);
    arguments.emplace_back(QStringLiteral("value"), *value.total);
    if (value.ratio && *value.ratio >= 1 && *value.ratio < aLittleMore)
        return say("value.same", arguments);
    if (value.ratio && *value.ratio >= 1) {
        arguments.emplace_back(QStringLiteral("x"), std::floor(*value.ratio * 10) / 10);
        return say("value.ratio", arguments);
    }
    return say("value.total", arguments);
}

Title plan(const Pack& pack)
{
    const Plan& plan = pack.plan;
    const auto money = [&](qint64 minor) { return Money{minor, plan.currency}; };
    NamedArguments arguments;
    if (plan.now().actual)
        arguments.emplace_back(QStringLiteral("actual"), money(*plan.now().actual));
    if (plan.now().plan)
        arguments.emplace_back(QStringLiteral("plan"), money(*plan.now().plan));
    if (!plan.now().plan && !plan.now().actual)
        return say(plan.isKnown ? "plan.none" : "plan.unknown", arguments);
    if (!plan.now().plan)
        return say(plan.isWhole ? "plan.actual_only" : "plan.actual_so_far", arguments);
    if (!plan.now().actual)
        return say("plan.plan_only", arguments);
    const qint64 difference = *plan.now().actual - *plan.now().plan;
    arguments.emplace_back(QStringLiteral("diff"), money(std::abs(difference)));
    if (difference < 0 && !plan.isWhole)
        return say("plan.so_far", arguments);
    return say(difference < 0 ? "plan.under" : difference > 0 ? "plan.over" : "plan.same", arguments);
}

const char* oneAsked(RequestLine::State state)
{
    switch (state) {
    case RequestLine::State::Done:
        return "feedback.one_done";
    case RequestLine::State::Answered:
        return "feedback.one_answered";
    case RequestLine::State::Declined:
        return "feedback.one_declined";
    case RequestLine::State::Open:
        break;
    }
    return "feedback.one_open";
}

const char* allAsked(RequestLine::State state)
{
    switch (state) {
    case RequestLine::State::Done:
        return "feedback.all_done";
    case RequestLine::State::Answered:
        return "feedback.all_answered";
    case RequestLine::State::Declined:
        return "feedback.all_declined";
    case RequestLine::State::Open:
        break;
    }
    return "feedback.all_open";
}

/// What became of them; a state that none of them is in is not named.
Say mixedAsked(const Feedback& feedback, qint64 n)
{
    const std::pair<const char*, RequestLine::State> states[] = {{"done", RequestLine::State::Done},
                                                                 {"answered", RequestLine::State::Answered},
                                                                 {"open", RequestLine::State::Open},
                                                                 {"no", RequestLine::State::Declined}};
    Say said{QStringLiteral("feedback.asked"), {{QStringLiteral("n"), n}}};
    for (const auto& [name, state] : states)
        if (const qint64 count = feedback.count(state); count > 0) {
            said.id += QString(u'_' + QLatin1String(name));
            said.arguments.emplace_back(QString::fromLatin1(name), count);
        }
    return said;
}

Title feedback(const Pack& pack)
{
    const Feedback& feedback = pack.feedback;
    if (!feedback.requests.empty()) {
        const RequestLine::State first = feedback.requests.front().state;
        const auto n = static_cast<qint64>(feedback.requests.size());
        if (feedback.count(first) == n)
            return say(n == 1 ? oneAsked(first) : allAsked(first), {{QStringLiteral("n"), n}});
        return mixedAsked(feedback, n);
    }
    if (feedback.nps)
        return say("feedback.nps", {{QStringLiteral("n"), feedback.answers}, {QStringLiteral("nps"), *feedback.nps}});
    if (!feedback.quotes.empty())
        return say("feedback.said", {{QStringLiteral("n"), static_cast<qint64>(feedback.quotes.size())}});
    return say(feedback.isAsked ? "feedback.none" : "feedback.unasked");
}

Title actions(const Pack& pack)
{
    const auto n = static_cast<qint64>(std::ranges::count_if(pack.actions, &ActionLine::isOpen));
    const auto done = static_cast<qint64>(std::ranges::count_if(pack.actions, &ActionLine::isDone));
    if (n == 0)
        return done == 0 ? say("actions.none") : say("actions.all_done", {{QStringLiteral("n"), done}});
    const qint64 whole =
        std::ranges::count_if(pack.actions, [](const ActionLine& each) { return each.isOpen() && each.isWhole(); });
    const qint64 late =
        std::ranges::count_if(pack.actions, [&](const ActionLine& each) { return each.isLate(pack.asOf); });
    NamedArguments arguments{{QStringLiteral("n"), n}, {QStringLiteral("k"), whole < n ? n - whole : late}};
    if (whole < n)
        return say("actions.open", arguments);
    if (late == n)
        return say(n == 1 ? "actions.one_late" : "actions.all_late", arguments);
    return say(late > 0 ? "actions.late" : n == 1 ? "actions.one_whole" : "actions.whole", arguments);
}

} // namespace

std::vector<Quarter> quartersToPlan(const Pack& pack)
{
    std::vector<Quarter> quarters = pack.plan.unplanned;
    if (!pack.plan.now().plan && std::ranges::find(quarters, pack.quarter) == quarters.end())
        quarters.push_back(pack.quarter);
    return quarters;
}

std::vector<Say> doubtsOf(const QString& slide, const Pack& pack)
{
    std::vector<Say> doubts;
    if (slide == u"goals")
        for (const GoalLine& each : pack.goals.lines) {
            if (each.state != State::Doubted)
                continue;
            const QDate reached = reachedAtThisPace(each);
            if (reached.isValid())
                doubts.push_back(say("doubt.pace", {{QStringLiteral("goal"), each.name},
                                                    {QStringLiteral("month"), reached},
                                                    {QStringLiteral("due"), each.due}}));
            else
                doubts.push_back(
                    say("doubt.still", {{QStringLiteral("goal"), each.name}, {QStringLiteral("due"), each.due}}));
        }
    if (slide == u"service" && pack.service.contradictory > 0)
        doubts.push_back(say("doubt.open", {{QStringLiteral("n"), pack.service.contradictory}}));
    return doubts;
}

std::optional<Say> titleOf(const QString& slide, const Pack& pack)
{
    static const std::map<QString, Title (*)(const Pack&)> titles{
        {QStringLiteral("cover"), cover},       {QStringLiteral("summary"), summary},
        {QStringLiteral("goals"), goals},       {QStringLiteral("change"), change},
        {QStringLiteral("use"), use},           {QStringLiteral("features"), features},
        {QStringLiteral("service"), service},   {QStringLiteral("story"), story},
        {QStringLiteral("value"), value},       {QStringLiteral("plan"), plan},
        {QStringLiteral("feedback"), feedback}, {QStringLiteral("actions"), actions}};
    if (slide == u"appendix")
        return say("appendix.title");
    const auto found = titles.find(slide);
    return found == titles.end() ? std::nullopt : found->second(pack);
}

} // namespace steward::qbr
