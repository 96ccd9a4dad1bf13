// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/book/connection.h"

/// Internal to core/book: tables to facts.
namespace steward::book {

[[nodiscard]] Result<Portfolio> loadPortfolio(const Connection& connection, const Progress& progress);
[[nodiscard]] Result<Portfolio> reloadPortfolio(const Connection& connection, const Portfolio& before,
                                                const Book::Edited& edited);

} // namespace steward::book
