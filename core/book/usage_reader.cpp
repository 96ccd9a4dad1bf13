// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/usage_reader.h"

#include "core/base/large_pages.h"
#include "core/base/plain_number.h"
#include "core/book/samples.h"

#include <algorithm>
#include <charconv>

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
/// for a month. Returns what lies behind them; nullptr where the text is not such an array, or a day leaves the month.
UsageSeries::Point* decode(std::string_view month, int firstDay, std::string_view json, UsageSeries::Point* to)
{
    const auto span = monthOfText(month);
    if (!span || firstDay < 1 || json.size() < 2 || json.front() != '[' || json.back() != ']')
        return nullptr;
    const char* at = json.data() + 1;
    const char* const end = json.data() + json.size() - 1;
    const qint32 lastDay = span->first + span->days - 1;
    for (qint32 day = span->first + firstDay - 1; at < end; ++day) {
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

class UsageReader::Block
{
public:
    Block(std::size_t points, std::size_t views)
        : m_points(Memory().allocate(points))
        , m_room(points)
    {
        m_views.reserve(views);
    }
    ~Block() { Memory().deallocate(m_points, m_room); }
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;

    [[nodiscard]] std::size_t room() const { return m_room; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] UsageSeries::Point* at(std::size_t point) const { return m_points + point; }
    void setEnd(const UsageSeries::Point* end) { m_size = static_cast<std::size_t>(end - m_points); }
    std::vector<UsageView>& views() { return m_views; }

private:
    using Memory = LargePages<UsageSeries::Point>;
    UsageSeries::Point* m_points;
    std::size_t m_room;
    std::size_t m_size = 0;
    std::vector<UsageView> m_views;
};

/// Room for a month more and so many views. Blocks begin small, for one account is read as well as a whole book.
void UsageReader::makeRoom(std::size_t views)
{
    constexpr std::size_t smallest = 1'024;
    constexpr std::size_t inLargePage = largePage / sizeof(UsageSeries::Point);
    constexpr std::size_t pointsAView = 32;
    if (m_block && m_block->size() + longestMonth <= m_block->room() &&
        m_block->views().size() + views <= m_block->views().capacity())
        return;
    const std::size_t open = m_block ? m_block->size() - m_first : 0;
    const std::size_t usual = m_block ? std::min(m_block->room() * 8, inLargePage) : smallest;
    const std::size_t room = std::max(usual, 2 * open + longestMonth);
    auto next = std::make_shared<Block>(room, std::max(room / pointsAView, views));
    if (open > 0)
        next->setEnd(std::copy_n(m_block->at(m_first), open, next->at(0)));
    m_block = std::move(next);
    m_first = 0;
}

void UsageReader::closeSeries(MetricId metric)
{
    const std::size_t begin = m_parts.empty() ? 0 : m_parts.back().end;
    if (m_block->size() - m_first > begin)
        m_parts.push_back({metric, m_block->size() - m_first});
}

Usage UsageReader::finishOwner()
{
    makeRoom(m_parts.size());
    auto& views = m_block->views();
    const std::size_t firstView = views.size();
    std::size_t begin = 0;
    for (const Part& part : m_parts) {
        views.push_back({part.metric, std::span(m_block->at(m_first + begin), part.end - begin)});
        begin = part.end;
    }
    return m_parts.empty() ? Usage() : Usage(m_block, std::span(views).subspan(firstView));
}

Result<Usage> UsageReader::next()
{
    const qint64 ownerNow = owner();
    MetricId metric(m_rows.integer(1));
    m_first = m_block ? m_block->size() : 0;
    m_parts.clear();
    for (;;) {
        makeRoom(0);
        if (const MetricId next(m_rows.integer(1)); next != metric) {
            closeSeries(metric);
            metric = next;
        }
        const auto* const end =
            decode(m_rows.utf8(2), static_cast<int>(m_rows.integer(3)), m_rows.utf8(4), m_block->at(m_block->size()));
        if (!end)
            return fail(Code("book.usage.damaged"), ErrorKind::Corrupt, {ownerNow, m_rows.text(2)});
        m_block->setEnd(end);
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
