// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace steward::book {

/// "StWd": what the header of every book carries at offset 68.
constexpr quint32 applicationId = 0x53745764;

enum class FileKind
{
    Book,          ///< a Steward book; whole as far as the header can tell
    Truncated,     ///< a Steward book that is shorter than its header says
    OtherDatabase, ///< an SQLite file of another program
    NoDatabase,    ///< not an SQLite file
    Empty,         ///< 0 bytes
    Directory,
    Special, ///< a pipe, device or socket
    TooLarge,
    Missing,
    Unreadable
};

/// What the first 100 bytes say, read without SQLite (the file format is documented at sqlite.org/fileformat2.html,
/// section 1.3).
struct FileHeader
{
    FileKind kind = FileKind::Missing;
    quint32 userVersion = 0;
    quint32 pageSize = 0;
    quint32 pageCount = 0;     ///< as the header has it; 0 in files whose header is older than their content
    quint32 changeCounter = 0; ///< grows with every transaction of any program
    bool isWal = false;        ///< left in WAL mode: not closed cleanly, or open somewhere
    qint64 fileSize = 0;
    friend bool operator==(const FileHeader&, const FileHeader&) = default;
};

constexpr qint64 largestBook = qint64(64) << 30;

/// Looks at the path itself, after symbolic links; never writes, never locks, never blocks on a pipe.
[[nodiscard]] FileHeader readFileHeader(const QString& path);
/// The same of bytes in memory, for the fuzzer: at most the first 100 are read.
[[nodiscard]] FileHeader parseFileHeader(const QByteArray& head, qint64 fileSize);

} // namespace steward::book
