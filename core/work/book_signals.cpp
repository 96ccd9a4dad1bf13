// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/book_signals.h"

#include "core/portfolio/metrics.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/usage_window.h"

#include <algorithm>

namespace steward::work {

namespace {

const Rule* ruleNamed(std::span<const Rule> rules, QStringView id)
{
    const auto found = std::ranges::find_if(rules, [&](const Rule& each) { return each.content().id == id; });
    return found == rules.end() ? nullptr : &*found;
}

Signal bookSignal(const Rule& rule, content::Severity severity, Arguments arguments, const QString& key, QDate opened,
                  QDate dataTo)
{
    Signal signal;
    signal.signal = rule.content().id;
    signal.key = key;
    signal.lane = rule.content().lane;
    signal.severity = severity;
    signal.opened = opened;
    signal.newest = dataTo;
    signal.say = {rule.sentence(0), std::move(arguments), {}, dataTo};
    return signal;
}

struct Fallen
{
    qint64 accounts = 0;
    qint64 fallen = 0;
};

/// Accounts with use in the four weeks before the week that ends on the day, and those far under it.
Fallen fallenIn(const Portfolio& facts, MetricId metric, QDate end, double under)
{
    constexpr int week = 7;
    constexpr int weeksBefore = 4;
    Fallen result;
    for (const AccountFacts& each : facts) {
        const auto points = each.usage.of(metric);
        if (points.empty() || usageDate(points.front().day) > end.addDays(-week * (weeksBefore + 1)))
            continue;
        const double before = usageWindow(points, week * weeksBefore, end.addDays(-week)).sum / weeksBefore;
        if (before <= 0)
            continue;
        ++result.accounts;
        result.fallen += usageWindow(points, week, end).sum <= before * (1 - under / 100) ? 1 : 0;
    }
    return result;
}

/// Which of the scores' measures read a kind of data.
bool reads(const health::Contribution& each, const content::Scorecards& cards, QStringView kind)
{
    const auto* measure = content::findById(cards.measures, each.measure);
    const bool isRead = each.takesPart() || each.gap == health::Gap::TooOld;
    return isRead && measure && measure->reads.contains(kind);
}

} // namespace

std::optional<Signal> bookwideFall(const Portfolio& facts, const BookKnown& book, std::span<const Rule> rules,
                                   QDate day)
{
    enum Number
    {
        Share,
        Under,
        Weeks,
        Accounts
    };
    const Rule* rule = ruleNamed(rules, u"data.bookwide");
    const auto metric = rule ? primaryMetric(facts) : std::nullopt;
    const QDate horizon = book.horizons.usageOn(day);
    if (!metric || !horizon.isValid())
        return std::nullopt;
    constexpr int week = 7;
    for (int i = 0; i < rule->days(Weeks); ++i) {
        const QDate end = horizon.addDays(-week * i);
        const Fallen found = fallenIn(facts, *metric, end, rule->number(Under));
        if (found.accounts < rule->days(Accounts) ||
            double(found.fallen) * 100 < rule->number(Share) * double(found.accounts))
            continue;
        const QDate first = end.addDays(1 - week);
        return bookSignal(*rule, content::Severity::High, {found.fallen, found.accounts, first}, isoText(first), first,
                          horizon);
    }
    return std::nullopt;
}

StaleData::StaleData(const BookKnown& book, std::span<const Rule> rules, QDate day)
    : m_rule(ruleNamed(rules, u"data.stale"))
    , m_cards(&book.content.scorecards)
{
    const Kind all[] = {{QStringLiteral("usage"), book.horizons.usageOn(day), 0},
                        {QStringLiteral("tickets"), book.horizons.on(Entity::Ticket, day), 1},
                        {QStringLiteral("invoices"), book.horizons.on(Entity::Invoice, day), 2}};
    for (const Kind& kind : all)
        if (m_rule && kind.horizon.isValid() && kind.horizon.daysTo(day) > m_rule->days(kind.number))
            m_kinds.push_back(kind);
}

void StaleData::look(std::span<const health::AccountScore> scores)
{
    for (Kind& kind : m_kinds)
        kind.resting += std::ranges::count_if(scores, [&](const health::AccountScore& score) {
            return std::ranges::any_of(
                score.contributions, [&](const health::Contribution& each) { return reads(each, *m_cards, kind.id); });
        });
}

void StaleData::add(const StaleData& other)
{
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        m_kinds[i].resting += other.m_kinds[i].resting;
}

std::vector<Signal> StaleData::found() const
{
    std::vector<Signal> found;
    for (const Kind& kind : m_kinds)
        found.push_back(bookSignal(*m_rule, content::Severity::Low, {kind.id, kind.horizon, kind.resting}, kind.id,
                                   kind.horizon.addDays(m_rule->days(kind.number) + 1), kind.horizon));
    return found;
}

} // namespace steward::work
