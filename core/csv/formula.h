// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace steward::csv {

/// Spreadsheets evaluate cells that begin with = + - @ (also in their full-width form), and some after a tab, a line
/// end or a NUL. Such a cell gets one more apostrophe in front; so does one that would look like it without its
/// apostrophes, which makes stripping exactly one the exact inverse. Blanks in front do not help: some programs drop
/// them. Left alone is what no program evaluates: a sign alone, or one sign before digits with blanks, dots and commas
/// ("-42.50", "+44 20 7946 0958", "-").
[[nodiscard]] bool needsApostrophe(std::string_view cell);

/// The cell as it goes into a file for spreadsheets, without quotes around it.
[[nodiscard]] std::string spreadsheetCell(std::string_view cell);

/// Inverse of spreadsheetCell(). Only for files that carry Steward's mark, or when the user asks: elsewhere an
/// apostrophe is data.
[[nodiscard]] std::string_view stripSpreadsheetApostrophe(std::string_view cell);

} // namespace steward::csv
