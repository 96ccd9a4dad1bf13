// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/contact_life.h"
#include "core/work/rule.h"

#include <algorithm>
#include <array>

/// Who of the customer is there, who left, whom we have not seen.
namespace steward::work {

namespace {

using content::Severity;
using health::Contribution;

QString firstContact(const Contribution& read)
{
    const auto found = std::ranges::find(read.why.records, Entity::Contact, &RecordRef::entity);
    return found == read.why.records.end() ? QString() : keyOf(*found);
}

void sponsorLeft(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        RenewalWithin
    };
    enum Sentence
    {
        Left,
        Unmet
    };
    const Contribution* left = account.said(u"sponsor", u".left");
    const Contribution* sponsor = left ? left : account.said(u"sponsor", u".unmet");
    if (!sponsor)
        return;
    const QDate day = dayAt(sponsor->why, 1);
    found.add(rule, {.severity = account.renewsWithin(rule.days(RenewalWithin)) ? Severity::Critical : Severity::High,
                     .sentence = left ? Left : Unmet,
                     .arguments = sponsor->why.arguments,
                     .records = sponsor->why.records,
                     .opened = day,
                     .key = firstContact(*sponsor)});
}

void championLeft(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Sole
    };
    const Contribution* champion = account.said(u"champion", u".left");
    if (!champion)
        return;
    const Contribution* threads = account.read(u"threads");
    const bool isSole = threads && numberAt(threads->why, 0) <= rule.number(Sole);
    found.add(rule, {.severity = isSole ? Severity::High : Severity::Medium,
                     .arguments = champion->why.arguments,
                     .records = champion->why.records,
                     .opened = dayAt(champion->why, 1),
                     .key = firstContact(*champion)});
}

void sponsorUnseen(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Days,
        Rhythms
    };
    const Contribution* sponsor = account.said(u"sponsor", u".seen");
    if (!sponsor || !account.cadence())
        return;
    const QDate seen = dayAt(sponsor->why, 1);
    const double limit = std::max(rule.number(Days), rule.number(Rhythms) * *account.cadence());
    const qint64 days = seen.daysTo(account.day());
    if (double(days) < limit)
        return;
    found.add(rule, {.severity = Severity::Medium,
                     .arguments = sponsor->why.arguments,
                     .records = sponsor->why.records,
                     .opened = seen.addDays(qint64(limit)),
                     .key = firstContact(*sponsor),
                     .figure = double(days)});
}

void threadSingle(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Most,
        After,
        RenewalWithin
    };
    enum Sentence
    {
        One,
        None
    };
    const Contribution* threads = account.read(u"threads");
    const auto age = account.age();
    if (!threads || !account.hasPeople() || !age || *age <= rule.days(After) ||
        numberAt(threads->why, 0) > rule.number(Most))
        return;
    const bool isNear = account.renewsWithin(rule.days(RenewalWithin));
    found.add(rule, {.severity = isNear ? Severity::High : Severity::Medium,
                     .sentence = numberAt(threads->why, 0) < 1 ? None : One,
                     .arguments = {textAt(threads->why, 1)},
                     .records = threads->why.records});
}

bool isExecutive(const Subject& account, const Contact& contact)
{
    return std::ranges::any_of(account.of<ContactRole>(), [&](const ContactRole& each) {
        return each.contact.value() == contact.id && (each.role == u"executive" || each.role == u"decision_maker") &&
               !(each.to.isValid() && each.to <= account.day());
    });
}

void execGap(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Days,
        Rhythm
    };
    enum Sentence
    {
        Since,
        Never
    };
    // Roles and conversations are recorded here: the score has read both.
    if (!account.read(u"sponsor") || !account.read(u"threads") || account.cadence().value_or(99) > rule.days(Rhythm))
        return;
    const auto age = account.age();
    if (!account.group() || !account.hasPeople() || !age || *age < rule.days(Days))
        return;
    QDate seen;
    std::vector<RecordRef> records;
    for (const Contact& each : account.of<Contact>()) {
        if (!isPresent(each, account.day()) || !isExecutive(account, each))
            continue;
        seen = std::max(seen, seenOn(account.facts(), ContactId(each.id)));
        records.push_back(refOf(each));
    }
    const qint64 days = seen.isValid() ? seen.daysTo(account.day()) : *age;
    if (days < rule.days(Days))
        return;
    found.add(rule, {.severity = Severity::Medium,
                     .sentence = seen.isValid() ? Since : Never,
                     .arguments = {seen},
                     .records = std::move(records),
                     .opened = account.day().addDays(rule.days(Days) - days),
                     .figure = double(days)});
}

void handoverOpen(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        After,
        Within
    };
    enum Sentence
    {
        Kickoff,
        Open,
        Unread
    };
    const Assignment* newest = nullptr;
    bool isWritten = false;
    int hands = 0;
    for (const Assignment& each : account.of<Assignment>()) {
        isWritten = isWritten || !each.handover.text.isEmpty();
        if (each.role != u"csm")
            continue;
        ++hands;
        newest = &each;
    }
    const auto isRecent = [&](QDate day) {
        return day.isValid() && day.addDays(rule.days(After)) <= account.day() &&
               day.daysTo(account.day()) <= rule.days(Within);
    };
    if (newest && hands > 1 && isRecent(newest->from) && !newest->readOn.isValid()) {
        found.add(rule, {.severity = Severity::Medium,
                         .sentence = Unread,
                         .arguments = {newest->from},
                         .records = {refOf(*newest)},
                         .opened = newest->from.addDays(rule.days(After)),
                         .newest = newest->from});
        return;
    }
    const QDate first = account.book().firstHandover;
    if (isWritten || !isRecent(account.start()) || !first.isValid() || first > account.day())
        return;
    QDate kickoff;
    for (const Milestone& each : account.of<Milestone>()) {
        if (each.kind == u"handover_done" && each.reached.isValid())
            return;
        if (each.kind == u"kickoff")
            kickoff = each.reached.isValid() ? each.reached : each.planned;
    }
    found.add(rule, {.severity = Severity::Medium,
                     .sentence = kickoff >= account.day() ? Kickoff : Open,
                     .arguments = {kickoff},
                     .opened = account.start().addDays(rule.days(After)),
                     .newest = account.start()});
}

void pulseStale(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Days,
        Rhythm
    };
    const auto ratings = account.of<Pulse>().all();
    if (ratings.empty() || !account.hasPeople() || account.cadence().value_or(99) > rule.days(Rhythm))
        return;
    const Pulse& last = ratings.back();
    const qint64 days = last.day.isValid() ? last.day.daysTo(account.day()) : 0;
    if (days <= rule.days(Days))
        return;
    found.add(rule, {.severity = Severity::Low,
                     .arguments = {days},
                     .records = {refOf(last)},
                     .opened = last.day.addDays(rule.days(Days) + 1),
                     .figure = double(days)});
}

constexpr std::array rules = {
    RuleKind{"sponsor.left", "renewal_within", "left unmet", &sponsorLeft},
    RuleKind{"champion.left", "sole", "left", &championLeft},
    RuleKind{"sponsor.unseen", "days rhythms", "unseen", &sponsorUnseen},
    RuleKind{"thread.single", "most after renewal_within", "one none", &threadSingle},
    RuleKind{"exec.gap", "days rhythm", "since never", &execGap},
    RuleKind{"handover.open", "after within", "kickoff open unread", &handoverOpen},
    RuleKind{"pulse.stale", "days rhythm", "old", &pulseStale},
};

} // namespace

std::span<const RuleKind> peopleRules() { return rules; }

} // namespace steward::work
