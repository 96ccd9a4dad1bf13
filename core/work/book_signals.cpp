// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/book_signals.h"

#include "core/base/parallel.h"
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

constexpr int week = 7;

/// Whether there was use in the four weeks before the week that ends on the day, and whether it is far under that.
void look(Fallen& into, const UsagePoints& points, QDate end, double under)
{
    constexpr int weeksBefore = 4;
    if (points.empty() || usageDate(points.front().day) > end.addDays(-week * (weeksBefore + 1)))
        return;
    const double before = usageWindow(points, week * weeksBefore, end.addDays(-week)).sum / weeksBefore;
    if (before <= 0)
        return;
    ++into.accounts;
    into.fallen += usageWindow(points, week, end).sum <= before * (1 - under / 100) ? 1 : 0;
}

/// Of each of the weeks that end on the day, a week before it and so on.
std::vector<Fallen> fallenIn(const Portfolio& facts, MetricId metric, QDate end, std::size_t weeks, double under)
{
    constexpr std::size_t stretch = 256;
    std::vector<std::vector<Fallen>> parts((facts.size() + stretch - 1) / stretch, std::vector<Fallen>(weeks));
    inStretches(facts.size(), stretch, [&](std::size_t from, std::size_t to) {
        std::vector<Fallen>& part = parts[from / stretch];
        for (std::size_t i = from; i < to; ++i) {
            const auto points = facts.at(i).usage.of(metric);
            for (std::size_t back = 0; back < weeks; ++back)
                look(part[back], points, end.addDays(-week * qint64(back)), under);
        }
    });
    std::vector<Fallen> result(weeks);
    for (const auto& part : parts)
        for (std::size_t back = 0; back < weeks; ++back) {
            result[back].accounts += part[back].accounts;
            result[back].fallen += part[back].fallen;
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
    const QDate horizon = book.scorer.horizon(health::DataKind::Usage, day);
    if (!metric || !horizon.isValid())
        return std::nullopt;
    const auto weeks = static_cast<std::size_t>(std::max(0, rule->days(Weeks)));
    const auto fallen = fallenIn(facts, *metric, horizon, weeks, rule->number(Under));
    for (std::size_t back = 0; back < weeks; ++back) {
        const Fallen& found = fallen[back];
        if (found.accounts < rule->days(Accounts) ||
            double(found.fallen) * 100 < rule->number(Share) * double(found.accounts))
            continue;
        const QDate first = horizon.addDays(1 - week * (qint64(back) + 1));
        return bookSignal(*rule, content::Severity::High, {found.fallen, found.accounts, first}, isoText(first), first,
                          horizon);
    }
    return std::nullopt;
}

StaleData::StaleData(const BookKnown& book, std::span<const Rule> rules, QDate day)
    : m_rule(ruleNamed(rules, u"data.stale"))
    , m_cards(&book.content.scorecards)
{
    using health::DataKind;
    const Kind all[] = {{QStringLiteral("usage"), book.scorer.horizon(DataKind::Usage, day), 0},
                        {QStringLiteral("tickets"), book.scorer.horizon(DataKind::Tickets, day), 1},
                        {QStringLiteral("invoices"), book.scorer.horizon(DataKind::Invoices, day), 2}};
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
