// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <functional>
#include <memory>

namespace steward {

/// What a second opener may ask of the process that has a book open.
enum class Ask
{
    Front, ///< bring your window to the front
    Copy   ///< write a copy of the book into the folder named, by the backup API
};

/// One question of a second opener, waiting for the thread that owns the book.
struct Question
{
    Ask ask = Ask::Front;
    QString folder;                                     ///< for Copy: a private folder of the asker
    std::function<void(const Result<QString>&)> answer; ///< the path of the copy; callable once, from any thread
};

/// Listens on a local socket (mode 0600) named after the book's real path, on a thread of its own. Questions are handed
/// to `arrived` on that thread; whoever owns the book answers them when it can. Needs no event loop.
class BookServer
{
public:
    using Arrived = std::function<void(Question)>;
    /// none where no socket can be made (no temp folder): second openers then see the lock file and the backups only.
    [[nodiscard]] static std::unique_ptr<BookServer> listen(const QString& book, Arrived arrived);
    ~BookServer();
    BookServer(const BookServer&) = delete;
    BookServer& operator=(const BookServer&) = delete;

private:
    class Worker;
    explicit BookServer(std::unique_ptr<Worker> worker);
    std::unique_ptr<Worker> m_worker;
};

/// The socket's name for a book, the same from every folder and through every link.
[[nodiscard]] QString socketName(const QString& book);

/// Asks whoever has the book open. ErrorKind::NotFound where nobody listens, ErrorKind::Failed where no answer comes in
/// time.
[[nodiscard]] Result<QString> askHolder(const QString& book, Ask ask, const QString& folder, int timeoutMs);

} // namespace steward
