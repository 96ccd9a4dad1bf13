// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QPainter>
#include <QWidget>

namespace steward::meeting {

/// A part that stands out.
class Tinted final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter(this).fillRect(rect(), style::Theme::of(palette())[style::Tone::AccentTint]);
    }
};

} // namespace steward::meeting
