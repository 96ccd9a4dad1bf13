// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/subject.h"
#include "core/qbr/titles.h"

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
    if (const auto percent = use.percent(); percent && use.trend() != UseTrend::Same)
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
    const auto addOff = [&](const char* difference, const char* percent, const std::optional<OffPlan>& off) {
        if (off)
            add(difference, off->minor);
        if (off && off->percent)
            numbers.add(percent, *off->percent, QStringLiteral("percent"));
    };
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
