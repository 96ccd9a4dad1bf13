// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/book_content.h"
#include "core/workspace/numbers.h"

#include <mutex>

namespace steward {

/// The content of the books that a window opens one after the other: read once, not with every edit. Any thread; who
/// asks while another reads waits for it.
class KnownContent
{
public:
    [[nodiscard]] Result<query::BookContent> of(const BookFacts& book);

private:
    std::mutex m_mutex;
    Rows<Definition> m_definitions; ///< that m_content is of
    std::optional<query::BookContent> m_content;
};

/// Lines alone, with content that may be known already. See core/workspace/numbers.h.
[[nodiscard]] Result<Numbers> numbersOf(const Portfolio& everything, const DayAsked& asked, KnownContent& known);

/// Makes the lines of the books that a window opens. Any thread.
class NumbersMaker
{
public:
    /// Makes those of a book where it was read, before the window has heard of it. opening: which one it is.
    void makeFirst(qint64 opening, const Portfolio& everything, const DayAsked& asked);
    /// Those, once, if they are of these facts. Null: they have to be made.
    [[nodiscard]] Numbers takeFirst(qint64 opening, const Portfolio& everything, const DayAsked& asked);
    [[nodiscard]] Result<Numbers> make(const Portfolio& everything, const DayAsked& asked)
    {
        return numbersOf(everything, asked, m_content);
    }

private:
    struct First
    {
        qint64 opening = 0;
        Numbers numbers; ///< null: they could not be made
    };
    KnownContent m_content;
    std::mutex m_mutex; ///< of m_first
    First m_first;
};

} // namespace steward
