// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/flow_layout.h"
#include "ui/charts/mark_chart.h"

namespace steward::charts {

/// A map of flows: bands between nodes. Its marks are the nodes from left to right, each followed by what leaves it;
/// what comes from outside stands before the node it comes to.
class FlowChart final : public MarkChart
{
    Q_OBJECT
public:
    struct Mark
    {
        bool isNode = false;
        std::size_t index = 0; ///< of the picture's nodes or bands
        friend bool operator==(const Mark&, const Mark&) = default;
    };
    explicit FlowChart(QWidget* parent = nullptr);
    void show(FlowPicture picture);
    [[nodiscard]] const FlowPicture& picture() const { return m_picture; }
    /// nothing: none is chosen.
    [[nodiscard]] std::optional<Mark> chosenMark() const;

    [[nodiscard]] int markCount() const override { return static_cast<int>(m_marks.size()); }
    [[nodiscard]] QString markText(int mark) const override;
    [[nodiscard]] QRect markRect(int mark) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] int markAt(QPointF point) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void lay();
    [[nodiscard]] QPainterPath shapeOf(std::size_t band) const;
    void paintBand(QPainter& painter, std::size_t band, bool isChosen) const;
    void paintNode(QPainter& painter, std::size_t node, bool isChosen) const;
    void paintWords(QPainter& painter) const;
    void paintStay(QPainter& painter) const;

    FlowPicture m_picture;
    FlowLayout m_layout;
    std::vector<Mark> m_marks;
};

} // namespace steward::charts
