// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/brief.h"

#include "core/portfolio/contact_life.h"
#include "core/portfolio/standing.h"
#include "core/revenue/renewals.h"

#include <algorithm>

namespace steward::query {

namespace {

using health::Contribution;
using health::Explanation;
using Lines = std::vector<Explanation>;

constexpr std::size_t mostOfAKind = 3;
constexpr int newDays = 90;
constexpr int leftDays = 180;
constexpr int highDays = 7;

/// What the lines are made from.
struct Subject
{
    const AccountFacts& facts;
    const BookFacts& book;
    const health::AccountScore& score;
    QDate day;

    [[nodiscard]] const Contact* contact(ContactId id) const
    {
        for (const Contact& each : facts.of<Contact>())
            if (each.id == id.value())
                return &each;
        return nullptr;
    }
    /// The measure's sentence where its key ends so; nullptr: it says something else, or nothing.
    [[nodiscard]] const Explanation* said(QStringView measure, std::initializer_list<QStringView> endings) const
    {
        const Contribution* found = score.find(measure);
        if (!found || !found->takesPart())
            return nullptr;
        const bool isSaid = std::ranges::any_of(
            endings, [&](QStringView ending) { return QStringView(found->why.key).endsWith(ending); });
        return isSaid ? &found->why : nullptr;
    }
};

template <class T>
RecordRef ref(const T& row)
{
    return {T::entity, row.id};
}

/// The first lines of a text that fit on one: notes are long.
QString shortened(const QString& text)
{
    constexpr qsizetype most = 120;
    const QString line = text.simplified();
    if (line.size() <= most)
        return line;
    const qsizetype blank = line.lastIndexOf(u' ', most);
    return line.left(blank > 0 ? blank : most) + u'…';
}

Lines lastTalk(const Subject& subject)
{
    const Touch* last = nullptr;
    for (const Touch& each : subject.facts.of<Touch>())
        if (isTwoWay(each) && each.day <= subject.day)
            last = &each;
    if (!last)
        return {};
    QStringList names;
    for (const ContactId id : last->contacts)
        if (const Contact* contact = subject.contact(id))
            names.append(contact->name);
    const QString about = last->subject.isEmpty() ? last->text : last->subject;
    return {{{}, {last->day, names.join(QStringLiteral(", ")), shortened(about)}, {ref(*last)}, {}}};
}

/// Open tasks of one side, what is due first; those without a date last.
Lines promises(const Subject& subject, bool isOurs)
{
    std::vector<const Task*> open;
    for (const Task& each : subject.facts.of<Task>()) {
        const bool isTheirs = each.waitingFor == u"customer";
        if (isOpen(each) && (isOurs ? each.category == u"promise" && !isTheirs : isTheirs))
            open.push_back(&each);
    }
    std::ranges::stable_sort(
        open, [](const Task* a, const Task* b) { return a->due.isValid() && (!b->due.isValid() || a->due < b->due); });
    Lines lines;
    for (const Task* each : open)
        lines.push_back({{}, {shortened(each->title), each->due}, {ref(*each)}, {}});
    return lines;
}

Lines goals(const Subject& subject, bool withFigures)
{
    std::vector<const Goal*> open;
    for (const Goal& each : subject.facts.of<Goal>())
        if (isOpen(each) && (each.current && each.target) == withFigures)
            open.push_back(&each);
    std::ranges::stable_sort(open, {}, [](const Goal* each) { return each->priority.value_or(9); });
    Lines lines;
    for (const Goal* each : open) {
        const QString name = each->shortName.isEmpty() ? shortened(each->outcome) : each->shortName;
        if (withFigures)
            lines.push_back({{}, {name, *each->current, *each->target, each->due}, {ref(*each)}, {}});
        else
            lines.push_back({{}, {name, each->status, each->due}, {ref(*each)}, {}});
    }
    return lines;
}

Lines use(const Subject& subject)
{
    const Explanation* trend = subject.said(u"usage_trend", {u".down", u".up", u".down_last_year", u".up_last_year"});
    return trend ? Lines{*trend} : Lines();
}

/// Urgent and escalated ones, and high ones open for a week; the oldest first.
Lines tickets(const Subject& subject)
{
    Lines lines;
    for (const Ticket& each : subject.facts.of<Ticket>()) {
        const qint64 days = each.opened.daysTo(subject.day);
        const bool hurts = each.priority == u"urgent" || each.escalated.value_or(false) ||
                           (each.priority == u"high" && days > highDays);
        if (isOpen(each) && hurts && each.opened.isValid())
            lines.push_back({{}, {shortened(each.subject), days}, {ref(each)}, {}});
    }
    return lines;
}

Lines overdue(const Subject& subject)
{
    const Explanation* payment = subject.said(u"payment", {u".overdue", u".overdue_no_habit"});
    return payment ? Lines{*payment} : Lines();
}

Lines renewal(const Subject& subject)
{
    for (const revenue::Renewal& each : revenue::renewalsOf(subject.facts, subject.book, subject.day))
        if (each.cycle.isValid()) {
            const bool isPast = each.noticeBy.isValid() && each.noticeBy < subject.day;
            return {{{}, {each.cycle, isPast ? QDate() : each.noticeBy}, each.records, {}}};
        }
    return {};
}

Lines people(const Subject& subject, bool (*isMeant)(const Contact&, QDate), QDate Contact::*day)
{
    Lines lines;
    for (const Contact& each : subject.facts.of<Contact>())
        if (isMeant(each, subject.day)) {
            Arguments arguments{each.name, each.title};
            if (day)
                arguments.emplace_back(each.*day);
            lines.push_back({{}, std::move(arguments), {ref(each)}, {}});
        }
    std::ranges::reverse(lines); // facts lie by day: who came last first
    return lines;
}

bool isWithin(QDate day, QDate to, int days) { return day.isValid() && day <= to && day > to.addDays(-days); }

/// Of a young account everybody is new: only who came after its start counts.
Lines newPeople(const Subject& subject)
{
    constexpr int settling = 30;
    const QDate start = contractStart(subject.facts, subject.book);
    const QDate settled = start.isValid() ? start.addDays(settling) : QDate(1900, 1, 1);
    Lines lines = people(
        subject,
        [](const Contact& each, QDate day) { return isPresent(each, day) && isWithin(each.joinedOn, day, newDays); },
        &Contact::joinedOn);
    std::erase_if(lines, [&](const Explanation& each) { return std::get<QDate>(each.arguments.back()) < settled; });
    return lines;
}

Lines leftPeople(const Subject& subject)
{
    return people(
        subject, [](const Contact& each, QDate day) { return isWithin(each.leftOn, day, leftDays); }, &Contact::leftOn);
}

Lines sceptics(const Subject& subject)
{
    return people(
        subject,
        [](const Contact& each, QDate day) {
            return isPresent(each, day) && (each.viewOfUs == u"sceptical" || each.viewOfUs == u"opponent");
        },
        nullptr);
}

QString roleOf(const Subject& subject, ContactId contact)
{
    for (const ContactRole& each : subject.facts.of<ContactRole>())
        if (each.contact == contact && !(each.to.isValid() && each.to <= subject.day))
            return each.role;
    const Contact* found = subject.contact(contact);
    return found ? found->title : QString();
}

Lines feedback(const Subject& subject)
{
    const Survey* last = nullptr;
    for (const Survey& each : subject.facts.of<Survey>())
        if (!each.comment.isEmpty() && each.score && each.day.isValid() && each.day <= subject.day)
            last = &each;
    if (!last)
        return {};
    return {
        {{}, {roleOf(subject, last->contact), last->day, *last->score, shortened(last->comment)}, {ref(*last)}, {}}};
}

/// The first that fits (content 6.2); empty: none does, and all is not well.
QString questionFor(const Subject& subject)
{
    const auto isLow = [&](QStringView measure, int below) {
        const Contribution* found = subject.score.find(measure);
        return found && found->takesPart() && found->value < content::Score::whole(below);
    };
    if (subject.said(u"value_recent", {u".none"}) || subject.said(u"time_to_value", {u".waiting"}))
        return QStringLiteral("no_value");
    constexpr int unseen = 50;
    if (isLow(u"sponsor", unseen))
        return QStringLiteral("sponsor_unseen");
    constexpr int tenPerCentDown = 65;
    if (isLow(u"usage_trend", tenPerCentDown) && subject.said(u"usage_trend", {u".down"}))
        return QStringLiteral("use_down");
    return subject.score.band == u"green" ? QStringLiteral("all_well") : QString();
}

Lines question(const Subject& subject, const content::Brief& brief)
{
    const content::Entry* entry = content::findById(brief.questions, questionFor(subject));
    if (!entry)
        return {};
    Explanation say{entry->text.key, {}, {}, {}};
    if (entry->id == u"use_down") {
        const Explanation* trend = subject.said(u"usage_trend", {u".down"});
        const QDate fell = trend && trend->dataTo.isValid() ? trend->dataTo : subject.day;
        say.arguments.emplace_back(fell.addDays(-14));
    }
    return {say};
}

Lines linesOf(const QString& id, const Subject& subject, const content::Brief& brief)
{
    if (id == u"last_talk")
        return lastTalk(subject);
    if (id == u"our_promises" || id == u"their_promises")
        return promises(subject, id == u"our_promises");
    if (id == u"goals" || id == u"goal_states")
        return goals(subject, id == u"goals");
    if (id == u"use")
        return use(subject);
    if (id == u"tickets")
        return tickets(subject);
    if (id == u"overdue")
        return overdue(subject);
    if (id == u"renewal")
        return renewal(subject);
    if (id == u"new_people")
        return newPeople(subject);
    if (id == u"left_people")
        return leftPeople(subject);
    if (id == u"sceptics")
        return sceptics(subject);
    if (id == u"feedback")
        return feedback(subject);
    return id == u"question" ? question(subject, brief) : Lines();
}

} // namespace

std::vector<BriefLine> briefOf(const AccountFacts& facts, const BookFacts& book, const health::AccountScore& score,
                               const content::Brief& brief)
{
    const Subject subject{facts, book, score, score.day};
    std::vector<BriefLine> result;
    for (const content::Entry& entry : brief.lines) {
        Lines lines = linesOf(entry.id, subject, brief);
        if (lines.size() > mostOfAKind)
            lines.resize(mostOfAKind);
        for (Explanation& each : lines) {
            if (each.key.isEmpty() || entry.id == u"use" || entry.id == u"overdue")
                each.key = entry.text.key;
            result.push_back({entry.id, std::move(each)});
        }
    }
    return result;
}

} // namespace steward::query
