// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <string>
#include <string_view>
#include <vector>

namespace steward {

/// trimmedCell() where there may be blanks.
[[nodiscard]] std::string_view withoutBlanks(std::string_view text);
/// The text of one cell, UTF-8, without the blanks around it (ASCII white space, no-break and thin spaces, a byte order
/// mark).
[[nodiscard]] inline std::string_view trimmedCell(std::string_view text)
{
    // Most cells begin and end with a visible ASCII character, and no blank does.
    const auto isVisible = [](char c) { return c > ' ' && c < 0x7f; };
    return !text.empty() && isVisible(text.front()) && isVisible(text.back()) ? text : withoutBlanks(text);
}

/// What exports write for "nothing": blank, "-", "--", "N/A", "null", "#N/A", "NaN", "none", "\N", spreadsheet errors.
/// Unknown is never 0. Case does not matter.
[[nodiscard]] bool isUnknownCell(std::string_view text);

enum class FlagCell
{
    No,
    Yes,
    Unknown,
    NotAFlag
};

/// true/false, yes/no, y/n, t/f, 1/0, ja/nein, oui/non, si/no, wahr/falsch, vrai/faux, checked/unchecked, x. A blank is
/// unknown: where a blank means no (a column of crosses), the caller says so.
[[nodiscard]] FlagCell parseFlag(std::string_view text);

/// A cell as shown to the user: its line in the file and its text as it stands there.
struct CellExample
{
    qint64 line = 0;
    std::string text;
    friend bool operator==(const CellExample&, const CellExample&) = default;
};

/// The first few cells (by line) that belong to a finding. The same cells in another order give the same examples.
/// Allocates only when an example is taken.
class CellExamples
{
public:
    static constexpr std::size_t most = 5;
    void add(qint64 line, std::string_view text);
    void add(const CellExamples& other);
    [[nodiscard]] const std::vector<CellExample>& cells() const { return m_cells; }

private:
    std::vector<CellExample> m_cells; // ordered by line
};

} // namespace steward
