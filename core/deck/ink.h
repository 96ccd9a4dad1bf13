// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace steward::deck {

/// Colours by what they mean; in a file they are colours of the theme, so that another theme changes all of them.
enum class Ink
{
    Text,
    Muted,
    Accent, ///< now
    Before, ///< the quarter before, the plan
    Good,
    Caution, ///< amber; never without a word
    Rule,    ///< hairlines and empty parts of bars
    Tint,    ///< ground of a card
    Back,    ///< the slide, and text on dark
    Dark     ///< ground of the cover
};

/// 0xRRGGBB as the theme has it.
[[nodiscard]] quint32 rgb(Ink ink);
/// The name of the theme's colour on a slide: "tx1", "accent2".
[[nodiscard]] const char* schemeName(Ink ink);

/// A place on the slide in points: 960 wide, 540 high, from the upper left.
struct Box
{
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;
    friend bool operator==(const Box&, const Box&) = default;
};

} // namespace steward::deck
