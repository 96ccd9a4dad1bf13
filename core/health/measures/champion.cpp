// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/people_view.h"

/// Is somebody there who wants it, and when did we last see them?
namespace steward::health::measures {

namespace {

enum Number
{
    RecentDays,
    KnownDays
};
enum Points
{
    Recent,
    Known,
    Unseen,
    Left,
    None
};
enum Sentence
{
    Seen,
    NeverMet,
    SaidLeft,
    SaidNone
};

Reading readHolder(const AccountView& account, const Rule& rule, const RoleState& state, Trail& trail)
{
    trail.record(*state.holder);
    if (const auto kind = account.notPractised(rule.seenPractised()))
        return unknown(trail, Gap::NotPractised, *kind);
    if (!state.seenIn || !state.seen.isValid()) {
        trail.say(NeverMet, titleOf(*state.holder), QDate());
        return scored(rule.state(Unseen));
    }
    trail.record(*state.seenIn);
    trail.say(Seen, titleOf(*state.holder), state.seen);
    const qint64 days = state.seen.daysTo(account.day());
    return scored(rule.state(days <= rule.days(RecentDays) ? Recent : days <= rule.days(KnownDays) ? Known : Unseen));
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    if (const auto kind = account.notPractised(rule.practised()))
        return unknown(trail, Gap::NotPractised, *kind);
    const RoleState state = roleState(account, u"champion");
    trail.dataTo(account.day());
    if (state.holder)
        return readHolder(account, rule, state, trail);
    if (state.former) {
        trail.record(*state.former);
        trail.say(SaidLeft, titleOf(*state.former), state.left);
        return scored(rule.state(Left));
    }
    trail.say(SaidNone);
    return scored(rule.state(None));
}

} // namespace

extern const MeasureKind champion;
constexpr MeasureKind champion{
    "champion", "recent_days known_days", "", "recent known unseen left none", "seen never_met left none", "", &read};

} // namespace steward::health::measures
