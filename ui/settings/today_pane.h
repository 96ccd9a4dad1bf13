// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/today_settings.h"
#include "ui/settings/watched_pane.h"
#include "ui/widgets/plain_views.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace steward::settings {

/// How many rows fit a day, from when on signals come, and which days are free.
class TodayPane final : public WatchedPane
{
    Q_OBJECT
public:
    explicit TodayPane(TodaySettings& settings, QWidget* parent = nullptr);

protected:
    void watch(bool isWatched) override;

private:
    [[nodiscard]] QWidget* makeSignals();
    [[nodiscard]] QWidget* makeDays();
    void showBook();
    void addDay();

    TodaySettings& m_settings;
    QSpinBox* m_budget = nullptr;
    QLabel* m_aside = nullptr;
    widgets::PlainTable* m_signals = nullptr;
    widgets::PlainTable* m_days = nullptr;
    QLineEdit* m_day = nullptr;
    QLabel* m_fault = nullptr;
    std::vector<QWidget*> m_editing; ///< usable only where the book can be changed
};

} // namespace steward::settings
