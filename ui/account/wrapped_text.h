// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QFont>
#include <QPainter>

/// A text over as many lines as it takes; what follows its first line break is small and muted below it.
namespace steward::account {

[[nodiscard]] int wrappedHeight(const QString& text, const QFont& font, int width);
/// In the middle of the rectangle's height, in the painter's ink.
void paintWrapped(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
                  const style::Theme& theme);

} // namespace steward::account
