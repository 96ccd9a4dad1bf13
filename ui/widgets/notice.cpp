// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice.h"

#include "ui/style/icons.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace steward::widgets {

using style::px;
using style::Tone;

Notice::Notice(Kind kind, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(px(16), px(4), px(16), px(4));
    layout->setSpacing(px(8));
    for (QLabel* label : {m_title, m_text})
        label->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(kind == Kind::Failure);
    m_title->setFont(style::fontOf(style::Type::Strong));
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 1);
    setMinimumHeight(px(36));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    applyTones();
}

void Notice::say(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(QString(title + u' ' + text));
    m_title->setAccessibleName(title);
    m_text->setAccessibleName(text);
}

QPushButton* Notice::addButton(const QString& text, const QString& name)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    layout()->addWidget(button);
    return button;
}

void Notice::applyTones()
{
    const style::Theme& theme = style::Theme::of(palette());
    const bool isPast = m_kind == Kind::Past;
    const QColor ink = isPast ? theme[Tone::BannerText] : theme[Tone::Text];
    for (QLabel* label : {m_title, m_text}) {
        QPalette inked = label->palette();
        if (inked.color(QPalette::WindowText) == ink)
            continue;
        inked.setColor(QPalette::WindowText, ink);
        label->setPalette(inked);
    }
    const QColor iconInk = isPast ? ink : theme.band(style::Band::Red).text;
    m_icon->setPixmap(style::iconPixmap(isPast ? QStringLiteral("lock") : QStringLiteral("circle-alert"), iconInk,
                                        px(16), devicePixelRatioF()));
}

void Notice::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter(this).fillRect(rect(), m_kind == Kind::Past ? theme[Tone::Banner] : theme.band(style::Band::Red).tint);
}

void Notice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTones();
}

} // namespace steward::widgets
