// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cell.h"
#include "core/base/number_parser.h"

#include <array>
#include <utility>
#include <vector>

namespace steward {

/// What the cells of a column say together about their numbers.
struct NumberVerdict
{
    enum class Kind
    {
        Clear,     ///< `decimal` where the sign matters, none where no number has groups or decimals
        Ambiguous, ///< "1,234": a group or a decimal in every cell: to be asked, with `examples`
        Mixed,     ///< some cells prove the point and others the comma: see `proofs`
        NotNumbers ///< fewer than half of the cells that say something are numbers
    };
    Kind kind = Kind::NotNumbers;
    std::optional<DecimalSign> decimal;
    std::vector<CellExample> examples;
    /// By DecimalSign: cells that can be read with no other sign.
    std::array<std::vector<CellExample>, 2> proofs;
    /// "1.5K": taken for nothing until the user says what they mean.
    std::vector<CellExample> multiplied;
    /// "1E5" without permission.
    std::vector<CellExample> exponents;
    std::vector<CellExample> others;
    /// Every currency named in a cell, with the number of its cells; several of them make a column of mixed money.
    std::vector<std::pair<Currency, qint64>> currencies;
    qint64 cells = 0;
    qint64 unknown = 0;
    qint64 numbers = 0;
    qint64 percents = 0;
    qint64 notNumbers = 0; // with multipliers and exponents
};

/// Collects evidence over the cells of one column in one pass; order-free, mergeable, allocates only for examples.
class NumberColumn
{
public:
    explicit NumberColumn(bool allowExponent = false)
        : m_allowExponent(allowExponent)
    {
    }
    void add(std::string_view text, qint64 line);
    void merge(const NumberColumn& other);
    [[nodiscard]] NumberVerdict verdict() const;

private:
    void addCurrency(Currency currency, qint64 cells);

    std::array<CellExamples, 2> m_proofs;
    CellExamples m_open;
    CellExamples m_multiplied;
    CellExamples m_exponents;
    CellExamples m_others;
    NumberVerdict m_counts;
    bool m_allowExponent;
};

} // namespace steward
