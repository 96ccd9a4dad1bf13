// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a cell: an existing day or an issue, the same answer alone and in a column, and no order picked without
// need. The first byte chooses the format.
#include "core/base/date_column.h"
#include "tests/fuzz/require.h"

using namespace steward;
using steward::fuzz::require;

namespace {

DateFormat formatOf(unsigned char choice)
{
    DateFormat format;
    if ((choice & 3) != 3)
        format.order = static_cast<DateOrder>(choice & 3);
    format.numbers = static_cast<DateNumbers>((choice >> 2) % 5);
    format.pivot = (choice >> 5) * 10 + 20;
    return format;
}

void checkDay(const ParsedDate& date)
{
    const QDate day = date.writtenDay();
    require(date.isValid() == day.isValid());
    require(date.isValid() == (date.kind != ParsedDate::Kind::None));
    if (!date.isValid())
        return;
    require(epochDayOf(day.year(), day.month(), day.day()) == date.epochDay);
    require(date.isUnusual == (day.year() < 1900 || day.year() > 2200));
    constexpr qint64 dayMs = 86'400'000;
    if (date.kind != ParsedDate::Kind::Instant)
        require(date.ms >= date.epochDay * dayMs && date.ms < (date.epochDay + 1) * dayMs);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    const DateFormat format = formatOf(data[0]);
    const DateReadings readings = dateReadings(text, format);
    const ParsedDate date = parseDate(text, format);
    checkDay(date);
    require(date.issue == readings.parsed.issue && date.ms == readings.parsed.ms);
    require(!format.order || date.issue != DateIssue::Ambiguous);
    if (readings.orders != 0 && format.order)
        require(date.isValid() == ((readings.orders >> static_cast<unsigned>(*format.order)) % 2 == 1));
    DateColumn column(format);
    column.add(text, 1);
    const DateVerdict verdict = column.verdict();
    require(verdict.cells == 1);
    require(verdict.unknown + verdict.dates + verdict.noSuchDay + verdict.notDates == 1);
    if (verdict.kind == DateVerdict::Kind::Ambiguous)
        require(verdict.examples.size() == 1);
    return 0;
}
