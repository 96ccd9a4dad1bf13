// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/usage_reader.h"

#include "core/base/plain_number.h"
#include "core/book/samples.h"

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

} // namespace

bool appendSamples(std::string_view month, int firstDay, std::string_view json, std::vector<UsageSeries::Point>& points)
{
    const auto span = monthOfText(month);
    if (!span || firstDay < 1 || json.size() < 2 || json.front() != '[' || json.back() != ']')
        return false;
    const char* at = json.data() + 1;
    const char* const end = json.data() + json.size() - 1;
    const std::size_t before = points.size();
    const qint32 lastDay = span->first + span->days - 1;
    points.resize(before + static_cast<std::size_t>(span->days));
    UsageSeries::Point* next = points.data() + before;
    for (qint32 day = span->first + firstDay - 1; at < end; ++day) {
        if (day > lastDay)
            return false;
        if (*at == 'n' && end - at >= 4) {
            at += 4;
        } else {
            next->day = day;
            at = readNumber(at, end, next->value);
            if (!at)
                return false;
            ++next;
        }
        if (at < end && *at++ != ',')
            return false;
    }
    points.resize(static_cast<std::size_t>(next - points.data()));
    return true;
}

void UsageReader::closeSeries(MetricId metric)
{
    const std::size_t begin = m_parts.empty() ? 0 : m_parts.back().end;
    if (m_points.size() > begin)
        m_parts.push_back({metric, m_points.size()});
}

Status UsageReader::next()
{
    const qint64 ownerNow = owner();
    MetricId metric(m_rows.integer(1));
    m_points.clear();
    m_parts.clear();
    for (;;) {
        if (const MetricId next(m_rows.integer(1)); next != metric) {
            closeSeries(metric);
            metric = next;
        }
        if (!appendSamples(m_rows.utf8(2), static_cast<int>(m_rows.integer(3)), m_rows.utf8(4), m_points))
            return fail(Code("book.usage.damaged"), ErrorKind::Corrupt, {ownerNow, m_rows.text(2)});
        const auto row = m_rows.step();
        if (!row)
            return tl::unexpected(row.error());
        m_isAtEnd = !*row;
        if (m_isAtEnd || owner() != ownerNow)
            break;
    }
    closeSeries(metric);
    m_views.clear();
    std::size_t begin = 0;
    for (const Part& part : m_parts) {
        m_views.push_back({part.metric, std::span(m_points).subspan(begin, part.end - begin)});
        begin = part.end;
    }
    return {};
}

std::vector<UsageSeries> UsageReader::series() const
{
    std::vector<UsageSeries> all;
    for (const UsageView& view : m_views)
        all.push_back({view.metric, {view.points.begin(), view.points.end()}});
    return all;
}

} // namespace steward::book
