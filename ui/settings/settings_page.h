// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/scorecards_pane.h"
#include "ui/settings/settings_presenter.h"
#include "ui/settings/stages_pane.h"
#include "ui/settings/today_pane.h"
#include "ui/widgets/plain_views.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/view.h"

#include <QComboBox>
#include <QLabel>
#include <QStackedWidget>

namespace steward::settings {

/// The view of settings: those of the book, which are undoable edits, and those of this computer.
class SettingsPage final : public widgets::View
{
    Q_OBJECT
public:
    [[nodiscard]] static Face ownFace();
    SettingsPage(OpenBook& book, const QLocale& locale, QWidget* parent = nullptr);

    [[nodiscard]] SettingsPresenter& presenter() { return m_presenter; }
    [[nodiscard]] ScorecardsPane& scorecards() { return *m_scorecards; }
    [[nodiscard]] StagesPane& stages() { return *m_stagesPane; }
    [[nodiscard]] TodaySettings& today() { return m_today; }
    [[nodiscard]] StagesPresenter& journey() { return m_stages; }
    [[nodiscard]] widgets::TabStrip& tabs() { return *m_tabs; }
    void come(const widgets::Place& place) override;
    [[nodiscard]] widgets::Place place() const override;

private:
    [[nodiscard]] QWidget* makeBook();
    [[nodiscard]] QWidget* makeRates();
    [[nodiscard]] QWidget* makePeople();
    [[nodiscard]] QWidget* makeComputer();
    void show();
    void setCurrency();
    void showTheme();
    void showLanguage();
    void fillZones();
    void backUp();

    SettingsPresenter m_presenter;
    StagesPresenter m_stages;
    TodaySettings m_today;
    widgets::TabStrip* m_tabs = nullptr;
    QStackedWidget* m_pages = nullptr;
    ScorecardsPane* m_scorecards = nullptr;
    StagesPane* m_stagesPane = nullptr;
    QComboBox* m_currency = nullptr;
    QComboBox* m_zone = nullptr;
    QComboBox* m_month = nullptr;
    QComboBox* m_theme = nullptr;
    QComboBox* m_language = nullptr;
    QLabel* m_currencyNote = nullptr;
    QLabel* m_missing = nullptr;
    QLabel* m_rateFault = nullptr;
    QLabel* m_personFault = nullptr;
    QLabel* m_backups = nullptr;
    std::vector<QWidget*> m_editing; ///< usable only where the book can be changed
};

} // namespace steward::settings
