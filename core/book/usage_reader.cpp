// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/usage_reader.h"

#include "core/book/samples.h"

#include <charconv>

namespace steward::book {

namespace {

/// A number at `at`; counts are read digit by digit, everything else by from_chars. nullptr: none.
const char* readNumber(const char* at, const char* end, double& value)
{
    qint64 whole = 0;
    const char* digit = at;
    for (; digit < end && *digit >= '0' && *digit <= '9' && digit - at < 15; ++digit)
        whole = whole * 10 + (*digit - '0');
    if (digit > at && (digit == end || *digit == ',')) {
        value = static_cast<double>(whole);
        return digit;
    }
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
    for (qint32 day = span->first + firstDay - 1; at < end; ++day) {
        if (day >= span->first + span->days)
            return false;
        if (*at == 'n' && end - at >= 4) {
            at += 4;
        } else {
            double value = 0;
            at = readNumber(at, end, value);
            if (!at)
                return false;
            points.push_back({day, value});
        }
        if (at < end && *at++ != ',')
            return false;
    }
    return true;
}

Result<std::vector<UsageSeries>> UsageReader::next()
{
    const qint64 ownerNow = owner();
    std::vector<UsageSeries> series;
    MetricId metric(m_rows.integer(1));
    const auto close = [&] {
        if (!m_points.empty())
            series.push_back({metric, {m_points.begin(), m_points.end()}});
        m_points.clear();
    };
    for (;;) {
        if (const MetricId next(m_rows.integer(1)); next != metric) {
            close();
            metric = next;
        }
        if (!appendSamples(m_rows.utf8(2), static_cast<int>(m_rows.integer(3)), m_rows.utf8(4), m_points))
            return fail(Code("book.usage.damaged"), ErrorKind::Corrupt, {ownerNow, m_rows.text(2)});
        const auto row = m_rows.step();
        if (!row)
            return tl::unexpected(row.error());
        m_isAtEnd = !*row;
        if (m_isAtEnd || owner() != ownerNow) {
            close();
            return series;
        }
    }
}

} // namespace steward::book
