// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meeting/meeting_presenter.h"
#include "ui/widgets/tone_label.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace steward::meeting {

/// Over the note: whose conversation it is, what about, how it is held and who takes part.
class MeetingHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit MeetingHeader(MeetingPresenter& presenter, QWidget* parent = nullptr);
    void refresh();
    /// Who may be added, from the keyboard.
    void askWho();

private:
    void showPeople();
    void fillMenu();

    MeetingPresenter& m_presenter;
    widgets::ToneLabel* m_name;
    widgets::ToneLabel* m_about;
    QLineEdit* m_subject;
    QComboBox* m_kind;
    QHBoxLayout* m_people;
    QToolButton* m_add;
    QMenu* m_who;
    QStringList m_shown; ///< the people as they are drawn
};

} // namespace steward::meeting
