// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table: names are unique, and every record of the file is a title, a header, a row or part of the
// footer.
#include "core/csv/formula.h"
#include "core/csv/table.h"
#include "tests/fuzz/require.h"

#include <set>

using namespace steward;
using namespace steward::csv;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string safe = spreadsheetCell(text);
    require(stripSpreadsheetApostrophe(safe) == text);

    const QByteArray bytes(text.data(), static_cast<qsizetype>(size));
    auto plain = Reader::open(bytes);
    auto table = Table::open(bytes);
    require(plain.has_value() == table.has_value());
    if (!plain)
        return 0;
    Record record;
    qint64 records = 0;
    while (plain->next(record))
        ++records;
    while (table->next(record)) {
    }
    const Layout& layout = table->layout();
    const std::set<QString> names(layout.names.begin(), layout.names.end());
    require(names.size() == layout.names.size());
    const qint64 footers = table->issues().total(Code("csv.footer")) + table->issues().total(Code("csv.total-row"));
    const qint64 above = records == 0 ? 0 : layout.titleRows + layout.headerRows;
    require(records == above + table->rows() + footers);
    return 0;
}
