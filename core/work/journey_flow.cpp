// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/journey_flow.h"

#include "core/portfolio/standing.h"

#include <algorithm>
#include <map>

namespace steward::work {

namespace {

using content::StageKind;

/// A time in one stage; neighbours are of different ones.
struct Stay
{
    int stage = nowhere;
    QDate from;
    QDate to;
};

class Walk
{
public:
    Walk(FlowMap& map, const content::Journeys& journeys, const BookFacts& book)
        : m_map(map)
        , m_book(book)
    {
        if (map.journey)
            m_stages.emplace(*map.journey, journeys.earlier);
    }
    void take(const AccountFacts& facts)
    {
        const bool wasGone = standingOn(facts, m_book, m_map.period.from) == AccountStanding::Former;
        const bool isGone = standingOn(facts, m_book, m_map.period.to) == AccountStanding::Former;
        if (wasGone && isGone)
            return;
        const std::vector<Stay> stays = staysOf(facts);
        int at = nowhere;
        qint64 days = 0;
        for (const Stay& stay : stays) {
            if (stay.from <= m_map.period.from && !wasGone)
                at = stay.stage;
            else if (stay.from > m_map.period.from)
                at = step(facts.id(), at, stay.stage, stay.from, days);
            if (stay.from <= m_map.period.from && stay.to > m_map.period.from && at != nowhere)
                enter(m_map.before, m_map.stages[std::size_t(at)].before);
            days = stay.from.daysTo(stay.to);
        }
        const int last = stays.empty() ? nowhere : stays.back().stage;
        if (isGone)
            at = step(facts.id(), at, nowhere, wentOn(facts), days);
        else if (at != last)
            at = step(facts.id(), at, last, cameBack(facts), days);
        if (at != nowhere)
            enter(m_map.now, m_map.stages[std::size_t(at)].now);
    }
    [[nodiscard]] std::vector<Flow> flows() const
    {
        std::vector<Flow> all;
        for (const auto& [key, flow] : m_flows) {
            all.push_back(flow);
            std::ranges::stable_sort(all.back().cases, std::greater(), &FlowCase::day);
        }
        return all;
    }

private:
    static void enter(qsizetype& all, qsizetype& own)
    {
        ++all;
        ++own;
    }
    [[nodiscard]] std::vector<Stay> staysOf(const AccountFacts& facts)
    {
        std::vector<Stay> stays;
        for (const journey::StageSpan& span : journey::stageSpans(facts, m_book, m_map.period.to)) {
            if (span.isEmpty())
                continue;
            const int stage = indexOf(span.stage);
            if (!stays.empty() && stays.back().stage == stage)
                stays.back().to = span.to;
            else
                stays.push_back({stage, span.from, span.to});
        }
        return stays;
    }
    [[nodiscard]] int indexOf(const QString& name)
    {
        if (name.isEmpty())
            return nowhere;
        if (const auto known = m_names.find(name); known != m_names.end())
            return known->second;
        const content::JourneyStage* stage = m_stages ? m_stages->find(name) : nullptr;
        auto found = std::ranges::find_if(m_map.stages, [&](const FlowStage& each) {
            return stage ? each.stage == stage : !each.stage && each.called == name;
        });
        if (found == m_map.stages.end()) {
            found = m_map.stages.insert(m_map.stages.end(), FlowStage());
            found->called = name;
        }
        return m_names[name] = static_cast<int>(found - m_map.stages.begin());
    }
    [[nodiscard]] FlowKind kindOf(int from, int to) const
    {
        if (from == nowhere || to == nowhere)
            return from == nowhere ? FlowKind::Began : FlowKind::Left;
        const content::JourneyStage* source = m_map.stages[std::size_t(from)].stage;
        const content::JourneyStage* target = m_map.stages[std::size_t(to)].stage;
        if (target && target->kind == StageKind::Beside)
            return FlowKind::Beside;
        if (source && source->kind == StageKind::Beside)
            return FlowKind::Back;
        // Of a stage that no template has nobody knows whether it was earlier or later.
        return source && target && to < from ? FlowKind::Back : FlowKind::Forward;
    }
    int step(AccountId account, int from, int to, QDate day, qint64 days)
    {
        if (from == to)
            return to;
        const FlowKind kind = kindOf(from, to);
        Flow& flow = m_flows[{from, kind, to}];
        flow.from = from;
        flow.to = to;
        flow.kind = kind;
        flow.cases.push_back({account, day, from == nowhere ? 0 : days});
        if (from != nowhere)
            ++m_map.stages[std::size_t(from)].out[std::size_t(kind)];
        if (to != nowhere)
            ++m_map.stages[std::size_t(to)].came;
        return to;
    }
    [[nodiscard]] static QDate wentOn(const AccountFacts& facts)
    {
        QDate day = facts.account.churnedOn;
        if (!day.isValid())
            for (const Subscription& each : facts.of<Subscription>())
                if (each.endedOn.isValid() && (!day.isValid() || each.endedOn > day))
                    day = each.endedOn;
        return day;
    }
    /// The start of the contract that made a former customer one again.
    [[nodiscard]] QDate cameBack(const AccountFacts& facts) const
    {
        QDate day;
        for (const Subscription& each : facts.of<Subscription>())
            if (each.start > m_map.period.from && each.start <= m_map.period.to && (!day.isValid() || each.start < day))
                day = each.start;
        return day;
    }

    FlowMap& m_map;
    const BookFacts& m_book;
    std::optional<content::StageNames> m_stages;
    std::map<QString, int> m_names;
    std::map<std::tuple<int, FlowKind, int>, Flow> m_flows;
};

} // namespace

std::optional<qint64> Flow::medianDays() const
{
    if (from == nowhere)
        return std::nullopt;
    std::vector<qint64> days;
    for (const FlowCase& each : cases)
        days.push_back(each.days);
    return medianOf(std::move(days));
}

qsizetype FlowStage::allOut() const
{
    qsizetype sum = 0;
    for (const qsizetype each : out)
        sum += each;
    return sum;
}

qsizetype FlowMap::count(FlowKind kind) const
{
    qsizetype sum = 0;
    for (const Flow& each : flows)
        sum += each.kind == kind ? qsizetype(each.cases.size()) : 0;
    return sum;
}

FlowMap flowOf(const Portfolio& facts, const content::Journeys& journeys, const Period& period,
               const std::function<bool(const AccountFacts&)>& isWanted)
{
    FlowMap map;
    map.period = period;
    map.journey = journeyOf(facts, journeys);
    if (map.journey)
        for (const content::JourneyStage& stage : map.journey->stages)
            map.stages.emplace_back().stage = &stage;
    Walk walk(map, journeys, facts.book());
    for (const AccountFacts& each : facts)
        if (!isWanted || isWanted(each))
            walk.take(each);
    map.flows = walk.flows();
    return map;
}

} // namespace steward::work
