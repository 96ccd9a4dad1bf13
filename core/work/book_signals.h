// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/rule.h"

namespace steward::work {

/// "data.bookwide": use fell in so many accounts in one of the last weeks that the export is to be doubted before any
/// customer is. none: it did not, or the data has no such rule.
[[nodiscard]] std::optional<Signal> bookwideFall(const Portfolio& facts, const BookKnown& book,
                                                 std::span<const Rule> rules, QDate day);

/// "data.stale": each kind of imported data that ends too long ago, with how many of the scores read it. The scores are
/// looked at in any order, in parts that are added up.
class StaleData
{
public:
    /// book and rules outlive it.
    StaleData(const BookKnown& book, std::span<const Rule> rules, QDate day);
    void look(std::span<const health::AccountScore> scores);
    /// What a copy of the same beginning has seen.
    void add(const StaleData& other);
    [[nodiscard]] std::vector<Signal> found() const;

private:
    struct Kind
    {
        QString id;
        QDate horizon;
        int number = 0; ///< of the rule
        qint64 resting = 0;
    };
    const Rule* m_rule;
    const content::Scorecards* m_cards;
    std::vector<Kind> m_kinds; ///< that end too long ago
};

} // namespace steward::work
