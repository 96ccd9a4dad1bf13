// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_edit.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/type.h"

#include <QAction>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextCharFormat>

namespace steward::widgets {

using style::Tone;

FilterEdit::FilterEdit(QWidget* parent, const QString& iconName)
    : QLineEdit(parent)
{
    addAction(style::icon(iconName), LeadingPosition);
    setClearButtonEnabled(true);
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

/// A line edit has no formats of its own; those of an input method that composes nothing stay until the text changes.
void FilterEdit::mark()
{
    const style::Theme& theme = style::Theme::of(palette());
    QList<QInputMethodEvent::Attribute> attributes;
    for (const Part& part : m_understood) {
        QTextCharFormat format;
        format.setBackground(theme[Tone::AccentTint]);
        attributes << QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat, part.from - cursorPosition(),
                                                   part.length, format);
    }
    if (hasFault()) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme.band(style::Band::Red).solid);
        attributes << QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat, m_fault.from - cursorPosition(),
                                                   m_fault.length, format);
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(this, &event);
}

void FilterEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
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
