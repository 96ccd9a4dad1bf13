// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_column.h"

#include <algorithm>

namespace steward {

void DateColumn::add(std::string_view text, qint64 line)
{
    const DateReadings readings = dateReadings(text, m_format);
    ++m_counts.cells;
    switch (readings.parsed.issue) {
    case DateIssue::Unknown:
        ++m_counts.unknown;
        return;
    case DateIssue::NotADate:
    case DateIssue::UnknownZone:
        ++m_counts.notDates;
        m_others.add(line, text);
        countNumber(text);
        return;
    case DateIssue::NoSuchDay:
        ++m_counts.noSuchDay;
        m_wrong.add(line, text);
        return;
    case DateIssue::None:
    case DateIssue::Ambiguous:
    case DateIssue::WrongOrder:
        break;
    }
    ++m_counts.dates;
    if (readings.orders == 0)
        return;
    ++m_ordered;
    for (unsigned i = 0; i < 3; ++i)
        if ((readings.orders & (1U << i)) != 0)
            ++m_fits[i];
    if ((readings.orders & (readings.orders - 1)) == 0) {
        m_proofs[static_cast<std::size_t>(__builtin_ctz(readings.orders))].add(line, text);
    } else if (!readings.isSameDay) {
        ++m_openCells;
        m_open.add(line, text);
    }
}

void DateColumn::countNumber(std::string_view text)
{
    text = trimmedCell(text);
    const std::string_view whole = text.substr(0, text.find('.'));
    if (!std::all_of(whole.begin(), whole.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return;
    m_counts.likeExcel += whole.size() == 5;
    m_counts.likeSeconds += whole.size() == 9 || whole.size() == 10;
    m_counts.likeMilliseconds += whole.size() == 12 || whole.size() == 13;
}

void DateColumn::merge(const DateColumn& other)
{
    for (std::size_t i = 0; i < 3; ++i) {
        m_fits[i] += other.m_fits[i];
        m_proofs[i].add(other.m_proofs[i]);
    }
    m_open.add(other.m_open);
    m_wrong.add(other.m_wrong);
    m_others.add(other.m_others);
    m_ordered += other.m_ordered;
    m_openCells += other.m_openCells;
    m_counts.cells += other.m_counts.cells;
    m_counts.unknown += other.m_counts.unknown;
    m_counts.dates += other.m_counts.dates;
    m_counts.noSuchDay += other.m_counts.noSuchDay;
    m_counts.notDates += other.m_counts.notDates;
    m_counts.likeExcel += other.m_counts.likeExcel;
    m_counts.likeSeconds += other.m_counts.likeSeconds;
    m_counts.likeMilliseconds += other.m_counts.likeMilliseconds;
}

DateVerdict DateColumn::verdict() const
{
    DateVerdict verdict = m_counts;
    verdict.examples = m_open.cells();
    for (std::size_t i = 0; i < 3; ++i)
        verdict.proofs[i] = m_proofs[i].cells();
    verdict.wrong = m_wrong.cells();
    verdict.others = m_others.cells();
    if (verdict.dates == 0 || verdict.dates < verdict.noSuchDay + verdict.notDates)
        return verdict;
    int possible = 0;
    for (std::size_t i = 0; i < 3; ++i)
        if (m_fits[i] == m_ordered) {
            ++possible;
            verdict.order = static_cast<DateOrder>(i);
        }
    verdict.kind = DateVerdict::Kind::Clear;
    if (m_ordered == 0 || possible != 1)
        verdict.order.reset();
    if (possible == 0)
        verdict.kind = DateVerdict::Kind::Mixed;
    else if (possible > 1 && m_openCells > 0)
        verdict.kind = DateVerdict::Kind::Ambiguous;
    return verdict;
}

} // namespace steward
