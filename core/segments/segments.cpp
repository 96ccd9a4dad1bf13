// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/segments/segments.h"

#include "core/base/text.h"
#include "core/portfolio/contact_life.h"
#include "core/portfolio/holders.h"

#include <map>

namespace steward::segments {

namespace {

// Months of the contract, the first being 1.
int contractMonth(QDate start, QDate day)
{
    int months = (day.year() - start.year()) * 12 + day.month() - start.month();
    if (start.addMonths(months) > day)
        --months;
    return months + 1;
}

std::optional<std::size_t> keptPosition(const Grouping& grouping, AccountId account)
{
    const GroupRules* rules = grouping.find(account);
    return rules ? std::optional(static_cast<std::size_t>(rules - grouping.groups().data())) : std::nullopt;
}

std::vector<GroupRules> rulesOf(const std::vector<Segment>& segments)
{
    std::vector<GroupRules> rules;
    for (const Segment& segment : segments)
        rules.push_back(segment.rules);
    return rules;
}

qint64 touchesIn(const AccountFacts& facts, const Period& period)
{
    qint64 count = 0;
    for (const Touch& touch : facts.of<Touch>())
        if (period.contains(touch.day) && tookPlace(touch) && touch.kind != u"note")
            ++count;
    return count;
}

} // namespace

Segment segmentOf(const content::Segment& definition)
{
    Segment segment;
    segment.name = definition.name.en;
    GroupRules& rules = segment.rules;
    rules.id = definition.id;
    rules.graceDays = definition.graceDays;
    rules.onboardingDays = definition.onboardingDays;
    rules.namedPerson = definition.hasNamedPerson;
    rules.minutesPerQuarter = definition.minutesPerQuarter;
    // A summary by e-mail is no review that somebody prepares and holds.
    rules.reviewsPerYear = definition.qbrKind == u"summary_mail" ? 0 : definition.qbrsPerYear;
    if (const auto& touch = definition.touch)
        rules.touch = Cadence{touch->everyDays, touch->untilMonth,
                              touch->untilMonth ? std::optional(touch->thenDays) : std::nullopt, touch->onRequest};
    return segment;
}

Membership membershipOf(const AccountFacts& facts, const std::vector<Segment>& segments, const Given& given)
{
    const QString hand = accountTextOn(facts, "segment", facts.account.segment, given.day);
    if (!hand.isEmpty()) {
        const QString plain = folded(hand);
        const auto named = std::find_if(segments.begin(), segments.end(), [&plain](const Segment& each) {
            return folded(each.rules.id) == plain || folded(each.name) == plain;
        });
        return {named != segments.end() ? named->rules.id : hand, MemberBy::Hand, facts.account.segmentReason};
    }
    for (const Segment& segment : segments)
        if (segment.rule && segment.rule->matches(facts, given))
            return {segment.rules.id, MemberBy::Rule, {}};
    return {};
}

Grouping makeGrouping(const Portfolio& portfolio, const std::vector<Segment>& segments, QDate day, const ArrOf& arrOf,
                      const Before* before)
{
    std::vector<GroupRules> groups = before ? before->grouping.groups() : rulesOf(segments);
    std::map<QString, std::size_t> position;
    for (std::size_t i = 0; i < groups.size(); ++i)
        position.emplace(groups[i].id, i);
    const bool asksArr =
        arrOf && std::ranges::any_of(segments, [](const Segment& each) { return each.rule.has_value(); });
    const auto positionOf = [&](const AccountFacts& facts) -> std::optional<std::size_t> {
        const Membership membership = membershipOf(facts, segments, {day, asksArr ? arrOf(facts) : std::nullopt});
        if (membership.by == MemberBy::Nothing)
            return std::nullopt;
        // A segment that another tool named and nobody defined yet is a group with the default rules.
        const auto [found, isNew] = position.try_emplace(membership.segment, groups.size());
        if (isNew)
            groups.emplace_back().id = membership.segment;
        return found->second;
    };
    std::vector<std::pair<AccountId, std::size_t>> members;
    std::size_t old = 0; // both lie in id order
    for (const AccountFacts& facts : portfolio) {
        while (before && old < before->portfolio.size() && before->portfolio.at(old).id() < facts.id())
            ++old;
        const bool isSame = before && old < before->portfolio.size() && &before->portfolio.at(old) == &facts;
        if (const auto at = isSame ? keptPosition(before->grouping, facts.id()) : positionOf(facts))
            members.emplace_back(facts.id(), *at);
    }
    return {std::move(groups), std::move(members)};
}

double plannedTouches(const GroupRules& rules, QDate contractStart, const Period& period)
{
    if (!rules.touch || !period.from.isValid() || !period.to.isValid())
        return 0;
    double touches = 0;
    QDate day = contractStart.isValid() ? std::max(contractStart, period.from) : period.from;
    while (day <= period.to) {
        // The interval holds to the end of the month of the contract.
        const int month = contractStart.isValid() ? contractMonth(contractStart, day) : 1;
        const QDate monthEnd = contractStart.isValid() ? contractStart.addMonths(month).addDays(-1) : period.to;
        const QDate until = std::min(std::max(monthEnd, day), period.to);
        if (const int every = rules.touch->daysIn(month); every > 0)
            touches += static_cast<double>(day.daysTo(until) + 1) / every;
        day = until.addDays(1);
    }
    return touches;
}

std::vector<Load> loads(const Portfolio& portfolio, const Grouping& grouping, const Period& quarter,
                        const std::function<QDate(const AccountFacts&)>& startOf)
{
    std::map<PersonId, Load> byPerson;
    for (const Person& person : portfolio.book().people)
        if (person.hoursPerQuarter)
            byPerson[PersonId(person.id)].availableMinutes = *person.hoursPerQuarter * 60;
    for (const AccountFacts& facts : portfolio) {
        const GroupRules rules = grouping.rulesOf(facts.id());
        Load& load = byPerson[csmOn(facts, quarter.from)];
        ++load.accounts;
        load.plannedTouches += plannedTouches(rules, startOf ? startOf(facts) : QDate(), quarter);
        load.plannedMinutes += rules.minutesPerQuarter;
        load.doneTouches += touchesIn(facts, quarter);
    }
    std::vector<Load> list;
    for (auto& [person, load] : byPerson) {
        load.person = person;
        list.push_back(load);
    }
    return list;
}

} // namespace steward::segments
