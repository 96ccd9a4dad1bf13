// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/chart.h"

#include <QLocale>
#include <QPointF>
#include <variant>

namespace steward::print {

/// A chart drawn as a few plain shapes, for everything that is not a presentation program: PDF, preview, HTML. The same
/// values, names and labels as the native chart. Coordinates are points of the slide.
struct Filled
{
    std::vector<QPointF> corners;
    deck::Ink ink = deck::Ink::Accent;
};
struct Stroke
{
    std::vector<QPointF> points;
    deck::Ink ink = deck::Ink::Rule;
    double width = 1;
    bool isDashed = false;
};
struct Label
{
    QPointF at; ///< on the base line
    QString text;
    double size = 12;
    deck::Ink ink = deck::Ink::Text;
    bool isStrong = false;
    int align = 0; ///< -1: ends there, 0: centred, 1: begins there
};
using Shape = std::variant<Filled, Stroke, Label>;

[[nodiscard]] std::vector<Shape> pictureOf(const deck::Chart& chart, const QLocale& locale);

/// "€1,234.5 k": as the chart writes its numbers.
[[nodiscard]] QString labelText(double value, const deck::NumberForm& form, const QLocale& locale);

} // namespace steward::print
