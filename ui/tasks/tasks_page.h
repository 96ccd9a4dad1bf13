// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/lines_pane.h"
#include "ui/account/owner_box.h"
#include "ui/account/record_pane.h"
#include "ui/tasks/task_question.h"
#include "ui/tasks/tasks_list.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/list_page.h"

namespace steward::tasks {

/// The queue of our own tasks: typed in one line, done, put off, moved and handed over one by one or several at once,
/// with what is behind the current one beside the list.
class TasksPage final : public widgets::ListPage
{
    Q_OBJECT
public:
    [[nodiscard]] static Face ownFace();
    TasksPage(OpenBook& book, QLocale locale, QWidget* parent = nullptr);

    void come(const widgets::Place& place) override;
    [[nodiscard]] QByteArray state() const override;
    void restore(const QByteArray& state) override;
    [[nodiscard]] TasksPresenter& presenter() { return m_presenter; }
    [[nodiscard]] TasksModel& model() { return m_model; }
    [[nodiscard]] TasksList& list() { return *m_list; }
    /// What is chosen, where that is several, else all that is open; as an .ics file.
    void writeCalendar(const QString& path);
    [[nodiscard]] QLineEdit& quickAdd() { return *m_add; }
    [[nodiscard]] account::LinesPane& context() { return *m_context; }
    [[nodiscard]] account::ChoicePane& choice() { return *m_choice; }
    [[nodiscard]] account::RecordPane& record() { return *m_record; }

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeHeader();
    void makeBody();
    [[nodiscard]] QWidget* makeQuickAdd();
    void showReading(const QString& text);
    void connectPanes();
    void addCommands();
    [[nodiscard]] static QString captionOf(const Queue& queue, const QLocale& locale);
    void showState();
    void showOwners();
    void showContext();
    void leavePane();
    void toggleContext();
    void ask(Asking asking);
    void answer(const QString& id, const QString& word);
    bool beginRecord();
    void change();
    void add();
    void askForFile();
    [[nodiscard]] const work::QueuedTask* current() const { return m_model.taskAt(m_list->currentIndex().row()); }

    TasksPresenter m_presenter;
    account::AccountPresenter m_account; ///< of the current task, while something of it is shown
    TasksModel m_model;
    account::OwnerBox* m_owners = nullptr;
    widgets::FilterEdit* m_add = nullptr;
    widgets::ToneLabel* m_reading = nullptr;
    TasksList* m_list = nullptr;
    account::LinesPane* m_context = nullptr;
    account::ChoicePane* m_choice = nullptr;
    account::RecordPane* m_record = nullptr;
    widgets::KeyHints* m_hints = nullptr;
    bool m_isContextShown = true;
    bool m_isStale = false; ///< the queue is another one than the list shows, which nobody sees
    Asking m_asking = Asking::Snooze;
    TasksPresenter::Chosen m_asked; ///< what the question is about
};

} // namespace steward::tasks
