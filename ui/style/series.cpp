// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/series.h"

namespace steward::style {

QColor seriesColor(Series series, const Theme& theme)
{
    switch (series) {
    case Series::Sky:
        return theme.isDark() ? QColor(0xB7D9ED) : QColor(0x2A94D3);
    case Series::Brown:
        return theme.isDark() ? QColor(0xC48350) : QColor(0x8F5418);
    }
    return theme[Tone::Quantity];
}

} // namespace steward::style
