// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"
#include "core/portfolio/working_calendar.h"
#include "core/work/rule.h"

#include <algorithm>
#include <array>
#include <map>

/// What they say in answers and tickets, and what they do not say.
namespace steward::work {

namespace {

using content::Severity;
using health::Contribution;

bool decides(const Subject& account, ContactId contact)
{
    return std::ranges::any_of(account.of<ContactRole>(), [&](const ContactRole& each) {
        return each.contact == contact && (each.role == u"sponsor" || each.role == u"decision_maker") &&
               !(each.to.isValid() && each.to <= account.day());
    });
}

/// Working days added to a day.
QDate workdaysAfter(const Subject& account, QDate day, int count)
{
    const WorkingCalendar calendar = calendarOf(account.book().facts, account.facts().account);
    while (count > 0) {
        day = day.addDays(1);
        count -= calendar.isWorking(day) ? 1 : 0;
    }
    return day;
}

void detractorReply(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Most,
        Within,
        ReplyDays
    };
    enum Sentence
    {
        Quote,
        Bare
    };
    for (const Survey* each : latestNps(account, rule.days(Within))) {
        if (*each->score > rule.number(Most) || each->repliedOn.isValid())
            continue;
        const bool isGrave = each->contact.isValid() && decides(account, each->contact);
        found.add(rule,
                  {.severity = isGrave ? Severity::Critical : Severity::High,
                   .sentence = each->comment.isEmpty() ? Bare : Quote,
                   .arguments = {account.roleOf(each->contact), *each->score, each->day, shortText(each->comment)},
                   .records = {refOf(*each)},
                   .opened = each->day,
                   .key = keyOf(refOf(*each)),
                   .figure = rule.number(Most) + 1 - *each->score,
                   .newest = each->day,
                   .due = workdaysAfter(account, each->day, rule.days(ReplyDays))});
    }
}

void npsFell(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Points,
        Least,
        Within
    };
    std::map<ContactId, std::pair<const Survey*, const Survey*>> answers; // before, now
    for (const Survey& each : account.of<Survey>())
        if (each.kind == u"nps" && each.score && each.contact.isValid() && each.day.isValid()) {
            auto& [before, now] = answers[each.contact];
            before = now;
            now = &each;
        }
    for (const auto& [contact, pair] : answers) {
        const auto& [before, now] = pair;
        if (!before || *before->score - *now->score < rule.number(Points) || *now->score < rule.number(Least) ||
            now->day.daysTo(account.day()) > rule.days(Within))
            continue;
        found.add(rule, {.severity = Severity::Low,
                         .arguments = {account.roleOf(contact), *before->score, *now->score},
                         .records = {refOf(*before), refOf(*now)},
                         .opened = now->day,
                         .key = keyOf({Entity::Contact, contact.value()}),
                         .figure = *before->score - *now->score,
                         .newest = now->day});
    }
}

void csatLow(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Within,
        OfScale
    };
    enum Sentence
    {
        Quote,
        Bare
    };
    const auto add = [&](RecordRef record, ContactId contact, QDate day, double score, double low, double high,
                         const QString& touchpoint, const QString& comment) {
        if (!day.isValid() || day.daysTo(account.day()) > rule.days(Within) ||
            score - low > rule.number(OfScale) * (high - low))
            return;
        found.add(rule, {.severity = Severity::Medium,
                         .sentence = comment.isEmpty() ? Bare : Quote,
                         .arguments = {account.roleOf(contact), touchpoint, score, shortText(comment)},
                         .records = {record},
                         .opened = day,
                         .key = keyOf(record),
                         .figure = high - score,
                         .newest = day});
    };
    for (const Survey& each : account.of<Survey>())
        if (each.kind == u"csat" && each.score)
            add(refOf(each), each.contact, each.day, *each.score, double(each.scaleLow.value_or(1)),
                double(each.scaleHigh.value_or(5)), each.touchpoint, each.comment);
    for (const Ticket& each : account.of<Ticket>())
        if (each.csat)
            add(refOf(each), each.contact, each.closed.isValid() ? each.closed : each.opened, *each.csat, 1,
                double(each.csatScale.value_or(5)), QStringLiteral("ticket"), {});
}

void ticketUrgent(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Days,
        RenewalWithin
    };
    enum Sentence
    {
        Urgent,
        Escalated
    };
    // The list of tickets is fresh enough to say that one is still open.
    const Contribution* tickets = account.read(u"tickets_open");
    if (!tickets)
        return;
    for (const Ticket& each : account.of<Ticket>()) {
        if (!each.opened.isValid() || !isOpen(each))
            continue;
        const qint64 days = each.opened.daysTo(account.day());
        const bool isEscalated = each.escalated.value_or(false);
        if (!isEscalated && !(each.priority == u"urgent" && days >= rule.days(Days)))
            continue;
        const bool isGrave = isEscalated && account.renewsWithin(rule.days(RenewalWithin));
        found.add(rule, {.severity = isGrave ? Severity::Critical : Severity::High,
                         .sentence = isEscalated ? Escalated : Urgent,
                         .arguments = {shortText(each.subject), days},
                         .records = {refOf(each)},
                         .opened = isEscalated ? each.opened : each.opened.addDays(rule.days(Days)),
                         .key = keyOf(refOf(each)),
                         .figure = double(days),
                         .dataTo = tickets->why.dataTo});
    }
}

void ticketSpike(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Times,
        Least
    };
    enum Sentence
    {
        Spike,
        Mixed
    };
    const Contribution* trend = account.read(u"tickets_trend");
    if (!trend)
        return;
    const double now = numberAt(trend->why, 0);
    const double before = numberAt(trend->why, 1);
    if (now < rule.number(Least) || now < rule.number(Times) * before)
        return;
    found.add(rule, {.severity = Severity::Medium,
                     .sentence = textAt(trend->why, 2).isEmpty() ? Mixed : Spike,
                     .arguments = trend->why.arguments,
                     .records = trend->why.records,
                     .opened = trend->why.dataTo.addDays(-27),
                     .figure = now,
                     .dataTo = trend->why.dataTo});
}

void ticketHush(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Usual,
        Down
    };
    const Contribution* trend = account.read(u"tickets_trend");
    const double down = account.useDown();
    if (!trend || numberAt(trend->why, 0) > 0 || numberAt(trend->why, 1) < rule.number(Usual) ||
        down < rule.number(Down))
        return;
    found.add(rule, {.severity = Severity::High,
                     .arguments = {numberAt(trend->why, 1), down},
                     .records = trend->why.records,
                     .opened = trend->why.dataTo.addDays(-27),
                     .figure = down,
                     .dataTo = trend->why.dataTo});
}

void silentCustomer(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Rhythms,
        Floor,
        Down
    };
    enum Sentence
    {
        Quiet,
        QuietDown,
        Never
    };
    const Contribution* silence = account.read(u"silence");
    if (!silence)
        return;
    const double days = numberAt(silence->why, 0);
    const double rhythm = std::max(double(account.cadence().value_or(0)), rule.number(Floor));
    if (days < rule.number(Rhythms) * rhythm)
        return;
    const double down = account.useDown();
    const bool isDown = down >= rule.number(Down);
    found.add(rule, {.severity = isDown ? Severity::High : Severity::Medium,
                     .sentence = account.said(u"silence", u".never") ? Never
                                 : isDown                            ? QuietDown
                                                                     : Quiet,
                     .arguments = {qint64(days), down},
                     .records = silence->why.records,
                     .opened = silence->why.dataTo.addDays(-qint64(days - rule.number(Rhythms) * rhythm)),
                     .figure = days,
                     .dataTo = silence->why.dataTo});
}

/// A conversation that is planned for later, as far as was known on the day.
bool hasPlanned(const Subject& account)
{
    return std::ranges::any_of(account.all().of<Touch>(), [&](const Touch& each) {
        return each.day > account.day() && each.planned.value_or(false) && !each.archivedOn.isValid() &&
               dayOf(each.recorded, account.book().facts.zone) <= account.day();
    });
}

void silentUs(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Rhythms
    };
    enum Sentence
    {
        Late,
        Never
    };
    const Contribution* touch = account.read(u"touch_cadence");
    if (!touch || hasPlanned(account))
        return;
    const double cadence = numberAt(touch->why, 0);
    const QDate last = dayAt(touch->why, 1);
    const QDate since = last.isValid() ? last : account.start();
    const qint64 days = since.isValid() ? since.daysTo(account.day()) : 0;
    if (cadence <= 0 || double(days) < rule.number(Rhythms) * cadence)
        return;
    found.add(rule, {.severity = Severity::Low,
                     .sentence = last.isValid() ? Late : Never,
                     .arguments = {qint64(cadence), days},
                     .records = touch->why.records,
                     .opened = since.addDays(qint64(rule.number(Rhythms) * cadence)),
                     .figure = double(days)});
}

void feedbackNone(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Days
    };
    enum Sentence
    {
        Since,
        Never
    };
    const Contribution* nps = account.score().find(u"nps");
    const auto age = account.age();
    const bool isAsked = nps && nps->gap != health::Gap::NotConnected && nps->state != health::State::NotApplicable;
    if (!isAsked || !age || *age < rule.days(Days))
        return;
    const auto answers = account.of<Survey>().all();
    const QDate last = answers.empty() ? QDate() : answers.back().day;
    const qint64 days = last.isValid() ? last.daysTo(account.day()) : *age;
    if (days < rule.days(Days))
        return;
    found.add(rule, {.severity = Severity::Low,
                     .sentence = last.isValid() ? Since : Never,
                     .arguments = {days},
                     .opened = account.day().addDays(rule.days(Days) - days),
                     .figure = double(days)});
}

constexpr std::array rules = {
    RuleKind{"detractor.reply", "most within reply_days", "quote bare", &detractorReply},
    RuleKind{"ticket.urgent", "days renewal_within", "urgent escalated", &ticketUrgent},
    RuleKind{"ticket.hush", "usual down", "hush", &ticketHush},
    RuleKind{"silent.customer", "rhythms floor down", "quiet quiet_down never", &silentCustomer},
    RuleKind{"ticket.spike", "times least", "spike spike_mixed", &ticketSpike},
    RuleKind{"csat.low", "within of_scale", "quote bare", &csatLow},
    RuleKind{"nps.fell", "points least within", "fell", &npsFell},
    RuleKind{"silent.us", "rhythms", "late never", &silentUs},
    RuleKind{"feedback.none", "days", "since never", &feedbackNone},
};

} // namespace

std::span<const RuleKind> voiceRules() { return rules; }

} // namespace steward::work
