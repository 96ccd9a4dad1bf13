// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/formula.h"

#include <algorithm>
#include <array>

namespace steward::csv {

namespace {

using namespace std::string_view_literals;

constexpr auto triggers = std::to_array<std::string_view>({"="sv, "+"sv, "-"sv, "@"sv, "\t"sv, "\r"sv, "\n"sv, "\0"sv,
                                                           "\xef\xbc\x9d"sv /* ＝ */, "\xef\xbc\x8b"sv /* ＋ */,
                                                           "\xef\xbc\x8d"sv /* － */, "\xef\xbc\xa0"sv /* ＠ */});
constexpr auto blanks =
    std::to_array<std::string_view>({" "sv, "\xc2\xa0"sv /* no-break */, "\xe3\x80\x80"sv /* ideographic */,
                                     "\xe2\x80\x8b"sv /* zero width */, "\xef\xbb\xbf"sv /* byte order mark */});

bool isHarmlessNumber(std::string_view text)
{
    if (text.front() != '+' && text.front() != '-')
        return false;
    text.remove_prefix(1);
    if (text.empty())
        return true;
    const auto isDigit = [](char letter) { return letter >= '0' && letter <= '9'; };
    return isDigit(text.front()) && std::all_of(text.begin(), text.end(), [&](char letter) {
               return isDigit(letter) || letter == ' ' || letter == '.' || letter == ',';
           });
}

} // namespace

bool needsApostrophe(std::string_view cell)
{
    cell.remove_prefix(std::min(cell.size(), cell.find_first_not_of('\'')));
    for (bool skipped = true; skipped;) {
        skipped = false;
        for (const std::string_view blank : blanks) {
            if (cell.starts_with(blank)) {
                cell.remove_prefix(blank.size());
                skipped = true;
            }
        }
    }
    const bool evaluated =
        std::any_of(triggers.begin(), triggers.end(), [&](std::string_view start) { return cell.starts_with(start); });
    return evaluated && !isHarmlessNumber(cell);
}

std::string spreadsheetCell(std::string_view cell)
{
    std::string safe;
    if (needsApostrophe(cell))
        safe = '\'';
    return safe.append(cell);
}

std::string_view stripSpreadsheetApostrophe(std::string_view cell)
{
    const bool ours = cell.starts_with('\'') && needsApostrophe(cell.substr(1));
    return ours ? cell.substr(1) : cell;
}

} // namespace steward::csv
