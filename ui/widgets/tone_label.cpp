// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tone_label.h"

#include "ui/style/tip.h"

#include <QEvent>
#include <QPainter>

namespace steward::widgets {

ToneLabel::ToneLabel(const QString& text, style::Type type, Ink ink, QWidget* parent)
    : QLabel(text, parent)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    setFont(style::fontOf(type));
    applyInk();
}

void ToneLabel::setInk(Ink ink)
{
    m_ink = ink;
    applyInk();
}

void ToneLabel::setElided()
{
    m_isElided = true;
    setToolTip(style::plainTip(text()));
    setMinimumWidth(style::px(60));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ToneLabel::applyInk()
{
    const style::Theme& theme = style::Theme::of(palette());
    const auto* tone = std::get_if<style::Tone>(&m_ink);
    const QColor ink = tone ? theme[*tone] : theme.band(std::get<style::Band>(m_ink)).text;
    QPalette inked = palette();
    if (inked.color(QPalette::WindowText) == ink && inked.color(QPalette::Text) == ink)
        return;
    // On a ground of role Base a label takes the role Text.
    inked.setColor(QPalette::WindowText, ink);
    inked.setColor(QPalette::Text, ink);
    setPalette(inked);
}

void ToneLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        applyInk();
}

void ToneLabel::paintEvent(QPaintEvent* event)
{
    if (!m_isElided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), int(alignment()), fontMetrics().elidedText(text(), Qt::ElideRight, width()));
}

Rule::Rule(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(1);
}

void Rule::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), style::Theme::of(palette())[style::Tone::Sep]); }

} // namespace steward::widgets
