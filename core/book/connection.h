// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <memory>

struct sqlite3;

namespace steward::book {

enum class OpenMode
{
    Create,    ///< the file must not exist; made with mode 0600
    ReadWrite, ///< holds SQLite's exclusive lock until closed
    ReadOnly,
    Immutable ///< read-only medium: no lock, nothing is written beside the file. Never beside a -wal
};

/// The one connection to a book. Confined to the thread that opened it.
class Connection
{
public:
    /// Opens with the pragmas and limits of a book and reads once, so that a file that is no database, or cannot be
    /// locked, is told here. ErrorKind::Held when another process has it.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString& path, OpenMode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] sqlite3* handle() const { return m_handle; }
    [[nodiscard]] const QString& path() const { return m_path; }
    /// A file system over a network: a rollback journal in place of the log.
    [[nodiscard]] bool isOnNetwork() const { return m_isNetwork; }
    [[nodiscard]] bool isReadOnly() const { return m_mode == OpenMode::ReadOnly || m_mode == OpenMode::Immutable; }

    /// What was committed is in the file and in no log, and stays so until startWriting().
    [[nodiscard]] bool isWholeInFile() const
    {
        return m_mode == OpenMode::Immutable || (!isReadOnly() && !m_isWal && !m_isNetwork);
    }

    /// Before the first transaction that writes: from here on the file has a write-ahead log. Once is enough.
    [[nodiscard]] Status startWriting();
    /// Around a transaction that is always taken back: not a byte of a file without a log is written.
    [[nodiscard]] Status startTrial();
    [[nodiscard]] Status endTrial();
    /// Log into the file, file back to one plain file. Statements must be finalized.
    [[nodiscard]] Status finishWriting();

private:
    Connection(QString path, OpenMode mode)
        : m_path(std::move(path))
        , m_mode(mode)
    {
    }
    [[nodiscard]] Status connect();
    [[nodiscard]] Status configure();
    [[nodiscard]] Status configureWriting();
    [[nodiscard]] Status changeJournal(const char* mode);

    QString m_path;
    OpenMode m_mode;
    sqlite3* m_handle = nullptr;
    bool m_isWal = false;
    bool m_isNetwork = false;
};

} // namespace steward::book
