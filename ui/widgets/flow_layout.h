// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace steward::widgets {

/// A row of widgets that goes on in the next line where the room ends. Asks for the width of one line, needs that of
/// its widest.
class FlowLayout final : public QLayout
{
    Q_OBJECT
public:
    /// side: where the lines stand, AlignLeft or AlignRight.
    explicit FlowLayout(Qt::Alignment side = Qt::AlignLeft);
    ~FlowLayout() override = default;
    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Line
    {
        std::vector<QLayoutItem*> items;
        int width = 0;
        int height = 0;
    };
    [[nodiscard]] std::vector<Line> linesFor(int width) const;
    Qt::Alignment m_side;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace steward::widgets
