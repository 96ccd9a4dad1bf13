// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/style/theme.h"
#include "ui/style/tip.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeySequence>
#include <QPainter>

namespace steward::widgets {

using style::px;
using style::Tone;

Toast::Toast(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_key(new QLabel(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText), this))
{
    setObjectName(QStringLiteral("toast"));
    m_undo->setObjectName(QStringLiteral("toast.undo"));
    m_undo->setFocusPolicy(Qt::NoFocus); // gone a moment later, and Ctrl+Z does the same
    m_text->setTextFormat(Qt::PlainText);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(px(14), px(5), px(14), px(5));
    layout->setSpacing(px(12));
    layout->addWidget(m_text);
    layout->addWidget(m_undo);
    layout->addWidget(m_key);
    m_timer.setSingleShot(true);
    m_timer.setInterval(8000);
    connect(&m_timer, &QTimer::timeout, this, &Toast::leave);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT undoRequested();
    });
    parent->installEventFilter(this);
    hide();
}

void Toast::show(const QString& text, bool undoable)
{
    const style::Theme& theme = style::Theme::of(parentWidget()->palette());
    QPalette inverse = parentWidget()->palette();
    inverse.setColor(QPalette::WindowText, theme[Tone::TooltipText]);
    for (QLabel* label : {m_text, m_key})
        label->setPalette(inverse);
    const int most = std::max(px(200), parentWidget()->width() - px(220));
    m_text->setText(m_text->fontMetrics().elidedText(text, Qt::ElideRight, most));
    m_text->setToolTip(style::plainTip(text));
    setAccessibleName(text);
    m_undo->setVisible(undoable);
    m_key->setVisible(undoable);
    place();
    QWidget::show();
    raise();
    m_timer.start();
}

void Toast::place()
{
    adjustSize();
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - px(40));
}

void Toast::leave()
{
    if (underMouse() || m_undo->hasFocus())
        m_timer.start();
    else
        hide();
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style::Theme::of(palette())[Tone::Tooltip]);
    painter.drawRoundedRect(rect(), 6, 6);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace steward::widgets
