// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/health/health_fixture.h"

namespace steward::tests {

using health::DataKind;

/// A copy of the book in which every account was changed.
template <class Change>
[[nodiscard]] Portfolio changed(const Portfolio& facts, Change&& change)
{
    std::vector<AccountFacts> accounts(facts.begin(), facts.end());
    for (AccountFacts& each : accounts)
        change(each);
    return Portfolio(facts.book(), std::move(accounts), facts.unlinked(), 2);
}

/// A kind of file, and what an account loses without it.
struct KindOfFile
{
    const char* name;
    std::vector<DataKind> kinds; ///< as Gaps name them
    void (*remove)(AccountFacts& facts);
};
template <class... T>
void drop(AccountFacts& facts)
{
    (facts.set<T>({}), ...);
}
inline const KindOfFile kindsOfFile[] = {
    {"usage", {DataKind::Usage}, [](AccountFacts& facts) { facts.usage = Usage(); }},
    {"subscriptions", {DataKind::Subscriptions}, &drop<Subscription, SubscriptionPhase>},
    {"invoices", {DataKind::Invoices}, &drop<Invoice, PaymentMethod>},
    {"tickets", {DataKind::Tickets}, &drop<Ticket>},
    {"surveys", {DataKind::Surveys}, &drop<Survey>},
    {"touches", {DataKind::Touches}, &drop<Touch>},
    {"contacts", {DataKind::Contacts, DataKind::ContactRoles}, &drop<Contact, ContactRole>},
    {"contact roles", {DataKind::ContactRoles}, &drop<ContactRole>},
    {"payment methods", {DataKind::Invoices}, &drop<PaymentMethod>},
    {"goals", {DataKind::Goals}, &drop<Goal>},
    {"milestones", {DataKind::Milestones}, &drop<Milestone>},
    {"values", {DataKind::Values}, &drop<Value>},
    {"risks", {DataKind::Risks}, &drop<Risk>},
    {"pulse", {DataKind::Pulse}, &drop<Pulse>},
    {"escalations", {DataKind::Escalations}, &drop<Escalation>},
};

/// Weight of the measures that went from one state to another; a known zero is scored.
[[nodiscard]] inline int weightOf(const AccountScore& score, State before, State after, const AccountScore& now)
{
    int weight = 0;
    for (const Contribution& each : score.contributions) {
        const Contribution* then = now.find(each.measure);
        const State was = each.state == State::KnownZero ? State::Scored : each.state;
        const State is = then->state == State::KnownZero ? State::Scored : then->state;
        weight += was == before && is == after ? each.weight : 0;
    }
    return weight;
}

/// The account stands under the gap of one of the kinds.
[[nodiscard]] inline bool isNamed(const std::vector<DataKind>& kinds, const AccountScore& score)
{
    const auto isOne = [&](DataKind kind) { return std::ranges::count(kinds, kind) > 0; };
    return std::ranges::any_of(score.lacking, isOne, &health::Lack::kind) ||
           std::ranges::any_of(score.contributions, [&](const Contribution& each) {
               return each.state == State::Unknown && isOne(each.missing);
           });
}

[[nodiscard]] inline bool isBetter(const AccountScore& before, const AccountScore& after)
{
    return before.shown && after.shown && *after.shown > *before.shown;
}

/// Takes away each kind of file in turn: coverage falls by exactly the weight of the measures that became unknown, and
/// an account whose score improves by it names the kind that is missing.
template <class MakeScorer>
void checkKindsAway(const Portfolio& facts, QDate day, MakeScorer&& scorerOf)
{
    const auto whole = scorerOf(facts).scoreAll(day);
    for (const KindOfFile& file : kindsOfFile) {
        INFO(file.name);
        const auto left = scorerOf(changed(facts, file.remove)).scoreAll(day);
        std::size_t compared = 0;
        for (const AccountScore& after : left) {
            const auto before = std::ranges::find(whole, after.account, &AccountScore::account);
            REQUIRE(before != whole.end());
            INFO(facts.find(after.account)->account.name.toStdString());
            if (before->scorecard != after.scorecard)
                continue;
            ++compared;
            const int lost = weightOf(*before, State::Scored, State::Unknown, after);
            const int asked = weightOf(*before, State::NotApplicable, State::Unknown, after);
            CHECK(after.knownWeight == before->knownWeight - lost);
            CHECK(after.applicableWeight == before->applicableWeight + asked);
            if (isBetter(*before, after))
                CHECK(isNamed(file.kinds, after));
        }
        CHECK(compared * 10 >= whole.size() * 8);
    }
}

} // namespace steward::tests
