// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/choice_pane.h"
#include "ui/account/header.h"
#include "ui/account/overview.h"
#include "ui/account/people_tab.h"
#include "ui/account/play_messages.h"
#include "ui/account/play_strip.h"
#include "ui/account/record_pane.h"
#include "ui/account/timeline_tab.h"
#include "ui/widgets/state_page.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/view.h"

#include <QStackedWidget>

namespace steward::account {

/// The page of one account: header, tabs, and beside them the record that is read or written. Layout and wiring; what
/// is shown is the presenter's.
class AccountPage final : public widgets::View
{
    Q_OBJECT
public:
    [[nodiscard]] static Face ownFace();
    AccountPage(OpenBook& book, QLocale locale, QWidget* parent = nullptr);

    void come(const widgets::Place& place) override;
    [[nodiscard]] widgets::Place place() const override;
    [[nodiscard]] AccountPresenter& presenter() { return m_presenter; }
    [[nodiscard]] Overview& overview() { return *m_overview; }
    [[nodiscard]] TimelineTab& timeline() { return *m_timeline; }
    [[nodiscard]] PeopleTab& people() { return *m_people; }
    [[nodiscard]] RecordPane& pane() { return *m_pane; }
    [[nodiscard]] PlayPane& play() { return *m_play; }
    [[nodiscard]] MessagePane& message() { return *m_message; }
    [[nodiscard]] const Header& header() const { return *m_header; }
    /// By its name: "overview", "timeline", "people", "plan", "money", "voice".
    void showTab(const QString& tab);
    [[nodiscard]] QString tab() const;
    void openRecord(RecordRef record);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addTab(const QString& name, const QString& title, QWidget* page);
    [[nodiscard]] LinesView* addList(const QString& name, const QString& title);
    void addCommands();
    void addMaking(const char* name, const QString& text, const QString& icon, const QKeySequence& keys,
                   NewRecord kind);
    void addGoing(int tab);
    void connectParts();
    void refresh();
    void showCounts();
    void fitButtons();
    void leave();
    void editShown();
    void openRenewal();
    void meet();
    void openPlay();
    void addPlanFile();
    void addSharing();
    void askShare();
    void share(const QString& id, const QString& word);
    void savePlan();
    void showPlay();
    void hidePlay();
    void connectPlay();
    void connectMessages();
    void focusTab();

    AccountPresenter m_presenter;
    Header* m_header;
    widgets::TabStrip* m_tabs;
    std::vector<QToolButton*> m_buttons; ///< beside the tabs
    QStackedWidget* m_pages;
    QStackedWidget* m_states;
    widgets::StatePage* m_nobody;
    Overview* m_overview;
    TimelineTab* m_timeline;
    PeopleTab* m_people;
    LinesView* m_plan = nullptr;
    LinesView* m_money = nullptr;
    LinesView* m_voice = nullptr;
    RecordPane* m_pane;
    PlayStrip* m_strip;
    PlayPane* m_play;
    MessagePane* m_message;
    ChoicePane* m_choice;
    RecordRef m_shared; ///< the goal somebody is asked about
    QStringList m_names;
};

} // namespace steward::account
