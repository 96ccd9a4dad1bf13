// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cell.h"

#include <algorithm>
#include <array>

namespace steward {

namespace {

/// Bytes of the blank at the front, 0 when there is none.
std::size_t blankAtFront(std::string_view text)
{
    if (text.empty())
        return 0;
    const auto c = static_cast<unsigned char>(text[0]);
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (c < 0xC2)
        return 0;
    for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x8B", "\xEF\xBB\xBF"})
        if (text.starts_with(blank))
            return blank.size();
    return 0;
}

std::size_t blankAtBack(std::string_view text)
{
    if (text.empty())
        return 0;
    const auto c = static_cast<unsigned char>(text.back());
    if (c < 0x80)
        return blankAtFront(text.substr(text.size() - 1));
    for (const std::size_t size : {std::size_t{2}, std::size_t{3}})
        if (text.size() >= size && blankAtFront(text.substr(text.size() - size)) == size)
            return size;
    return 0;
}

/// Compares with a word in small ASCII letters.
bool isWord(std::string_view text, std::string_view word)
{
    return text.size() == word.size() && std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
           });
}

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N>& words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return isWord(text, word); });
}

} // namespace

std::string_view withoutBlanks(std::string_view text)
{
    while (const std::size_t n = blankAtFront(text))
        text.remove_prefix(n);
    while (const std::size_t n = blankAtBack(text))
        text.remove_suffix(n);
    return text;
}

bool isUnknownCell(std::string_view text)
{
    static constexpr std::array<std::string_view, 25> words = {
        "-",     "--",  "\xE2\x80\x93", "\xE2\x80\x94", "n/a",    "na",      "n.a.",   "null",    "none",
        "nil",   "nan", "#n/a",         "#null!",       "#nv",    "#value!", "#ref!",  "#div/0!", "#name?",
        "#num!", "\\n", "(null)",       "(blank)",      "<null>", "k.a.",    "unknown"};
    const std::string_view cell = trimmedCell(text);
    if (cell.empty())
        return true;
    // Most cells start with a digit, and no such word does, but for the day MySQL has for none.
    if (cell.starts_with("0000-00-00") && (cell.size() == 10 || cell.substr(10) == " 00:00:00"))
        return true;
    if (cell.size() > 7 || (cell[0] >= '0' && cell[0] <= '9'))
        return false;
    return isOneOf(cell, words);
}

FlagCell parseFlag(std::string_view text)
{
    static constexpr std::array<std::string_view, 14> yes = {
        "true", "yes", "y", "1", "t", "ja", "oui", "si", "s\xC3\xAD", "wahr", "vrai", "checked", "x", "j"};
    static constexpr std::array<std::string_view, 10> no = {"false", "no",  "n",      "0",    "f",
                                                            "nein",  "non", "falsch", "faux", "unchecked"};
    const std::string_view cell = trimmedCell(text);
    if (isOneOf(cell, yes))
        return FlagCell::Yes;
    if (isOneOf(cell, no))
        return FlagCell::No;
    return isUnknownCell(cell) ? FlagCell::Unknown : FlagCell::NotAFlag;
}

void CellExamples::add(qint64 line, std::string_view text)
{
    if (m_cells.size() == most && line >= m_cells.back().line)
        return;
    const auto at = std::upper_bound(m_cells.begin(), m_cells.end(), line,
                                     [](qint64 value, const CellExample& cell) { return value < cell.line; });
    m_cells.insert(at, {line, std::string(text)});
    if (m_cells.size() > most)
        m_cells.pop_back();
}

void CellExamples::add(const CellExamples& other)
{
    for (const CellExample& cell : other.m_cells)
        add(cell.line, cell.text);
}

} // namespace steward
