// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QProxyStyle>

namespace steward::style {

/// Fusion with Steward's measures, flat surfaces, and a focus that is always seen.
class StewardStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    StewardStyle();
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QPalette standardPalette() const override;
    using QProxyStyle::polish;
    /// Return presses a button as Space does, also outside a dialog.
    void polish(QWidget* widget) override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override;
};

/// What the user wants; System follows the desktop.
enum class Appearance
{
    System,
    Light,
    Dark
};
/// Sets palette and keeps fonts; again when the desktop changes its theme.
void applyAppearance(Appearance appearance);

/// A ring of 2 pixels inside the rectangle.
void paintFocus(QPainter& painter, const QRect& rect, const Theme& theme, int radius = 2);

} // namespace steward::style
