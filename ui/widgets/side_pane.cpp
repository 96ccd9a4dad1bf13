// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/side_pane.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>

namespace steward::widgets {

using style::px;

SidePane::SidePane(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name);
    setFixedWidth(px(340));
}

/// A command's key would be taken before the pane sees it.
bool SidePane::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && keepsLetters() && isTyped(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void SidePane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, 0, 1, height()), style::Theme::of(palette())[style::Tone::Sep]);
}

QScrollArea* SidePane::addScroll()
{
    auto* scroll = new QScrollArea;
    scroll->setObjectName(objectName() + QStringLiteral(".scroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->addWidget(scroll);
    return scroll;
}

bool isTyped(const QKeyEvent& key)
{
    const bool isCommand = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !isCommand && !key.text().isEmpty() && key.text().front().isPrint();
}

QToolButton* closeButton(const QString& name, const QString& spoken, const QString& tip)
{
    auto* close = new QToolButton;
    close->setObjectName(name);
    close->setAutoRaise(true);
    close->setIcon(style::icon(QStringLiteral("x")));
    close->setAccessibleName(spoken);
    close->setToolTip(tip);
    return close;
}

} // namespace steward::widgets
