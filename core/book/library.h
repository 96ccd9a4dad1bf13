// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Internal to core/book.
namespace steward::book {

/// Before any other use of SQLite, which would take a lock for every allocation to count them; nobody asks how many.
void prepareLibrary();

} // namespace steward::book
