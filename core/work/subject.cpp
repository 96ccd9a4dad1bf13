// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/subject.h"

#include "core/portfolio/contact_life.h"
#include "core/portfolio/metrics.h"
#include "core/portfolio/standing.h"

#include <algorithm>
#include <map>

namespace steward::work {

namespace {

bool isEarlier(QDate day, QDate than) { return day.isValid() && (!than.isValid() || day < than); }

} // namespace

BookKnown::BookKnown(const Portfolio& portfolio, const content::Content& shown, const health::Scorer& scores,
                     Grouping groups, ScoreCall call)
    : facts(portfolio.book())
    , content(shown)
    , scorer(scores)
    , grouping(std::move(groups))
    , scoreCall(std::move(call))
    , limits(limitNames(portfolio.book()))
{
    for (const AccountFacts& each : portfolio) {
        for (const Qbr& review : each.of<Qbr>())
            if (isEarlier(review.heldOn, firstReview))
                firstReview = review.heldOn;
        for (const Assignment& assignment : each.of<Assignment>())
            if (!assignment.handover.text.isEmpty() && isEarlier(assignment.from, firstHandover))
                firstHandover = assignment.from;
    }
}

Subject::Subject(const AccountFacts& facts, const AccountFacts& all, const BookKnown& book,
                 const health::AccountScore& score, health::TrendPoint before)
    : m_facts(facts)
    , m_all(all)
    , m_book(book)
    , m_score(score)
    , m_before(std::move(before))
    , m_group(book.grouping.find(facts.id()))
    , m_start(contractStart(facts, book.facts))
{
}

const health::Contribution* Subject::read(QStringView measure) const
{
    const health::Contribution* found = m_score.find(measure);
    return found && found->takesPart() ? found : nullptr;
}

const health::Contribution* Subject::said(QStringView measure, QStringView ending) const
{
    const health::Contribution* found = read(measure);
    return found && QStringView(found->why.key).endsWith(ending) ? found : nullptr;
}

double Subject::useDown() const
{
    constexpr std::size_t percent = 3;
    const health::Contribution* trend = said(u"usage_trend", u".down");
    return trend ? -numberAt(trend->why, percent) : 0;
}

std::optional<int> Subject::age() const
{
    return m_start.isValid() && m_start <= day() ? std::optional(static_cast<int>(m_start.daysTo(day())))
                                                 : std::nullopt;
}

std::optional<int> Subject::cadence() const
{
    constexpr int withoutSegment = 30;
    if (!m_group)
        return withoutSegment;
    if (!m_group->touch)
        return std::nullopt;
    int month = 1;
    if (m_start.isValid() && m_start <= day())
        month += (day().year() - m_start.year()) * 12 + day().month() - m_start.month() -
                 (day().day() < m_start.day() ? 1 : 0);
    return m_group->touch->daysIn(month);
}

const std::vector<revenue::Renewal>& Subject::renewals() const
{
    if (!m_renewals)
        m_renewals = revenue::renewalsOf(m_facts, m_book.facts, day());
    return *m_renewals;
}

std::optional<int> Subject::daysToRenewal() const
{
    std::optional<int> next;
    for (const revenue::Renewal& each : renewals())
        if (each.daysLeft && *each.daysLeft >= 0 && (!next || *each.daysLeft < *next))
            next = static_cast<int>(*each.daysLeft);
    return next;
}

std::optional<int> Subject::daysToTurn() const
{
    std::optional<int> next;
    for (const revenue::Renewal& each : renewals()) {
        if (!each.daysLeft || each.noticeGiven)
            continue;
        const bool isNoticeAhead = each.noticeBy.isValid() && each.noticeBy >= day();
        const int days = static_cast<int>(isNoticeAhead ? day().daysTo(each.noticeBy) : *each.daysLeft);
        next = next ? std::min(*next, days) : days;
    }
    return next;
}

bool Subject::renewsWithin(int days) const
{
    const auto left = daysToRenewal();
    return left && *left <= days;
}

const Contact* Subject::contact(ContactId id) const
{
    for (const Contact& each : of<Contact>())
        if (each.id == id.value())
            return &each;
    return nullptr;
}

QString Subject::roleOf(ContactId id) const
{
    for (const ContactRole& each : of<ContactRole>())
        if (each.contact == id && !(each.to.isValid() && each.to <= day()) && each.role != u"user")
            return each.role;
    const Contact* found = contact(id);
    return found ? (found->title.isEmpty() ? found->name : found->title) : QString();
}

bool Subject::isInGoodStanding() const
{
    return againstAsking(m_facts, m_score, m_book.content.signalRules.standing).empty();
}

std::vector<Message> againstAsking(const AccountFacts& facts, const health::AccountScore& score,
                                   const content::GoodStanding& asked)
{
    std::vector<Message> against;
    for (const Escalation& each : facts.of<Escalation>())
        if (isOpen(each))
            against.push_back({Code("standing.escalation"), {each.subject, each.opened}});
    for (const Survey* each : latestNps(facts, score.day, asked.npsDays))
        if (*each->score < asked.npsLeast)
            against.push_back({Code("standing.unhappy"), {qint64(*each->score), each->day}});
    const health::Contribution* payment = score.find(u"payment");
    if (payment && payment->takesPart() && payment->why.arguments.size() > 2) {
        const double beyond = numberAt(payment->why, 2) - numberAt(payment->why, 3);
        if (beyond > asked.overdueDays)
            against.push_back({Code("standing.overdue"), {qint64(beyond)}});
    }
    if (score.band != asked.band)
        against.push_back({score.band.isEmpty() ? Code("standing.unknown") : Code("standing.band"), {}});
    else if (score.coverage() < health::Fraction::whole(asked.known))
        against.push_back({Code("standing.known"), {qint64(asked.known)}});
    return against;
}

std::vector<const Survey*> latestNps(const AccountFacts& facts, QDate day, int days)
{
    std::vector<const Survey*> answers;
    std::map<ContactId, std::size_t> placed;
    const auto contacts = facts.of<Contact>().all();
    for (const Survey& each : facts.of<Survey>()) {
        if (each.kind != u"nps" || !each.score || !each.day.isValid() || each.day <= day.addDays(-days))
            continue;
        const auto contact = std::ranges::find(contacts, each.contact.value(), &Contact::id);
        const bool isKnown = contact != contacts.end();
        if (isKnown && !isPresent(*contact, day))
            continue;
        if (isKnown)
            if (const auto [at, isNew] = placed.emplace(each.contact, answers.size()); !isNew) {
                answers[at->second] = &each;
                continue;
            }
        answers.push_back(&each);
    }
    return answers;
}

double numberAt(const health::Explanation& why, std::size_t index)
{
    if (index >= why.arguments.size())
        return 0;
    if (const auto* whole = std::get_if<qint64>(&why.arguments[index]))
        return static_cast<double>(*whole);
    const auto* number = std::get_if<double>(&why.arguments[index]);
    return number ? *number : 0;
}

QDate dayAt(const health::Explanation& why, std::size_t index)
{
    const auto* day = index < why.arguments.size() ? std::get_if<QDate>(&why.arguments[index]) : nullptr;
    return day ? *day : QDate();
}

QString textAt(const health::Explanation& why, std::size_t index)
{
    const auto* text = index < why.arguments.size() ? std::get_if<QString>(&why.arguments[index]) : nullptr;
    return text ? *text : QString();
}

QString shortText(const QString& text)
{
    constexpr qsizetype most = 120;
    const QString line = text.simplified();
    if (line.size() <= most)
        return line;
    const qsizetype blank = line.lastIndexOf(u' ', most);
    return line.left(blank > 0 ? blank : most) + u'…';
}

QString nameOf(const Goal& goal) { return goal.shortName.isEmpty() ? shortText(goal.outcome) : goal.shortName; }

} // namespace steward::work
