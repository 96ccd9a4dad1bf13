// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/rows.h"
#include "ui/qbr/reviews_presenter.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace steward::reviews {

/// The actions of a review, or of the one before: a list, and below it the one that is chosen or begun. Every save is
/// one edit.
class ActionsPane final : public widgets::SidePane
{
    Q_OBJECT
public:
    explicit ActionsPane(ReviewsPresenter& presenter, QWidget* parent = nullptr);
    void open(bool ofLast);
    void refresh();
    [[nodiscard]] account::LinesView& list() { return *m_list; }

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showEntry(int row);
    void begin();
    void save();
    void remove();
    [[nodiscard]] std::optional<qbr::ActionEntry> typed();

    ReviewsPresenter& m_presenter;
    bool m_isOfLast = false;
    std::vector<qbr::ActionEntry> m_entries;
    int m_row = -1; ///< of the one in the fields; -1: a new one
    widgets::ToneLabel* m_title;
    account::LinesView* m_list;
    QLineEdit* m_what;
    QLineEdit* m_who;
    QLineEdit* m_due;
    QComboBox* m_state;
    QLineEdit* m_why;
    widgets::ToneLabel* m_fault;
    QPushButton* m_save;
    QPushButton* m_remove;
};

} // namespace steward::reviews
