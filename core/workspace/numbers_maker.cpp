// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/numbers_maker.h"

namespace steward {

Result<query::BookContent> KnownContent::of(const BookFacts& book)
{
    const std::lock_guard lock(m_mutex);
    if (m_content && book.definitions.isSharedWith(m_definitions))
        return *m_content;
    auto content = query::bookContentOf(book);
    if (!content)
        return content;
    m_content = std::move(*content);
    m_definitions = book.definitions;
    return *m_content;
}

void NumbersMaker::makeFirst(qint64 opening, const Portfolio& everything, const DayAsked& asked)
{
    First first{opening, numbersOf(everything, asked, m_content).value_or(nullptr)};
    const std::lock_guard lock(m_mutex);
    m_first = std::move(first);
}

Numbers NumbersMaker::takeFirst(qint64 opening, const Portfolio& everything, const DayAsked& asked)
{
    First first;
    {
        const std::lock_guard lock(m_mutex);
        std::swap(first, m_first);
    }
    const bool isThese = first.opening == opening && first.numbers && first.numbers->asked == asked &&
                         first.numbers->everything.generation() == everything.generation();
    return isThese ? first.numbers : nullptr;
}

} // namespace steward
