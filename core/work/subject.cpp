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

bool Subject::hasUnhappyContact() const
{
    const content::GoodStanding& asked = m_book.content.signalRules.standing;
    return std::ranges::any_of(latestNps(*this, asked.npsDays),
                               [&](const Survey* each) { return *each->score < asked.npsLeast; });
}

bool Subject::isInGoodStanding() const
{
    const content::GoodStanding& asked = m_book.content.signalRules.standing;
    if (m_score.band != asked.band || m_score.coverage() < health::Fraction::whole(asked.known))
        return false;
    if (std::ranges::any_of(of<Escalation>(), [](const Escalation& each) { return isOpen(each); }))
        return false;
    if (const health::Contribution* payment = read(u"payment"))
        if (payment->why.arguments.size() > 2 &&
            numberAt(payment->why, 2) - numberAt(payment->why, 3) > asked.overdueDays)
            return false;
    return !hasUnhappyContact();
}

std::vector<const Survey*> latestNps(const Subject& subject, int days)
{
    std::vector<const Survey*> answers;
    std::map<ContactId, std::size_t> placed;
    for (const Survey& each : subject.of<Survey>()) {
        if (each.kind != u"nps" || !each.score || !each.day.isValid() || each.day <= subject.day().addDays(-days))
            continue;
        const Contact* contact = subject.contact(each.contact);
        if (contact && !isPresent(*contact, subject.day()))
            continue;
        if (contact)
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
