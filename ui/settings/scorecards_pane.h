// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/points_chart.h"
#include "ui/settings/settings_presenter.h"
#include "ui/widgets/plain_views.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

namespace steward::settings {

/// How many accounts stand in each band, as one bar with its numbers.
class BandBar final : public QWidget
{
    Q_OBJECT
public:
    explicit BandBar(QWidget* parent = nullptr);
    void set(const std::map<QString, int>& counts);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::map<QString, int> m_counts;
};

/// Weights, points and caps of the scorecards, and what changing them would do to the book before it is saved.
class ScorecardsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit ScorecardsPane(SettingsPresenter& presenter, QWidget* parent = nullptr);
    [[nodiscard]] widgets::PlainTable& weights() { return *m_weights; }
    [[nodiscard]] widgets::PlainTable& points() { return *m_points; }
    [[nodiscard]] PointsChart& chart() { return *m_chart; }

private:
    [[nodiscard]] QWidget* makeWeights();
    [[nodiscard]] QWidget* makePoints();
    [[nodiscard]] QWidget* makeCaps();
    void showPoints();
    [[nodiscard]] QWidget* makeEffect();
    void showCards();
    void showDraft();

    SettingsPresenter& m_presenter;
    QLabel* m_notice = nullptr; ///< of content that is not used
    QComboBox* m_card = nullptr;
    QLabel* m_sum = nullptr;
    widgets::PlainTable* m_weights = nullptr;
    QLabel* m_measure = nullptr;
    QLabel* m_measureText = nullptr;
    QComboBox* m_curve = nullptr;
    PointsChart* m_chart = nullptr;
    widgets::PlainTable* m_points = nullptr;
    widgets::PlainTable* m_caps = nullptr;
    QLabel* m_effect = nullptr;
    QLabel* m_beforeTitle = nullptr;
    QLabel* m_afterTitle = nullptr;
    BandBar* m_before = nullptr;
    BandBar* m_after = nullptr;
    widgets::PlainTable* m_changes = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace steward::settings
