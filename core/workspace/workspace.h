// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/workspace/book_server.h"

#include <QTemporaryDir>
#include <deque>
#include <mutex>

namespace steward {

/// An open book with its facts in memory. Single-threaded: belongs to the thread that opened it; only the questions of
/// second openers arrive from another thread and wait for serve().
class Workspace
{
public:
    /// For changing. ErrorKind::Held names who has the book open. Listens for second openers from then on.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> openToWrite(const QString& path,
                                                                        const book::OpenOptions& options);
    /// For looking. Where somebody has the book open: a copy that the holder makes, else the newest good backup;
    /// notices() says which. The file itself is never read beside a writer. One that a crash left unfinished where
    /// nothing can be written is shown from a private copy.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> openToRead(const QString& path,
                                                                       const book::OpenOptions& options);
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> create(const QString& path,
                                                                   const book::OpenOptions& options);
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    [[nodiscard]] const std::vector<Message>& notices() const { return m_notices; }
    [[nodiscard]] book::Book& book() { return *m_book; }
    /// The current snapshot; read from the file at the first call.
    [[nodiscard]] Result<Portfolio> portfolio(const Progress& progress);

    /// Writes the work of an edit of book() with what follows from it (editAndFollow()); empty: no play runs on any
    /// account, and nothing follows. Reads the facts only where one does. Holds until the next edit.
    [[nodiscard]] Result<std::function<Status(book::Edit&, const book::Book::Work&)>>
    following(const Progress& progress);

    /// Changes the book and brings the snapshot up to date; then answers who waited.
    [[nodiscard]] Result<book::Book::Edited> edit(const Message& label, const book::Book::Work& work);
    [[nodiscard]] Result<book::Book::Edited> undo();
    [[nodiscard]] Result<book::Book::Edited> redo();

    /// Erases a person for good (Book::erase()); the snapshot is read anew when next asked for.
    [[nodiscard]] Result<book::Erased> erase(ContactId contact, const Progress& progress);

    /// Answers the second openers that asked since the last call. Not inside an edit.
    void serve();
    /// asked is called on the socket's thread when one asks: whoever sits idle then calls serve(). Calls it at once
    /// where somebody asked before.
    void setAsked(std::function<void()> asked);
    /// front is called by serve() when one wants the window that shows this book.
    void setFront(std::function<void()> front) { m_front = std::move(front); }
    /// A backup beside the book when the oldest change without one is 30 minutes old. Takes as long as reading the book
    /// some times: for when nobody waits for an edit.
    void backUpWhenDue();
    /// One plain file again; before that, a backup when it is due.
    /// Called by the destructor too, which cannot tell of a failure. On a full disk it succeeds, and notices() says
    /// what is left beside the book.
    [[nodiscard]] Status close();

private:
    Workspace(std::unique_ptr<book::Book> book, Clock clock);
    void listen();
    void answer(const Question& question);
    Result<book::Book::Edited> settle(Result<book::Book::Edited> edited);

    std::unique_ptr<QTemporaryDir> m_copyFolder; ///< outlives the book that lies in it
    std::unique_ptr<book::Book> m_book;
    Clock m_clock;
    std::vector<Message> m_notices;
    std::optional<Portfolio> m_portfolio;
    std::mutex m_mutex; ///< guards m_waiting and m_asked
    std::deque<Question> m_waiting;
    std::function<void()> m_asked;
    std::function<void()> m_front;
    std::unique_ptr<BookServer> m_server; ///< last: stops before what its questions go to
};

} // namespace steward
