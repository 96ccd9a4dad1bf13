// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/flow_layout.h"

#include <algorithm>
#include <cmath>

namespace steward::charts {

namespace {

constexpr double leastWidth = 1.5;
constexpr int nodeLines = 3;

class Layout
{
public:
    Layout(const FlowPicture& picture, const QSizeF& size, const FlowMeasure& measure)
        : m_picture(picture)
        , m_size(size)
        , m_measure(measure)
        , m_edges(picture.nodes.size())
    {
    }
    FlowLayout made()
    {
        placeNodes();
        m_layout.bands.resize(m_picture.bands.size());
        // From the top of an edge what goes on, from the foot what goes beside, back and away.
        for (const FlowInk ink : {FlowInk::Forward, FlowInk::Left, FlowInk::Back, FlowInk::Beside})
            for (std::size_t i = 0; i < m_picture.bands.size(); ++i)
                if (m_picture.bands[i].ink == ink)
                    placeBand(i);
        placeStay();
        return std::move(m_layout);
    }

private:
    enum Side
    {
        LeftSide,
        RightSide
    };
    /// How much of an edge is taken, from its top and from its foot.
    struct Edge
    {
        double top[2] = {0, 0};
        double foot[2] = {0, 0};
    };

    [[nodiscard]] double height(double count) const { return count * m_layout.scale; }
    /// Who was there and came, which is who went and is there; where bands go both ways on one side, at least those.
    [[nodiscard]] double totalOf(std::size_t node) const
    {
        const auto own = static_cast<int>(node);
        double all = m_picture.nodes[node].start;
        double sides[2] = {0, 0};
        for (const FlowBand& band : m_picture.bands) {
            all += band.to == own ? band.count : 0;
            if (band.from != own && band.to != own)
                continue;
            const int other = band.from == own ? band.to : band.from;
            const bool isRight = other == outside ? band.from == own : other > own;
            sides[isRight ? RightSide : LeftSide] += band.count;
        }
        return std::max({all, sides[LeftSide], sides[RightSide]});
    }
    void placeNodes()
    {
        const auto beside = std::ranges::count_if(m_picture.nodes, &FlowNode::isBeside);
        const auto main = double(m_picture.nodes.size()) - double(beside);
        const double words = nodeLines * m_measure.line + m_measure.gap;
        const double below = beside > 0 ? m_size.height() * 0.2 + words : 2 * m_measure.line;
        const double room = std::max(1.0, m_size.height() - words - below - 3 * m_measure.gap);
        const double roomBeside = std::max(1.0, below - words);
        m_layout.scale = 1e9;
        for (std::size_t i = 0; i < m_picture.nodes.size(); ++i)
            if (const double total = totalOf(i); total > 0)
                m_layout.scale = std::min(m_layout.scale, (m_picture.nodes[i].isBeside ? roomBeside : room) / total);
        const double step = m_size.width() / (main + 0.9);
        double x = step * 0.65;
        for (std::size_t i = 0; i < m_picture.nodes.size(); ++i) {
            const FlowNode& node = m_picture.nodes[i];
            FlowLayout::Node& at = m_layout.nodes.emplace_back();
            const double tall = std::max(3.0, height(totalOf(i)));
            const double middle = node.isBeside ? x - step / 2 : x;
            const double top = node.isBeside ? m_size.height() - words - roomBeside : words + m_measure.gap;
            at.bar = QRectF(middle - m_measure.nodeWidth / 2, top, m_measure.nodeWidth, tall);
            const double wide = m_measure.nodeText[i];
            const double left = std::clamp(middle - wide / 2, 0.0, std::max(0.0, m_size.width() - wide));
            const double wordsTop = node.isBeside ? at.bar.bottom() + m_measure.gap / 2 : 0;
            at.words = QRectF(left, wordsTop, wide, nodeLines * m_measure.line);
            if (!node.isBeside)
                x += step;
        }
    }
    /// The middle of the part of the edge that a band of that width takes.
    double take(int node, Side side, bool isFoot, double width)
    {
        const QRectF& bar = m_layout.nodes[std::size_t(node)].bar;
        Edge& edge = m_edges[std::size_t(node)];
        double& taken = isFoot ? edge.foot[side] : edge.top[side];
        taken += width;
        return isFoot ? bar.bottom() - taken + width / 2 : bar.top() + taken - width / 2;
    }
    [[nodiscard]] const QRectF& bar(int node) const { return m_layout.nodes[std::size_t(node)].bar; }
    void placeBand(std::size_t index)
    {
        const FlowBand& band = m_picture.bands[index];
        FlowLayout::Band& at = m_layout.bands[index];
        const double width = height(band.count);
        at.width = std::max(leastWidth, width);
        if (band.to == outside) {
            placeStub(band, at, width);
            return;
        }
        const bool isFoot = band.ink != FlowInk::Forward;
        if (band.from == outside) {
            const double y = take(band.to, LeftSide, false, width);
            const double left = std::max(0.0, bar(band.to).left() - stepWidth() * 0.6);
            at.path.moveTo(left, y);
            at.path.lineTo(bar(band.to).left(), y);
            return;
        }
        const bool goesRight = bar(band.to).left() > bar(band.from).left();
        const double y1 = take(band.from, goesRight ? RightSide : LeftSide, isFoot, width);
        const double y2 = take(band.to, goesRight ? LeftSide : RightSide, isFoot, width);
        const double x1 = goesRight ? bar(band.from).right() : bar(band.from).left();
        const double x2 = goesRight ? bar(band.to).left() : bar(band.to).right();
        at.path.moveTo(x1, y1);
        at.path.cubicTo((x1 + x2) / 2, y1, (x1 + x2) / 2, y2, x2, y2);
        placeTitle(index, at);
    }
    /// Words of a band stand between those of its nodes, where both are neighbours in the row.
    void placeTitle(std::size_t index, FlowLayout::Band& at) const
    {
        const FlowBand& band = m_picture.bands[index];
        if (band.ink != FlowInk::Forward || m_picture.nodes[std::size_t(band.from)].isBeside ||
            m_picture.nodes[std::size_t(band.to)].isBeside)
            return;
        for (int between = band.from + 1; between < band.to; ++between)
            if (!m_picture.nodes[std::size_t(between)].isBeside)
                return;
        const double left = m_layout.nodes[std::size_t(band.from)].words.right() + m_measure.gap;
        const double right = m_layout.nodes[std::size_t(band.to)].words.left() - m_measure.gap;
        const double wide = m_measure.titleText[index];
        if (wide <= right - left)
            at.words = QRectF((left + right - wide) / 2, m_measure.line, wide, 2 * m_measure.line);
    }
    /// Who leaves: a short way out, on the side where no other band goes down.
    void placeStub(const FlowBand& band, FlowLayout::Band& at, double width)
    {
        const auto isLow = [&](const FlowBand& each) {
            return each.ink != FlowInk::Forward && each.ink != FlowInk::Left && each.to != outside &&
                   ((each.from == band.from && bar(each.to).left() > bar(band.from).left()) ||
                    (each.to == band.from && bar(each.from).left() > bar(band.from).left()));
        };
        const bool isRight = std::ranges::none_of(m_picture.bands, isLow);
        const double y = take(band.from, isRight ? RightSide : LeftSide, true, width);
        const double away = isRight ? 1 : -1;
        const double x1 = isRight ? bar(band.from).right() : bar(band.from).left();
        const double x2 = x1 + away * 2 * m_measure.gap;
        at.path.moveTo(x1, y);
        at.path.lineTo(x2, y);
        const double wide = m_measure.titleText[std::size_t(&band - m_picture.bands.data())];
        const double left = isRight ? x2 + m_measure.gap / 2 : x2 - m_measure.gap / 2 - wide;
        at.words = QRectF(left, y - m_measure.line / 2, wide, m_measure.line);
    }
    void placeStay()
    {
        int last = outside;
        for (std::size_t i = 0; i < m_picture.nodes.size(); ++i)
            last = m_picture.nodes[i].isBeside ? last : int(i);
        if (last == outside || m_picture.nodes[std::size_t(last)].end <= 0)
            return;
        const QRectF& from = bar(last);
        m_layout.stay = QRectF(from.right(), from.top() + m_edges[std::size_t(last)].top[RightSide],
                               m_size.width() - from.right(), height(m_picture.nodes[std::size_t(last)].end));
    }
    [[nodiscard]] double stepWidth() const
    {
        const auto beside = std::ranges::count_if(m_picture.nodes, &FlowNode::isBeside);
        return m_size.width() / (double(m_picture.nodes.size()) - double(beside) + 0.9);
    }

    const FlowPicture& m_picture;
    QSizeF m_size;
    const FlowMeasure& m_measure;
    std::vector<Edge> m_edges;
    FlowLayout m_layout;
};

} // namespace

FlowLayout layoutOf(const FlowPicture& picture, const QSizeF& size, const FlowMeasure& measure)
{
    return Layout(picture, size, measure).made();
}

} // namespace steward::charts
