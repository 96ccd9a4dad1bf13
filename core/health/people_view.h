// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/account_view.h"
#include "core/portfolio/contact_life.h"

/// Who of the customer's people is there: what the measures and caps of engagement share.
namespace steward::health {

/// Asked for through AccountView::role(), which keeps it.
[[nodiscard]] RoleState roleState(const AccountView& account, QStringView role);

/// The contact holds the role on the day.
[[nodiscard]] bool holdsRole(const AccountView& account, ContactId contact, QStringView role);
/// Title, else name: how a sentence names a person.
[[nodiscard]] const QString& titleOf(const Contact& contact);

/// The sentences of a measure about somebody who holds a role.
struct HolderWords
{
    int seen = 0;
    int neverMet = 0;
};
/// Reads the holder of a role by the days since they were last seen: in a conversation that lists them, else on the day
/// they were met. scoreOf(std::optional<qint64> days); none: never met.
template <class ScoreOf>
[[nodiscard]] Reading readHolder(const AccountView& account, const Rule& rule, const RoleState& state, Trail& trail,
                                 HolderWords words, ScoreOf&& scoreOf)
{
    trail.record(*state.holder);
    if (const auto kind = account.notPractised(rule.seenPractised()))
        return unknown(trail, Gap::NotPractised, *kind);
    const QDate seen = state.seen.isValid() ? state.seen : metOn(account.facts(), *state.holder);
    if (state.seenIn)
        trail.record(*state.seenIn);
    trail.say(seen.isValid() ? words.seen : words.neverMet, titleOf(*state.holder), seen);
    return scored(scoreOf(seen.isValid() ? std::optional(seen.daysTo(account.day())) : std::nullopt));
}

} // namespace steward::health
