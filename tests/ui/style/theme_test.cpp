// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printers.h"
#include "ui/style/icons.h"
#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QStyleOptionButton>

using namespace steward::style;

namespace {

constexpr double readable = 4.5;
constexpr double visible = 3.0;
constexpr Tone grounds[] = {Tone::Base, Tone::Window, Tone::Hover, Tone::Sel};

} // namespace

TEST_CASE("every ink can be read on every ground, in light and in dark")
{
    for (const Theme* theme : {&Theme::light(), &Theme::dark()})
        for (const Tone ground : grounds) {
            for (const Tone ink : {Tone::Text, Tone::Muted, Tone::Link})
                CHECK(contrast((*theme)[ink], (*theme)[ground]) >= readable);
            for (const Band band : {Band::Green, Band::Yellow, Band::Red, Band::Unknown})
                CHECK(contrast(theme->band(band).text, (*theme)[ground]) >= readable);
        }
}

TEST_CASE("text on accent, banner, tooltip and the tint of its own band can be read")
{
    for (const Theme* theme : {&Theme::light(), &Theme::dark()}) {
        const std::pair<Tone, Tone> pairs[] = {{Tone::OnAccent, Tone::Accent},
                                               {Tone::BannerText, Tone::Banner},
                                               {Tone::TooltipText, Tone::Tooltip},
                                               {Tone::Text, Tone::AccentTint},
                                               {Tone::Muted, Tone::AccentTint}};
        for (const auto& [ink, ground] : pairs)
            CHECK(contrast((*theme)[ink], (*theme)[ground]) >= readable);
        for (const Band band : {Band::Green, Band::Yellow, Band::Red, Band::Unknown})
            CHECK(contrast(theme->band(band).text, theme->band(band).tint) >= readable);
    }
}

TEST_CASE("marks, borders of fields and the focus ring can be seen")
{
    for (const Theme* theme : {&Theme::light(), &Theme::dark()}) {
        for (const Tone mark : {Tone::Ctl, Tone::Focus, Tone::Accent, Tone::Quantity})
            CHECK(contrast((*theme)[mark], (*theme)[Tone::Base]) >= visible);
        for (const Band band : {Band::Green, Band::Yellow, Band::Red, Band::Unknown})
            CHECK(contrast(theme->band(band).solid, (*theme)[Tone::Base]) >= visible);
    }
}

TEST_CASE("a palette tells which theme it came from")
{
    CHECK(&Theme::of(Theme::light().palette()) == &Theme::light());
    CHECK(&Theme::of(Theme::dark().palette()) == &Theme::dark());
}

TEST_CASE("contrast is that of WCAG")
{
    CHECK(contrast(QColor(Qt::black), QColor(Qt::white)) == Approx(21.0));
    CHECK(contrast(QColor(Qt::white), QColor(Qt::white)) == Approx(1.0));
    CHECK(contrast(QColor(0x77, 0x77, 0x77), QColor(Qt::white)) == Approx(4.48).margin(0.01));
}

TEST_CASE("applying an appearance changes the palette of the application")
{
    applyAppearance(Appearance::Dark);
    CHECK(Theme::of(QApplication::palette()).isDark());
    applyAppearance(Appearance::Light);
    CHECK_FALSE(Theme::of(QApplication::palette()).isDark());
}

TEST_CASE("the focus is seen on every kind of button, in light and in dark")
{
    for (const Theme* theme : {&Theme::light(), &Theme::dark()})
        for (const bool isPrimary : {true, false}) {
            StewardStyle style;
            QPushButton button(QStringLiteral("Choose"));
            button.setDefault(isPrimary);
            button.setPalette(theme->palette());
            QStyleOptionButton option;
            option.rect = QRect(0, 0, 90, 28);
            option.palette = theme->palette();
            const auto drawn = [&](QStyle::State state) {
                QImage image(option.rect.size(), QImage::Format_RGB32);
                image.fill((*theme)[Tone::Base]);
                QPainter painter(&image);
                option.state = state;
                style.drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter, &button);
                return image;
            };
            const QImage plain = drawn(QStyle::State_Enabled);
            const QImage focused = drawn(QStyle::State_Enabled | QStyle::State_HasFocus);
            int seen = 0;
            for (int x = 0; x < plain.width() / 2; ++x)
                seen += contrast(plain.pixelColor(x, 14), focused.pixelColor(x, 14)) >= 3 ? 1 : 0;
            INFO(isPrimary << theme->isDark());
            CHECK(seen >= 1);
        }
}

TEST_CASE("every icon draws something in the colour asked for")
{
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    REQUIRE(files.size() > 10);
    for (const QString& file : files) {
        const QImage image = iconPixmap(QString(file).chopped(4), QColor(Qt::red), 32, 1).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (const QColor pixel = image.pixelColor(x, y); pixel.alpha() > 128) {
                    ++inked;
                    CHECK(pixel.red() > 200);
                    CHECK(pixel.green() < 60);
                }
        INFO(file.toStdString());
        CHECK(inked > 10);
    }
}

TEST_CASE("measures grow with the font of the user")
{
    const QFont before = QApplication::font();
    const int normal = px(100);
    QFont big = before;
    big.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(big);
    CHECK(px(100) > normal * 3 / 2);
    CHECK(fontOf(Type::Small).pointSizeF() < fontOf(Type::Body).pointSizeF());
    CHECK(rowHeight(Density::Compact) < rowHeight(Density::Normal));
    QApplication::setFont(before);
}
