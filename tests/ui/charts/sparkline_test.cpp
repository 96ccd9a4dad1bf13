// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printers.h"
#include "ui/charts/sparkline.h"

#include <QImage>

using namespace steward;

namespace {

using Values = std::vector<std::optional<double>>;

/// Columns of the picture in which anything was drawn.
std::vector<bool> inkedColumns(const Values& values)
{
    QImage image(100, 24, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    charts::paintSparkline(painter, QRectF(0, 2, 99, 20), {values, style::Band::Red, {}}, style::Theme::light());
    painter.end();
    std::vector<bool> inked(100);
    for (int x = 0; x < 100; ++x)
        for (int y = 0; y < 24; ++y)
            if (image.pixelColor(x, y) != QColor(Qt::white))
                inked[std::size_t(x)] = true;
    return inked;
}

} // namespace

TEST_CASE("the range of a sparkline is that of its values, never flatter than thirty points")
{
    CHECK_FALSE(charts::rangeOf(Values{std::nullopt, std::nullopt}));
    const auto flat = charts::rangeOf(Values{50.0, 51.0});
    REQUIRE(flat);
    CHECK(flat->second - flat->first == Approx(30));
    const auto steep = charts::rangeOf(Values{0.0, 100.0});
    REQUIRE(steep);
    CHECK(steep->first == Approx(-5));
    CHECK(steep->second == Approx(105));
}

TEST_CASE("a gap in the values is a gap in the line")
{
    Values values(11, 50.0);
    for (std::size_t i = 4; i < 7; ++i)
        values[i].reset();
    const auto inked = inkedColumns(values);
    CHECK(inked[10]);
    CHECK_FALSE(inked[50]);
    CHECK(inked[80]);
}

TEST_CASE("nothing known is a dotted line, not an empty place")
{
    const auto inked = inkedColumns(Values(5));
    CHECK(std::count(inked.begin(), inked.end(), true) > 20);
}
