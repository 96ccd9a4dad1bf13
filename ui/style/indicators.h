// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QStyleOption>

class QPainter;

namespace steward::style {

/// Check box, radio button and the frame of a text or a list, with borders that are seen in light and in dark. state:
/// that of the style option.
void paintCheck(QPainter& painter, const QRect& rect, QStyle::State state, const Theme& theme);
void paintRadio(QPainter& painter, const QRect& rect, QStyle::State state, const Theme& theme);
void paintFrame(QPainter& painter, const QRect& rect, QStyle::State state, const Theme& theme);

} // namespace steward::style
