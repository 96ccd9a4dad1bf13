// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/match_pane.h"
#include "ui/widgets/state_page.h"
#include "ui/widgets/tab_strip.h"

#include <QProgressBar>
#include <QStackedWidget>

namespace steward::importing {

/// The right side before anything is written: what would happen to each row, which names lead to no account, and the
/// book before and after.
class PreviewPane final : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPane(ImportPresenter& presenter, QWidget* parent = nullptr);
    void show();
    void showMatches();
    [[nodiscard]] PlainTable& rows() { return *m_rows; }
    [[nodiscard]] MatchPane& matches() { return *m_matches; }
    [[nodiscard]] QPushButton& applyButton() { return *m_apply; }

Q_SIGNALS:
    void unreadRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitNames();
    [[nodiscard]] QWidget* makeFooter();
    [[nodiscard]] PlainTable* makeTotals();
    void chooseTab(int tab);
    void showCounts();
    void showBody();
    void sayNothing(qint64 count);
    void showFooter();
    void showProgress();

    ImportPresenter& m_presenter;
    widgets::TabStrip* m_tabs = nullptr;
    ShareBar* m_shares = nullptr;
    QStackedWidget* m_stack = nullptr;
    PlainTable* m_rows = nullptr;
    MatchPane* m_matches = nullptr;
    PlainTable* m_totals = nullptr;
    widgets::StatePage* m_busy = nullptr;
    widgets::StatePage* m_nothing = nullptr;
    QLabel* m_note = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_unread = nullptr;
    QPushButton* m_match = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace steward::importing
