// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/executor.h"
#include "core/workspace/jobs.h"
#include "core/workspace/numbers.h"
#include "core/workspace/workspace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <atomic>
#include <limits>

namespace steward {

/// The book a window works on. Lives on the thread of the window and never waits: the book is on one executor, numbers
/// are worked out on another, answers come back as signals. With inline executors everything happens at once.
class OpenBook final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Closed,
        Opening,
        Ready,
        Failed ///< see error()
    };
    enum class Step
    {
        Done,
        Undone,
        Redone
    };

    OpenBook(Executor& book, Executor& figures, Clock clock, QObject* parent = nullptr);
    /// Where workAside() runs; without it, where numbers are worked out.
    void setAside(Executor& aside) { m_aside = &aside; }
    /// Where scores and trends of all accounts are worked out; without it, where numbers are.
    void setSlow(Executor& slow) { m_slow = &slow; }
    /// Closes the book and waits for it.
    ~OpenBook() override;

    /// For changing; where that is not possible for looking, and notices() says why. Closes the book open before.
    void open(const QString& path);
    /// Makes a book of invented customers and opens it.
    void makeSample(const QString& path);
    /// Makes a book of nothing and opens it.
    void makeEmpty(const QString& path);
    void close();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error& error() const { return m_error; }
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] const std::vector<Message>& notices() const { return m_notices; }
    /// Null until the first ones are there.
    [[nodiscard]] const Numbers& numbers() const { return m_numbers; }
    [[nodiscard]] QDate today() const { return m_clock.today(); }
    [[nodiscard]] Instant now() const { return m_clock.now(); }

    void lookBack(QDate day, LookBack mode);
    void backToToday();
    [[nodiscard]] bool looksBack() const { return m_asked.past.has_value(); }
    [[nodiscard]] const DayAsked& asked() const { return m_asked; }
    /// Ready, open for changing, and not looking back.
    [[nodiscard]] bool isEditable() const { return m_state == State::Ready && m_isWritable && !looksBack(); }

    void edit(const Message& label, book::Book::Work work);
    void undo();
    void redo();
    /// What undo() and redo() would take back or bring back; none: nothing. The making of a sample book is no change of
    /// the user's and stays.
    [[nodiscard]] std::optional<Message> undoable() const;
    [[nodiscard]] std::optional<Message> redoable() const;
    /// Newest first, the newest 200.
    [[nodiscard]] const std::vector<book::HistoryEntry>& history() const { return m_history; }

    using Done = std::function<void(const Status& status)>;
    using BookWork = std::function<Status(Workspace& workspace, const Progress& progress)>;
    /// Long work on the book's thread, shown with its label in jobs(); it edits the workspace as it likes. Numbers and
    /// history are published after it, and edited() tells its newest edit. done is called on the window's thread unless
    /// context is gone. Returns the job's number; 0 and nothing happens where the book is not editable.
    qint64 workOnBook(const Message& label, BookWork work, QObject* context, Done done);
    using AsideWork = std::function<Status(const Progress& progress)>;
    /// Long work that does not touch the book (reading or writing files), on a thread of its own.
    qint64 workAside(const Message& label, AsideWork work, QObject* context, Done done);
    [[nodiscard]] Jobs& jobs() { return m_jobs; }

    /// Work beside the window that changes nothing of the book and is too short to be shown (writing a small file);
    /// done is told on the window's thread unless context is gone.
    void aside(std::function<Status()> work, QObject* context, Done done);
    /// The same of figures of the whole book: where scores are worked out, behind them.
    void slowly(std::function<Status()> work, QObject* context, Done done);
    /// Somebody types: trends, which only complete what is shown already, stand still for a moment.
    void handsOn();

    using Found = std::function<void(const std::vector<book::SearchHit>& hits)>;
    /// Full text; found is called on the thread of the window unless context is gone.
    void search(const QString& text, int limit, QObject* context, Found found);

Q_SIGNALS:
    void stateChanged();
    /// Of a book just opened three times: with lines, with scores, with trends.
    void numbersChanged();
    void historyChanged();
    void edited(const steward::Message& label, steward::OpenBook::Step step);
    void failed(const steward::Error& error);
    /// The path is open in another Steward, which was asked to come to the front.
    void openElsewhere(const QString& path);
    /// Another Steward was started on this book.
    void frontAsked();

private:
    struct Behind; ///< what only the book's executor touches
    enum class Making
    {
        Nothing,
        Sample,
        Empty
    };
    static Result<std::unique_ptr<Workspace>> openedOrMade(Making making, const QString& path,
                                                           const book::OpenOptions& options);
    void start(const QString& path, Making making);
    void listenToOthers();
    void opened(const Portfolio& portfolio, bool isWritable, std::vector<Message> notices, qint64 serial);
    void openFailed(const Error& error, qint64 serial);
    void step(Step step, const std::function<Result<book::Book::Edited>(Workspace&)>& change, const Message& label);
    void publish(const Portfolio& portfolio);
    void computeNumbers();
    void computeScores(const Numbers& lines, qint64 serial, bool isWhole);
    void computeTrends(const Numbers& scored, qint64 serial);
    void show(const Numbers& numbers, qint64 serial);
    void tell(const Error& error, qint64 serial);
    void refreshHistory();
    void backUpSoon();
    void setState(State state);
    void here(std::function<void()> job);
    void runBeside(Executor& executor, std::function<Status()> work, QObject* context, Done done);

    Executor& m_bookExecutor;
    Executor& m_figures;
    Executor* m_aside = nullptr;
    Executor* m_slow = nullptr;
    Clock m_clock;
    std::shared_ptr<Behind> m_behind;
    State m_state = State::Closed;
    Error m_error;
    QString m_path;
    std::vector<Message> m_notices;
    bool m_isWritable = false;
    Portfolio m_everything;
    DayAsked m_asked;
    Numbers m_numbers;
    std::vector<book::HistoryEntry> m_history;
    Jobs m_jobs;
    QTimer m_pause;                          ///< runs while somebody changes the book
    QElapsedTimer m_sinceFirst;              ///< of the changes made since the last pause
    qint64 m_openSerial = 0;                 ///< answers of an opening that is not the last one are dropped
    std::atomic<qint64> m_numbersSerial = 0; ///< the same for numbers; read where they are worked out, too
    std::atomic<qint64> m_handsOn = std::numeric_limits<qint64>::min() / 2; ///< when, see handsOn(), in ms
};

} // namespace steward
