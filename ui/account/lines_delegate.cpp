// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/lines_delegate.h"

#include "ui/account/wrapped_text.h"
#include "ui/style/icons.h"
#include "ui/style/steward_style.h"
#include "ui/style/type.h"
#include "ui/widgets/row_painter.h"

namespace steward::account {

using style::px;
using style::Tone;
using style::Type;
using widgets::inkOf;
using widgets::Shade;

namespace {

bool isStrong(Shade shade) { return shade == Shade::Late || shade == Shade::Soon; }

/// At either side, rounded once: a line that is measured a pixel wider than it is painted loses its last words.
int margin() { return px(8); }

} // namespace

QSize LinesDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& line = lineOf(index);
    const int least = px(line.kind == Line::Kind::Head ? columns.head : columns.row);
    if (line.kind != Line::Kind::Note && !line.isWrapped)
        return {px(80), least};
    const auto* view = qobject_cast<const QListView*>(option.widget);
    int width = view ? std::max(px(120), view->viewport()->width() - 2 * margin()) : px(300);
    const QFont font = style::fontOf(line.isStrong ? Type::Strong : Type::Body);
    if (line.kind == Line::Kind::Line)
        width = textWidth(line, width);
    const bool isLine = line.kind == Line::Kind::Line;
    return {px(80), std::max(isLine ? least : 0, wrappedHeight(line.text, font, width) + px(isLine ? 14 : 12))};
}

void LinesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const style::Theme& theme = style::Theme::of(option.palette);
    const Line& line = lineOf(index);
    painter->save();
    paintGround(*painter, option, index, line, theme);
    const QRect rect = option.rect.adjusted(margin(), 0, -margin(), -1);
    if (line.kind == Line::Kind::Line)
        paintLine(*painter, rect, line, theme);
    else
        paintOther(*painter, rect, line, theme);
    painter->restore();
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    if (hasFocus && line.kind == Line::Kind::Line)
        style::paintFocus(*painter, option.rect.adjusted(0, 0, 0, -1), theme);
}

void LinesDelegate::fit(const std::vector<Line>& lines)
{
    m_widestLead = widest(lines, &Line::lead);
    m_widestEnd = widest(lines, &Line::end);
    m_widestDetail = widest(lines, &Line::detail);
    m_widestText = widest(lines, &Line::text);
}

QString LinesDelegate::widest(const std::vector<Line>& lines, QString Line::*part)
{
    const auto lettersOf = [&](const Line& line) { return (line.*part).size(); };
    const auto found = std::ranges::max_element(lines, {}, lettersOf);
    return found == lines.end() ? QString() : (*found).*part;
}

const Line& LinesDelegate::lineOf(const QModelIndex& index)
{
    return static_cast<const LinesModel*>(index.model())->at(index.row());
}

void LinesDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                                const Line& line, const style::Theme& theme) const
{
    QColor fill = theme[Tone::Base];
    if (line.kind == Line::Kind::Head)
        fill = theme[columns.lead > 0 ? Tone::Alt : Tone::Base];
    else if ((option.state & QStyle::State_Selected) && (option.state & QStyle::State_Active) && option.widget &&
             option.widget->hasFocus())
        fill = theme[Tone::Sel];
    else if (option.state & QStyle::State_Selected)
        fill = theme[Tone::SelInactive];
    else if (isHovered(option, index) && line.kind == Line::Kind::Line)
        fill = theme[Tone::Hover];
    painter.fillRect(option.rect, fill);
    if (line.kind == Line::Kind::Note)
        return;
    painter.setPen(QPen(theme[line.kind == Line::Kind::Head ? Tone::Sep : Tone::Grid], 0));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

bool LinesDelegate::isHovered(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* list = qobject_cast<const widgets::RowList*>(option.widget);
    return list && list->hovered() == index.row();
}

int LinesDelegate::endWidth(const Line& line, int whole) const
{
    const auto naturalOf = [](const QString& text, Type type) {
        return static_cast<int>(style::numberWidth(style::fontOf(type), text)) + 2;
    };
    if (columns.end > 0)
        return std::min(std::clamp(naturalOf(m_widestEnd, Type::Strong), px(columns.end), px(2 * columns.end)),
                        whole / 2);
    if (line.end.isEmpty())
        return 0;
    return std::min(naturalOf(line.end, isStrong(line.endShade) ? Type::Strong : Type::Body), whole / 2);
}

/// Its column; what short texts leave over is the details'.
int LinesDelegate::detailWidth(int whole) const
{
    const int column = std::min(px(columns.detail), whole / 2);
    const auto naturalOf = [](const QString& text) {
        return static_cast<int>(style::numberWidth(style::fontOf(Type::Body), text)) + px(4);
    };
    const int wanted = naturalOf(m_widestDetail);
    return wanted <= column ? column : std::max(column, std::min(wanted, whole - naturalOf(m_widestText) - px(8)));
}

int LinesDelegate::leadWidth() const
{
    if (columns.lead <= 0)
        return 0;
    const auto natural = static_cast<int>(style::numberWidth(style::fontOf(Type::Body), m_widestLead)) + 1;
    return std::max(px(columns.lead), natural) + px(10);
}

int LinesDelegate::textWidth(const Line& line, int whole) const
{
    const int left = whole - leadWidth() - px(columns.icon) - px(columns.name);
    const int end = endWidth(line, left);
    return left - (end > 0 ? end + px(8) : 0);
}

void LinesDelegate::paintOther(QPainter& painter, const QRect& rect, const Line& line, const style::Theme& theme)
{
    const bool isHead = line.kind == Line::Kind::Head;
    painter.setFont(style::fontOf(isHead ? Type::Strong : Type::Body));
    painter.setPen(theme[isHead ? Tone::Text : Tone::Muted]);
    if (!isHead) {
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, line.text);
        return;
    }
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, line.text);
    const int left = rect.left() + painter.fontMetrics().horizontalAdvance(line.text) + px(8);
    painter.setFont(style::fontOf(Type::Small));
    painter.setPen(inkOf(line.detailShade, theme));
    painter.drawText(QRect(left, rect.top(), rect.right() - left, rect.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     line.detail);
    painter.setPen(inkOf(line.endShade, theme));
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, line.end);
}

void LinesDelegate::paintLine(QPainter& painter, QRect rect, const Line& line, const style::Theme& theme) const
{
    if (columns.lead > 0) {
        painter.setFont(style::fontOf(Type::Body));
        painter.setPen(theme[Tone::Muted]);
        const int width = leadWidth();
        style::drawNumber(painter, QRect(rect.left(), rect.top(), width - px(10), rect.height()), Qt::AlignRight,
                          line.lead);
        rect.setLeft(rect.left() + width);
    }
    if (columns.icon > 0) {
        paintMark(painter, firstLine(rect), line, theme);
        rect.setLeft(rect.left() + px(columns.icon));
    }
    if (columns.name > 0) {
        const QRect name = firstLine(rect);
        painter.setFont(style::fontOf(Type::Body));
        painter.setPen(theme[Tone::Muted]);
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(line.lead, Qt::ElideRight, px(columns.name) - px(8)));
        rect.setLeft(rect.left() + px(columns.name));
    }
    painter.setFont(style::fontOf(isStrong(line.endShade) ? Type::Strong : Type::Body));
    int right = rect.right();
    if (const int width = endWidth(line, rect.width()); width > 0) {
        paintPart(painter, QRect(right - width, rect.top(), width + 1, rect.height()), line.end, line.endShade,
                  Qt::AlignRight, theme);
        right -= width + px(8);
    }
    if (columns.detail > 0) {
        const int width = detailWidth(right - rect.left());
        paintPart(painter, QRect(right - width, rect.top(), width, rect.height()), line.detail, line.detailShade,
                  Qt::AlignLeft, theme);
        right -= width + px(8);
    }
    if (columns.amount > 0 && !line.amount.isEmpty()) {
        const int width = std::min(px(columns.amount), (right - rect.left()) / 2);
        paintPart(painter, QRect(right - px(24) - width, rect.top(), width, rect.height()), line.amount, Shade::Plain,
                  Qt::AlignRight, theme);
        right -= width + px(32);
    }
    QFont font = style::fontOf(line.isStrong ? Type::Strong : Type::Body);
    font.setStrikeOut(line.isStruck);
    painter.setFont(font);
    painter.setPen(theme[line.isStruck ? Tone::Muted : Tone::Text]);
    const int width = right - rect.left() + 1;
    if (line.isWrapped) {
        paintWrapped(painter, QRect(rect.left(), rect.top(), width, rect.height()), line.text, font, theme);
        return;
    }
    painter.drawText(QRect(rect.left(), rect.top(), width, rect.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(line.text, Qt::ElideRight, width));
}

QRect LinesDelegate::firstLine(const QRect& rect) const
{
    return columns.name > 0 ? QRect(rect.left(), rect.top(), rect.width(), px(columns.row) - 1) : rect;
}

void LinesDelegate::paintPart(QPainter& painter, const QRect& rect, const QString& text, Shade shade,
                              Qt::Alignment alignment, const style::Theme& theme)
{
    painter.setFont(style::fontOf(isStrong(shade) ? Type::Strong : Type::Body));
    painter.setPen(inkOf(shade, theme));
    const bool fits = style::numberWidth(painter.font(), text) <= rect.width() + 2;
    if (fits)
        style::drawNumber(painter, rect, alignment, text);
    else
        painter.drawText(rect, int(alignment) | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

void LinesDelegate::paintMark(QPainter& painter, const QRect& rect, const Line& line, const style::Theme& theme) const
{
    if (line.initials.isEmpty()) {
        if (line.icon.isEmpty())
            return;
        const QPixmap mark =
            style::iconPixmap(line.icon, inkOf(line.iconShade, theme), px(16), painter.device()->devicePixelRatioF());
        painter.drawPixmap(QPointF(rect.left(), rect.center().y() + 1 - px(8)), mark);
        return;
    }
    const double side = px(22);
    const QRectF ring(rect.left(), rect.center().y() + 0.5 - side / 2, side, side);
    QPen pen(inkOf(line.iconShade == Shade::Muted ? Shade::Muted : line.iconShade, theme), 1.2);
    if (line.iconShade == Shade::Plain)
        pen.setColor(theme[Tone::Accent]);
    else
        pen.setDashPattern({2, 1.6});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(line.iconShade == Shade::Plain ? QBrush(theme[Tone::AccentTint]) : QBrush(Qt::NoBrush));
    painter.drawEllipse(ring.adjusted(0.6, 0.6, -0.6, -0.6));
    QFont font = style::fontOf(Type::Strong);
    font.setPointSizeF(font.pointSizeF() * 0.75);
    font.setStrikeOut(line.isStruck);
    painter.setFont(font);
    painter.setPen(theme[line.iconShade == Shade::Plain ? Tone::Text : Tone::Muted]);
    painter.drawText(ring, Qt::AlignCenter, line.initials);
}

} // namespace steward::account
