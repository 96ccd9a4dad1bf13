// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/portfolio.h"

#include <map>

namespace steward {

/// Up to which day the book can know about each kind of fact (content 0): windows end there, never at today. Made once
/// for a snapshot by one pass over its lists; answers for any day.
///
/// Horizon of an imported kind: the newest "data up to" of its sources, else its newest fact. Of a kind that is typed
/// in Steward: the day asked. Never later than the day asked.
class Horizons
{
public:
    explicit Horizons(const Portfolio& portfolio);
    /// Of some accounts only, without what the book's sources say: a part, for who keeps the parts of a book that an
    /// edit left alone.
    Horizons(std::span<const AccountFacts* const> accounts, const BookFacts& book);
    /// Of the parts of a book together, with its sources.
    Horizons(std::span<const Horizons* const> parts, const BookFacts& book);

    /// Invalid where the book holds no such fact up to the day and no source of its kind.
    [[nodiscard]] QDate on(Entity kind, QDate day) const { return horizon(at(kind), day); }
    /// Of one source where named, of the newest otherwise.
    [[nodiscard]] QDate usageOn(QDate day, const QString& source = {}) const;
    /// Day of the oldest such fact of any account: before it nothing is known. Invalid: there is none with a day.
    [[nodiscard]] QDate from(Entity kind) const { return at(kind).first; }
    /// The same of the samples of a source.
    [[nodiscard]] QDate usageFrom(const QString& source) const;

    /// The book holds at least one such fact of any account by then, and its horizon is at most so many days old.
    [[nodiscard]] bool isConnected(Entity kind, QDate day, int freshDays) const
    {
        return isConnected(at(kind), day, freshDays);
    }
    [[nodiscard]] bool isUsageConnected(QDate day, int freshDays) const { return isConnected(m_usage, day, freshDays); }

private:
    struct Known
    {
        QDate first;    ///< oldest fact
        QDate newest;   ///< newest fact that happened
        QDate dataUpTo; ///< of the kind's sources
        bool isImported = false;
        bool hasUndated = false;
        void add(QDate from, QDate to);
        void join(const Known& other);
    };
    [[nodiscard]] const Known& at(Entity kind) const { return m_kinds[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] static QDate horizon(const Known& known, QDate day);
    [[nodiscard]] static bool isConnected(const Known& known, QDate day, int freshDays);
    void addAccount(const AccountFacts& facts, const std::map<MetricId, QString>& sources);
    void addSources(const BookFacts& book);

    std::array<Known, static_cast<std::size_t>(Entity::Count)> m_kinds;
    Known m_usage;
    std::map<QString, Known> m_usageBySource;
};

} // namespace steward
