// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/open_book.h"

#include "core/workspace/beside.h"
#include "core/workspace/numbers_maker.h"
#include "core/workspace/sample_book.h"

#include <QPointer>
#include <chrono>
#include <thread>

namespace steward {

namespace {

constexpr int historyShown = 200;
constexpr int frontTimeoutMs = 3000;
constexpr qint64 handsOnMs = 200; ///< after a key

qint64 msNow()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::optional<book::HistoryEntry> newestEdit(Workspace& workspace)
{
    const auto history = workspace.book().history(1);
    return history && !history->empty() ? std::optional(history->front()) : std::nullopt;
}

} // namespace

struct OpenBook::Behind
{
    std::unique_ptr<Workspace> workspace;
    NumbersMaker maker; ///< of any thread
};

OpenBook::OpenBook(Executor& book, Executor& figures, Clock clock, QObject* parent)
    : QObject(parent)
    , m_bookExecutor(book)
    , m_figures(figures)
    , m_clock(std::move(clock))
    , m_behind(std::make_shared<Behind>())
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_bookExecutor.run([behind = m_behind] {
            if (behind->workspace)
                behind->workspace->backUpWhenDue();
        });
    });
}

OpenBook::~OpenBook()
{
    m_jobs.cancelAll();
    ++m_numbersSerial;
    m_bookExecutor.run([behind = m_behind] { behind->workspace.reset(); });
    m_bookExecutor.finish();
    // Twice: what ran when the numbers became stale may have handed on a last step, which does nothing.
    for (int round = 0; round < 2; ++round)
        for (Executor* executor : {&m_figures, m_aside, m_slow})
            if (executor)
                executor->finish();
}

/// Runs on the thread of the window: at once where that is this one.
void OpenBook::here(std::function<void()> job) { QMetaObject::invokeMethod(this, std::move(job), Qt::AutoConnection); }

void OpenBook::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void OpenBook::open(const QString& path) { start(path, Making::Nothing); }

void OpenBook::makeSample(const QString& path) { start(path, Making::Sample); }

void OpenBook::makeEmpty(const QString& path) { start(path, Making::Empty); }

Result<std::unique_ptr<Workspace>> OpenBook::openedOrMade(Making making, const QString& path,
                                                          const book::OpenOptions& options)
{
    switch (making) {
    case Making::Nothing:
        break;
    case Making::Sample:
        return makeSampleBook(path, options);
    case Making::Empty:
        return Workspace::create(path, options);
    }
    return Workspace::openToWrite(path, options);
}

void OpenBook::start(const QString& path, Making making)
{
    m_path = path;
    m_numbers.reset();
    m_history.clear();
    m_notices.clear();
    m_asked = {m_clock.today(), {}};
    const qint64 serial = ++m_openSerial;
    setState(State::Opening);
    const book::OpenOptions options{book::Access::ReadWrite, m_clock, {}};
    m_bookExecutor.run([this, behind = m_behind, path, making, options, asked = m_asked, serial] {
        behind->workspace.reset();
        auto workspace = openedOrMade(making, path, options);
        bool isWritable = workspace.has_value();
        if (!workspace && workspace.error().kind == ErrorKind::Held &&
            askHolder(path, Ask::Front, {}, frontTimeoutMs)) {
            here([this, path, error = workspace.error(), serial] {
                openFailed(error, serial);
                Q_EMIT openElsewhere(path);
            });
            return;
        }
        if (!workspace && (workspace.error().kind == ErrorKind::Held || workspace.error().kind == ErrorKind::ReadOnly))
            workspace = Workspace::openToRead(path, options);
        auto portfolio = workspace ? (*workspace)->portfolio({}) : tl::unexpected(workspace.error());
        if (!portfolio) {
            here([this, error = portfolio.error(), serial] { openFailed(error, serial); });
            return;
        }
        behind->workspace = std::move(*workspace);
        listenToOthers();
        behind->maker.makeFirst(serial, *portfolio, asked);
        std::vector<Message> notices = behind->workspace->notices();
        // Who only asks to read is not told that the file or its folder cannot be written to; here one had asked for
        // more.
        if (!isWritable && notices.empty())
            notices.push_back({Code("book.medium-read-only"), {path}});
        here([this, facts = *portfolio, isWritable, notices = std::move(notices), serial] {
            opened(facts, isWritable, notices, serial);
        });
    });
}

/// On the book's thread.
void OpenBook::listenToOthers()
{
    m_behind->workspace->setAsked([this, behind = m_behind] {
        m_bookExecutor.run([behind] {
            if (behind->workspace)
                behind->workspace->serve();
        });
    });
    m_behind->workspace->setFront([this] { here([this] { Q_EMIT frontAsked(); }); });
}

void OpenBook::opened(const Portfolio& portfolio, bool isWritable, std::vector<Message> notices, qint64 serial)
{
    if (serial != m_openSerial)
        return;
    m_isWritable = isWritable;
    m_notices = std::move(notices);
    m_everything = portfolio;
    setState(State::Ready);
    computeNumbers();
    refreshHistory();
}

void OpenBook::openFailed(const Error& error, qint64 serial)
{
    if (serial != m_openSerial)
        return;
    m_error = error;
    setState(State::Failed);
}

void OpenBook::close()
{
    ++m_openSerial;
    ++m_numbersSerial;
    m_bookExecutor.run([behind = m_behind] { behind->workspace.reset(); });
    m_numbers.reset();
    awayFromWindow([facts = std::exchange(m_everything, {})] { static_cast<void>(facts); });
    m_history.clear();
    m_path.clear();
    setState(State::Closed);
}

void OpenBook::lookBack(QDate day, LookBack mode)
{
    m_asked = {day, mode};
    Q_EMIT stateChanged();
    computeNumbers();
}

void OpenBook::backToToday()
{
    m_asked = {m_clock.today(), {}};
    Q_EMIT stateChanged();
    computeNumbers();
}

void OpenBook::tell(const Error& error, qint64 serial)
{
    here([this, error, serial] {
        if (serial == m_numbersSerial)
            Q_EMIT failed(error);
    });
}

void OpenBook::show(const Numbers& numbers, qint64 serial)
{
    here([this, numbers, serial] {
        if (serial != m_numbersSerial)
            return;
        m_numbers = numbers;
        Q_EMIT numbersChanged();
    });
}

void OpenBook::computeNumbers()
{
    const qint64 serial = ++m_numbersSerial;
    if (const Numbers first = m_behind->maker.takeFirst(m_openSerial, m_everything, m_asked)) {
        m_numbers = first;
        Q_EMIT numbersChanged();
        computeScores(first, serial, true);
        return;
    }
    m_figures.run([this, everything = m_everything, asked = m_asked, before = m_numbers, behind = m_behind, serial] {
        if (serial != m_numbersSerial)
            return;
        const auto lines = behind->maker.make(everything, asked);
        if (!lines) {
            tell(lines.error(), serial);
            return;
        }
        makeSearchable(**lines);
        // After an edit nothing is taken away to come back a moment later.
        const Numbers next = withScoresOf(*lines, before);
        show(next ? next : *lines, serial);
        computeScores(next ? next : *lines, serial, !next);
    });
}

/// isWhole: the numbers have no scores yet. Otherwise those that came over from before are looked at again, for an edit
/// of one account may count for others, and shown only where one is another.
void OpenBook::computeScores(const Numbers& lines, qint64 serial, bool isWhole)
{
    (m_slow ? *m_slow : m_figures).run([this, lines, serial, isWhole] {
        if (serial != m_numbersSerial)
            return;
        makeSearchable(*lines);
        const auto scored = withScores(lines);
        if (!scored) {
            tell(scored.error(), serial);
            return;
        }
        if (isWhole || (*scored)->scores != lines->scores)
            show(*scored, serial);
        if ((*scored)->trends.empty())
            computeTrends(*scored, serial);
    });
}

void OpenBook::computeTrends(const Numbers& scored, qint64 serial)
{
    (m_slow ? *m_slow : m_figures).run([this, scored, serial] {
        const auto letHandsFirst = [this, serial] {
            while (m_slow && serial == m_numbersSerial && msNow() - m_handsOn < handsOnMs)
                std::this_thread::sleep_for(std::chrono::milliseconds(handsOnMs / 10));
        };
        if (serial == m_numbersSerial)
            show(withTrends(scored, letHandsFirst), serial);
    });
}

void OpenBook::handsOn() { m_handsOn = msNow(); }

void OpenBook::edit(const Message& label, book::Book::Work work)
{
    if (!isEditable())
        return;
    step(
        Step::Done, [label, work = std::move(work)](Workspace& workspace) { return workspace.edit(label, work); },
        label);
}

void OpenBook::undo()
{
    if (const auto label = undoable(); label && isEditable())
        step(
            Step::Undone, [](Workspace& workspace) { return workspace.undo(); }, *label);
}

void OpenBook::redo()
{
    if (const auto label = redoable(); label && isEditable())
        step(
            Step::Redone, [](Workspace& workspace) { return workspace.redo(); }, *label);
}

void OpenBook::step(Step step, const std::function<Result<book::Book::Edited>(Workspace&)>& change,
                    const Message& label)
{
    m_bookExecutor.run([this, behind = m_behind, step, change, label, serial = m_openSerial] {
        if (!behind->workspace)
            return;
        const auto edited = change(*behind->workspace);
        const auto portfolio = edited ? behind->workspace->portfolio({}) : tl::unexpected(edited.error());
        here([this, portfolio, edited, step, label, serial] {
            if (serial != m_openSerial)
                return;
            if (!portfolio) {
                Q_EMIT failed(portfolio.error());
                return;
            }
            if (step == Step::Done && edited->id == 0)
                return;
            publish(*portfolio);
            Q_EMIT this->edited(label, step);
        });
    });
}

void OpenBook::publish(const Portfolio& portfolio)
{
    m_everything = portfolio;
    computeNumbers();
    refreshHistory();
    backUpSoon();
}

/// Once nobody has changed anything for a moment, for the next change would wait for it; who goes on and on gets one
/// all the same.
void OpenBook::backUpSoon()
{
    constexpr int momentMs = 3'000;
    constexpr int longestMs = 5 * 60'000;
    if (!m_pause.isActive())
        m_sinceFirst.start();
    if (!m_pause.isActive() || m_sinceFirst.elapsed() < longestMs)
        m_pause.start(momentMs);
}

void OpenBook::refreshHistory()
{
    m_bookExecutor.run([this, behind = m_behind, serial = m_openSerial] {
        if (!behind->workspace)
            return;
        auto history = behind->workspace->book().history(historyShown);
        here([this, history = std::move(history), serial] {
            if (serial != m_openSerial || !history)
                return;
            m_history = *history;
            Q_EMIT historyChanged();
        });
    });
}

std::optional<Message> OpenBook::undoable() const
{
    for (const book::HistoryEntry& entry : m_history)
        if (!entry.undone)
            return entry.isUndoable && !(entry.label.code == sampleMade) ? std::optional(entry.label) : std::nullopt;
    return std::nullopt;
}

std::optional<Message> OpenBook::redoable() const
{
    std::optional<Message> label;
    for (const book::HistoryEntry& entry : m_history) {
        if (!entry.undone)
            break;
        label = entry.label;
    }
    return label;
}

qint64 OpenBook::workOnBook(const Message& label, BookWork work, QObject* context, Done done)
{
    if (!isEditable())
        return 0;
    const Jobs::Handle job = m_jobs.start(label);
    m_bookExecutor.run([this, behind = m_behind, work = std::move(work), job, asker = QPointer(context),
                        done = std::move(done), serial = m_openSerial] {
        const auto newest = [&] { return behind->workspace ? newestEdit(*behind->workspace) : std::nullopt; };
        const auto before = newest();
        Status status;
        if (behind->workspace)
            status = work(*behind->workspace, job.progress);
        const auto after = newest();
        auto portfolio = behind->workspace
                             ? behind->workspace->portfolio({})
                             : tl::unexpected(Error{Code("workspace.closed-meanwhile"), ErrorKind::Failed, {}});
        if (status && !portfolio)
            status = tl::unexpected(portfolio.error());
        const bool isEdited = after && (!before || after->id != before->id);
        here([this, status, portfolio, isEdited, after, job, asker, done, serial] {
            m_jobs.finish(job.id);
            if (serial == m_openSerial && portfolio && (isEdited || status))
                publish(*portfolio);
            if (serial == m_openSerial && isEdited)
                Q_EMIT edited(after->label, Step::Done);
            if (asker)
                done(status);
        });
    });
    return job.id;
}

void OpenBook::search(const QString& text, int limit, QObject* context, Found found)
{
    m_bookExecutor.run([this, behind = m_behind, text, limit, asker = QPointer(context), found = std::move(found)] {
        if (!behind->workspace)
            return;
        auto hits = behind->workspace->book().search(text, limit);
        here([hits = std::move(hits), asker, found] {
            if (asker && hits)
                found(*hits);
        });
    });
}

} // namespace steward
