// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QIcon>
#include <QPixmap>

namespace steward::style {

/// An icon of resources/icons by its name ("arrow-left"), drawn in the colour of the text around it, in every state and
/// at every scale.
[[nodiscard]] QIcon icon(const QString& name);
/// The same in a colour of its own.
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal scale);

} // namespace steward::style
