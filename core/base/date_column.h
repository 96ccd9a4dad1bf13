// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cell.h"
#include "core/base/date_parser.h"

#include <array>

namespace steward {

/// What the cells of a column say together about their dates.
struct DateVerdict
{
    enum class Kind
    {
        Clear, ///< every date has one reading: `order` where the order matters, none where every date speaks for itself
        Ambiguous, ///< several orders fit all cells: to be asked, with `examples`
        Mixed,     ///< no order fits all cells: see `proofs`
        NotDates   ///< fewer than half of the cells that say something are dates
    };
    Kind kind = Kind::NotDates;
    std::optional<DateOrder> order;
    /// Cells that have two or more readings; when asked, show these.
    std::vector<CellExample> examples;
    /// By DateOrder: cells that can be read in no other order.
    std::array<std::vector<CellExample>, 3> proofs;
    /// Shaped like dates, but there is no such day.
    std::vector<CellExample> wrong;
    std::vector<CellExample> others;
    qint64 cells = 0;
    qint64 unknown = 0;
    qint64 dates = 0;
    qint64 noSuchDay = 0;
    qint64 notDates = 0;
    /// Bare numbers by what they might count; a hint for the question, never a conclusion.
    qint64 likeExcel = 0;
    qint64 likeSeconds = 0;
    qint64 likeMilliseconds = 0;
};

/// Collects evidence over the cells of one column in one pass. The order of the cells does not matter, and parts of a
/// column can be collected apart and merged. Nothing is guessed: an order is Clear only when some cell excludes the
/// others.
class DateColumn
{
public:
    explicit DateColumn(DateFormat format = {})
        : m_format(format)
    {
    }
    void add(std::string_view text, qint64 line);
    void merge(const DateColumn& other);
    [[nodiscard]] DateVerdict verdict() const;

private:
    void countNumber(std::string_view text);

    DateFormat m_format;
    std::array<qint64, 3> m_fits{};
    std::array<CellExamples, 3> m_proofs;
    CellExamples m_open;
    CellExamples m_wrong;
    CellExamples m_others;
    qint64 m_ordered = 0;
    qint64 m_openCells = 0;
    DateVerdict m_counts;
};

} // namespace steward
