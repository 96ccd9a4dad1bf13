// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/account_presenter.h"
#include "ui/account/lines.h"
#include "ui/widgets/tone_label.h"

#include <QWidget>
#include <map>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace steward::account {

/// Everything that happened, by month: kinds and people at the left, a line of words to look for above.
class TimelineTab final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineTab(AccountPresenter& presenter, QWidget* parent = nullptr);
    void refresh();
    void focusSearch();
    [[nodiscard]] LinesView& list() { return *m_list; }
    [[nodiscard]] QLineEdit& search() { return *m_search; }
    /// The checkbox of a kind.
    [[nodiscard]] QCheckBox& kind(query::TimelineKind kind) { return *m_kinds.at(kind); }

Q_SIGNALS:
    void opened(const steward::RecordRef& record);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeSide();
    void fill();
    void fillPeople();

    AccountPresenter& m_presenter;
    TimelineFilter m_filter;
    QWidget* m_side = nullptr;
    QLineEdit* m_search = nullptr;
    widgets::ToneLabel* m_count = nullptr;
    widgets::ToneLabel* m_quiet = nullptr;
    QComboBox* m_person = nullptr;
    std::map<query::TimelineKind, QCheckBox*> m_kinds;
    std::map<query::TimelineKind, widgets::ToneLabel*> m_counts;
    LinesView* m_list = nullptr;
};

} // namespace steward::account
