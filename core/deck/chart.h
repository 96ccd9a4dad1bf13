// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/ink.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace steward::deck {

enum class ChartKind
{
    Line,
    Columns, ///< upright, series side by side
    Stacked, ///< upright, series on top of each other
    Bars,    ///< lying, series side by side, first category on top
    Doughnut ///< the first series only; every category a piece
};
/// "line", "columns", "stacked", "bars", "doughnut": as it is kept.
[[nodiscard]] QString nameOf(ChartKind kind);
[[nodiscard]] std::optional<ChartKind> chartKindNamed(QStringView name);

/// How numbers of a chart are written: decimals, and what stands before and after them ("€", " h").
struct NumberForm
{
    int decimals = 0;
    QString before;
    QString after;
    friend bool operator==(const NumberForm&, const NumberForm&) = default;
};

enum class Labels
{
    None,
    Values, ///< at every point
    Last,   ///< at the last point there is; beside a line its name, too
    Points, ///< the same, and small at every other point of a line
    Ends    ///< like Last, and at the first point and the largest between them: figures too wide for every point
};
/// Of labels at the points of a line.
[[nodiscard]] double pointTextSize(double textSize);

struct Series
{
    QString name;
    std::vector<std::optional<double>> values; ///< one a category; none: nothing is known, never 0
    Ink ink = Ink::Accent;
    std::vector<Ink> points; ///< an ink for each category, where they differ
    Labels labels = Labels::Values;
    bool isDashed = false; ///< a line to compare with, over upright columns too: seats, plan, baseline
    friend bool operator==(const Series&, const Series&) = default;
};

/// A native chart with its own data: everything in it is written into the file twice, as picture and as workbook.
struct Chart
{
    QString name; ///< for the list of objects
    QString alt;  ///< what it shows and what follows from it, with figures
    Box box;
    ChartKind kind = ChartKind::Columns;
    QStringList categories;
    std::vector<Series> series;
    NumberForm form;
    double axisMost = 0; ///< end of the value axis; 0: the program that shows it decides
    double axisStep = 0;
    bool hasAxis = true; ///< of the values; bars with labels need none
    double textSize = 13;
    friend bool operator==(const Chart&, const Chart&) = default;
};

/// Of a line chart, or one that is compared with in a chart of columns.
[[nodiscard]] bool isDrawnAsLine(const Chart& chart, const Series& series);
/// Its point there has a label, as the series wants them.
[[nodiscard]] bool isLabelledAt(const Series& series, std::size_t category);
/// Its last point has its label, a line its name.
[[nodiscard]] bool isNamedAtEnd(const Series& series);
/// Labels at its points stand under them: there is room above the ground, and what it is compared with lies above.
[[nodiscard]] bool hasLabelsBelow(const Chart& chart, const Series& series);
/// A line is named at its end: the plot leaves room there.
[[nodiscard]] bool hasNamedLines(const Chart& chart);
/// The last category that has a value; none: the series is empty. Values that are no numbers count as unknown.
[[nodiscard]] std::optional<std::size_t> lastKnown(const Series& series);
/// The value of a category; none where it is unknown, not there or no number.
[[nodiscard]] std::optional<double> valueAt(const Series& series, std::size_t category);
[[nodiscard]] Ink inkAt(const Series& series, std::size_t category);

/// End and step of an axis from 0 that holds the value: steps of 1, 2, 2.5 or 5 times a power of ten, at most five; of
/// counts whole ones.
struct AxisScale
{
    double most = 1;
    double step = 1;
};
[[nodiscard]] AxisScale axisFor(double largest, bool isWhole = false);

} // namespace steward::deck
