// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_hints.h"

#include "ui/style/theme.h"
#include "ui/style/type.h"

#include <QPainter>
#include <algorithm>

namespace steward::widgets {

using style::px;
using style::Tone;

KeyHints::KeyHints(std::vector<Hint> hints, QWidget* parent)
    : QWidget(parent)
    , m_hints(std::move(hints))
{
    speak();
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void KeyHints::speak()
{
    QStringList words;
    for (const Hint& hint : m_hints)
        if (isShown(hint))
            words << QString(hint.key + u' ' + hint.word);
    if (!m_readOnly.isEmpty() && words.size() < qsizetype(m_hints.size()))
        words << m_readOnly;
    setAccessibleName(words.join(QStringLiteral(", ")));
}

void KeyHints::setReadOnly(const QString& why)
{
    m_readOnly = why;
    speak();
    update();
}

QStringList KeyHints::shownKeys() const
{
    QStringList keys;
    for (const Hint& hint : m_hints)
        if (isShown(hint))
            keys << hint.key;
    return keys;
}

void KeyHints::setNote(const QString& note)
{
    m_note = note;
    update();
}

QSize KeyHints::sizeHint() const { return {px(200), px(28)}; }

int keyWidth(const QFontMetrics& metrics, int height, const QString& key)
{
    return std::max(metrics.horizontalAdvance(key) + px(8), height);
}

int paintKey(QPainter& painter, QPoint topLeft, int height, const QString& key, const QPalette& palette)
{
    const style::Theme& theme = style::Theme::of(palette);
    const int width = keyWidth(painter.fontMetrics(), height, key);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme[Tone::SepStrong], 1));
    painter.setBrush(theme[Tone::Raised]);
    const QRect rect(topLeft, QSize(width, height));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(theme[Tone::Muted]);
    painter.drawText(rect, Qt::AlignCenter, key);
    return width;
}

void KeyHints::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme[Tone::Alt]);
    painter.setPen(QPen(theme[Tone::Sep], 0));
    painter.drawLine(rect().topLeft(), rect().topRight());
    painter.setFont(style::fontOf(style::Type::Small));
    const int keyHeight = px(18);
    const int right = width() - px(12) - painter.fontMetrics().horizontalAdvance(m_note);
    int x = px(12);
    for (const Hint& hint : m_hints) {
        if (!isShown(hint))
            continue;
        const int needed = painter.fontMetrics().horizontalAdvance(QString(hint.key + hint.word)) + px(50);
        if (x + needed > right)
            break;
        const QStringList keys = hint.key == u"+" ? QStringList{hint.key} : hint.key.split(u'+');
        for (const QString& key : keys)
            x += paintKey(painter, {x, (height() - keyHeight) / 2}, keyHeight, key, palette()) + px(3);
        x += px(3);
        painter.setPen(theme[Tone::Muted]);
        const int word = painter.fontMetrics().horizontalAdvance(hint.word);
        painter.drawText(QRect(x, 0, word + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, hint.word);
        x += word + px(16);
    }
    painter.setPen(theme[Tone::Muted]);
    if (!m_readOnly.isEmpty() && std::ranges::any_of(m_hints, &Hint::edits))
        painter.drawText(QRect(x, 0, std::max(0, right - x), height()), Qt::AlignVCenter | Qt::AlignLeft, m_readOnly);
    painter.drawText(rect().adjusted(0, 0, -px(12), 0), Qt::AlignVCenter | Qt::AlignRight, m_note);
}

} // namespace steward::widgets
