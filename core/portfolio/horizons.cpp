// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/horizons.h"

#include "core/model/catalogue.h"

#include <algorithm>

namespace steward {

namespace {

QDate later(QDate a, QDate b) { return !a.isValid() || (b.isValid() && b > a) ? b : a; }
QDate earlier(QDate a, QDate b) { return !a.isValid() || (b.isValid() && b < a) ? b : a; }

/// Invalid where there is none.
QDate dayOf(qint64 julian)
{
    const bool isDay = julian != std::numeric_limits<qint64>::min() && julian != std::numeric_limits<qint64>::max();
    return isDay ? QDate::fromJulianDay(julian) : QDate();
}

/// The source of each metric.
std::map<MetricId, QString> sourcesOf(const BookFacts& book)
{
    std::map<MetricId, QString> sources;
    for (const Metric& each : book.metrics)
        sources.emplace(MetricId(each.id), each.source);
    return sources;
}

/// What happened on a day nobody says is known of no day: it does not make its kind known of every one.
template <class T>
constexpr bool isEvent =
    std::is_same_v<T, Survey> || std::is_same_v<T, Touch> || std::is_same_v<T, Value> || std::is_same_v<T, Invoice>;

} // namespace

void Horizons::Known::add(QDate from, QDate to)
{
    first = earlier(first, from);
    newest = later(newest, to);
}

void Horizons::Known::join(const Known& other)
{
    add(other.first, other.newest);
    dataUpTo = later(dataUpTo, other.dataUpTo);
    isImported = isImported || other.isImported;
    hasUndated = hasUndated || other.hasUndated;
}

Horizons::Horizons(const Portfolio& portfolio)
{
    const auto sources = sourcesOf(portfolio.book());
    for (const AccountFacts& each : portfolio)
        addAccount(each, sources);
    addAccount(portfolio.unlinked(), sources);
    addSources(portfolio.book());
}

Horizons::Horizons(std::span<const AccountFacts* const> accounts, const BookFacts& book)
{
    const auto sources = sourcesOf(book);
    for (const AccountFacts* each : accounts)
        addAccount(*each, sources);
}

Horizons::Horizons(std::span<const Horizons* const> parts, const BookFacts& book)
{
    for (const Horizons* part : parts) {
        for (std::size_t kind = 0; kind < m_kinds.size(); ++kind)
            m_kinds[kind].join(part->m_kinds[kind]);
        for (const auto& [source, known] : part->m_usageBySource)
            m_usageBySource[source].join(known);
    }
    addSources(book);
}

void Horizons::addSources(const BookFacts& book)
{
    for (const Source& each : book.sources) {
        Known said;
        said.dataUpTo = each.dataUpTo;
        said.isImported = true;
        if (each.kind == u"usage")
            m_usageBySource[each.name].join(said);
        else if (const auto kind = entityNamed(each.kind))
            m_kinds[static_cast<std::size_t>(*kind)].join(said);
    }
    for (const auto& [source, known] : m_usageBySource)
        m_usage.join(known);
}

void Horizons::addAccount(const AccountFacts& facts, const std::map<MetricId, QString>& sources)
{
    const auto addRows = [this]<class T>(const Rows<T>& rows) {
        if (rows.isEmpty())
            return;
        // Lists lie by the day they happened, unknown days first; of one that is shared whole all of it is known.
        Known& known = m_kinds[static_cast<std::size_t>(T::entity)];
        const looking::DaySpan& span = rows.daySpan();
        if constexpr (!isEvent<T>)
            known.hasUndated = known.hasUndated || span.hasUndated;
        if constexpr (std::is_same_v<T, Invoice>)
            for (std::size_t i = 0; i < rows.size() && !rows[i].issued.isValid(); ++i)
                known.first = earlier(known.first, rows[i].due);
        const QDate newest = rows.isWhole() ? dayOf(span.newestHappened) : looking::happenedOn(rows[rows.size() - 1]);
        if (newest.isValid())
            known.add(dayOf(span.firstHappened), newest);
        if (!known.isImported && span.isImported)
            known.isImported =
                rows.isWhole() || std::ranges::any_of(rows, [](const T& row) { return row.import.isValid(); });
    };
    std::apply([&](const auto&... rows) { (addRows(rows), ...); }, facts.tables);
    for (const UsageView each : facts.usage)
        if (!each.points.empty()) {
            const auto source = sources.find(each.metric);
            Known& known = m_usageBySource[source == sources.end() ? QString() : source->second];
            known.add(usageDate(each.points.front().day), usageDate(each.points.back().day));
            known.isImported = true;
        }
}

QDate Horizons::horizon(const Known& known, QDate day)
{
    const bool holdsAny = known.hasUndated || (known.first.isValid() && known.first <= day);
    if (!holdsAny && !known.dataUpTo.isValid())
        return {};
    if (!known.isImported)
        return day;
    const QDate upTo = known.dataUpTo.isValid() ? known.dataUpTo : known.newest;
    return upTo.isValid() ? std::min(upTo, day) : day;
}

bool Horizons::isConnected(const Known& known, QDate day, int freshDays)
{
    const bool holdsAny = known.hasUndated || (known.first.isValid() && known.first <= day);
    const QDate upTo = horizon(known, day);
    return holdsAny && upTo.isValid() && upTo.daysTo(day) <= freshDays;
}

QDate Horizons::usageFrom(const QString& source) const
{
    const auto found = m_usageBySource.find(source);
    return found == m_usageBySource.end() ? QDate() : found->second.first;
}

QDate Horizons::usageOn(QDate day, const QString& source) const
{
    if (source.isEmpty())
        return horizon(m_usage, day);
    const auto found = m_usageBySource.find(source);
    return found == m_usageBySource.end() ? QDate() : horizon(found->second, day);
}

} // namespace steward
