// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/reading.h"
#include "core/health/role_state.h"
#include "core/portfolio/portfolio.h"

#include <array>

namespace steward::health {

/// A role that decides or carries: one that says something of who is who.
[[nodiscard]] bool isTelling(QStringView role);

/// Whether a kind of data that people type in is practised (content 0): at least a share of the accounts it applies to
/// have one, so that "none" says something. Made for some accounts by one pass and added up; answers for any day.
///
/// An account counts from its first contract (customer since, else the first day anything is known of it, else the day
/// it was recorded) to the end of its last one. Touches, contact
/// roles, goals and values apply where the segment names a person, milestones to every account. "Has one" is: a two-way
/// touch in the last so many days; a role that decides or carries (sponsor, decision maker, champion, executive,
/// influencer, opponent); a goal; a milestone; a value, a goal met or value confirmed. Risks and escalations: one ever,
/// of anybody.
class Practice
{
    /// How many accounts on each day, from the days on which the number changes.
    class Count
    {
    public:
        void add(qint64 from, qint64 to); ///< to: first day no longer
        void settle();
        [[nodiscard]] qint64 on(QDate day) const;

    private:
        std::vector<std::pair<qint64, qint64>> m_steps; ///< day, change; after settle(): day, number from then on
    };
    struct Span
    {
        qint64 from = 0;
        qint64 to = 0;
    };

public:
    struct Asked
    {
        int share = 50;      ///< per cent
        int touchDays = 180; ///< a touch counts so long
    };
    /// What some accounts of a book say; hasPeople: whose segment names a person, in the order of the accounts.
    class Part
    {
    public:
        Part(std::span<const AccountFacts* const> accounts, const std::vector<bool>& hasPeople, const BookFacts& book,
             Asked asked);

    private:
        friend class Practice;
        void addAccount(const AccountFacts& facts, const BookFacts& book, bool hasPeople, int touchDays);
        void addTouches(const AccountFacts& facts, Span concerned, int touchDays);
        [[nodiscard]] Count& having(DataKind kind) { return m_having[std::size_t(kind)]; }

        std::array<Count, std::size_t(DataKind::Count)> m_having;
        std::array<Count, keyRoleCount> m_naming; ///< who has, or had, a holder of the role
        Count m_concerned;                        ///< whose segment names a person
        Count m_concernedAll;
        qint64 m_firstRisk = std::numeric_limits<qint64>::max();
        qint64 m_firstEscalation = std::numeric_limits<qint64>::max();
    };
    /// The parts of a whole book.
    Practice(std::vector<std::shared_ptr<const Part>> parts, Asked asked)
        : m_parts(std::move(parts))
        , m_share(asked.share)
    {
    }

    /// Kinds that nobody types in are always practised.
    [[nodiscard]] bool isPractised(DataKind kind, QDate day) const;
    /// Enough accounts name one for "none named" to say something of the others.
    [[nodiscard]] bool isPractised(KeyRole role, QDate day) const;

private:
    [[nodiscard]] bool isEnough(qint64 having, qint64 concerned) const;
    std::vector<std::shared_ptr<const Part>> m_parts;
    int m_share;
};

} // namespace steward::health
