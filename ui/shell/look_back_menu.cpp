// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/look_back_menu.h"

#include "ui/style/icons.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QCalendarWidget>
#include <QRadioButton>
#include <QTextCharFormat>
#include <QToolButton>
#include <QWidgetAction>

namespace steward::shell {

using style::px;

LookBackMenu::LookBackMenu(QWidget* parent)
    : QMenu(parent)
    , m_calendar(new QCalendarWidget)
    , m_happened(new QRadioButton(tr("As it &happened")))
    , m_known(new QRadioButton(tr("As we &knew it")))
{
    setObjectName(QStringLiteral("look-back"));
    const auto ago = [this](const QString& text, int months) {
        QAction* action = addAction(text);
        connect(action, &QAction::triggered, this, [this, months] {
            const QDate day = m_today.addMonths(-months);
            Q_EMIT chosen(day, mode());
        });
    };
    ago(tr("A &month ago"), 1);
    ago(tr("&Three months ago"), 3);
    ago(tr("A &year ago"), 12);
    addSeparator();
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(px(12), px(4), px(12), px(8));
    m_happened->setToolTip(tr("By the day things happened"));
    m_known->setToolTip(tr("Only what was in the book by the end of that day"));
    m_happened->setObjectName(QStringLiteral("look-back.happened"));
    m_known->setObjectName(QStringLiteral("look-back.known"));
    m_happened->setChecked(true);
    m_calendar->setObjectName(QStringLiteral("look-back.calendar"));
    m_calendar->setAccessibleName(tr("Day to look back to"));
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setGridVisible(false);
    // Red is what is late; a week-end is a day like others.
    QTextCharFormat plain;
    plain.setForeground(palette().brush(QPalette::Text));
    m_calendar->setWeekdayTextFormat(Qt::Saturday, plain);
    m_calendar->setWeekdayTextFormat(Qt::Sunday, plain);
    const auto setArrow = [this](const QString& button, const QString& icon) {
        if (auto* arrow = m_calendar->findChild<QToolButton*>(button))
            arrow->setIcon(style::icon(icon));
    };
    setArrow(QStringLiteral("qt_calendar_prevmonth"), QStringLiteral("arrow-left"));
    setArrow(QStringLiteral("qt_calendar_nextmonth"), QStringLiteral("arrow-right"));
    column->addWidget(m_happened);
    column->addWidget(m_known);
    column->addWidget(m_calendar);
    auto* action = new QWidgetAction(this);
    action->setDefaultWidget(box);
    addAction(action);
    connect(m_calendar, &QCalendarWidget::activated, this, [this](QDate day) {
        close();
        Q_EMIT chosen(day, mode());
    });
    connect(m_calendar, &QCalendarWidget::clicked, this, [this](QDate day) {
        close();
        Q_EMIT chosen(day, mode());
    });
}

void LookBackMenu::setUp(QDate today, const DayAsked& asked)
{
    m_today = today;
    m_calendar->setMaximumDate(today.addDays(-1));
    m_calendar->setSelectedDate(asked.past ? asked.day : today.addDays(-1));
    if (asked.past)
        (*asked.past == LookBack::AsWeKnewIt ? m_known : m_happened)->setChecked(true);
}

LookBack LookBackMenu::mode() const { return m_known->isChecked() ? LookBack::AsWeKnewIt : LookBack::AsItHappened; }

} // namespace steward::shell
