// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"
#include "ui/shell/actions.h"

#include <QPushButton>
#include <QToolButton>
#include <QWidget>

namespace steward::shell {

/// Back, forward, undo; the search field that opens the palette; the day the window is computed for.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    TopBar(const Actions& actions, QLocale locale, QWidget* parent);
    void showDay(const DayAsked& asked);
    [[nodiscard]] QPushButton& dayChip() { return *m_day; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLocale m_locale;
    QPushButton* m_search = nullptr;
    QPushButton* m_day = nullptr;
};

} // namespace steward::shell
