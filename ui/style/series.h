// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

namespace steward::style {

/// The colours of data beside the theme's own tones: the accent is the first of the series, Tone::Quantity the sixth.
enum class Series
{
    Sky,
    Brown
};

/// At least 3:1 on the ground of a view.
[[nodiscard]] QColor seriesColor(Series series, const Theme& theme);

} // namespace steward::style
