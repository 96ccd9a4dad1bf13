// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a cell: a number or an issue; amounts, integers and reals agree; what was read survives writing and
// reading again. The first byte chooses the format.
#include "core/base/number_column.h"
#include "tests/fuzz/require.h"

#include <cmath>
#include <string>

using namespace steward;
using steward::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    NumberFormat format;
    if ((data[0] & 3) != 3)
        format.decimal = (data[0] & 1) != 0 ? DecimalSign::Comma : DecimalSign::Point;
    format.allowExponent = (data[0] & 4) != 0;
    const int digits = (data[0] >> 3) % 4;

    const NumberCell<Minor> amount = parseAmount(text, format, digits);
    const NumberCell<double> real = parseReal(text, format);
    const NumberCell<qint64> integer = parseInteger(text, format);
    require(amount.isValid() || amount.value.value == 0);
    require(integer.isValid() || integer.value == 0);
    require(std::isfinite(real.value));
    require(!format.decimal || amount.issue != NumberIssue::Ambiguous);
    if (amount.isValid()) {
        const double scaled = static_cast<double>(amount.value.value) / std::pow(10.0, digits);
        require(real.isValid());
        require(std::abs(scaled - real.value) <= 0.51 * std::pow(10.0, -digits) + std::abs(real.value) * 1e-12);
        const std::string written = decimalText(amount.value.value, digits).toStdString();
        require(parseAmount(written, {DecimalSign::Point, false}, digits).value == amount.value);
    }
    if (integer.isValid())
        require(parseAmount(text, format, 0).value.value == integer.value);

    const NumberReadings readings = numberReadings(text, format.allowExponent);
    require(!readings.isAmbiguous || readings.signs == 3);
    NumberColumn column(format.allowExponent);
    column.add(text, 1);
    const NumberVerdict verdict = column.verdict();
    require(verdict.unknown + verdict.numbers + verdict.notNumbers == 1);
    return 0;
}
