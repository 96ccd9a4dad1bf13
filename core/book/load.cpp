// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/load.h"

#include "core/book/samples.h"
#include "core/book/tables.h"

namespace steward::book {

Result<Portfolio> loadPortfolio(sqlite3*, const Progress&) { return fail(Code("book.load.unknown")); }

Result<Portfolio> reloadPortfolio(sqlite3*, const Portfolio&, const Book::Edited&)
{
    return fail(Code("book.load.unknown"));
}

} // namespace steward::book
