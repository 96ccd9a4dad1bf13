// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/content.h"
#include "core/portfolio/book_currency.h"
#include "core/portfolio/look_back.h"
#include "core/query/account_lines.h"

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

/// What every view shows: the book on one day, worked out once and shared. Immutable.
struct BookNumbers
{
    DayAsked asked;
    Portfolio everything; ///< the facts with everything known
    Portfolio facts;      ///< as of the day
    content::Content content;
    Currency currency;                     ///< the book adds up in
    std::vector<query::AccountLine> lines; ///< in id order
    std::vector<filter::Field> fields;     ///< of lines
    std::vector<DataAge> ages;             ///< of the kinds the book holds anything of
};
using Numbers = std::shared_ptr<const BookNumbers>;

/// Takes some milliseconds for a thousand accounts: not for the thread that paints. Any other.
[[nodiscard]] Result<Numbers> numbersOf(const Portfolio& everything, const DayAsked& asked);

} // namespace steward
