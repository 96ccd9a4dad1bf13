// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"

#include <QMenu>

class QCalendarWidget;
class QRadioButton;

namespace steward::shell {

/// Chooses the day to look back to, and whether by what happened or by what was known.
class LookBackMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit LookBackMenu(QWidget* parent);
    void setUp(QDate today, const DayAsked& asked);

Q_SIGNALS:
    void chosen(QDate day, steward::LookBack mode);

private:
    [[nodiscard]] LookBack mode() const;
    QCalendarWidget* m_calendar;
    QRadioButton* m_happened;
    QRadioButton* m_known;
    QDate m_today;
};

} // namespace steward::shell
