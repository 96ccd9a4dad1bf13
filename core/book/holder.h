// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/error.h"

#include <memory>

namespace steward::book {

/// Book in use by somebody else. Arguments: file name, user, host, since which day and time ("09:12") of this machine.
inline constexpr Code bookHeld{"book.held"};

/// Closed and nothing lost, but on a full disk the log beside the book keeps what was committed. Argument: file name.
inline constexpr Code bookLogLeft{"book.log-left"};

/// Who has a book open. Advice for people ("open on Ana's laptop since 09:12"): SQLite's own lock is the truth.
struct Holder
{
    QString user;
    QString host;
    qint64 pid = 0;
    QString version;
    Instant since;
    friend bool operator==(const Holder&, const Holder&) = default;
};

/// This process, now.
[[nodiscard]] Holder thisProcess(const QString& version, Instant now);
/// "West book.steward" -> ".West book.steward.lock" in the same folder.
[[nodiscard]] QString holderPath(const QString& book);
/// none where there is no lock file, or it cannot be understood.
[[nodiscard]] std::optional<Holder> readHolder(const QString& book);
/// Waits for a holder of this machine that was killed: it has the book until its memory is freed, for seconds where
/// that is much. Nobody who lives is waited for.
void awaitEnding(const QString& book, const QString& thisHost);
/// Same host and the process is gone. A holder on another host is never stale: it cannot be seen from here.
[[nodiscard]] bool isStale(const Holder& holder, const QString& thisHost);

/// ErrorKind::Held names a holder that is not stale. For where no lock can be written; says nothing of a moment later.
[[nodiscard]] Status requireFree(const QString& book, const QString& thisHost);

/// The lock file of an open book; removed on destruction if it is still ours.
class HolderFile
{
public:
    /// Takes over a stale one; ErrorKind::Held names the holder of one that is not. ErrorKind::Io where the folder is
    /// not writable or the disk is full.
    [[nodiscard]] static Result<std::unique_ptr<HolderFile>> take(const QString& book, const Holder& self);
    ~HolderFile();
    HolderFile(const HolderFile&) = delete;
    HolderFile& operator=(const HolderFile&) = delete;

private:
    HolderFile(QString path, Holder self)
        : m_path(std::move(path))
        , m_self(std::move(self))
    {
    }
    QString m_path;
    Holder m_self;
};

} // namespace steward::book
