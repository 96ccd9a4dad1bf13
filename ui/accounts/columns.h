// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"

#include <QLocale>
#include <span>

/// The columns of the table of accounts: what they are called, what they show, sort by and export.
namespace steward::accounts {

enum class ColumnId
{
    Health,
    Name,
    Arr,
    Renewal,
    In,
    Stage,
    Segment,
    Nps,
    LastSpoke,
    SeatUse,
    Seats,
    NextTask,
    Csm,
    Industry,
    Region,
    Tier,
    Since,
    Tags,
    Sponsor,
    Count
};
constexpr int columnCount = static_cast<int>(ColumnId::Count);

/// Behind them stand the fields that imports brought and no column of ours holds, in the order of numbers.fields: the
/// first has the id Count. Another set of numbers may have others, so what is kept for later is kept by
/// nameInSettings().
[[nodiscard]] inline bool isOwn(ColumnId id) { return id >= ColumnId::Count; }
/// With those of the book.
[[nodiscard]] int columnsOf(const BookNumbers& numbers);

enum class CellKind
{
    Text,
    Number,
    Money,
    Day,
    Days,  ///< a distance from the day shown
    Share, ///< of a whole, which is 1
    Score  ///< points of the health score
};

struct Column
{
    ColumnId id;
    const char* name; ///< stable, for settings; also the field of the filter language, where there is one
    CellKind kind;
    bool isEditable;
    bool isShown; ///< before the user chooses
    double width; ///< pixels at 96 dpi
};
[[nodiscard]] std::span<const Column> columns();
/// The open task that is due first; nullptr: none is open.
[[nodiscard]] const Task* nextTask(const AccountFacts& facts);
/// What a field of the book's own is, is the same for all of them.
[[nodiscard]] const Column& columnOf(ColumnId id);
[[nodiscard]] inline bool isNumeric(CellKind kind) { return kind != CellKind::Text; }

/// Numbers and days stand one under the other; the score has its badge at the left.
[[nodiscard]] bool isRightAligned(ColumnId id, const BookNumbers& numbers);

/// As it stands above the column, with the unit all its values have.
[[nodiscard]] QString titleOf(ColumnId id, const BookNumbers& numbers);
/// The name of the column in a sentence; of a field of the book's own as its file had it.
[[nodiscard]] QString nameOf(ColumnId id, const BookNumbers& numbers);
/// Stable, for settings, without comma or space: "arr", "own:Contract%20no."; none: no column of this book has the
/// name.
[[nodiscard]] QString nameInSettings(ColumnId id, const BookNumbers& numbers);
[[nodiscard]] std::optional<ColumnId> columnNamed(QStringView name, const BookNumbers& numbers);

/// A former customer on the day of the numbers.
[[nodiscard]] inline bool hasLeft(const query::AccountLine& line) { return line.standing == AccountStanding::Former; }

/// The raw value: monostate where nothing is known.
using CellValue = std::variant<std::monostate, QString, double, qint64, QDate, Money>;
[[nodiscard]] CellValue valueOf(ColumnId id, const query::AccountLine& line, const BookNumbers& numbers);
/// The value as shown; a dash where nothing is known. line: one of numbers.lines.
[[nodiscard]] QString textOf(ColumnId id, const query::AccountLine& line, const BookNumbers& numbers,
                             const QLocale& locale);

/// What the column NPS is sorted by, where few answers are shown one by one: their NPS. none: no answer in a year.
[[nodiscard]] std::optional<double> recommendationOf(const query::AccountLine& line, QDate day);

} // namespace steward::accounts
