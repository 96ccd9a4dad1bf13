// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"
#include "core/work/rule.h"

#include <algorithm>
#include <array>
#include <cmath>

/// Good news.
namespace steward::work {

namespace {

using content::Severity;
using health::Contribution;

/// Somebody thanked them, or runs the play of thanks, since then.
bool isThankedSince(const Subject& account, QDate day)
{
    return std::ranges::any_of(account.of<Touch>(),
                               [&](const Touch& each) { return each.purpose == u"thanks" && each.day >= day; }) ||
           std::ranges::any_of(account.of<PlaybookRun>(), [&](const PlaybookRun& each) {
               return each.playbook == u"celebrate" && each.started >= day;
           });
}

void addMilestone(const Subject& account, const Rule& rule, Findings& found, int sentence, Arguments arguments,
                  QDate reached, const QString& key, std::vector<RecordRef> records)
{
    const bool isNew = reached.isValid() && reached <= account.day() && reached.daysTo(account.day()) <= rule.days(0) &&
                       !found.has(u"milestone.reached", key);
    if (isNew && !isThankedSince(account, reached))
        found.add(rule, {.severity = Severity::Good,
                         .sentence = sentence,
                         .arguments = std::move(arguments),
                         .records = std::move(records),
                         .opened = reached,
                         .key = key,
                         .newest = reached});
}

void milestoneReached(const Subject& account, const Rule& rule, Findings& found)
{
    enum Sentence
    {
        Reached,
        Met,
        Anniversary
    };
    for (const Goal& each : account.of<Goal>())
        addMilestone(account, rule, found, Met, {QString(), each.metOn, nameOf(each), qint64(0)}, each.metOn,
                     keyOf(refOf(each)), {refOf(each)});
    for (const Milestone& each : account.of<Milestone>())
        if (each.kind == u"activation" || each.kind == u"first_value")
            addMilestone(account, rule, found, Reached, {each.kind, each.reached, QString(), qint64(0)}, each.reached,
                         keyOf(refOf(each)), {refOf(each)});
    const QDate start = account.start();
    const int years = start.isValid() ? account.day().year() - start.year() : 0;
    const QDate day = start.isValid() ? start.addYears(years) : QDate();
    if (years > 0 && account.hasPeople())
        addMilestone(account, rule, found, Anniversary, {QString(), day, QString(), qint64(years)}, day,
                     QStringLiteral("anniversary/") + QString::number(years), {refOf(account.facts().account)});
}

/// The contact was asked for something since that day: not again.
bool isAskedSince(const Subject& account, ContactId contact, QDate day)
{
    return std::ranges::any_of(account.of<Advocacy>(), [&](const Advocacy& each) {
        return each.contact == contact && each.day.isValid() && each.day >= day;
    });
}

void promoterNew(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Least,
        Within
    };
    enum Sentence
    {
        Quote,
        Bare
    };
    for (const Survey* each : latestNps(account, rule.days(Within))) {
        if (*each->score < rule.number(Least) || !each->contact.isValid() || !account.isInGoodStanding() ||
            isAskedSince(account, each->contact, each->day))
            continue;
        found.add(rule, {.severity = Severity::Good,
                         .sentence = each->comment.isEmpty() ? Bare : Quote,
                         .arguments = {account.roleOf(each->contact), *each->score, shortText(each->comment)},
                         .records = {refOf(*each)},
                         .opened = each->day,
                         .key = keyOf({Entity::Contact, each->contact.value()}),
                         .newest = each->day});
    }
}

void expandReady(const Subject& account, const Rule& rule, Findings& found)
{
    enum Sentence
    {
        WithGoal,
        NoGoal
    };
    const Contribution* licence = account.read(u"licence_use");
    const double used = licence ? numberAt(licence->why, 0) : 0;
    const double bought = licence ? numberAt(licence->why, 1) : 0;
    if (!licence || used * 100 < rule.number(0) * bought || !account.isInGoodStanding())
        return;
    const Goal* goal = nullptr;
    for (const Goal& each : account.of<Goal>())
        if (isOpen(each) && each.status != u"draft" &&
            (!goal || each.priority.value_or(9) < goal->priority.value_or(9)))
            goal = &each;
    const double wanted = used * 100 / account.book().content.signalRules.ranking.seatsAt;
    std::vector<RecordRef> records = licence->why.records;
    if (goal)
        records.push_back(refOf(*goal));
    found.add(rule, {.severity = Severity::Good,
                     .sentence = goal ? WithGoal : NoGoal,
                     .arguments = {used, std::llround(bought), goal ? nameOf(*goal) : QString()},
                     .records = std::move(records),
                     .opened = licence->why.dataTo.addDays(-27),
                     .figure = 100 * used / bought,
                     .dataTo = licence->why.dataTo,
                     .seatsShort = std::max(1.0, std::ceil(wanted - bought)) / bought});
}

/// What a goal was worth, in money or in words; both empty: nobody has said.
struct Worth
{
    std::optional<Money> money;
    QString text;
};
Worth worthOf(const Subject& account, const Goal& goal)
{
    Currency currency = goal.currency.isKnown() ? goal.currency : account.book().facts.currency;
    if (goal.value)
        return {Money{goal.value->value, currency}, {}};
    for (const Value& each : account.of<Value>()) {
        if (each.goal.value() != goal.id)
            continue;
        if (each.amount)
            return {Money{each.amount->value, each.currency.isKnown() ? each.currency : currency}, {}};
        if (!each.text.isEmpty())
            return {std::nullopt, shortText(each.text)};
    }
    return {};
}

void storyReady(const Subject& account, const Rule& rule, Findings& found)
{
    enum Sentence
    {
        InMoney,
        InWords
    };
    for (const Goal& each : account.of<Goal>()) {
        if (!each.metOn.isValid() || each.metOn.daysTo(account.day()) > rule.days(0))
            continue;
        const Worth worth = worthOf(account, each);
        const bool isTold = std::ranges::any_of(account.of<Advocacy>(), [&](const Advocacy& story) {
            return story.goal.value() == each.id || (story.day.isValid() && story.day >= each.metOn);
        });
        if (isTold || (!worth.money && worth.text.isEmpty()) || !account.isInGoodStanding())
            continue;
        found.add(rule,
                  {.severity = Severity::Good,
                   .sentence = worth.money ? InMoney : InWords,
                   .arguments = {nameOf(each), worth.money ? Argument(*worth.money) : Argument(QString()), worth.text},
                   .records = {refOf(each)},
                   .opened = each.metOn,
                   .key = keyOf(refOf(each)),
                   .newest = each.metOn});
    }
}

bool isLoud(const Subject& account, QDate since)
{
    const auto isTicket = [&](const Ticket& each) { return each.opened >= since; };
    const auto isComplaint = [&](const Survey& each) {
        return each.day >= since && each.kind == u"nps" && each.score.value_or(10) <= 6;
    };
    const auto isEscalation = [&](const Escalation& each) { return each.opened >= since || isOpen(each); };
    return std::ranges::any_of(account.of<Ticket>(), isTicket) ||
           std::ranges::any_of(account.of<Survey>(), isComplaint) ||
           std::ranges::any_of(account.of<Escalation>(), isEscalation);
}

void loyalUnseen(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Days,
        GreenDays,
        Every,
        QuietDays
    };
    const auto age = account.age();
    const QString& green = account.book().content.signalRules.standing.band;
    const QDate since = account.day().addDays(-rule.days(QuietDays));
    if (!age || *age < rule.days(Days) || account.score().band != green || isLoud(account, since) ||
        isThankedSince(account, since) || !account.isInGoodStanding())
        return;
    for (int days = rule.days(Every); days <= rule.days(GreenDays); days += rule.days(Every)) {
        const auto then =
            account.book().scorer.score(account.facts().id(), account.day().addDays(-days), health::Detail::Numbers);
        if (!then || then->band != green)
            return;
    }
    constexpr double year = 365.25;
    found.add(rule, {.severity = Severity::Good,
                     .arguments = {qint64(*age / year)},
                     .opened = account.start().addDays(rule.days(Days))});
}

constexpr std::array rules = {
    RuleKind{"milestone.reached", "within", "milestone goal anniversary", &milestoneReached},
    RuleKind{"promoter.new", "least within", "quote bare", &promoterNew},
    RuleKind{"expand.ready", "share", "goal no_goal", &expandReady},
    RuleKind{"loyal.unseen", "days green_days every quiet_days", "loyal", &loyalUnseen},
    RuleKind{"story.ready", "within", "money words", &storyReady},
};

} // namespace

std::span<const RuleKind> goodRules() { return rules; }

} // namespace steward::work
