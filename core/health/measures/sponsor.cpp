// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/people_view.h"

/// Is the person who answers for the result here, and when did we last see them? Who follows somebody who left counts
/// as a replacement for a while, then like any sponsor.
namespace steward::health::measures {

namespace {

enum Number
{
    NamedAfter,
    SettledAfter
};
enum Score
{
    NeverMet,
    Replaced,
    Unmet,
    Left,
    None
};
enum Sentence
{
    Seen,
    SaidNeverMet,
    SaidLeft,
    SaidUnmet,
    SaidReplaced,
    SaidNone
};

Reading readLeft(const AccountView& account, const Rule& rule, const RoleState& state, Trail& trail)
{
    trail.record(*state.former);
    if (!state.successor) {
        trail.say(SaidLeft, titleOf(*state.former), state.left);
        return scored(rule.state(Left));
    }
    trail.record(*state.successor);
    if (state.successorMet.isValid()) {
        trail.say(SaidReplaced, titleOf(*state.successor), state.left);
        return scored(rule.state(Replaced));
    }
    if (const auto kind = account.notPractised(rule.seenPractised()))
        return unknown(trail, Gap::NotPractised, *kind);
    trail.say(SaidUnmet, titleOf(*state.successor), state.left);
    return scored(rule.state(Unmet));
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    if (const auto kind = account.notPractised(rule.practised()))
        return unknown(trail, Gap::NotPractised, *kind);
    const RoleState& state = account.role(KeyRole::Sponsor);
    trail.dataTo(account.day());
    const bool isRecent = state.former && state.left.daysTo(account.day()) < rule.days(SettledAfter);
    if (state.former && !state.stillHeld && (isRecent || state.isOpen()))
        return readLeft(account, rule, state, trail);
    if (state.holder)
        return readHolder(account, rule, state, trail, {Seen, SaidNeverMet}, [&rule](std::optional<qint64> days) {
            return days ? rule.curve().at({*days, 1}) : rule.state(NeverMet);
        });
    const auto age = account.age();
    if (age && *age < rule.days(NamedAfter))
        return notApplicable(trail, "age", *age);
    if (!account.book().isPractised(KeyRole::Sponsor))
        return unknown(trail, Gap::NotPractised, DataKind::ContactRoles);
    trail.say(SaidNone);
    return scored(rule.state(None));
}

} // namespace

extern const MeasureKind sponsor;
constexpr MeasureKind sponsor{"sponsor",
                              "named_after settled_after",
                              "points",
                              "never_met replaced unmet left none",
                              "seen never_met left unmet replaced none",
                              "",
                              &read};

} // namespace steward::health::measures
