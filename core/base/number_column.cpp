// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/number_column.h"

#include <algorithm>

namespace steward {

void NumberColumn::add(std::string_view text, qint64 line)
{
    const NumberReadings readings = numberReadings(text, m_allowExponent);
    ++m_counts.cells;
    if (readings.issue == NumberIssue::Unknown) {
        ++m_counts.unknown;
        return;
    }
    if (readings.issue != NumberIssue::None) {
        ++m_counts.notNumbers;
        CellExamples& where = readings.issue == NumberIssue::Multiplier ? m_multiplied
                              : readings.issue == NumberIssue::Exponent ? m_exponents
                                                                        : m_others;
        where.add(line, text);
        return;
    }
    ++m_counts.numbers;
    m_counts.percents += readings.isPercent ? 1 : 0;
    if (readings.currency.isKnown())
        addCurrency(readings.currency, 1);
    if (readings.isAmbiguous)
        m_open.add(line, text);
    else if ((readings.signs & (readings.signs - 1)) == 0)
        m_proofs[static_cast<std::size_t>(__builtin_ctz(readings.signs))].add(line, text);
}

void NumberColumn::addCurrency(Currency currency, qint64 cells)
{
    auto& all = m_counts.currencies;
    const auto at =
        std::lower_bound(all.begin(), all.end(), currency, [](const auto& a, Currency b) { return a.first < b; });
    if (at != all.end() && at->first == currency)
        at->second += cells;
    else
        all.insert(at, {currency, cells});
}

void NumberColumn::merge(const NumberColumn& other)
{
    for (std::size_t i = 0; i < 2; ++i)
        m_proofs[i].add(other.m_proofs[i]);
    m_open.add(other.m_open);
    m_multiplied.add(other.m_multiplied);
    m_exponents.add(other.m_exponents);
    m_others.add(other.m_others);
    for (const auto& [currency, cells] : other.m_counts.currencies)
        addCurrency(currency, cells);
    m_counts.cells += other.m_counts.cells;
    m_counts.unknown += other.m_counts.unknown;
    m_counts.numbers += other.m_counts.numbers;
    m_counts.percents += other.m_counts.percents;
    m_counts.notNumbers += other.m_counts.notNumbers;
}

NumberVerdict NumberColumn::verdict() const
{
    NumberVerdict verdict = m_counts;
    verdict.examples = m_open.cells();
    for (std::size_t i = 0; i < 2; ++i)
        verdict.proofs[i] = m_proofs[i].cells();
    verdict.multiplied = m_multiplied.cells();
    verdict.exponents = m_exponents.cells();
    verdict.others = m_others.cells();
    if (verdict.numbers == 0 || verdict.numbers < verdict.notNumbers)
        return verdict;
    const bool point = !verdict.proofs[0].empty();
    const bool comma = !verdict.proofs[1].empty();
    verdict.kind = NumberVerdict::Kind::Clear;
    if (point && comma)
        verdict.kind = NumberVerdict::Kind::Mixed;
    else if (point || comma)
        verdict.decimal = point ? DecimalSign::Point : DecimalSign::Comma;
    else if (!verdict.examples.empty())
        verdict.kind = NumberVerdict::Kind::Ambiguous;
    return verdict;
}

} // namespace steward
