// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_edit.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/type.h"

#include <QAction>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextCharFormat>

namespace steward::widgets {

using style::px;
using style::Tone;

namespace {

constexpr double crossRoom = 16;

} // namespace

FilterEdit::FilterEdit(QWidget* parent, const QString& iconName)
    : QLineEdit(parent)
{
    addAction(style::icon(iconName), LeadingPosition);
    setClearButtonEnabled(true);
    setMouseTracking(true);
    connect(this, &QLineEdit::cursorPositionChanged, this, [this] {
        if (m_hasTokens)
            mark();
    });
}

void FilterEdit::setUnderstood(std::vector<Part> parts)
{
    m_understood = std::move(parts);
    mark();
}

void FilterEdit::setFault(Part fault)
{
    m_fault = fault;
    mark();
    update();
}

/// What is being typed has none: it would push the cursor away.
bool FilterEdit::hasCross(const Part& part) const
{
    const int at = cursorPosition();
    const bool isTyped = hasFocus() && at >= part.from && at <= part.from + part.length;
    return m_hasTokens && !isTyped && part.length > 0 && part.from + part.length <= text().size();
}

/// Room for the cross is a wide last letter.
QList<QTextLayout::FormatRange> FilterEdit::formats() const
{
    const style::Theme& theme = style::Theme::of(palette());
    QList<QTextLayout::FormatRange> ranges;
    for (const Part& part : m_understood) {
        QTextCharFormat format;
        format.setBackground(theme[Tone::AccentTint]);
        const int last = hasCross(part) ? 1 : 0;
        ranges << QTextLayout::FormatRange{part.from, part.length - last, format};
        if (last == 0)
            continue;
        format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        format.setFontLetterSpacing(px(crossRoom));
        ranges << QTextLayout::FormatRange{part.from + part.length - last, last, format};
    }
    if (hasFault()) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme.band(style::Band::Red).solid);
        ranges << QTextLayout::FormatRange{m_fault.from, m_fault.length, format};
    }
    return ranges;
}

/// A line edit has no formats of its own; those of an input method that composes nothing stay until the text changes.
void FilterEdit::mark()
{
    QList<QInputMethodEvent::Attribute> attributes;
    for (const QTextLayout::FormatRange& range : formats())
        attributes << QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat, range.start - cursorPosition(),
                                                   range.length, range.format);
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(this, &event);
    update();
}

/// A line edit tells where its cursor is, and nothing else: the rest is laid out again beside it.
std::vector<QRectF> FilterEdit::crosses() const
{
    constexpr int cursorInRect = 5;
    QTextLayout layout(text(), font());
    layout.setFormats(formats());
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    std::vector<QRectF> rects(m_understood.size());
    if (!line.isValid())
        return rects;
    const double start = cursorRect().left() + cursorInRect - line.cursorToX(cursorPosition());
    for (std::size_t i = 0; i < rects.size(); ++i)
        if (const Part& part = m_understood[i]; hasCross(part))
            rects[i] =
                QRectF(start + line.cursorToX(part.from + part.length) - px(crossRoom), 0, px(crossRoom), height());
    return rects;
}

const FilterEdit::Part* FilterEdit::crossAt(const QPointF& point) const
{
    const std::vector<QRectF> rects = crosses();
    const auto hit = std::ranges::find_if(rects, [&](const QRectF& rect) { return rect.contains(point); });
    return hit == rects.end() ? nullptr : &m_understood[std::size_t(hit - rects.begin())];
}

void FilterEdit::mousePressEvent(QMouseEvent* event)
{
    const Part* part = event->button() == Qt::LeftButton ? crossAt(event->position()) : nullptr;
    if (!part) {
        QLineEdit::mousePressEvent(event);
        return;
    }
    const int end = part->from + part->length;
    setSelection(part->from, part->length + (end < text().size() && text().at(end) == u' ' ? 1 : 0));
    del();
}

void FilterEdit::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(crossAt(event->position()) ? Qt::ArrowCursor : Qt::IBeamCursor);
    QLineEdit::mouseMoveEvent(event);
}

/// The cross is drawn, for a line edit takes no child between its letters.
void FilterEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter crossPainter(this);
    crossPainter.setRenderHint(QPainter::Antialiasing);
    crossPainter.setPen(QPen(style::Theme::of(palette())[Tone::Muted], px(1.4)));
    for (const QRectF& rect : crosses()) {
        const double half = px(3);
        const QPointF at = rect.center();
        if (!rect.isEmpty())
            crossPainter.drawLines({QLineF(at.x() - half, at.y() - half, at.x() + half, at.y() + half),
                                    QLineF(at.x() - half, at.y() + half, at.x() + half, at.y() - half)});
    }
    crossPainter.end();
    if (!hasFault())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style::Theme::of(palette()).band(style::Band::Red).solid, hasFocus() ? 2 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

/// Behind a condition and its blank, Backspace chooses it as a whole; the next one takes it away.
bool FilterEdit::chooseBehind()
{
    const int at = cursorPosition();
    const auto isBefore = [at](const Part& part) { return part.from + part.length + 1 == at; };
    const auto part = std::ranges::find_if(m_understood, isBefore);
    if (!m_hasTokens || hasSelectedText() || part == m_understood.end() || text().at(at - 1) != u' ')
        return false;
    setSelection(part->from, part->length + 1);
    return true;
}

/// Ctrl+K would delete to the end of the line where the window wants it for its palette.
bool FilterEdit::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->key() == Qt::Key_Backspace && key->modifiers() == Qt::NoModifier && chooseBehind())
            return true;
    }
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::DeleteEndOfLine)) {
        event->ignore();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterEdit::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
}

} // namespace steward::widgets
