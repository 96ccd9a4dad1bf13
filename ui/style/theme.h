// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <array>

/// How Steward looks: every colour, size and type of letter that anything on screen has. No colour literal outside it.
namespace steward::style {

enum class Tone
{
    Window,      ///< menu bar, toolbar, rail, status bar
    Base,        ///< views, fields
    Alt,         ///< lane heads, footers
    Raised,      ///< buttons, menus
    Text,        ///< words and numbers
    Muted,       ///< secondary text, headers, units
    Faint,       ///< disabled text and decoration, never information
    Grid,        ///< rules between rows
    Sep,         ///< rules between sections
    SepStrong,   ///< borders of buttons
    Ctl,         ///< borders of text fields
    Track,       ///< the empty part of a bar
    Accent,      ///< primary button, active tab, progress
    OnAccent,    ///< text on accent
    AccentTint,  ///< filter token, pasted block
    Sel,         ///< selected row
    SelInactive, ///< selected row of an inactive window
    Hover,
    Focus,
    Link,
    Banner, ///< looking back, nothing else
    BannerText,
    Tooltip, ///< tooltips and toasts
    TooltipText,
    Quantity, ///< a neutral amount in a bar (c6 of the series)
    Count
};

enum class Band
{
    Green,
    Yellow,
    Red,
    Unknown
};

struct BandTones
{
    QColor solid; ///< shapes and bars
    QColor text;  ///< words and numbers
    QColor tint;  ///< behind a pill or a banner
};

/// One of two: light or dark.
class Theme
{
public:
    [[nodiscard]] static const Theme& light();
    [[nodiscard]] static const Theme& dark();
    /// The one a palette belongs to: dark where the window is darker than its text.
    [[nodiscard]] static const Theme& of(const QPalette& palette);

    [[nodiscard]] bool isDark() const { return m_isDark; }
    [[nodiscard]] QColor operator[](Tone tone) const { return m_tones[static_cast<std::size_t>(tone)]; }
    [[nodiscard]] const BandTones& band(Band band) const { return m_bands[static_cast<std::size_t>(band)]; }
    /// The tokens as roles for Active, Inactive and Disabled.
    [[nodiscard]] QPalette palette() const;

private:
    Theme(bool isDark, std::array<QRgb, static_cast<std::size_t>(Tone::Count)> tones, std::array<BandTones, 4> bands);
    bool m_isDark;
    std::array<QColor, static_cast<std::size_t>(Tone::Count)> m_tones;
    std::array<BandTones, 4> m_bands;
};

/// The band of an id of the scorecards ("green" ...); Unknown for any other text.
[[nodiscard]] Band bandOf(QStringView id);

/// WCAG 2 contrast of two colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace steward::style
