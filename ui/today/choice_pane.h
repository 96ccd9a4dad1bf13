// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/rows.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace steward::today {

/// One question beside the list, answered by the arrow keys and Enter: until when, or why. Esc leaves it.
class ChoicePane final : public widgets::SidePane
{
    Q_OBJECT
public:
    struct Option
    {
        QString id;
        QString text;
    };
    struct Question
    {
        QString title;
        QString about;
        std::vector<Option> options;
        QString all;  ///< text of the box that takes in everything; empty: no box
        QString word; ///< what a sentence of one's own is for
        bool isWordNeeded = false;
        QString action; ///< text of the button
    };
    explicit ChoicePane(QWidget* parent = nullptr);
    void ask(const Question& question);

Q_SIGNALS:
    void chosen(const QString& id, bool isAll, const QString& word);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose();
    widgets::ToneLabel* m_title;
    widgets::ToneLabel* m_about;
    account::LinesView* m_options;
    QStringList m_ids; ///< of the options
    QCheckBox* m_all;
    widgets::ToneLabel* m_wordLabel;
    QLineEdit* m_word;
    widgets::ToneLabel* m_fault;
    QPushButton* m_action;
    bool m_isWordNeeded = false;
};

} // namespace steward::today
