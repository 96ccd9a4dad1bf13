// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flow_layout.h"

#include <limits>

namespace steward::widgets {

FlowLayout::FlowLayout(Qt::Alignment side)
    : m_side(side)
{
}

void FlowLayout::addItem(QLayoutItem* item) { m_items.emplace_back(item); }

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

std::vector<FlowLayout::Line> FlowLayout::linesFor(int width) const
{
    std::vector<Line> lines;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (lines.empty() || lines.back().width + spacing() + size.width() > width)
            lines.push_back({{}, -spacing(), 0});
        Line& line = lines.back();
        line.items.push_back(item.get());
        line.width += spacing() + size.width();
        line.height = std::max(line.height, size.height());
    }
    return lines;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int height = -spacing();
    for (const Line& line : linesFor(width - margins.left() - margins.right()))
        height += spacing() + line.height;
    return std::max(height, 0) + margins.top() + margins.bottom();
}

QSize FlowLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    constexpr int unlimited = std::numeric_limits<int>::max() / 2;
    QSize size(margins.left() + margins.right(), heightForWidth(unlimited));
    for (const Line& line : linesFor(unlimited))
        size.rwidth() += line.width;
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->sizeHint());
    const QMargins margins = contentsMargins();
    return size.grownBy(margins);
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    const QRect inner = contentsRect();
    int top = inner.top();
    for (const Line& line : linesFor(inner.width())) {
        int left = m_side.testFlag(Qt::AlignRight) ? inner.right() + 1 - line.width : inner.left();
        for (QLayoutItem* item : line.items) {
            const QSize size = item->sizeHint();
            item->setGeometry({QPoint(left, top + (line.height - size.height()) / 2), size});
            left += size.width() + spacing();
        }
        top += line.height + spacing();
    }
}

} // namespace steward::widgets
