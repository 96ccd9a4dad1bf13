// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/reading_guard.h"

#include <sqlite3.h>
#include <string_view>

namespace steward::book {

namespace {

constexpr int stepsBetweenLooks = 10'000;

int readsOnly(void*, int action, const char* first, const char*, const char*, const char*)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_PRAGMA: // the full-text index asks whether its data is still the one it knows
        return first && std::string_view(first) == "data_version" ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

} // namespace

ReadingGuard::ReadingGuard(sqlite3* database, int mostMs)
    : m_database(database)
    , m_mostMs(mostMs)
{
    m_timer.start();
    sqlite3_set_authorizer(database, readsOnly, nullptr);
    sqlite3_progress_handler(database, stepsBetweenLooks, isOver, this);
}

ReadingGuard::~ReadingGuard()
{
    sqlite3_progress_handler(m_database, 0, nullptr, nullptr);
    sqlite3_set_authorizer(m_database, nullptr, nullptr);
}

int ReadingGuard::isOver(void* guard)
{
    const auto* self = static_cast<const ReadingGuard*>(guard);
    return self->m_timer.hasExpired(self->m_mostMs) ? 1 : 0;
}

} // namespace steward::book
