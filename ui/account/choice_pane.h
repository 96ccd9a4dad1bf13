// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/record_form.h"
#include "ui/account/rows.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace steward::account {

/// One question beside a list, answered by the arrow keys and Enter: until when, who, or why. Esc leaves it.
class ChoicePane final : public widgets::SidePane
{
    Q_OBJECT
public:
    struct Question
    {
        QString title;
        QString about;
        std::vector<Option> options; ///< none: the sentence alone is the answer
        QString all;                 ///< text of the box that takes in everything; empty: no box
        QString word;                ///< what a sentence of one's own is for
        QString needed;              ///< said where that sentence is needed and missing; empty: it is not needed
        QString action;              ///< text of the button
    };
    explicit ChoicePane(const QString& name, QWidget* parent = nullptr);
    void ask(const Question& question);
    /// Says what is wrong with the sentence and goes back to it.
    void refuse(const QString& fault);

Q_SIGNALS:
    void chosen(const QString& id, bool isAll, const QString& word);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose();
    widgets::ToneLabel* m_title;
    widgets::ToneLabel* m_about;
    LinesView* m_options;
    QStringList m_ids; ///< of the options
    QCheckBox* m_all;
    widgets::ToneLabel* m_wordLabel;
    QLineEdit* m_word;
    widgets::ToneLabel* m_fault;
    QPushButton* m_action;
    QString m_needed;
};

} // namespace steward::account
