// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

struct sqlite3;

namespace steward::book {

/// Around a question whose text a user wrote: while it lives, the connection reads and does nothing else (no ATTACH, no
/// PRAGMA that sets anything, no write), and what runs longer than two seconds is stopped (SQLITE_INTERRUPT). Internal
/// to core/book.
class ReadingGuard
{
public:
    explicit ReadingGuard(sqlite3* database, int mostMs = 2'000);
    ~ReadingGuard();
    ReadingGuard(const ReadingGuard&) = delete;
    ReadingGuard& operator=(const ReadingGuard&) = delete;

private:
    static int isOver(void* guard);

    sqlite3* m_database;
    int m_mostMs;
    QElapsedTimer m_timer;
};

} // namespace steward::book
