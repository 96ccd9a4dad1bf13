// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/qbr.h"
#include "core/qbr/pack.h"
#include "core/workspace/numbers.h"

/// The reviews of a quarter, worked out from the numbers of the book.
namespace steward::reviews {

/// Readiness in words, by the limits of the design: under 50 not ready, under 80 gaps.
enum class Ready
{
    Not,
    Gaps,
    Ready
};
[[nodiscard]] constexpr Ready readyOf(int percent)
{
    return percent < 50 ? Ready::Not : percent < 80 ? Ready::Gaps : Ready::Ready;
}

struct ReviewLine
{
    const query::AccountLine* account = nullptr; ///< of the numbers
    qbr::Due due;
    qbr::Readiness readiness; ///< of what is due
};

/// Immutable, shared. Holds what its packs are made from.
class Reviews
{
public:
    /// before: of the same quarter; what an edit left alone is taken over from it. May be null. Takes about a
    /// millisecond for each account that is due: not for the thread that paints. Stops early once *newest is not
    /// serial.
    [[nodiscard]] static Result<std::shared_ptr<const Reviews>>
    of(const Numbers& numbers, Quarter quarter, const Reviews* before, const std::function<bool()>& isStale);
    Reviews(const Numbers& numbers, content::Qbr content, Quarter quarter);
    Reviews(const Reviews&) = delete;
    Reviews& operator=(const Reviews&) = delete;

    [[nodiscard]] const Numbers& numbers() const { return m_numbers; }
    [[nodiscard]] const content::Qbr& content() const { return m_content; }
    [[nodiscard]] Quarter quarter() const { return m_quarter; }
    /// Due and held: those that are due first, then by meeting, then by name.
    [[nodiscard]] const std::vector<ReviewLine>& lines() const { return m_lines; }
    /// Customers without a segment, of whom nobody says how often they are reviewed.
    [[nodiscard]] qint64 withoutRhythm() const { return m_withoutRhythm; }
    /// The held review of the quarter whose recap was not sent; nullptr: there is none.
    [[nodiscard]] const Qbr* owedRecap(const ReviewLine& line) const;
    [[nodiscard]] const ReviewLine* find(AccountId account) const;
    /// Some milliseconds. The account must be in the numbers.
    [[nodiscard]] qbr::Pack pack(AccountId account) const;

private:
    [[nodiscard]] bool canTakeOver(const Reviews* before) const;
    void sort();

    Numbers m_numbers;
    content::Qbr m_content;
    Quarter m_quarter;
    qbr::Packs m_packs;
    std::vector<ReviewLine> m_lines;
    qint64 m_withoutRhythm = 0;
};
using ShownReviews = std::shared_ptr<const Reviews>;

/// The quarter of the next review that is planned, where that is not long past and not far ahead; else the last whole
/// quarter.
[[nodiscard]] Quarter openingQuarter(const BookNumbers& numbers);
/// The last whole quarter before the day.
[[nodiscard]] Quarter lastQuarter(QDate day, int fiscalYearStart);

} // namespace steward::reviews
