// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/lane_layout.h"
#include "ui/charts/mark_chart.h"

namespace steward::charts {

/// Lanes below each other on one axis of time that is zoomed with + and - and the wheel. Left and right walk the marks
/// of a lane, up and down go to another one. What has no room of its own is a count that comes apart when one zooms in;
/// nothing is left out.
class LaneChart final : public MarkChart
{
    Q_OBJECT
public:
    struct Picture
    {
        std::vector<Lane> lanes;
        QDate first; ///< of the whole axis
        QDate last;
        QDate today; ///< what is after it has not happened
        QString todayText;
    };
    /// A mark: a group of items of a lane, or a point of its curve.
    struct Mark
    {
        std::size_t lane = 0;
        std::size_t group = 0;
    };
    explicit LaneChart(QLocale locale, QWidget* parent = nullptr);
    /// Same account again: what is seen and chosen stays where it can.
    void show(Picture picture, bool isSame);
    [[nodiscard]] const Picture& picture() const { return m_picture; }
    [[nodiscard]] QDate seenFrom() const { return m_axis.from; }
    [[nodiscard]] QDate seenTo() const { return m_axis.to; }
    void see(QDate from, QDate to);
    /// Half or twice as much time, around the chosen mark.
    void zoom(bool isIn);
    [[nodiscard]] bool canZoomIn() const;
    /// The items of the chosen mark, by their keys; empty: none, or a point of a curve.
    [[nodiscard]] std::vector<std::size_t> chosenKeys() const;
    [[nodiscard]] std::vector<std::size_t> keysOf(int mark) const;
    /// Sees just the items of the chosen mark; false: they are of one day, or one alone.
    bool takeApart();

    [[nodiscard]] int markCount() const override { return static_cast<int>(m_marks.size()); }
    [[nodiscard]] QString markText(int mark) const override;
    [[nodiscard]] QRect markRect(int mark) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] int markAt(QPointF point) const override;
    void reveal(int mark) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct Row
    {
        double top = 0;
        double height = 0;
        std::vector<LaneGroup> groups; ///< of a curve: one a known point, in its order
        std::vector<std::size_t> points;
    };
    void lay();
    void layAgain();
    [[nodiscard]] int heightOf(const Lane& lane) const;
    [[nodiscard]] double labelWidth() const;
    [[nodiscard]] int markOf(std::size_t lane, std::size_t group) const;
    [[nodiscard]] QRectF placeOf(const Mark& mark) const;
    [[nodiscard]] double valueY(const Row& row, const TimeSeries& curve, double value) const;
    void stepLane(int direction);
    void paintAxis(QPainter& painter) const;
    void paintToday(QPainter& painter) const;
    void paintLane(QPainter& painter, std::size_t lane) const;
    void paintStages(QPainter& painter, std::size_t lane) const;
    void paintMarks(QPainter& painter, std::size_t lane) const;
    void paintBars(QPainter& painter, std::size_t lane) const;
    void paintCurve(QPainter& painter, std::size_t lane) const;
    void paintChosen(QPainter& painter) const;

    QLocale m_locale;
    Picture m_picture;
    TimeAxis m_axis;
    std::vector<Row> m_rows;
    std::vector<Mark> m_marks;
};

} // namespace steward::charts
