// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/points_model.h"
#include "ui/style/theme.h"

#include <QWidget>

namespace steward::settings {

/// The line through the points of a curve. A point is chosen with the mouse or Left and Right, moved by dragging or
/// with Up and Down (its points) and Shift with Left and Right (where it lies).
class PointsChart final : public QWidget
{
    Q_OBJECT
public:
    explicit PointsChart(PointsModel& model, QWidget* parent = nullptr);
    /// name: of the measure; thresholds: where bands begin.
    void show(const QString& name, std::vector<int> thresholds);
    [[nodiscard]] int chosen() const { return m_chosen; }
    void choose(int point);
    [[nodiscard]] QPointF placeOf(const content::Point& point) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void pointChosen(int at);
    void pointRequested(int at, steward::content::Point point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    /// The first and the last x, with room beside them.
    [[nodiscard]] std::pair<double, double> span() const;
    /// What one key moves a point by.
    [[nodiscard]] qint64 step() const;
    void follow();
    void paintGround(QPainter& painter, const style::Theme& theme) const;
    void paintPoints(QPainter& painter, const style::Theme& theme) const;

    PointsModel& m_model;
    QString m_name;
    std::vector<int> m_thresholds;
    int m_chosen = 0;
    bool m_isDragging = false;
};

} // namespace steward::settings
