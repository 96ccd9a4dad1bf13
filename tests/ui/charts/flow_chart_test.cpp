// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/flow_chart.h"

#include "tests/support/printers.h"

#include <QAccessible>
#include <QTest>
#include <random>

using namespace steward;
using namespace steward::charts;
using namespace Qt::Literals::StringLiterals;

namespace {

FlowNode node(const QString& name, double start, double end, bool isBeside = false)
{
    return {name, u"n before"_s, u"n now"_s, start, end, isBeside, u"n stay"_s, QString(name + u": spoken")};
}

FlowBand band(int from, int to, double count, FlowInk ink)
{
    return {from, to, count, ink, u"some of many"_s, u"median"_s, u"%1 to %2"_s.arg(from).arg(to)};
}

/// 4, 23, 1 and 15 accounts a year ago.
FlowPicture picture()
{
    FlowPicture picture;
    picture.nodes = {node(u"Onboarding"_s, 4, 4), node(u"Adoption"_s, 23, 20), node(u"Support"_s, 1, 1, true),
                     node(u"Retention"_s, 15, 23)};
    picture.bands = {band(outside, 0, 8, FlowInk::Forward), band(0, 1, 7, FlowInk::Forward),
                     band(0, outside, 1, FlowInk::Left),    band(1, 3, 9, FlowInk::Forward),
                     band(1, 2, 3, FlowInk::Beside),        band(1, outside, 1, FlowInk::Left),
                     band(2, 1, 3, FlowInk::Back),          band(2, 3, 1, FlowInk::Back),
                     band(3, 2, 1, FlowInk::Beside),        band(3, outside, 1, FlowInk::Left)};
    return picture;
}

FlowMeasure measureOf(const FlowPicture& picture)
{
    FlowMeasure measure;
    measure.nodeText.assign(picture.nodes.size(), 90);
    measure.titleText.assign(picture.bands.size(), 80);
    return measure;
}

QPainterPath shapeOf(const FlowLayout::Band& band)
{
    QPainterPathStroker stroker;
    stroker.setWidth(band.width);
    stroker.setCapStyle(Qt::FlatCap);
    return stroker.createStroke(band.path);
}

} // namespace

TEST_CASE("nodes and bands of a flow map are drawn to one scale and stay inside")
{
    const FlowPicture told = picture();
    const QSizeF size(900, 440);
    const FlowLayout laid = layoutOf(told, size, measureOf(told));
    for (std::size_t i = 0; i < told.bands.size(); ++i) {
        CHECK(laid.bands[i].width == Approx(std::max(1.5, told.bands[i].count * laid.scale)));
        const QRectF place = shapeOf(laid.bands[i]).boundingRect();
        CHECK(QRectF({0, 0}, size).adjusted(-1, -1, 1, 1).contains(place));
    }
    CHECK(laid.nodes[1].bar.height() == Approx(33 * laid.scale));
    CHECK(laid.nodes[3].bar.height() == Approx(25 * laid.scale));
    CHECK(laid.stay.height() == Approx(23 * laid.scale));
    // Bands of one edge lie below each other.
    const auto startY = [&](std::size_t each) { return laid.bands[each].path.elementAt(0).y; };
    CHECK(startY(3) + 4.5 * laid.scale <= startY(4) - 1.5 * laid.scale + 0.01);
}

TEST_CASE("no band of a flow map crosses the words of a node in the row, nor the words of another band")
{
    const FlowPicture told = picture();
    for (const QSizeF size : {QSizeF(760, 400), QSizeF(1100, 560), QSizeF(1600, 800)}) {
        const FlowLayout laid = layoutOf(told, size, measureOf(told));
        for (const FlowLayout::Band& each : laid.bands) {
            const QPainterPath shape = shapeOf(each);
            for (const FlowLayout::Node& node : laid.nodes)
                CHECK_FALSE(shape.intersects(node.words));
            for (const FlowLayout::Band& other : laid.bands)
                if (!other.words.isEmpty() && &other != &each)
                    CHECK_FALSE(shape.intersects(other.words));
        }
    }
}

TEST_CASE("a flow map of nothing, and one of ten thousand, are drawn")
{
    FlowChart chart;
    chart.resize(800, 420);
    chart.show({});
    CHECK_FALSE(chart.grab().isNull());
    CHECK(chart.markCount() == 0);
    FlowPicture many = picture();
    for (FlowNode& each : many.nodes) {
        each.start *= 200;
        each.end *= 200;
    }
    for (FlowBand& each : many.bands)
        each.count *= 200;
    chart.show(many);
    CHECK_FALSE(chart.grab().isNull());
    for (int mark = 0; mark < chart.markCount(); ++mark)
        CHECK(chart.rect().adjusted(-2, -2, 2, 2).contains(chart.markRect(mark)));
}

TEST_CASE("the arrow keys walk stages and what leaves them, and a screen reader hears each")
{
    FlowChart chart;
    chart.setAccessibleName(u"Flows"_s);
    chart.resize(900, 440);
    chart.show(picture());
    chart.show(picture());
    REQUIRE(chart.markCount() == 14);
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&chart);
    REQUIRE(spoken);
    REQUIRE(spoken->childCount() == 14);
    QStringList heard;
    for (int i = 0; i < spoken->childCount(); ++i) {
        QAccessibleInterface* child = spoken->child(i);
        REQUIRE(child);
        heard << child->text(QAccessible::Name);
        CHECK(child->role() == QAccessible::ListItem);
        CHECK_FALSE(child->rect().isEmpty());
        CHECK(spoken->indexOfChild(child) == i);
        CHECK(child->parent() == spoken);
    }
    CHECK(heard.mid(0, 4) == QStringList{u"-1 to 0"_s, u"Onboarding: spoken"_s, u"0 to 1"_s, u"0 to -1"_s});
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    CHECK(chart.chosen() == 1);
    CHECK(spoken->child(1)->state().selected);
    int opened = -1;
    QObject::connect(&chart, &MarkChart::markOpened, &chart, [&](int mark) { opened = mark; });
    QTest::keyClick(&chart, Qt::Key_Return);
    CHECK(opened == 1);
    QTest::keyClick(&chart, Qt::Key_End);
    CHECK(chart.chosen() == 13);
    spoken->child(3)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    CHECK(chart.chosen() == 3);
    CHECK(opened == 3);
    // Fewer marks: the others are gone for who reads the screen, too.
    QAccessibleInterface* last = spoken->child(13);
    chart.show({});
    CHECK(spoken->childCount() == 0);
    CHECK_FALSE(last->isValid());
}
