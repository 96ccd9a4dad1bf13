// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/stages_presenter.h"
#include "ui/settings/watched_pane.h"
#include "ui/widgets/plain_views.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace steward::settings {

/// The stages of the book's journey: renamed, split, added, removed, with where the accounts go and what stays.
class StagesPane final : public WatchedPane
{
    Q_OBJECT
public:
    explicit StagesPane(StagesPresenter& presenter, QWidget* parent = nullptr);
    [[nodiscard]] widgets::PlainTable& table() { return *m_table; }

protected:
    void watch(bool isWatched) override;

private:
    [[nodiscard]] QWidget* makeStages();
    [[nodiscard]] QWidget* makeTexts();
    [[nodiscard]] QWidget* makeEffect();
    void showBook();
    void showDraft();
    void showStage();
    void showQuestions();
    void takeStage();

    StagesPresenter& m_presenter;
    QComboBox* m_journey = nullptr;
    QLabel* m_note = nullptr;
    widgets::PlainTable* m_table = nullptr;
    QLabel* m_title = nullptr;
    QComboBox* m_kind = nullptr;
    std::vector<QPlainTextEdit*> m_texts; ///< goal, outcome, metrics, exit, friction
    QLabel* m_effect = nullptr;
    QVBoxLayout* m_questions = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_save = nullptr;
    std::vector<QPushButton*> m_steps; ///< what changes the list of stages
    QString m_asked;                   ///< the questions that stand there
    bool m_isFilling = false;
};

} // namespace steward::settings
