// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/titles.h"

#include "core/qbr/subject.h"

#include <algorithm>
#include <cmath>

namespace steward::qbr {

namespace {

using State = GoalLine::State;
using Title = std::optional<Say>;

constexpr qint64 unchanged = 3; ///< percent: less is no change
constexpr qint64 slight = 10;   ///< percent: up to here it is said to be slight

Say say(const char* id, NamedArguments arguments = {}) { return {QString::fromLatin1(id), std::move(arguments)}; }

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
        return say("summary.title_met", std::move(arguments));
    case State::OnCourse:
        return say("summary.title_on_course", std::move(arguments));
    case State::Behind:
        return say("summary.title_behind", std::move(arguments));
    case State::Decision:
        return say("summary.title_decision", std::move(arguments));
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
    NamedArguments arguments{
        {QStringLiteral("met"), goals.met}, {QStringLiteral("n"), n}, {QStringLiteral("k"), goals.decisions}};
    if (goals.decisions > 0)
        return say("goals.decide", std::move(arguments));
    if (goals.met == n)
        return say(n == 1 ? "goals.one_met" : "goals.all_met", std::move(arguments));
    const bool areOnCourse =
        std::ranges::all_of(goals.lines, [](const GoalLine& each) { return each.state != State::Agreed; });
    return say(areOnCourse ? "goals.on_course" : "goals.agreed", std::move(arguments));
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

Title use(const Pack& pack)
{
    const Use& use = pack.use;
    if (!use.isKnown || !use.now)
        return use.dataTo.isValid() ? say("use.until", {{QStringLiteral("date"), use.dataTo}}) : say("use.none");
    NamedArguments arguments{{QStringLiteral("now"), rounded(*use.now)},
                             {QStringLiteral("before"), rounded(use.before.value_or(0))},
                             {QStringLiteral("metric"), use.metric},
                             {QStringLiteral("product"), pack.product},
                             {QStringLiteral("quarter"), pack.quarter.plus(-1).toText()}};
    const QString kind = use.isPeople ? QStringLiteral("_people") : QStringLiteral("_metric");
    const auto percent = use.percent();
    if (!percent)
        return Say{QString((use.before ? QStringLiteral("use.few") : QStringLiteral("use.now")) + kind), arguments};
    const qint64 change = std::abs(*percent);
    arguments.emplace_back(QStringLiteral("pct"), change);
    if (change < unchanged)
        return Say{QString(QStringLiteral("use.same") + kind), arguments};
    if (*percent < 0)
        return say(change <= slight ? "use.down_slightly" : "use.down", arguments);
    return Say{QString((change <= slight ? QStringLiteral("use.up_slightly") : QStringLiteral("use.up")) + kind),
               arguments};
}

Title features(const Pack& pack)
{
    if (pack.features.empty())
        return std::nullopt;
    const FeatureLine& most = pack.features.front();
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
    if (hasUnused && !most.goal.isEmpty() && !unused->goal.isEmpty() && most.goal != unused->goal)
        return say("features.full", arguments);
    if (hasUnused && !unused->goal.isEmpty())
        return say("features.unused", arguments);
    return say(most.goal.isEmpty() ? "features.most" : "features.carries", arguments);
}

Title service(const Pack& pack)
{
    const Service& service = pack.service;
    if (!service.isKnown && service.opened == 0)
        return std::nullopt;
    if (service.opened == 0)
        return say("service.none");
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
    if (!pack.story.isKnown())
        return say("story.ask");
    if (pack.story.isQuote)
        return say("story.quote");
    const QString& text = pack.story.goal.isEmpty() ? pack.story.result : pack.story.goal;
    return say("story.told", {{QStringLiteral("result"), shortened(text, most)}});
}

Title value(const Pack& pack)
{
    const Value& value = pack.value;
    if (value.confirmed.empty())
        return say("value.none");
    NamedArguments arguments{{QStringLiteral("n"), static_cast<qint64>(value.confirmed.size())}};
    if (!value.total)
        return say("value.results", arguments);
    arguments.emplace_back(QStringLiteral("value"), *value.total);
    if (value.ratio && *value.ratio >= 1) {
        arguments.emplace_back(QStringLiteral("x"), std::floor(*value.ratio * 10) / 10);
        return say("value.ratio", arguments);
    }
    return say("value.total", arguments);
}

Title plan(const Pack& pack)
{
    const Plan& plan = pack.plan;
    const bool isKnown =
        std::ranges::any_of(plan.quarters, [](const PlanQuarter& each) { return each.plan || each.actual; });
    if (!isKnown)
        return std::nullopt;
    const auto money = [&](qint64 minor) { return Money{minor, plan.currency}; };
    NamedArguments arguments;
    if (plan.now().actual)
        arguments.emplace_back(QStringLiteral("actual"), money(*plan.now().actual));
    if (plan.now().plan)
        arguments.emplace_back(QStringLiteral("plan"), money(*plan.now().plan));
    if (!plan.now().plan)
        return say(plan.now().actual ? "plan.actual_only" : "plan.none", arguments);
    if (!plan.now().actual)
        return say("plan.plan_only", arguments);
    const qint64 difference = *plan.now().actual - *plan.now().plan;
    arguments.emplace_back(QStringLiteral("diff"), money(std::abs(difference)));
    return say(difference < 0 ? "plan.under" : difference > 0 ? "plan.over" : "plan.same", arguments);
}

Title feedback(const Pack& pack)
{
    const Feedback& feedback = pack.feedback;
    if (!feedback.requests.empty()) {
        const qint64 answered = feedback.count(RequestLine::State::Answered);
        NamedArguments arguments{{QStringLiteral("n"), static_cast<qint64>(feedback.requests.size())},
                                 {QStringLiteral("done"), feedback.count(RequestLine::State::Done)},
                                 {QStringLiteral("answered"), answered},
                                 {QStringLiteral("open"), feedback.count(RequestLine::State::Open)},
                                 {QStringLiteral("no"), feedback.count(RequestLine::State::Declined)}};
        return say(answered > 0 ? "feedback.asked_answered" : "feedback.asked", arguments);
    }
    if (feedback.nps)
        return say("feedback.nps", {{QStringLiteral("n"), feedback.answers}, {QStringLiteral("nps"), *feedback.nps}});
    if (!feedback.quotes.empty())
        return say("feedback.said", {{QStringLiteral("n"), static_cast<qint64>(feedback.quotes.size())}});
    return say("feedback.none");
}

Title actions(const Pack& pack)
{
    if (pack.actions.empty())
        return say("actions.none");
    const auto n = static_cast<qint64>(pack.actions.size());
    const qint64 whole = std::ranges::count_if(pack.actions, &ActionLine::isWhole);
    NamedArguments arguments{{QStringLiteral("n"), n}, {QStringLiteral("k"), n - whole}};
    return say(whole == n ? "actions.whole" : "actions.open", arguments);
}

/// Collects the numbers of a slide.
struct Numbers
{
    QString source;
    QDate dataTo;
    std::vector<Number> all = {};
    void add(const char* id, Argument value, const QString& unit)
    {
        all.push_back({QString::fromLatin1(id), std::move(value), unit, source, dataTo});
    }
    void count(const char* id, qint64 value) { add(id, value, QStringLiteral("count")); }
    void money(const char* id, const Money& value) { add(id, value, QStringLiteral("money")); }
};

std::vector<Number> goalNumbers(const Pack& pack)
{
    Numbers numbers{QStringLiteral("goals"), pack.goals.reviewed};
    if (pack.goals.lines.empty())
        return {};
    numbers.count("goals.total", static_cast<qint64>(pack.goals.lines.size()));
    numbers.count("goals.met", pack.goals.met);
    for (const GoalLine& each : pack.goals.lines)
        if (each.now)
            numbers.add("goal.now", *each.now, each.unit);
    return numbers.all;
}

std::vector<Number> useNumbers(const Pack& pack)
{
    const Use& use = pack.use;
    Numbers numbers{QStringLiteral("usage"), use.dataTo};
    if (!use.isKnown || !use.now)
        return {};
    numbers.count("use.now", rounded(*use.now));
    if (use.before)
        numbers.count("use.before", rounded(*use.before));
    if (const auto percent = use.percent(); percent && std::abs(*percent) >= unchanged)
        numbers.add("use.change", *percent, QStringLiteral("percent"));
    if (use.seats)
        numbers.count("use.seats", *use.seats);
    if (use.baseline)
        numbers.count("use.baseline", rounded(*use.baseline));
    return numbers.all;
}

std::vector<Number> serviceNumbers(const Pack& pack)
{
    const Service& service = pack.service;
    Numbers numbers{QStringLiteral("tickets"), service.dataTo};
    if (service.opened == 0)
        return {};
    numbers.count("service.opened", service.opened);
    numbers.count("service.closed", service.closed);
    if (service.firstReply)
        numbers.add("service.first_reply", *service.firstReply, QStringLiteral("minutes"));
    if (service.halfWithinDays)
        numbers.add("service.half_within", *service.halfWithinDays, QStringLiteral("days"));
    if (service.answers >= 5) {
        numbers.count("service.satisfied", service.satisfied);
        numbers.count("service.answers", service.answers);
    }
    return numbers.all;
}

std::vector<Number> valueNumbers(const Pack& pack)
{
    Numbers numbers{QStringLiteral("values"), pack.period.to};
    if (pack.value.total)
        numbers.money("value.total", *pack.value.total);
    if (pack.value.ratio && *pack.value.ratio >= 1)
        numbers.add("value.ratio", std::floor(*pack.value.ratio * 10) / 10, QStringLiteral("ratio"));
    numbers.source = QStringLiteral("invoices");
    if (pack.value.total && pack.value.spent)
        numbers.money("value.spent", *pack.value.spent);
    return numbers.all;
}

std::vector<Number> planNumbers(const Pack& pack)
{
    const Plan& plan = pack.plan;
    Numbers numbers{QStringLiteral("invoices"), plan.dataTo};
    const auto add = [&](const char* id, const std::optional<qint64>& minor) {
        if (minor)
            numbers.money(id, {*minor, plan.currency});
    };
    add("plan.actual", plan.now().actual);
    add("plan.planned", plan.now().plan);
    if (plan.now().actual && plan.now().plan)
        add("plan.difference", *plan.now().actual - *plan.now().plan);
    add("plan.year_actual", plan.yearActual);
    add("plan.year_planned", plan.yearPlan);
    numbers.source = QStringLiteral("subscriptions");
    if (plan.seats)
        numbers.count("plan.seats", *plan.seats);
    if (plan.seats && plan.used)
        numbers.count("plan.used", *plan.used);
    return numbers.all;
}

std::vector<Number> feedbackNumbers(const Pack& pack)
{
    const Feedback& feedback = pack.feedback;
    Numbers numbers{QStringLiteral("surveys"), feedback.dataTo};
    if (!feedback.requests.empty())
        numbers.count("feedback.requests", static_cast<qint64>(feedback.requests.size()));
    if (feedback.nps) {
        numbers.add("feedback.nps", *feedback.nps, QStringLiteral("nps"));
        numbers.count("feedback.answers", feedback.answers);
    }
    return numbers.all;
}

} // namespace

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

std::vector<Number> numbersOf(const QString& slide, const Pack& pack)
{
    static const std::map<QString, std::vector<Number> (*)(const Pack&)> numbers{
        {QStringLiteral("goals"), goalNumbers},      {QStringLiteral("use"), useNumbers},
        {QStringLiteral("service"), serviceNumbers}, {QStringLiteral("value"), valueNumbers},
        {QStringLiteral("plan"), planNumbers},       {QStringLiteral("feedback"), feedbackNumbers}};
    const auto found = numbers.find(slide);
    return found == numbers.end() ? std::vector<Number>() : found->second(pack);
}

} // namespace steward::qbr
