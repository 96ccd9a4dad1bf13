// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/rows.h"
#include "ui/qbr/after_meeting.h"
#include "ui/qbr/form_pane.h"

class QLineEdit;
class QPushButton;

namespace steward::reviews {

/// After the meeting: who was there and when, the recap with its 24 hours, tasks and check-ins.
class AfterPane final : public FormPane
{
    Q_OBJECT
public:
    explicit AfterPane(ReviewsPresenter& presenter, QWidget* parent = nullptr);
    void open();
    void refresh();
    [[nodiscard]] account::LinesView& guests() { return *m_guests; }

Q_SIGNALS:
    void recapRequested();
    void calendarRequested();

protected:
    void save() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addMeeting();
    void addRecap();
    void addFollowUps();
    void addHead(const QString& text);
    void takeMeeting();
    void showGuests();
    void showSteps();
    void toggle(int row);

    ReviewsPresenter& m_presenter;
    AfterMeeting m_after;
    std::vector<AfterMeeting::Guest> m_people;
    std::vector<ContactId> m_there;          ///< as ticked
    std::optional<qbr::HeldMeeting> m_taken; ///< what the record said when the fields were filled
    widgets::ToneLabel* m_about;
    widgets::ToneLabel* m_held;
    QLineEdit* m_day;
    QLineEdit* m_from;
    QLineEdit* m_to;
    account::LinesView* m_guests;
    QPushButton* m_record;
    widgets::ToneLabel* m_due;
    QPushButton* m_write;
    QPushButton* m_sent;
    widgets::ToneLabel* m_open;
    QPushButton* m_make;
    QPushButton* m_calendar;
};

} // namespace steward::reviews
