// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/account_presenter.h"
#include "ui/account/rows.h"
#include "ui/account/score_list.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/move_bars.h"
#include "ui/widgets/tone_label.h"

#include <QScrollArea>

class QBoxLayout;
class QGridLayout;
class QPushButton;

namespace steward::account {

/// Why this score, what moved it, use against seats, people, promises, risks.
class Overview final : public QWidget
{
    Q_OBJECT
public:
    explicit Overview(AccountPresenter& presenter, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] ScoreView& score() { return *m_score; }
    [[nodiscard]] charts::ChartPanel& trend() { return *m_trend; }

Q_SIGNALS:
    void scoreOpened(const steward::account::ScoreRow& row);
    void opened(const steward::RecordRef& record);
    void tabAsked(const QString& tab);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Section
    {
        QWidget* box;
        widgets::ToneLabel* title;
        widgets::ToneLabel* note;
        QPushButton* link;
    };
    [[nodiscard]] QWidget* makeScore();
    [[nodiscard]] QWidget* makeCharts();
    [[nodiscard]] Section makeSection(const QString& title, const QString& link, QWidget* content);
    void arrange(int width); ///< of the charts
    void share();

    AccountPresenter& m_presenter;
    widgets::ToneLabel* m_scoreTitle = nullptr;
    widgets::ToneLabel* m_card = nullptr;
    widgets::ToneLabel* m_rated = nullptr;
    ScoreView* m_score = nullptr;
    QScrollArea* m_side = nullptr;
    QGridLayout* m_grid = nullptr;
    charts::ChartPanel* m_trend = nullptr;
    charts::ChartPanel* m_use = nullptr;
    charts::MoveBars* m_moves = nullptr;
    LinesView* m_people = nullptr;
    LinesView* m_tasks = nullptr;
    LinesView* m_risks = nullptr;
    QWidget* m_first = nullptr;
    Section m_moved{};
    Section m_persons{};
    Section m_open{};
    Section m_danger{};
    QPushButton* m_differ = nullptr;
    int m_columns = 0;
};

} // namespace steward::account
