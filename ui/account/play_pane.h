// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/play_text.h"
#include "ui/style/type.h"
#include "ui/widgets/side_pane.h"

class QBoxLayout;
class QPushButton;
class QScrollArea;

namespace steward::account {

/// A play on an account: why it is run, what good looks like, the usual mistake, and its steps: to be looked at before
/// it is started, to be ticked while it runs. Esc leaves.
class PlayPane final : public widgets::SidePane
{
    Q_OBJECT
public:
    explicit PlayPane(QWidget* parent = nullptr);
    /// about: of whom. isEditable: false shows it without what changes the book.
    void show(const PlayText& text, const QString& about, bool isEditable);
    [[nodiscard]] const PlayText& text() const { return m_text; }
    /// To the start button, else to the step to do now.
    void focusFirst();

Q_SIGNALS:
    void startRequested();
    void stepToggled(qint64 task, bool isDone);
    /// The steps of a run without tasks are to become tasks.
    void stepsRequested();
    void draftAsked(const QString& draft);
    void endRequested(const QString& outcome, const QString& sentence);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build(const QString& about, bool isEditable);
    void addText(QBoxLayout& column, const QString& title, const QString& text, style::Type type = style::Type::Body);
    void addStep(QBoxLayout& column, const PlayStepText& step, int number, bool isEditable);
    void addDrafts(QBoxLayout& column);
    void addEnd(QBoxLayout& column);

    QScrollArea* m_scroll;
    PlayText m_text;
    QString m_about;
    bool m_isEditable = false;
    QWidget* m_first = nullptr;
};

} // namespace steward::account
