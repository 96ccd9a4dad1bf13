// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lane_chart.h"

#include "tests/support/printers.h"

#include <QAccessible>
#include <QTest>
#include <random>

using namespace steward;
using namespace steward::charts;
using namespace Qt::Literals::StringLiterals;

namespace {

const QLocale british(QLocale::English, QLocale::UnitedKingdom);
const QDate today(2026, 11, 19);

LaneItem moment(QDate day, std::size_t key)
{
    LaneItem item;
    item.from = day;
    item.spoken = u"touch %1"_s.arg(key);
    item.icon = u"phone"_s;
    item.key = key;
    return item;
}

/// So many touches in the last two years, some of them on one day.
Lane touches(int count)
{
    std::mt19937 engine(11);
    Lane lane;
    lane.name = u"Contact"_s;
    for (int i = 0; i < count; ++i)
        lane.items.push_back(
            moment(today.addDays(-std::uniform_int_distribution<int>(0, 720)(engine)), std::size_t(i)));
    std::ranges::stable_sort(lane.items, {}, &LaneItem::from);
    return lane;
}

LaneChart::Picture picture(int count)
{
    LaneChart::Picture picture;
    picture.first = today.addDays(-730);
    picture.last = today.addDays(30);
    picture.today = today;
    picture.todayText = u"today"_s;
    Lane stages;
    stages.kind = Lane::Kind::Stages;
    stages.name = u"Stage"_s;
    LaneItem stage;
    stage.from = picture.first;
    stage.to = today;
    stage.text = stage.spoken = u"Adoption"_s;
    stage.key = 100'000;
    stages.items.push_back(stage);
    Lane score;
    score.kind = Lane::Kind::Curve;
    score.name = u"Health"_s;
    score.curve.mostRange = 100;
    for (int week = 100; week >= 0; --week)
        score.curve.points.push_back({today.addDays(-7 * week), week == 50 ? std::optional<double>() : 60.0});
    picture.lanes = {stages, score, touches(count)};
    return picture;
}

std::vector<std::size_t> keysOfLane(const LaneChart& chart, int firstMark)
{
    std::vector<std::size_t> keys;
    for (int mark = firstMark; mark < chart.markCount(); ++mark)
        for (const std::size_t key : chart.keysOf(mark))
            keys.push_back(key);
    std::ranges::sort(keys);
    return keys;
}

int firstTouchMark(const LaneChart& chart)
{
    for (int mark = 0; mark < chart.markCount(); ++mark)
        if (!chart.keysOf(mark).empty() && chart.keysOf(mark).front() < 100'000)
            return mark;
    return chart.markCount();
}

} // namespace

TEST_CASE("things without room of their own stand together, nothing overlaps and nothing is left out", "[property]")
{
    const Lane lane = touches(300);
    for (const double width : {300.0, 900.0, 4000.0, 40000.0})
        for (const int levels : {1, 3}) {
            const TimeAxis axis{today.addDays(-730), today, 0, width};
            const auto groups = groupsOf(lane.items, axis, 20, levels);
            std::vector<std::size_t> items;
            std::vector<double> ends(std::size_t(levels), -1e9);
            for (const LaneGroup& each : groups) {
                items.insert(items.end(), each.items.begin(), each.items.end());
                CHECK(each.left >= ends[std::size_t(each.level)]);
                ends[std::size_t(each.level)] = each.right;
            }
            std::ranges::sort(items);
            std::vector<std::size_t> all(lane.items.size());
            std::iota(all.begin(), all.end(), 0);
            CHECK(items == all);
        }
}

TEST_CASE("300 touches are grouped when zoomed out, come apart when zoomed in, and none is dropped")
{
    LaneChart chart(british);
    chart.resize(1000, 400);
    chart.show(picture(300), false);
    std::vector<std::size_t> all(300);
    std::iota(all.begin(), all.end(), 0);
    chart.see(chart.picture().first, chart.picture().last);
    const int before = chart.markCount() - firstTouchMark(chart);
    CHECK(before > 20);
    CHECK(before < 60);
    CHECK(keysOfLane(chart, firstTouchMark(chart)) == all);
    int most = before;
    while (chart.canZoomIn()) {
        chart.zoom(true);
        const int marks = chart.markCount() - firstTouchMark(chart);
        CHECK(marks >= most);
        most = marks;
        CHECK(keysOfLane(chart, firstTouchMark(chart)) == all);
    }
    // Only those of one day are still together.
    for (int mark = firstTouchMark(chart); mark < chart.markCount(); ++mark) {
        const auto keys = chart.keysOf(mark);
        for (const std::size_t key : keys) {
            const auto& items = chart.picture().lanes.back().items;
            CHECK(std::ranges::find(items, key, &LaneItem::key)->from ==
                  std::ranges::find(items, keys.front(), &LaneItem::key)->from);
        }
    }
    CHECK_FALSE(chart.grab().isNull());
}

TEST_CASE("Enter on a count takes it apart, and what was chosen stays in sight")
{
    LaneChart chart(british);
    chart.resize(1000, 400);
    chart.show(picture(300), false);
    chart.see(chart.picture().first, chart.picture().last);
    int mark = firstTouchMark(chart);
    while (chart.keysOf(mark).size() < 5)
        ++mark;
    chart.choose(mark);
    const auto keys = chart.chosenKeys();
    REQUIRE(chart.takeApart());
    CHECK(chart.seenFrom().daysTo(chart.seenTo()) < 200);
    REQUIRE(chart.chosen() >= 0);
    CHECK(std::ranges::find(keys, chart.chosenKeys().front()) != keys.end());
    CHECK(chart.chosenKeys().size() < keys.size());
    CHECK_FALSE(chart.markRect(chart.chosen()).isEmpty());
}

TEST_CASE("left and right stay in a lane, up and down change it, plus and minus change how much time is seen")
{
    LaneChart chart(british);
    chart.resize(1000, 400);
    chart.show(picture(40), false);
    chart.choose(0);
    QTest::keyClick(&chart, Qt::Key_Down);
    CHECK(chart.markText(chart.chosen()).startsWith(u"Health"));
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Left);
    CHECK(chart.markText(chart.chosen()).startsWith(u"Health"));
    // What is out of sight comes into it.
    CHECK_FALSE(chart.markRect(chart.chosen()).isEmpty());
    QTest::keyClick(&chart, Qt::Key_Down);
    CHECK(chart.chosenKeys().size() >= 1);
    const qint64 days = chart.seenFrom().daysTo(chart.seenTo());
    QTest::keyClick(&chart, Qt::Key_Plus);
    CHECK(chart.seenFrom().daysTo(chart.seenTo()) == days / 2);
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(&chart, Qt::Key_Minus);
    CHECK(chart.seenFrom() == chart.picture().first);
    CHECK(chart.seenTo() == chart.picture().last);
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(&chart, Qt::Key_Plus);
    CHECK_FALSE(chart.canZoomIn());
}

TEST_CASE("a screen reader finds every mark of every lane of the line, in sight or not")
{
    LaneChart chart(british);
    chart.setAccessibleName(u"Line"_s);
    chart.resize(1000, 400);
    chart.show(picture(300), false);
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&chart);
    REQUIRE(spoken);
    REQUIRE(spoken->childCount() == chart.markCount());
    int hidden = 0;
    for (int i = 0; i < spoken->childCount(); ++i) {
        QAccessibleInterface* child = spoken->child(i);
        CHECK_FALSE(child->text(QAccessible::Name).isEmpty());
        hidden += child->state().offscreen ? 1 : 0;
    }
    CHECK(hidden > 0);
    CHECK(hidden < spoken->childCount());
}

TEST_CASE("a line that has nothing to show yet is drawn, walked and zoomed without harm")
{
    LaneChart chart(british);
    chart.resize(600, 300);
    CHECK_FALSE(chart.grab().isNull());
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Home, Qt::Key_Return})
        QTest::keyClick(&chart, key);
    CHECK(chart.chosen() == -1);
    CHECK_FALSE(chart.takeApart());
    CHECK(ticksOf({}, 64, british).empty());
    chart.show({}, false);
    CHECK_FALSE(chart.grab().isNull());
}

TEST_CASE("the axis has as many lines as there is room for, from days to years")
{
    const auto texts = [](QDate from, QDate to) {
        QStringList all;
        const TimeAxis axis{from, to, 0, 900};
        for (const AxisTick& each : ticksOf(axis, 64, british)) {
            CHECK(each.day >= from);
            CHECK(each.day <= to);
            all << each.text;
        }
        return all;
    };
    CHECK(texts({2026, 11, 5}, {2026, 11, 19}).size() == 15);
    CHECK(texts({2026, 1, 1}, {2026, 12, 31}).front() == u"Jan 2026");
    CHECK(texts({2026, 1, 1}, {2026, 12, 31}).size() == 12);
    CHECK(texts({2024, 1, 1}, {2026, 12, 31}).size() == 12);
    CHECK(texts({1990, 1, 1}, {2026, 12, 31}).size() <= 14);
}
