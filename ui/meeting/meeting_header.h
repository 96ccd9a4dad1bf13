// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meeting/meeting_presenter.h"
#include "ui/widgets/tone_label.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QTimer;
class QToolButton;

namespace steward::meeting {

/// Over the note: whose conversation it is, what about, how it is held and who takes part.
class MeetingHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit MeetingHeader(MeetingPresenter& presenter, QWidget* parent = nullptr);
    /// "28 min", "in 12 min"; empty: nobody said when it begins, or it was long ago.
    [[nodiscard]] static QString elapsedText(const Touch& touch, Instant now, const QLocale& locale);
    void refresh();
    /// Who may be added, from the keyboard.
    void askWho();

private:
    void showPeople();
    void fillMenu();
    void showClock();

    MeetingPresenter& m_presenter;
    widgets::ToneLabel* m_name;
    widgets::ToneLabel* m_about;
    QLineEdit* m_subject;
    QComboBox* m_kind;
    QHBoxLayout* m_people;
    QToolButton* m_add;
    QMenu* m_who;
    QStringList m_shown; ///< the people as they are drawn
    widgets::ToneLabel* m_time;
    widgets::ToneLabel* m_elapsed;
    QTimer* m_clock; ///< only while the conversation is written
};

} // namespace steward::meeting
