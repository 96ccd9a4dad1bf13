// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/subject.h"
#include "core/qbr/titles.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace steward::qbr {

namespace {

/// Collects the numbers of a slide.
struct Numbers
{
    QString source;
    QDate dataTo;
    std::vector<Number> all = {};
    void add(const char* id, Argument value, const QString& unit, const QString& of = {})
    {
        all.push_back({QString::fromLatin1(id), std::move(value), unit, source, dataTo, of});
    }
    void count(const char* id, qint64 value, const QString& of = {}) { add(id, value, QStringLiteral("count"), of); }
    void money(const char* id, const Money& value, const QString& of = {})
    {
        add(id, value, QStringLiteral("money"), of);
    }
};

/// The figures that a sentence names; change is what its percent stands for.
struct Named
{
    const Pack& pack;
    const content::Qbr& content;
    Numbers& numbers;

    void add(const Say& say, const char* argument, const char* id, const QString& unit, const QString& of = {})
    {
        const content::Text* text = content.sentence(say.id);
        const auto found =
            std::ranges::find(say.arguments, QLatin1String(argument), &NamedArguments::value_type::first);
        const QString gap = QString(u'{' + QLatin1String(argument) + u'}');
        if (text && found != say.arguments.end() && text->en.contains(gap))
            numbers.add(id, found->second, unit, of);
    }
    void goal(const Say& say)
    {
        if (pack.goals.lines.empty())
            return;
        const GoalLine& goal = pack.goals.lines.front();
        numbers.source = QStringLiteral("goals");
        numbers.dataTo = goal.reviewed;
        add(say, "baseline", "goal.baseline", goal.unit, goal.name);
        add(say, "now", "goal.now", goal.unit, goal.name);
        add(say, "target", "goal.target", goal.unit, goal.name);
        add(say, "days", "goal.days", QStringLiteral("days"), goal.name);
    }
    void use(const Say& say)
    {
        numbers.source = QStringLiteral("usage");
        numbers.dataTo = pack.use.dataTo;
        add(say, "now", "use.now", QStringLiteral("count"));
        add(say, "before", "use.before", QStringLiteral("count"));
        if (const auto change = pack.use.percent()) {
            Say signedChange = say;
            for (auto& [name, value] : signedChange.arguments)
                if (name == u"pct")
                    value = *change;
            add(signedChange, "pct", "use.change", QStringLiteral("percent"));
        }
        numbers.source = QStringLiteral("tickets");
        numbers.dataTo = pack.service.dataTo;
        add(say, "n", "service.urgent", QStringLiteral("count"));
        add(say, "k", "service.urgent_open", QStringLiteral("count"));
    }
};

std::vector<Number> summaryNumbers(const Pack& pack, const content::Qbr& content)
{
    Numbers numbers{{}, {}};
    Named named{pack, content, numbers};
    if (pack.summary.size() > 1) {
        named.goal(pack.summary[0]);
        named.use(pack.summary[1]);
    }
    return numbers.all;
}

/// Of a goal that was met; what people tell has no figures of ours.
std::vector<Number> storyNumbers(const Pack& pack, const content::Qbr&)
{
    const Story& story = pack.story;
    if (story.kind != Story::Kind::Goal || !story.met.baseline || !story.met.now)
        return {};
    Numbers numbers{QStringLiteral("goals"), story.met.reviewed};
    numbers.add("goal.baseline", *story.met.baseline, story.met.unit, story.met.name);
    numbers.add("goal.now", *story.met.now, story.met.unit, story.met.name);
    return numbers.all;
}

std::vector<Number> featureNumbers(const Pack& pack, const content::Qbr&)
{
    Numbers numbers{QStringLiteral("usage"), pack.use.dataTo};
    for (const FeatureLine& each : pack.shownFeatures()) {
        numbers.count("feature.now", rounded(each.now), each.name);
        if (!pack.isRunning())
            numbers.count("feature.before", rounded(each.before), each.name);
    }
    return numbers.all;
}

std::vector<Number> goalNumbers(const Pack& pack, const content::Qbr&)
{
    Numbers numbers{QStringLiteral("goals"), pack.goals.reviewed};
    if (pack.goals.lines.empty())
        return {};
    numbers.count("goals.total", static_cast<qint64>(pack.goals.lines.size()));
    numbers.count("goals.met", pack.goals.met);
    for (const GoalLine& each : pack.goals.lines) {
        if (each.now)
            numbers.add("goal.now", *each.now, each.unit, each.name);
        if (each.baseline && each.now && each.target && *each.baseline != *each.target) {
            numbers.add("goal.baseline", *each.baseline, each.unit, each.name);
            numbers.add("goal.target", *each.target, each.unit, each.name);
        }
    }
    return numbers.all;
}

std::vector<Number> useNumbers(const Pack& pack, const content::Qbr&)
{
    const Use& use = pack.use;
    Numbers numbers{QStringLiteral("usage"), use.dataTo};
    if (!use.isKnown || !use.now)
        return {};
    numbers.count("use.now", rounded(*use.now));
    if (use.before)
        numbers.count("use.before", rounded(*use.before));
    if (const auto percent = use.percent(); percent && use.trend() != UseTrend::Same)
        numbers.add("use.change", *percent, QStringLiteral("percent"));
    if (use.seats)
        numbers.count("use.seats", *use.seats);
    if (use.baseline)
        numbers.count("use.baseline", rounded(*use.baseline));
    for (const MonthUse& each : use.months)
        if (each.value)
            numbers.count("use.month", rounded(*each.value), each.month.first().toString(QStringLiteral("yyyy-MM")));
    return numbers.all;
}

std::vector<Number> serviceNumbers(const Pack& pack, const content::Qbr&)
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
    if (service.urgent > 0)
        numbers.count("service.urgent", service.urgent);
    if (service.hasThemes())
        for (const auto& [name, count] : service.shownThemes())
            numbers.count("service.theme", count, name);
    return numbers.all;
}

std::vector<Number> valueNumbers(const Pack& pack, const content::Qbr&)
{
    Numbers numbers{QStringLiteral("values"), pack.period.to};
    if (pack.value.total)
        numbers.money("value.total", *pack.value.total);
    if (pack.value.ratio && *pack.value.ratio >= 1.1)
        numbers.add("value.ratio", std::floor(*pack.value.ratio * 10) / 10, QStringLiteral("ratio"));
    // The newest: more have no room beside each other.
    constexpr std::size_t most = 3;
    const auto& lines = pack.value.confirmed;
    for (std::size_t i = lines.size() > most ? lines.size() - most : 0; i < lines.size(); ++i)
        if (lines[i].money)
            numbers.money("value.line", *lines[i].money, lines[i].text);
    for (const Money& each : pack.value.earlier)
        numbers.money("value.earlier", each);
    numbers.source = QStringLiteral("invoices");
    if (pack.value.total && pack.value.spent)
        numbers.money("value.spent", *pack.value.spent);
    return numbers.all;
}

std::vector<Number> planNumbers(const Pack& pack, const content::Qbr&)
{
    const Plan& plan = pack.plan;
    Numbers numbers{QStringLiteral("invoices"), plan.dataTo};
    const auto add = [&](const char* id, const std::optional<qint64>& minor) {
        if (minor)
            numbers.money(id, {*minor, plan.currency});
    };
    add("plan.actual", plan.now().actual);
    add("plan.planned", plan.now().plan);
    const auto addOff = [&](const char* difference, const char* percent, const std::optional<OffPlan>& off) {
        if (off)
            add(difference, off->minor);
        if (off && off->percent)
            numbers.add(percent, *off->percent, QStringLiteral("percent"));
    };
    for (const PlanQuarter& each : plan.quarters) {
        if (&each == &plan.now())
            continue;
        if (each.plan)
            numbers.money("plan.quarter_planned", {*each.plan, plan.currency}, each.quarter.toText());
        if (each.actual)
            numbers.money("plan.quarter_actual", {*each.actual, plan.currency}, each.quarter.toText());
        const auto off = offPlan(each.plan, each.actual, each.isWhole);
        if (off)
            numbers.money("plan.quarter_difference", {off->minor, plan.currency}, each.quarter.toText());
        if (off && off->percent)
            numbers.add("plan.quarter_percent", *off->percent, QStringLiteral("percent"), each.quarter.toText());
    }
    addOff("plan.difference", "plan.percent", offPlan(plan.now().plan, plan.now().actual, plan.isWhole));
    add("plan.year_actual", plan.yearActual);
    add("plan.year_planned", plan.yearPlan);
    addOff("plan.year_difference", "plan.year_percent", offPlan(plan.yearPlan, plan.yearActual, plan.isWhole));
    numbers.source = QStringLiteral("subscriptions");
    if (plan.seats)
        numbers.count("plan.seats", *plan.seats);
    if (plan.seats && plan.used)
        numbers.count("plan.used", *plan.used);
    return numbers.all;
}

std::vector<Number> feedbackNumbers(const Pack& pack, const content::Qbr&)
{
    const Feedback& feedback = pack.feedback;
    Numbers numbers{QStringLiteral("surveys"), feedback.dataTo};
    if (!feedback.requests.empty())
        numbers.count("feedback.requests", static_cast<qint64>(feedback.requests.size()));
    if (feedback.nps) {
        numbers.add("feedback.nps", *feedback.nps, QStringLiteral("nps"));
        numbers.count("feedback.answers", feedback.answers);
        numbers.add("feedback.low", feedback.low, QStringLiteral("nps"));
        numbers.add("feedback.high", feedback.high, QStringLiteral("nps"));
        numbers.count("feedback.promoters", feedback.promoters);
        numbers.count("feedback.passives", feedback.passives);
        numbers.count("feedback.detractors", feedback.detractors);
    }
    return numbers.all;
}

} // namespace

std::vector<Number> numbersOf(const QString& slide, const Pack& pack, const content::Qbr& content)
{
    static const std::map<QString, std::vector<Number> (*)(const Pack&, const content::Qbr&)> numbers{
        {QStringLiteral("summary"), summaryNumbers},  {QStringLiteral("goals"), goalNumbers},
        {QStringLiteral("use"), useNumbers},          {QStringLiteral("features"), featureNumbers},
        {QStringLiteral("service"), serviceNumbers},  {QStringLiteral("story"), storyNumbers},
        {QStringLiteral("value"), valueNumbers},      {QStringLiteral("plan"), planNumbers},
        {QStringLiteral("feedback"), feedbackNumbers}};
    const auto found = numbers.find(slide);
    return found == numbers.end() ? std::vector<Number>() : found->second(pack, content);
}

} // namespace steward::qbr
