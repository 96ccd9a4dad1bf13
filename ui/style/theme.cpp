// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include <cmath>

namespace steward::style {

Theme::Theme(bool isDark, std::array<QRgb, static_cast<std::size_t>(Tone::Count)> tones, std::array<BandTones, 4> bands)
    : m_isDark(isDark)
    , m_bands(std::move(bands))
{
    std::transform(tones.begin(), tones.end(), m_tones.begin(), [](QRgb rgb) { return QColor(rgb); });
}

const Theme& Theme::light()
{
    static const Theme theme(false, {0xFFF3F4F6, 0xFFFFFFFF, 0xFFF8F9FB, 0xFFFFFFFF, 0xFF1A2330, 0xFF566273, 0xFF7A8698,
                                     0xFFE8EBEF, 0xFFDFE3E8, 0xFFC3CAD3, 0xFF858F9F, 0xFFE6E9EE, 0xFF2A5BD0, 0xFFFFFFFF,
                                     0xFFE4ECFC, 0xFFDCE7FB, 0xFFE6E9EE, 0xFFEEF1F5, 0xFF2A5BD0, 0xFF2A5BD0, 0xFF4A3B7C,
                                     0xFFFFFFFF, 0xFF1A2330, 0xFFFFFFFF, 0xFF748397},
                             {BandTones{QColor(0x0C6E60), QColor(0x0A5E52), QColor(0xDCEFEB)},
                              BandTones{QColor(0xB57600), QColor(0x7E5200), QColor(0xFBEFD2)},
                              BandTones{QColor(0xC23A31), QColor(0xA82C26), QColor(0xFBE3E3)},
                              BandTones{QColor(0x7A8698), QColor(0x566273), QColor(0xECEFF2)}});
    return theme;
}

const Theme& Theme::dark()
{
    static const Theme theme(true, {0xFF15181D, 0xFF1B1F25, 0xFF1F242B, 0xFF262C35, 0xFFE5E9EF, 0xFFA0ABBA, 0xFF788496,
                                    0xFF282E37, 0xFF2C333D, 0xFF434C59, 0xFF6E7A8C, 0xFF303742, 0xFF82A9FF, 0xFF0F1726,
                                    0xFF223255, 0xFF2A3D68, 0xFF303742, 0xFF252B34, 0xFF82A9FF, 0xFF82A9FF, 0xFFC3B2F5,
                                    0xFF1C1533, 0xFFE5E9EF, 0xFF15181D, 0xFF7C8FAB},
                             {BandTones{QColor(0x5FCFBA), QColor(0x74D9C6), QColor(0x163A35)},
                              BandTones{QColor(0xDDA032), QColor(0xEBB95C), QColor(0x3D3016)},
                              BandTones{QColor(0xE4605F), QColor(0xF98F8C), QColor(0x472126)},
                              BandTones{QColor(0x788496), QColor(0xA0ABBA), QColor(0x2A3039)}});
    return theme;
}

const Theme& Theme::of(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness() ? dark()
                                                                                                         : light();
}

QPalette Theme::palette() const
{
    const Theme& t = *this;
    QPalette palette;
    const std::pair<QPalette::ColorRole, Tone> roles[] = {{QPalette::Window, Tone::Window},
                                                          {QPalette::WindowText, Tone::Text},
                                                          {QPalette::Base, Tone::Base},
                                                          {QPalette::AlternateBase, Tone::Alt},
                                                          {QPalette::Text, Tone::Text},
                                                          {QPalette::Button, Tone::Raised},
                                                          {QPalette::ButtonText, Tone::Text},
                                                          {QPalette::BrightText, Tone::Text},
                                                          {QPalette::PlaceholderText, Tone::Muted},
                                                          {QPalette::Mid, Tone::Sep},
                                                          {QPalette::Dark, Tone::SepStrong},
                                                          {QPalette::Midlight, Tone::Grid},
                                                          {QPalette::Light, Tone::Raised},
                                                          {QPalette::Shadow, Tone::SepStrong},
                                                          {QPalette::Highlight, Tone::Sel},
                                                          {QPalette::HighlightedText, Tone::Text},
                                                          {QPalette::Link, Tone::Link},
                                                          {QPalette::LinkVisited, Tone::Link},
                                                          {QPalette::ToolTipBase, Tone::Tooltip},
                                                          {QPalette::ToolTipText, Tone::TooltipText}};
    for (const auto& [role, tone] : roles)
        palette.setColor(role, t[tone]);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, t[Tone::SelInactive]);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, t[Tone::Faint]);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t[Tone::SelInactive]);
    return palette;
}

Band bandOf(QStringView id)
{
    if (id == u"green")
        return Band::Green;
    if (id == u"yellow")
        return Band::Yellow;
    return id == u"red" ? Band::Red : Band::Unknown;
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF())) +
               0.0722 * linear(double(color.blueF()));
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace steward::style
