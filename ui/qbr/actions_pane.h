// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/rows.h"
#include "ui/qbr/form_pane.h"
#include "ui/qbr/reviews_presenter.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace steward::reviews {

/// The actions of a review, or of the one before: a list, and below it the one that is chosen or begun. Every save is
/// one edit.
class ActionsPane final : public FormPane
{
    Q_OBJECT
public:
    explicit ActionsPane(ReviewsPresenter& presenter, QWidget* parent = nullptr);
    void open(bool ofLast);
    void refresh();
    [[nodiscard]] account::LinesView& list() { return *m_list; }

protected:
    void save() override;

private:
    void showEntry(int row);
    void begin();
    void remove();
    [[nodiscard]] std::optional<qbr::ActionEntry> typed();

    ReviewsPresenter& m_presenter;
    bool m_isOfLast = false;
    std::vector<qbr::ActionEntry> m_entries;
    int m_row = -1; ///< of the one in the fields; -1: a new one
    account::LinesView* m_list;
    QLineEdit* m_what;
    QLineEdit* m_who;
    QLineEdit* m_due;
    QComboBox* m_state;
    QLineEdit* m_why;
    QPushButton* m_save;
    QPushButton* m_remove;
};

} // namespace steward::reviews
