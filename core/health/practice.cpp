// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/practice.h"

#include "core/portfolio/contact_life.h"
#include "core/portfolio/look_back.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"

#include <algorithm>

namespace steward::health {

namespace {

constexpr qint64 ever = std::numeric_limits<qint64>::min();
constexpr qint64 never = std::numeric_limits<qint64>::max();

/// An unknown day was always there, as in looking back.
qint64 julian(QDate day) { return day.isValid() ? day.toJulianDay() : ever; }

/// The first day of a row that is one, none: `never`.
template <class T, class Is, class Day>
qint64 firstOf(const AccountFacts& facts, Is&& is, Day&& day)
{
    qint64 first = never;
    for (const T& row : facts.of<T>())
        if (is(row))
            first = std::min(first, julian(day(row)));
    return first;
}

/// An account without a contract's day counts from the first thing that is known of it: one that a file brings without
/// any day does not make others unpractised on days before.
QDate knownSince(const AccountFacts& facts, const BookFacts& book)
{
    const QDate first = firstDay(facts);
    return first.isValid() || facts.account.recorded.ms == 0 ? first : dayOf(facts.account.recorded, book.zone);
}

/// A milestone says something from the day it was reached, or was to be.
QDate knownFrom(const Milestone& row)
{
    if (!row.reached.isValid() || !row.planned.isValid())
        return row.reached.isValid() ? row.reached : row.planned;
    return std::min(row.reached, row.planned);
}

qint64 firstValue(const AccountFacts& facts)
{
    const qint64 value = firstOf<Value>(
        facts, [](const Value& row) { return row.day.isValid(); }, [](const Value& row) { return row.day; });
    const qint64 goal = firstOf<Goal>(
        facts, [](const Goal& row) { return row.metOn.isValid(); }, [](const Goal& row) { return row.metOn; });
    const qint64 said = firstOf<Milestone>(
        facts, [](const Milestone& row) { return row.kind == u"value_confirmed" && row.reached.isValid(); },
        [](const Milestone& row) { return row.reached; });
    return std::min({value, goal, said});
}

} // namespace

bool isTelling(QStringView role)
{
    static constexpr QStringView roles[] = {u"sponsor",   u"decision_maker", u"champion",
                                            u"executive", u"influencer",     u"opponent"};
    return std::find(std::begin(roles), std::end(roles), role) != std::end(roles);
}

void Practice::Count::add(qint64 from, qint64 to)
{
    if (from >= to)
        return;
    m_steps.emplace_back(from, 1);
    if (to != never)
        m_steps.emplace_back(to, -1);
}

void Practice::Count::settle()
{
    std::sort(m_steps.begin(), m_steps.end());
    std::size_t last = 0;
    qint64 number = 0;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        number += m_steps[i].second;
        const bool isNewDay = i == 0 || m_steps[i].first != m_steps[last].first;
        last = i == 0 ? 0 : last + (isNewDay ? 1 : 0);
        m_steps[last] = {m_steps[i].first, number};
    }
    if (!m_steps.empty())
        m_steps.resize(last + 1);
}

qint64 Practice::Count::on(QDate day) const
{
    const auto after = std::upper_bound(m_steps.begin(), m_steps.end(), day.toJulianDay(),
                                        [](qint64 value, const auto& step) { return value < step.first; });
    return after == m_steps.begin() ? 0 : std::prev(after)->second;
}

Practice::Part::Part(std::span<const AccountFacts* const> accounts, const std::vector<bool>& hasPeople,
                     const BookFacts& book, Asked asked)
{
    for (std::size_t i = 0; i < accounts.size(); ++i)
        addAccount(*accounts[i], book, hasPeople[i], asked.touchDays);
    for (Count& each : m_having)
        each.settle();
    for (Count& each : m_naming)
        each.settle();
    m_concerned.settle();
    m_concernedAll.settle();
}

void Practice::Part::addAccount(const AccountFacts& facts, const BookFacts& book, bool hasPeople, int touchDays)
{
    const auto any = [](const auto&) { return true; };
    m_firstRisk = std::min(m_firstRisk, firstOf<Risk>(facts, any, [](const Risk& row) { return row.opened; }));
    m_firstEscalation =
        std::min(m_firstEscalation, firstOf<Escalation>(facts, any, [](const Escalation& row) { return row.opened; }));
    const QDate start = contractStart(facts, book);
    Span span{julian(start.isValid() ? start : knownSince(facts, book)), never};
    qint64 lastEnd = ever;
    for (const Subscription& each : facts.of<Subscription>())
        lastEnd = std::max(lastEnd, each.endedOn.isValid() ? each.endedOn.toJulianDay() : never);
    span.to = lastEnd != ever ? lastEnd : never;
    if (facts.account.churnedOn.isValid())
        span.to = std::min(span.to, facts.account.churnedOn.toJulianDay());
    const bool isCustomer =
        start.isValid() || standingOn(facts, book, QDate(9999, 12, 31)) != AccountStanding::Prospect;
    if (!isCustomer || span.from >= span.to)
        return;
    m_concernedAll.add(span.from, span.to);
    const auto from = [&span](qint64 first) { return std::max(span.from, first); };
    having(DataKind::Milestones)
        .add(from(firstOf<Milestone>(
                 facts, [](const Milestone& row) { return knownFrom(row).isValid(); },
                 [](const Milestone& row) { return knownFrom(row); })),
             span.to);
    if (!hasPeople)
        return;
    m_concerned.add(span.from, span.to);
    having(DataKind::ContactRoles)
        .add(from(firstOf<ContactRole>(
                 facts, [](const ContactRole& row) { return isTelling(row.role); },
                 [](const ContactRole& row) { return row.from; })),
             span.to);
    for (const KeyRole role : {KeyRole::Sponsor, KeyRole::Champion})
        m_naming[std::size_t(role)].add(from(firstOf<ContactRole>(
                                            facts, [role](const ContactRole& row) { return row.role == idOf(role); },
                                            [](const ContactRole& row) { return row.from; })),
                                        span.to);
    having(DataKind::Goals).add(from(firstOf<Goal>(facts, any, [](const Goal& row) { return row.agreedOn; })), span.to);
    having(DataKind::Values).add(from(firstValue(facts)), span.to);
    addTouches(facts, span, touchDays);
}

void Practice::Part::addTouches(const AccountFacts& facts, Span concerned, int touchDays)
{
    // Touches lie by day: windows that overlap are one.
    Span window{never, ever};
    const auto close = [&] {
        having(DataKind::Touches).add(std::max(window.from, concerned.from), std::min(window.to, concerned.to));
    };
    for (const Touch& each : facts.of<Touch>()) {
        if (!each.day.isValid() || !isTwoWay(each))
            continue;
        const qint64 day = each.day.toJulianDay();
        if (window.from == never || day > window.to) {
            if (window.from != never)
                close();
            window.from = day;
        }
        window.to = day + touchDays;
    }
    if (window.from != never)
        close();
}

bool Practice::isPractised(DataKind kind, QDate day) const
{
    switch (kind) {
    case DataKind::Escalations:
        return std::ranges::any_of(m_parts,
                                   [&](const auto& part) { return part->m_firstEscalation <= day.toJulianDay(); });
    case DataKind::Risks:
        return std::ranges::any_of(m_parts, [&](const auto& part) { return part->m_firstRisk <= day.toJulianDay(); });
    case DataKind::Touches:
    case DataKind::ContactRoles:
    case DataKind::Goals:
    case DataKind::Values:
    case DataKind::Milestones: {
        qint64 having = 0;
        qint64 concerned = 0;
        for (const auto& part : m_parts) {
            having += part->m_having[std::size_t(kind)].on(day);
            concerned += (kind == DataKind::Milestones ? part->m_concernedAll : part->m_concerned).on(day);
        }
        return isEnough(having, concerned);
    }
    default:
        return true;
    }
}

bool Practice::isPractised(KeyRole role, QDate day) const
{
    qint64 naming = 0;
    qint64 concerned = 0;
    for (const auto& part : m_parts) {
        naming += part->m_naming[std::size_t(role)].on(day);
        concerned += part->m_concerned.on(day);
    }
    return isEnough(naming, concerned);
}

bool Practice::isEnough(qint64 having, qint64 concerned) const
{
    return having > 0 && having * 100 >= concerned * m_share;
}

} // namespace steward::health
