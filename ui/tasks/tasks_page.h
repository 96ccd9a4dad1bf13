// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/choice_pane.h"
#include "ui/account/lines_pane.h"
#include "ui/account/record_pane.h"
#include "ui/tasks/tasks_list.h"
#include "ui/widgets/key_hints.h"
#include "ui/widgets/state_page.h"
#include "ui/widgets/view.h"

#include <QStackedWidget>

class QComboBox;
class QLineEdit;

namespace steward::tasks {

/// The queue of our own tasks: typed in one line, done, put off, moved and handed over one by one or several at once,
/// with what is behind the current one beside the list.
class TasksPage final : public widgets::View
{
    Q_OBJECT
public:
    TasksPage(OpenBook& book, QLocale locale, QWidget* parent = nullptr);

    void come(const widgets::Place& place) override;
    [[nodiscard]] QByteArray state() const override;
    void restore(const QByteArray& state) override;
    [[nodiscard]] TasksPresenter& presenter() { return m_presenter; }
    [[nodiscard]] TasksModel& model() { return m_model; }
    [[nodiscard]] TasksList& list() { return *m_list; }
    [[nodiscard]] QLineEdit& quickAdd() { return *m_add; }
    [[nodiscard]] account::LinesPane& context() { return *m_context; }
    [[nodiscard]] account::ChoicePane& choice() { return *m_choice; }
    [[nodiscard]] account::RecordPane& record() { return *m_record; }

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Asking
    {
        Snooze,
        Move,
        Assign
    };
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeBody();
    [[nodiscard]] QWidget* makeQuickAdd();
    void connectPanes();
    void addKey(const char* name, const QString& text, const QString& tip, const QString& icon,
                const QKeySequence& keys, widgets::Needs needs, std::function<void()> run);
    void addCommands();
    void showState();
    void showOwners();
    void showContext();
    void showPane(QWidget* pane);
    void leavePane();
    void toggleContext();
    void ask(Asking asking);
    void answer(const QString& id, const QString& word);
    void write(account::NewRecord kind);
    void change();
    void add();
    [[nodiscard]] const work::QueuedTask* current() const { return m_model.taskAt(m_list->currentIndex().row()); }

    TasksPresenter m_presenter;
    account::AccountPresenter m_account; ///< of the current task, while something of it is shown
    TasksModel m_model;
    widgets::ToneLabel* m_count = nullptr;
    QComboBox* m_owners = nullptr;
    QLineEdit* m_add = nullptr;
    widgets::ToneLabel* m_reading = nullptr;
    TasksList* m_list = nullptr;
    account::LinesPane* m_context = nullptr;
    account::ChoicePane* m_choice = nullptr;
    account::RecordPane* m_record = nullptr;
    widgets::KeyHints* m_hints = nullptr;
    widgets::StatePage* m_empty = nullptr;
    QStackedWidget* m_states = nullptr;
    bool m_isContextShown = true;
    bool m_isStale = false; ///< the queue is another one than the list shows, which nobody sees
    Asking m_asking = Asking::Snooze;
    TasksPresenter::Chosen m_asked; ///< what the question is about
};

} // namespace steward::tasks
