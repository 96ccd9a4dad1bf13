// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/state_page.h"

#include "ui/style/icons.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QEvent>

namespace steward::widgets {

using style::px;
using style::Tone;

namespace {

constexpr double blockWidth = 440;

} // namespace

StatePage::StatePage(const QString& iconName, QWidget* parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(new QLabel)
    , m_title(new ToneLabel({}, style::Type::Title2))
    , m_text(new ToneLabel({}, style::Type::Body, Tone::Muted))
    , m_buttons(new QHBoxLayout)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* block = new QWidget;
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    for (QLabel* label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setFixedWidth(px(blockWidth));
    }
    m_buttons->setContentsMargins(0, px(8), 0, 0);
    m_buttons->setSpacing(px(8));
    m_buttons->addStretch();
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(m_buttons);
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(block, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    applyTones();
}

void StatePage::say(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
    fit();
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void StatePage::setIcon(const QString& iconName)
{
    m_iconName = iconName;
    applyTones();
}

QPushButton* StatePage::addButton(const QString& text, const QString& name, bool isPrimary)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setDefault(isPrimary);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

/// A box that stands in the middle does not ask its labels how high they get.
void StatePage::fit()
{
    for (QLabel* label : {m_title, m_text})
        label->setMinimumHeight(label->text().isEmpty() ? 0 : label->heightForWidth(px(blockWidth)));
}

void StatePage::applyTones()
{
    const style::Theme& theme = style::Theme::of(palette());
    m_icon->setPixmap(style::iconPixmap(m_iconName, theme[Tone::Faint], px(28), devicePixelRatioF()));
}

void StatePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTones();
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace steward::widgets
