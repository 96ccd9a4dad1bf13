// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/reviews.h"

#include "core/portfolio/standing.h"
#include "core/qbr/record.h"
#include "core/query/review_content.h"
#include "core/workspace/beside.h"

#include <algorithm>

namespace steward::reviews {

Reviews::Reviews(const Numbers& numbers, content::Qbr content, Quarter quarter)
    : m_numbers(numbers)
    , m_content(std::move(content))
    , m_quarter(quarter)
    , m_packs(m_numbers->facts, m_numbers->grouping, m_content)
{
}

bool Reviews::canTakeOver(const Reviews* before) const
{
    if (!before || before->m_quarter != m_quarter || before->m_numbers->asked != m_numbers->asked)
        return false;
    const BookFacts& was = before->m_numbers->facts.book();
    const BookFacts& is = m_numbers->facts.book();
    return was.definitions == is.definitions && was.sources == is.sources && was.metrics == is.metrics;
}

Result<ShownReviews> Reviews::of(const Numbers& numbers, Quarter quarter, const Reviews* before,
                                 const std::function<bool()>& isStale)
{
    auto content = query::reviewContentOf(numbers->facts.book());
    if (!content)
        return tl::unexpected(content.error());
    auto made = makeRetiring<Reviews>(numbers, std::move(*content), quarter);
    const Reviews* known = made->canTakeOver(before) ? before : nullptr;
    const BookFacts& book = numbers->facts.book();
    for (const query::AccountLine& line : numbers->lines) {
        if (isStale())
            return ShownReviews();
        const AccountId id = line.facts->id();
        made->m_withoutRhythm += qbr::lacksRhythm(*line.facts, book, numbers->grouping, numbers->asked.day) ? 1 : 0;
        ReviewLine review{
            &line,
            qbr::dueOf(*line.facts, book, numbers->grouping.rulesOf(id).reviewsPerYear, quarter, numbers->asked.day),
            {}};
        if (review.due.state == qbr::DueState::NotDue)
            continue;
        const ReviewLine* old = known ? known->find(id) : nullptr;
        if (old && old->account->facts == line.facts)
            review.readiness = old->readiness;
        else if (review.due.state == qbr::DueState::Due)
            review.readiness = made->pack(id).readiness;
        made->m_lines.push_back(std::move(review));
    }
    made->sort();
    return ShownReviews(made);
}

void Reviews::sort()
{
    const auto key = [this](const ReviewLine& line) {
        // A recap that is owed comes before all, what is over last.
        const int place = owedRecap(line) ? 0 : line.due.state == qbr::DueState::Held ? 2 : 1;
        const qint64 when = line.due.meeting ? line.due.meeting->ms : std::numeric_limits<qint64>::max();
        return std::tuple(place, when, line.account->facts->account.name.toCaseFolded(), line.due.account);
    };
    std::ranges::sort(m_lines, [&](const ReviewLine& a, const ReviewLine& b) { return key(a) < key(b); });
}

const Qbr* Reviews::owedRecap(const ReviewLine& line) const
{
    const Period quarter = periodOf(m_quarter, m_numbers->facts.book().fiscalYearStart);
    const Qbr* review = qbr::reviewOf(*line.account->facts, quarter);
    return review && review->heldOn.isValid() && !review->recapSentAt && recapDue(*review) ? review : nullptr;
}

const ReviewLine* Reviews::find(AccountId account) const
{
    const auto found =
        std::ranges::find_if(m_lines, [&](const ReviewLine& each) { return each.due.account == account; });
    return found == m_lines.end() ? nullptr : &*found;
}

qbr::Pack Reviews::pack(AccountId account) const { return m_packs.of({account, m_quarter, m_numbers->asked.day, {}}); }

Quarter openingQuarter(const BookNumbers& numbers)
{
    const QDate day = numbers.asked.day;
    const BookFacts& book = numbers.facts.book();
    const Quarter last = lastQuarter(day, book.fiscalYearStart);
    const Period offered{periodOf(last, book.fiscalYearStart).from, periodOf(last.plus(2), book.fiscalYearStart).to};
    Quarter quarter = last;
    QDate next;
    for (const AccountFacts& facts : numbers.facts)
        for (const Qbr& each : facts.of<Qbr>()) {
            if (each.status == u"cancelled" || each.heldOn.isValid() || !each.meetingStart ||
                !offered.contains(each.quarter))
                continue;
            const QDate meeting = dayOf(*each.meetingStart, book.zone);
            if (meeting < day || (next.isValid() && next <= meeting))
                continue;
            next = meeting;
            quarter = quarterOf(each.quarter, book.fiscalYearStart);
        }
    return quarter;
}

Quarter lastQuarter(QDate day, int fiscalYearStart) { return quarterOf(day, fiscalYearStart).plus(-1); }

} // namespace steward::reviews
