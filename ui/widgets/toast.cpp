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
    placeOften();
    QWidget::show();
    raise();
    m_timer.start();
}

/// What was done may bring other buttons, and layouts within layouts take some turns until they lie where they stay.
void Toast::placeOften(int turns)
{
    place();
    if (turns > 0)
        QTimer::singleShot(0, this, [this, turns] { placeOften(turns - 1); });
}

/// At the foot of the view, above the buttons there: they stay within reach.
void Toast::place()
{
    adjustSize();
    const QWidget& view = *parentWidget();
    QRect place(QPoint((view.width() - width()) / 2, view.height() - height() - px(40)), size());
    const auto buttons = view.findChildren<QAbstractButton*>();
    // Twice: above a row of buttons may be another.
    for (int round = 0; round < 2; ++round)
        for (const QAbstractButton* button : buttons) {
            const QRect other(button->mapTo(&view, QPoint()), button->size());
            if (button->isVisible() && !isAncestorOf(button) && other.intersects(place))
                place.moveBottom(other.top() - px(8));
        }
    move(place.topLeft());
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
        placeOften();
    return QWidget::eventFilter(watched, event);
}

} // namespace steward::widgets
