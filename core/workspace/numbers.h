// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/content.h"
#include "core/health/score.h"
#include "core/journey/stages.h"
#include "core/portfolio/book_currency.h"
#include "core/portfolio/look_back.h"
#include "core/query/account_lines.h"

#include <QLocale>
#include <array>
#include <atomic>
#include <memory>

namespace steward {

/// The day a window is computed for: today, or one it looks back to.
struct DayAsked
{
    QDate day;
    std::optional<LookBack> past; ///< none: today
    friend bool operator==(const DayAsked&, const DayAsked&) = default;
};

/// Up to which day the book knows about a kind of data.
struct DataAge
{
    enum class Kind
    {
        Usage,
        Tickets,
        Surveys,
        Invoices
    };
    Kind kind = Kind::Usage;
    QDate upTo;
};

/// The score of an account as a list shows it; its reasons come from the scorer.
struct LineScore
{
    std::optional<health::Fraction> shown; ///< after caps; none: too little is known
    double lost = 0;                       ///< points lost of the measures known, of 100 for all that apply
    health::Known known = health::Known::No;
    bool isSetByHand = false; ///< the band is one that a person set
    friend bool operator==(const LineScore&, const LineScore&) = default;
};

/// A score a week up to the day, oldest first, in tenths of a point; unknownWeek: too little was known.
constexpr int trendWeeks = 26;
constexpr qint16 unknownWeek = -1;
using Trend = std::array<qint16, trendWeeks>;

/// What a search looks through, by line: folded, UTF-8. Made behind the first lines of a book, for whoever opens one
/// waits for them.
class SearchTexts
{
public:
    /// Once, in any thread.
    void make(std::span<const query::AccountLine> lines, std::span<const filter::Field> fields);
    [[nodiscard]] bool isMade() const { return m_isMade.load(std::memory_order_acquire); }
    [[nodiscard]] const std::string& operator[](std::size_t line) const { return m_texts[line]; }

private:
    std::vector<std::string> m_texts;
    std::atomic<bool> m_isMade = false;
};

/// What every view shows: the book on one day, worked out once and shared. Immutable. Comes in steps, each a value of
/// its own: lines, then scores, then trends.
struct BookNumbers
{
    DayAsked asked;
    Portfolio everything; ///< the facts with everything known
    Portfolio facts;      ///< as of the day
    content::Content content;
    std::vector<Message> contentNotices; ///< copies of content that the book keeps and cannot use
    Grouping grouping;
    Currency currency; ///< the book adds up in
    /// What the stages ask, of the book's journey first; see work::stageRules().
    std::shared_ptr<const std::vector<journey::StageRule>> stageRules;
    std::vector<query::AccountLine> lines;        ///< in id order
    std::vector<filter::Field> fields;            ///< of lines
    std::vector<DataAge> ages;                    ///< of the kinds the book holds anything of
    std::shared_ptr<SearchTexts> texts;           ///< of lines; made a moment later, see searchText()
    std::vector<quint32> byName;                  ///< positions of lines, by name without case
    std::shared_ptr<const health::Scorer> scorer; ///< null until scores are there
    std::vector<LineScore> scores;                ///< by line; empty until scores are there
    std::vector<Trend> trends;                    ///< by line; empty until trends are there

    /// The line of an account; nullptr: it was not there on the day.
    [[nodiscard]] const query::AccountLine* find(AccountId account) const;
    /// room: where it is made when it is not there yet.
    [[nodiscard]] std::string_view searchText(std::size_t line, std::string& room) const;
    [[nodiscard]] std::size_t indexOf(const query::AccountLine& line) const
    {
        return std::size_t(&line - lines.data());
    }
};
using Numbers = std::shared_ptr<const BookNumbers>;

/// Lines alone, and no texts to search. Takes some milliseconds for a thousand accounts: not for the thread that
/// paints. Any other.
[[nodiscard]] Result<Numbers> numbersOf(const Portfolio& everything, const DayAsked& asked);
/// Makes the texts to search, where that was not done before.
void makeSearchable(const BookNumbers& numbers);
/// With the scores of every account, and the trends where the lines come with them.
[[nodiscard]] Result<Numbers> withScores(const Numbers& lines);
/// With 26 weeks of scores of every account. Takes as long as 26 times the scores, at most; between: see
/// health::Scorer::trends().
[[nodiscard]] Numbers withTrends(const Numbers& scored, const std::function<void()>& between = {});
/// With scores and trends after an edit: those of accounts it left alone are those of before. Null where they cannot be
/// taken over: another day, no scores before, or an edit of the book's own facts.
[[nodiscard]] Numbers withScoresOf(const Numbers& lines, const Numbers& before);

/// "49"; "74.6" where 75 would be another band.
[[nodiscard]] QString scoreText(const health::Fraction& score, const content::Scorecards& scorecards,
                                const QLocale& locale);

} // namespace steward
