// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/flow_chart.h"

#include "ui/style/series.h"
#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QPainter>

namespace steward::charts {

using style::px;
using style::Tone;
using style::Type;

namespace {

QColor colorOf(FlowInk ink, const style::Theme& theme)
{
    switch (ink) {
    case FlowInk::Forward:
        return theme[Tone::Accent];
    case FlowInk::Beside:
        return style::seriesColor(style::Series::Brown, theme);
    case FlowInk::Back:
        return style::seriesColor(style::Series::Sky, theme);
    case FlowInk::Left:
        return theme.band(style::Band::Red).solid;
    }
    return theme[Tone::Quantity];
}

double widest(const QFontMetricsF& strong, const QFontMetricsF& small, const QString& first, const QStringList& others)
{
    double width = strong.horizontalAdvance(first);
    for (const QString& each : others)
        width = std::max(width, small.horizontalAdvance(each));
    return std::ceil(width) + 2;
}

} // namespace

FlowChart::FlowChart(QWidget* parent)
    : MarkChart(parent)
{
}

QSize FlowChart::sizeHint() const { return {px(760), px(430)}; }
QSize FlowChart::minimumSizeHint() const { return {px(360), px(260)}; }

void FlowChart::show(FlowPicture picture)
{
    const QString before = chosen() >= 0 ? markText(chosen()) : QString();
    m_picture = std::move(picture);
    m_marks.clear();
    for (std::size_t node = 0; node < m_picture.nodes.size(); ++node) {
        for (std::size_t band = 0; band < m_picture.bands.size(); ++band)
            if (m_picture.bands[band].from == outside && m_picture.bands[band].to == int(node))
                m_marks.push_back({false, band});
        m_marks.push_back({true, node});
        for (std::size_t band = 0; band < m_picture.bands.size(); ++band)
            if (m_picture.bands[band].from == int(node))
                m_marks.push_back({false, band});
    }
    lay();
    int chosenNow = -1;
    for (int mark = 0; mark < markCount(); ++mark)
        if (!before.isEmpty() && markText(mark) == before)
            chosenNow = mark;
    marksChanged(chosenNow);
}

void FlowChart::lay()
{
    FlowMeasure measure;
    const QFontMetricsF strong(style::fontOf(Type::Strong));
    const QFontMetricsF small(style::fontOf(Type::Small));
    measure.line = strong.height();
    measure.gap = px(8);
    measure.nodeWidth = px(14);
    for (const FlowNode& each : m_picture.nodes)
        measure.nodeText.push_back(widest(strong, small, each.name, {each.before, each.now}));
    for (const FlowBand& each : m_picture.bands)
        measure.titleText.push_back(widest(strong, small, each.title, {each.about}));
    m_layout = layoutOf(m_picture, QSizeF(size()), measure);
}

std::optional<FlowChart::Mark> FlowChart::chosenMark() const
{
    return chosen() < 0 ? std::nullopt : std::optional(m_marks[std::size_t(chosen())]);
}

QString FlowChart::markText(int mark) const
{
    const Mark& at = m_marks[std::size_t(mark)];
    return at.isNode ? m_picture.nodes[at.index].spoken : m_picture.bands[at.index].spoken;
}

QRect FlowChart::markRect(int mark) const
{
    const Mark& at = m_marks[std::size_t(mark)];
    return at.isNode ? m_layout.nodes[at.index].bar.toAlignedRect() : shapeOf(at.index).boundingRect().toAlignedRect();
}

QPainterPath FlowChart::shapeOf(std::size_t band) const
{
    QPainterPathStroker stroker;
    stroker.setWidth(m_layout.bands[band].width);
    stroker.setCapStyle(Qt::FlatCap);
    stroker.setCurveThreshold(0.1);
    return stroker.createStroke(m_layout.bands[band].path);
}

int FlowChart::markAt(QPointF point) const
{
    int found = -1;
    for (int mark = 0; mark < markCount(); ++mark) {
        const Mark& at = m_marks[std::size_t(mark)];
        if (at.isNode) {
            const FlowLayout::Node& node = m_layout.nodes[at.index];
            if (node.bar.adjusted(-px(2), 0, px(2), 0).contains(point) || node.words.contains(point))
                return mark;
        } else if (shapeOf(at.index).contains(point) || m_layout.bands[at.index].words.contains(point)) {
            found = mark;
        }
    }
    return found;
}

void FlowChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintStay(painter);
    const auto mark = chosenMark();
    for (std::size_t band = 0; band < m_picture.bands.size(); ++band)
        paintBand(painter, band, mark == Mark{false, band});
    for (std::size_t node = 0; node < m_picture.nodes.size(); ++node)
        paintNode(painter, node, mark == Mark{true, node});
    paintWords(painter);
}

void FlowChart::paintBand(QPainter& painter, std::size_t band, bool isChosen) const
{
    const style::Theme& theme = style::Theme::of(palette());
    const FlowBand& each = m_picture.bands[band];
    QColor ink = colorOf(each.ink, theme);
    ink.setAlphaF(each.ink == FlowInk::Left ? 0.85F : isChosen ? 0.6F : 0.3F);
    const QPainterPath shape = shapeOf(band);
    painter.fillPath(shape, ink);
    if (isChosen && hasFocus()) {
        painter.setPen(QPen(theme[Tone::Focus], 2));
        painter.drawPath(shape.simplified());
    }
}

void FlowChart::paintNode(QPainter& painter, std::size_t node, bool isChosen) const
{
    const style::Theme& theme = style::Theme::of(palette());
    const QRectF& bar = m_layout.nodes[node].bar;
    painter.fillRect(bar, theme[Tone::Quantity]);
    if (isChosen && hasFocus())
        style::paintFocus(painter, bar.toAlignedRect().adjusted(-4, -4, 4, 4), theme);
    else if (isChosen)
        painter.fillRect(bar, theme[Tone::Accent]);
}

void FlowChart::paintStay(QPainter& painter) const
{
    if (m_layout.stay.isEmpty())
        return;
    const style::Theme& theme = style::Theme::of(palette());
    painter.fillRect(m_layout.stay, theme[Tone::AccentTint]);
    for (auto node = m_picture.nodes.rbegin(); node != m_picture.nodes.rend(); ++node)
        if (!node->isBeside) {
            painter.setFont(style::fontOf(Type::Strong));
            painter.setPen(theme[Tone::Text]);
            painter.drawText(m_layout.stay, Qt::AlignCenter | Qt::TextSingleLine, node->stay);
            return;
        }
}

void FlowChart::paintWords(QPainter& painter) const
{
    const style::Theme& theme = style::Theme::of(palette());
    const auto line = [&](const QRectF& words, int number, int lines, Type type, Tone tone, const QString& text,
                          int align = Qt::AlignHCenter) {
        painter.setFont(style::fontOf(type));
        painter.setPen(theme[tone]);
        const double tall = words.height() / lines;
        painter.drawText(QRectF(words.left(), words.top() + number * tall, words.width(), tall),
                         align | Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    for (std::size_t i = 0; i < m_picture.nodes.size(); ++i) {
        const FlowNode& node = m_picture.nodes[i];
        const QRectF& words = m_layout.nodes[i].words;
        line(words, 0, 3, Type::Strong, Tone::Text, node.name);
        line(words, 1, 3, Type::Small, Tone::Muted, node.before);
        line(words, 2, 3, Type::Small, Tone::Text, node.now);
    }
    for (std::size_t i = 0; i < m_picture.bands.size(); ++i) {
        const FlowBand& band = m_picture.bands[i];
        const QRectF& words = m_layout.bands[i].words;
        if (words.isEmpty())
            continue;
        if (band.ink == FlowInk::Left) {
            painter.setFont(style::fontOf(Type::Strong));
            painter.setPen(theme.band(style::Band::Red).text);
            painter.drawText(words, Qt::AlignCenter | Qt::TextSingleLine, band.title);
            continue;
        }
        line(words, 0, 2, Type::Strong, Tone::Text, band.title);
        line(words, 1, 2, Type::Small, Tone::Muted, band.about);
    }
}

void FlowChart::resizeEvent(QResizeEvent* event)
{
    MarkChart::resizeEvent(event);
    lay();
}

void FlowChart::changeEvent(QEvent* event)
{
    MarkChart::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        lay();
}

} // namespace steward::charts
