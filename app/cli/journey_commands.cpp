// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figures.h"
#include "app/cli/groups.h"
#include "app/cli/open_book.h"
#include "core/journey/stages.h"
#include "core/journey/value_pace.h"
#include "core/query/book_content.h"
#include "core/work/journey_board.h"

#include <QCoreApplication>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

QJsonValue dayOrNull(QDate day) { return day.isValid() ? QJsonValue(isoText(day)) : QJsonValue(); }

QJsonValue textOrNull(const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonArray milestonesJson(const std::vector<journey::MilestoneState>& list)
{
    QJsonArray array;
    for (const auto& milestone : list)
        array.append(QJsonObject{{QStringLiteral("id"), milestone.kind},
                                 {QStringLiteral("planned"), dayOrNull(milestone.planned)},
                                 {QStringLiteral("reached"), dayOrNull(milestone.reached)},
                                 {QStringLiteral("by"), textOrNull(milestone.by)}});
    return array;
}

QString clockText(journey::ClockState state)
{
    switch (state) {
    case journey::ClockState::NoTarget:
        return QStringLiteral("no_target");
    case journey::ClockState::OnTrack:
        return QStringLiteral("on_track");
    case journey::ClockState::Behind:
        return QStringLiteral("behind");
    case journey::ClockState::Stuck:
        return QStringLiteral("stuck");
    }
    return {};
}

/// Days and visits by stage; the days of all add up to "age".
QJsonArray stagesJson(const std::vector<journey::StageTime>& times)
{
    QJsonArray array;
    for (const journey::StageTime& each : times)
        array.append(QJsonObject{{QStringLiteral("stage"), textOrNull(each.stage)},
                                 {QStringLiteral("days"), each.days},
                                 {QStringLiteral("visits"), each.visits}});
    return array;
}

/// Days to the customer's word that value came, or waited so far; quarter 1 is the fastest, null: too few to say.
QJsonValue paceJson(const std::optional<journey::ValuePace>& pace)
{
    if (!pace)
        return {};
    const auto dayOf = [&](std::size_t border) {
        const auto& days = pace->all.days[border];
        return days ? QJsonValue(*days) : QJsonValue();
    };
    return QJsonObject{{QStringLiteral("days"), pace->days},
                       {QStringLiteral("reached"), pace->came},
                       {QStringLiteral("quarter"), pace->quarter > 0 ? QJsonValue(pace->quarter) : QJsonValue()},
                       {QStringLiteral("quarter_days"), QJsonArray{dayOf(0), dayOf(1), dayOf(2)}},
                       {QStringLiteral("of"), pace->all.came + pace->all.waiting}};
}

QJsonObject accountJson(const AccountFacts& facts, const BookFacts& book, const std::vector<journey::StageRule>& rules,
                        const journey::ClockRules& clocks, const journey::ValueQuartiles& values, QDate day)
{
    const auto clock = journey::stageClock(facts, book, rules, clocks, day);
    const auto times = journey::stageTimes(journey::stageSpans(facts, book, day));
    qint64 age = 0;
    for (const journey::StageTime& each : times)
        age += each.days;
    const auto list = journey::milestones(facts, book, day);
    return {{QStringLiteral("account"), facts.account.name},
            {QStringLiteral("id"), QString::number(facts.account.id)},
            {QStringLiteral("stage"), clock ? textOrNull(clock->stage) : QJsonValue()},
            {QStringLiteral("since"), clock ? dayOrNull(clock->since) : QJsonValue()},
            {QStringLiteral("days"), clock ? QJsonValue(clock->days) : QJsonValue()},
            {QStringLiteral("target"), clock && clock->target ? QJsonValue(*clock->target) : QJsonValue()},
            {QStringLiteral("clock"), clock ? QJsonValue(clockText(clock->state)) : QJsonValue()},
            {QStringLiteral("stuck_at"), textOrNull(journey::stuckAt(list, day))},
            {QStringLiteral("age"), times.empty() ? QJsonValue() : QJsonValue(age)},
            {QStringLiteral("stages"), stagesJson(times)},
            {QStringLiteral("first_value"), paceJson(journey::valuePace(facts, book, values, day))},
            {QStringLiteral("milestones"), milestonesJson(list)}};
}

Result<Answer> journeyAnswer(const Invocation& invocation, const Portfolio& portfolio)
{
    const auto basis = basisOf(portfolio, invocation);
    if (!basis)
        return tl::unexpected(basis.error());
    const auto content = query::contentOf(portfolio.book());
    if (!content)
        return tl::unexpected(content.error());
    const auto rules = work::stageRules(content->journeys, work::journeyOf(portfolio, content->journeys));
    const auto values = journey::quartilesOf(journey::timeToValue(portfolio, {}, invocation.asOf));
    QJsonArray array;
    for (const AccountFacts& facts : portfolio)
        if (!basis->account.isValid() || facts.id() == basis->account)
            array.append(accountJson(facts, portfolio.book(), rules, work::stageClocks(content->journeys), values,
                                     invocation.asOf));
    return Answer{array,
                  {{QStringLiteral("account")},
                   {QStringLiteral("stage")},
                   {QStringLiteral("since")},
                   {QStringLiteral("days"), true},
                   {QStringLiteral("target"), true},
                   {QStringLiteral("clock")},
                   {QStringLiteral("stuck_at")}},
                  {},
                  {}};
}

} // namespace

std::vector<Command> journeyCommands()
{
    return {{QStringLiteral("journey"),
             QStringLiteral("journey [--account A]"),
             tr("Where each account stands on its way, and since when"),
             {{QStringLiteral("account"), QStringLiteral("A"), tr("One account: id, key or name")}},
             0,
             0,
             [](const Invocation& invocation) {
                 return answerFrom(invocation,
                                   [&](const Portfolio& portfolio) { return journeyAnswer(invocation, portfolio); });
             }}};
}

} // namespace steward::cli
