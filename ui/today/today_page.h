// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/account_presenter.h"
#include "ui/account/choice_pane.h"
#include "ui/account/owner_box.h"
#include "ui/account/play_messages.h"
#include "ui/account/record_pane.h"
#include "ui/today/since_pane.h"
#include "ui/today/today_list.h"
#include "ui/today/why_pane.h"
#include "ui/widgets/list_page.h"

namespace steward::today {

/// The view of the day: what is on the clock, who needs somebody and why, and beside it what is asked or written. Every
/// row is worked off from the keyboard.
class TodayPage final : public widgets::ListPage
{
    Q_OBJECT
public:
    [[nodiscard]] static Face ownFace();
    TodayPage(OpenBook& book, QLocale locale, QWidget* parent = nullptr);

    void come(const widgets::Place& place) override;
    [[nodiscard]] QByteArray state() const override;
    void restore(const QByteArray& state) override;
    [[nodiscard]] TodayPresenter& presenter() { return m_presenter; }
    [[nodiscard]] TodayModel& model() { return m_model; }
    [[nodiscard]] TodayList& list() { return *m_list; }
    [[nodiscard]] WhyPane& why() { return *m_why; }
    [[nodiscard]] account::ChoicePane& choice() { return *m_choice; }
    [[nodiscard]] account::PlayPane& play() { return *m_play; }
    [[nodiscard]] account::MessagePane& message() { return *m_message; }
    [[nodiscard]] SincePane& since() { return *m_since; }
    [[nodiscard]] account::RecordPane& record() { return *m_record; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeHeader();
    void makeBody();
    void addCommands();
    void connectPanes();
    void showState();
    void showOwners();
    void showSide();
    void leavePane();
    void openRow();
    void openAccount(AccountId account);
    void toggleWhy();
    void meet();
    void showSince();
    void askSnooze();
    void answer(const QString& id, bool isAll, const QString& word);
    void openRecords(const work::Signal& signal);
    void askDismiss();
    void askWake();
    void showPlay();
    void write(account::NewRecord kind);
    [[nodiscard]] const work::TodayRow* row() const { return m_model.rowAt(m_list->row()); }
    /// The row is one that decisions can be made about; says why where it is not.
    [[nodiscard]] bool canDecide();

    TodayPresenter m_presenter;
    account::AccountPresenter m_account; ///< of what is written beside the list
    TodayModel m_model;
    TodayList* m_list = nullptr;
    WhyPane* m_why = nullptr;
    account::ChoicePane* m_choice = nullptr;
    account::PlayPane* m_play = nullptr;
    account::RecordPane* m_record = nullptr;
    SincePane* m_since = nullptr;
    account::MessagePane* m_message = nullptr;
    account::OwnerBox* m_owners = nullptr;
    PersonId m_wantedOwner; ///< remembered by the machine, until the day is there
    bool m_isWhyShown = false;
    enum class Asking
    {
        Snooze,
        Dismiss,
        Wake
    };
    Asking m_asking = Asking::Snooze;
    std::vector<work::Signal> m_putOff;    ///< that may be taken up
    std::optional<work::TodayRow> m_asked; ///< what the question is about, wherever the list has gone meanwhile
};

} // namespace steward::today
