// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/usage_reader.h"

#include "core/base/plain_number.h"
#include "core/book/samples.h"

#include <algorithm>
#include <charconv>
#include <memory>

namespace steward::book {

namespace {

const char* readNumber(const char* at, const char* end, double& value)
{
    // A number ends at a comma or with the array; "1e5" begins plainly and goes on.
    if (const char* const behind = readPlainNumber(at, end, value); behind && (behind == end || *behind == ','))
        return behind;
    const auto read = std::from_chars(at, end, value);
    return read.ec == std::errc() ? read.ptr : nullptr;
}

/// The samples of the JSON array a month is stored as, in order of their days; null is a day without one. to has room
/// for a month. Returns what lies behind them; nullptr where that is no month, the text not such an array, or a day
/// leaves the month.
UsageSeries::Point* decode(const MonthSpan& month, int firstDay, std::string_view json, UsageSeries::Point* to)
{
    if (month.days == 0 || firstDay < 1 || json.size() < 2 || json.front() != '[' || json.back() != ']')
        return nullptr;
    const char* at = json.data() + 1;
    const char* const end = json.data() + json.size() - 1;
    const qint32 lastDay = month.first + month.days - 1;
    for (qint32 day = month.first + firstDay - 1; at < end; ++day) {
        if (day > lastDay)
            return nullptr;
        if (*at == 'n' && end - at >= 4) {
            at += 4;
        } else {
            to->day = day;
            at = readNumber(at, end, to->value);
            if (!at)
                return nullptr;
            ++to;
        }
        if (at < end && *at++ != ',')
            return nullptr;
    }
    return to;
}

constexpr std::size_t longestMonth = 31;

} // namespace

/// Handed out from its beginning to its end, never given back in part.
class UsageReader::Block
{
public:
    explicit Block(std::size_t room)
        : m_memory(std::make_unique_for_overwrite<std::byte[]>(room))
        , m_room(room)
    {
    }
    [[nodiscard]] std::size_t room() const { return m_room; }
    [[nodiscard]] std::size_t left() const { return m_room - m_used; }
    std::byte* take(std::size_t bytes) { return m_memory.get() + std::exchange(m_used, m_used + bytes); }

private:
    std::unique_ptr<std::byte[]> m_memory;
    std::size_t m_room;
    std::size_t m_used = 0;
};

/// Blocks begin small, for one account is read as well as a whole book.
void UsageReader::makeRoom(std::size_t bytes)
{
    constexpr std::size_t smallest = 4 * 1'024;
    constexpr std::size_t largest = 1'024 * 1'024;
    if (m_block && bytes <= m_block->left())
        return;
    const std::size_t usual = m_block ? std::min(m_block->room() * 8, largest) : smallest;
    m_block = std::make_shared<Block>(std::max(usual, bytes));
}

void UsageReader::closeSeries(MetricId metric)
{
    const std::size_t begin = m_parts.empty() ? 0 : m_parts.back().end;
    if (m_used > begin)
        m_parts.push_back({metric, m_used});
}

Usage UsageReader::finishOwner()
{
    if (m_parts.empty())
        return {};
    std::vector<UsagePacking> packings;
    packings.reserve(m_parts.size());
    std::size_t bytes = m_parts.size() * sizeof(UsageView);
    std::size_t begin = 0;
    for (const Part& part : m_parts) {
        bytes += packings.emplace_back(std::span(m_points).subspan(begin, part.end - begin)).bytes();
        begin = part.end;
    }
    makeRoom(bytes);
    static_assert(alignof(UsageView) <= UsagePacking::alignment && sizeof(UsageView) % UsagePacking::alignment == 0 &&
                  std::is_trivially_destructible_v<UsageView>);
    auto* const views = reinterpret_cast<UsageView*>(m_block->take(m_parts.size() * sizeof(UsageView)));
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        std::construct_at(views + i, m_parts[i].metric, packings[i].pack(m_block->take(packings[i].bytes())));
    return {m_block, std::span(views, m_parts.size())};
}

/// The same few months come for every owner.
const MonthSpan& UsageReader::monthOf(std::string_view text)
{
    MonthSpan& known = m_months[text.empty() ? 0 : static_cast<unsigned char>(text.back()) % m_months.size()];
    if (known.iso() != text)
        known = monthOfText(text).value_or(MonthSpan());
    return known;
}

Result<Usage> UsageReader::next()
{
    const qint64 ownerNow = owner();
    MetricId metric(m_rows.integer(1));
    m_used = 0;
    m_parts.clear();
    for (;;) {
        if (m_points.size() < m_used + longestMonth)
            m_points.resize(2 * m_points.size() + longestMonth);
        if (const MetricId next(m_rows.integer(1)); next != metric) {
            closeSeries(metric);
            metric = next;
        }
        const auto* const end = decode(monthOf(m_rows.utf8(2)), static_cast<int>(m_rows.integer(3)), m_rows.utf8(4),
                                       m_points.data() + m_used);
        if (!end)
            return fail(Code("book.usage.damaged"), ErrorKind::Corrupt, {ownerNow, m_rows.text(2)});
        m_used = static_cast<std::size_t>(end - m_points.data());
        const auto row = m_rows.step();
        if (!row)
            return tl::unexpected(row.error());
        m_isAtEnd = !*row;
        if (m_isAtEnd || owner() != ownerNow)
            break;
    }
    closeSeries(metric);
    return finishOwner();
}

} // namespace steward::book
