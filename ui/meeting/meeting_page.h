// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/message_pane.h"
#include "ui/account/rows.h"
#include "ui/meeting/makings.h"
#include "ui/meeting/meeting_header.h"
#include "ui/meeting/note_edit.h"
#include "ui/widgets/state_page.h"
#include "ui/widgets/view.h"

class QMenu;
class QPushButton;
class QStackedWidget;

namespace steward::meeting {

/// The view of a conversation: the brief beside the note, below it what the note will make, and when that is made the
/// recap. A place is an account with the id of its conversation; without one, the one that is under way or planned for
/// today.
class MeetingPage final : public widgets::View
{
    Q_OBJECT
public:
    [[nodiscard]] static Face ownFace();
    MeetingPage(OpenBook& book, QLocale locale, QWidget* parent = nullptr);

    void come(const widgets::Place& place) override;
    [[nodiscard]] widgets::Place place() const override;
    [[nodiscard]] MeetingPresenter& presenter() { return m_presenter; }
    [[nodiscard]] NoteEdit& note() { return *m_note; }
    [[nodiscard]] MakingsList& makings() { return *m_makings; }
    [[nodiscard]] MakingsModel& makingsModel() { return m_makingsModel; }
    [[nodiscard]] account::LinesView& brief() { return *m_brief; }
    [[nodiscard]] account::MessagePane& recap() { return *m_recap; }
    /// How grave the risks of the note are, to be chosen.
    [[nodiscard]] QMenu& riskMenu();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeBrief();
    [[nodiscard]] QWidget* makeCapture();
    [[nodiscard]] QWidget* makeFooter();
    void addCommands();
    void connectParts();
    void showState();
    void showBrief();
    void showRecords();
    void showSaved();
    void takeNote();
    void showRecap();
    void askRisk(int row);
    void leave();
    void setRecapShown(bool isShown);
    void fit();

    MeetingPresenter m_presenter;
    MakingsModel m_makingsModel;
    QStackedWidget* m_states;
    widgets::StatePage* m_nobody;
    MeetingHeader* m_header;
    QWidget* m_briefBox = nullptr;
    account::LinesView* m_brief;
    widgets::ToneLabel* m_ask;
    QWidget* m_askBox = nullptr;
    widgets::ToneLabel* m_saved;
    NoteEdit* m_note;
    widgets::ToneLabel* m_makingsCount;
    MakingsList* m_makings;
    QWidget* m_makingsBox = nullptr;
    QPushButton* m_make;
    QPushButton* m_keep;
    QPushButton* m_recapAgain;
    widgets::ToneLabel* m_held;
    QMenu* m_riskMenu;
    account::MessagePane* m_recap;
    bool m_isFromToday = false; ///< Esc leads back there
};

} // namespace steward::meeting
