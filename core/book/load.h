// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

struct sqlite3;

/// Internal to core/book: tables to facts.
namespace steward::book {

[[nodiscard]] Result<Portfolio> loadPortfolio(sqlite3* database, const Progress& progress);
[[nodiscard]] Result<Portfolio> reloadPortfolio(sqlite3* database, const Portfolio& before, const Book::Edited& edited);

} // namespace steward::book
