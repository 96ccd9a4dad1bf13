// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printers.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/move_bars.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace steward;
using namespace steward::charts;

namespace {

const QLocale british(QLocale::English, QLocale::UnitedKingdom);
const QDate first(2026, 11, 1);

TimeSeries series(std::vector<std::optional<double>> values)
{
    TimeSeries series;
    series.name = QStringLiteral("Score");
    series.decimals = 1;
    for (std::size_t i = 0; i < values.size(); ++i)
        series.points.push_back({first.addDays(7 * qint64(i)), values[i]});
    return series;
}

} // namespace

TEST_CASE("a chart says in words from where to where its line goes")
{
    TimeChart chart(british);
    chart.show(series({73.9, std::nullopt, 49.0}));
    CHECK(chart.accessibleDescription().contains(QStringLiteral("73.9")));
    CHECK(chart.accessibleDescription().contains(QStringLiteral("49.0")));
    CHECK(chart.pointText(1).contains(QStringLiteral("unknown")));
    chart.show(series({std::nullopt, std::nullopt}));
    CHECK(chart.accessibleDescription().contains(QStringLiteral("Nothing is known")));
}

TEST_CASE("no two lines of an axis read alike, and small quantities are told with their digits")
{
    const auto told = [](std::vector<std::optional<double>> values) {
        TimeSeries small = series(std::move(values));
        small.decimals = 0;
        small.isFromZero = true;
        return small;
    };
    TimeChart chart(british);
    const auto axis = [&](std::vector<std::optional<double>> values) {
        chart.show(told(std::move(values)));
        return chart.axisTexts();
    };
    for (const auto& values : {std::vector<std::optional<double>>{0.0, 0.2, 0.14},
                               {0.4, 1.0, 0.7},
                               {0.0, 1.0, 1.0},
                               {3.5, 2.0, 4.25},
                               {505.0, 498.0}}) {
        QStringList texts = axis(values);
        INFO(texts.join(u' ').toStdString());
        CHECK(texts.size() >= 2);
        CHECK(texts.removeDuplicates() == 0);
    }
    CHECK(axis({0.0, 1.0, 1.0}) == QStringList{QStringLiteral("0"), QStringLiteral("1")});
    chart.show(told({0.0, 0.2, 0.14}));
    CHECK(chart.pointText(2).endsWith(QStringLiteral("0.14")));
}

TEST_CASE("an event belongs to the first point that comes after it")
{
    TimeSeries told = series({73.9, 60.0, 49.0});
    told.events.push_back({first.addDays(3), QStringLiteral("Sponsor left")});
    TimeChart chart(british);
    chart.show(told);
    CHECK_FALSE(chart.pointText(0).contains(QStringLiteral("Sponsor left")));
    CHECK(chart.pointText(1).contains(QStringLiteral("Sponsor left")));
    CHECK_FALSE(chart.pointText(2).contains(QStringLiteral("Sponsor left")));
}

TEST_CASE("the arrow keys walk the points of a chart, from the last one on")
{
    TimeChart chart(british);
    chart.show(series({73.9, 60.0, 49.0}));
    QTest::keyClick(&chart, Qt::Key_Left);
    CHECK(chart.chosenPoint() == 2);
    QTest::keyClick(&chart, Qt::Key_Home);
    CHECK(chart.chosenPoint() == 0);
    QTest::keyClick(&chart, Qt::Key_Left);
    CHECK(chart.chosenPoint() == 0);
    QTest::keyClick(&chart, Qt::Key_Right);
    CHECK(chart.accessibleName().contains(QStringLiteral("60.0")));
}

TEST_CASE("behind a chart lies a table with the newest point first")
{
    ChartPanel panel(QStringLiteral("trend"), british);
    panel.show(QStringLiteral("Score"), {}, series({73.9, std::nullopt, 49.0}));
    const QAbstractItemModelTester tester(&panel.table(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(panel.table().rowCount() == 3);
    CHECK(panel.table().index(0, 1).data().toString() == QStringLiteral("49.0"));
    CHECK(panel.table().index(1, 1).data().toString() == QStringLiteral("unknown"));
    panel.setTableShown(true);
    CHECK(panel.isTableShown());
    panel.show(QStringLiteral("Score"), {}, series({std::nullopt}));
    CHECK_FALSE(panel.isTableShown());
}

TEST_CASE("bars of what moved keep the rules of item models and are as tall as their rows")
{
    MoveBars bars(QStringLiteral("moves"));
    bars.show({{QStringLiteral("Sponsor"), -4.7, QStringLiteral("-4.7"), QStringLiteral("64 to 0"),
                QStringLiteral("Sponsor fell")}});
    const QAbstractItemModelTester tester(&bars.moves(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int one = bars.sizeHint().height();
    bars.show(std::vector<Move>(3));
    CHECK(bars.sizeHint().height() == 3 * one);
}
