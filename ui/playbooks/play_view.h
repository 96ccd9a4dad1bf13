// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/playbooks/play_state.h"
#include "ui/widgets/tone_label.h"

#include <QScrollArea>

class QBoxLayout;
class QPushButton;

namespace steward::playbooks {

/// One play as it is read before it is run: why, what good looks like, the usual mistake, what starts and ends it, its
/// steps, its drafts, how it ended so far.
class PlayView final : public QScrollArea
{
    Q_OBJECT
public:
    explicit PlayView(QLocale locale, QWidget* parent = nullptr);
    void show(const PlayState& state, const Shown& shown, bool isEditable);
    [[nodiscard]] account::LinesView& steps() { return *m_steps; }

Q_SIGNALS:
    void startRequested();
    void changeRequested();
    /// The text of a draft is to be copied.
    void copyRequested(const QString& text);

private:
    void addHead(QBoxLayout& column);
    void addTexts(QBoxLayout& column);
    void addFacts(QBoxLayout& column);
    void showDrafts(const content::Play& play, const Shown& shown);

    QLocale m_locale;
    QString m_play; ///< id and version of the one whose drafts are shown
    widgets::ToneLabel* m_title = nullptr;
    widgets::ToneLabel* m_about = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_change = nullptr;
    widgets::ToneLabel* m_why = nullptr;
    widgets::ToneLabel* m_good = nullptr;
    widgets::ToneLabel* m_mistake = nullptr;
    widgets::ToneLabel* m_starts = nullptr;
    widgets::ToneLabel* m_ends = nullptr;
    widgets::ToneLabel* m_stopTitle = nullptr;
    widgets::ToneLabel* m_stop = nullptr;
    widgets::ToneLabel* m_endedTitle = nullptr;
    widgets::ToneLabel* m_ended = nullptr;
    account::LinesView* m_steps = nullptr;
    QWidget* m_drafts = nullptr;
};

} // namespace steward::playbooks
