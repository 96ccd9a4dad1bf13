// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/style/icons.h"
#include "ui/style/type.h"
#include "ui/widgets/key_hints.h"

#include <QBoxLayout>
#include <QPainter>

namespace steward::shell {

using style::px;
using style::Tone;

namespace {

/// Looks like the field it opens.
class SearchButton final : public QPushButton
{
public:
    explicit SearchButton(const QAction& action, QWidget* parent)
        : QPushButton(parent)
    {
        setObjectName(QStringLiteral("search"));
        QString name = action.text();
        setAccessibleName(name.remove(u'&'));
        setToolTip(action.toolTip());
        setCursor(Qt::IBeamCursor);
        setMinimumWidth(px(180));
        setMaximumWidth(px(440));
        setFixedHeight(px(30));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const style::Theme& theme = style::Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(theme[underMouse() ? Tone::Hover : Tone::Base]);
        painter.setPen(QPen(hasFocus() ? theme[Tone::Focus] : theme[Tone::Ctl], hasFocus() ? 2 : 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        const int side = px(15);
        painter.drawPixmap(px(10), (height() - side) / 2,
                           style::iconPixmap(QStringLiteral("search"), theme[Tone::Muted], side, devicePixelRatioF()));
        painter.setPen(theme[Tone::Muted]);
        const QFontMetrics small(style::fontOf(style::Type::Small));
        const int keyHeight = px(18);
        const QStringList keys{tr("Ctrl"), QStringLiteral("K")};
        int left = width() - px(6);
        for (const QString& key : keys)
            left -= widgets::keyWidth(small, keyHeight, key) + px(4);
        const QRect words(px(34), 0, left - px(34 + 8), height());
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(accessibleName(), Qt::ElideRight, words.width()));
        painter.setFont(style::fontOf(style::Type::Small));
        for (const QString& key : keys)
            left += widgets::paintKey(painter, {left, (height() - keyHeight) / 2}, keyHeight, key, palette()) + px(4);
    }
};

} // namespace

TopBar::TopBar(const Actions& actions, QLocale locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(std::move(locale))
{
    setFixedHeight(px(44));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(10), 0, px(12), 0);
    row->setSpacing(px(4));
    for (const ActionId id : {ActionId::Back, ActionId::Forward, ActionId::Undo, ActionId::Redo}) {
        auto* button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setDefaultAction(&actions[id]);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setObjectName(QString(QStringLiteral("bar.") + actions[id].objectName()));
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    // Made after the buttons before them: Tab goes as one reads.
    m_search = new SearchButton(actions[ActionId::Palette], this);
    m_day = new QPushButton(this);
    row->addStretch(1);
    row->addWidget(m_search, 3);
    row->addStretch(1);
    m_day->setObjectName(QStringLiteral("day"));
    m_day->setIcon(style::icon(QStringLiteral("history")));
    m_day->setToolTip(tr("Show the book as it was on an earlier day (Ctrl+L)"));
    row->addWidget(m_day);
    connect(m_search, &QPushButton::clicked, &actions[ActionId::Palette], &QAction::trigger);
    connect(m_day, &QPushButton::clicked, &actions[ActionId::LookBack], &QAction::trigger);
    showDay({});
}

void TopBar::showDay(const DayAsked& asked)
{
    const style::Theme& theme = style::Theme::of(parentWidget()->palette());
    m_day->setText(asked.past ? tr("Look back: %1").arg(m_locale.toString(asked.day, QStringLiteral("d MMM yyyy")))
                              : tr("Look back: off"));
    m_day->setAccessibleName(m_day->text());
    QPalette palette = parentWidget()->palette();
    if (asked.past) {
        palette.setColor(QPalette::ButtonText, theme[Tone::Banner]);
        m_day->setFont(style::fontOf(style::Type::Strong));
    } else {
        m_day->setFont(style::fontOf(style::Type::Body));
    }
    m_day->setPalette(palette);
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(QPen(style::Theme::of(palette())[Tone::Sep], 0));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace steward::shell
