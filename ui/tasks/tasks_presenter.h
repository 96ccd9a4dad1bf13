// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/quick_task.h"
#include "core/workspace/open_book.h"
#include "ui/tasks/task_text.h"

namespace steward::tasks {

/// The queue of a book on one day; shared, immutable.
struct Queue
{
    Numbers numbers;
    std::array<std::vector<work::QueuedTask>, std::size_t(Part::Count)> parts;
    std::vector<std::pair<PersonId, QString>> owners; ///< who has any, by name
    std::shared_ptr<const work::AccountNames> names;
    int needed = 0;  ///< late and due today, where nobody else has the next move
    int waiting = 0; ///< late and due today, where somebody else has it
    int putOff = 0;  ///< late and due today, put off in Today
    [[nodiscard]] bool isEmpty() const;
};
using ShownQueue = std::shared_ptr<const Queue>;

/// What the queue of tasks shows and does, without a widget. The queue is made away from the window.
class TasksPresenter final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        NoAccounts, ///< the book has none: there is nobody to do anything for
        Empty,      ///< no task is open, and none was done this week
        Ready
    };
    using Chosen = std::vector<work::QueuedTask>;
    TasksPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] OpenBook& book() { return m_book; }
    /// Null until the first one is there.
    [[nodiscard]] const ShownQueue& shown() const { return m_shown; }
    /// Whose tasks are shown; none: everybody's.
    [[nodiscard]] PersonId owner() const { return m_owner; }
    void setOwner(PersonId owner);

    /// What a line typed is understood as, in words; empty: nothing typed. understood: the parts of it that say day,
    /// priority and account.
    [[nodiscard]] QString readingOf(const QString& text, std::vector<work::TextPart>& understood) const;
    /// Writes it. Returns what is missing; nothing is written then.
    QString add(const QString& text);
    /// A day as people write it; invalid: it is none.
    [[nodiscard]] QDate dayFrom(const QString& text) const;

    // One undoable edit each, of all that are given.
    /// Done, or open again where all of them are done.
    void toggleDone(const Chosen& tasks);
    void snooze(const Chosen& tasks, QDate to);
    /// An invalid day: on no day.
    void reschedule(const Chosen& tasks, QDate due);
    /// As a file that calendars and lists of other programs read; what is done is left out unless it was chosen. False:
    /// it could not be written.
    [[nodiscard]] bool writeCalendar(const Chosen& tasks, const QString& path) const;
    /// All that is shown and open.
    [[nodiscard]] Chosen openTasks() const;
    void assign(const Chosen& tasks, PersonId person);

Q_SIGNALS:
    void changed();

private:
    using Act = std::function<Status(book::Edit& edit, const Task& task)>;
    void takeNumbers();
    void collect();
    void take(ShownQueue shown);
    void change(const Chosen& tasks, Code one, Code many, const Arguments& more, Act act);
    [[nodiscard]] work::QuickTask read(const QString& text, std::vector<work::TextPart>* understood = nullptr) const;

    OpenBook& m_book;
    QLocale m_locale;
    State m_state = State::Loading;
    ShownQueue m_shown;
    PersonId m_owner;
    qint64 m_serial = 0;
};

} // namespace steward::tasks
