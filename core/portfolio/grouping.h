// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace steward {

/// How often a group is to be talked to: every so many days, and from a month of the contract on every other many.
struct Cadence
{
    int everyDays = 0;
    std::optional<int> untilMonth; ///< the first interval holds up to the end of this month of the contract
    std::optional<int> thenDays;
    bool onRequest = false;

    /// Days between touches in a month of the contract, counted from 1.
    [[nodiscard]] int daysIn(int contractMonth) const
    {
        return untilMonth && thenDays && contractMonth > *untilMonth ? *thenDays : everyDays;
    }
    friend bool operator==(const Cadence&, const Cadence&) = default;
};

/// What a group of accounts asks of us. The numbers come from its definition.
struct GroupRules
{
    QString id;
    std::optional<Cadence> touch; ///< none: no touches planned
    int graceDays = 0;            ///< days after the end in which an account is still a customer
    int onboardingDays = 45;
    bool namedPerson = true; ///< people coverage
    int minutesPerQuarter = 0;
    int reviewsPerYear = 0;

    friend bool operator==(const GroupRules&, const GroupRules&) = default;
};

/// Which group an account belongs to on a day. core/segments makes it, callers hand it to the figures. A value; an
/// account in no group has the rules of a default-constructed GroupRules.
class Grouping
{
public:
    Grouping() = default;
    /// members name a position in groups; accounts in any order, each once.
    Grouping(std::vector<GroupRules> groups, std::vector<std::pair<AccountId, std::size_t>> members)
        : m_groups(std::move(groups))
        , m_members(std::move(members))
    {
        std::sort(m_members.begin(), m_members.end());
    }
    [[nodiscard]] const std::vector<GroupRules>& groups() const { return m_groups; }
    /// nullptr: in no group.
    [[nodiscard]] const GroupRules* find(AccountId account) const
    {
        const auto it = std::lower_bound(m_members.begin(), m_members.end(), account,
                                         [](const auto& member, AccountId id) { return member.first < id; });
        return it != m_members.end() && it->first == account ? &m_groups[it->second] : nullptr;
    }
    [[nodiscard]] GroupRules rulesOf(AccountId account) const
    {
        const GroupRules* rules = find(account);
        return rules ? *rules : GroupRules();
    }
    /// Empty: in no group.
    [[nodiscard]] QString groupOf(AccountId account) const
    {
        const GroupRules* rules = find(account);
        return rules ? rules->id : QString();
    }
    [[nodiscard]] int graceDaysOf(AccountId account) const
    {
        const GroupRules* rules = find(account);
        return rules ? rules->graceDays : 0;
    }
    friend bool operator==(const Grouping&, const Grouping&) = default;

private:
    std::vector<GroupRules> m_groups;
    std::vector<std::pair<AccountId, std::size_t>> m_members;
};

} // namespace steward
