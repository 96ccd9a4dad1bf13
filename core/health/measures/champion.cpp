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

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    if (const auto kind = account.notPractised(rule.practised()))
        return unknown(trail, Gap::NotPractised, *kind);
    const RoleState& state = account.role(KeyRole::Champion);
    trail.dataTo(account.day());
    if (state.holder)
        return readHolder(account, rule, state, trail, {Seen, NeverMet}, [&rule](std::optional<qint64> days) {
            const bool isKnown = days && *days <= rule.days(KnownDays);
            return rule.state(!isKnown ? Unseen : *days <= rule.days(RecentDays) ? Recent : Known);
        });
    if (state.former) {
        trail.record(*state.former);
        trail.say(SaidLeft, titleOf(*state.former), state.left);
        return scored(rule.state(Left));
    }
    if (!account.book().isPractised(KeyRole::Champion))
        return unknown(trail, Gap::NotPractised, DataKind::ContactRoles);
    trail.say(SaidNone);
    return scored(rule.state(None));
}

} // namespace

extern const MeasureKind champion;
constexpr MeasureKind champion{
    "champion", "recent_days known_days", "", "recent known unseen left none", "seen never_met left none", "", &read};

} // namespace steward::health::measures
