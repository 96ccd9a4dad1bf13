// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/connection.h"

#include "core/base/failpoint.h"
#include "core/book/library.h"
#include "core/book/statement.h"

#include <QFile>
#include <QUrl>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace steward::book {

namespace {

/// SQLite gives its -wal and -journal the mode of the file, so the file has to be private before SQLite sees it.
Status createPrivateFile(const QString& path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return fail(errno == EEXIST ? Code("book.file-exists") : Code("file.unwritable"), ErrorKind::Io, {path});
    ::fchmod(file, 0600);
    ::close(file);
    return {};
}

/// Undo and history are made of changesets, which some builds of SQLite cannot record.
Status checkLibrary()
{
    if (sqlite3_compileoption_used("ENABLE_SESSION") == 0)
        return fail(Code("book.driver"), ErrorKind::Failed, {QString::fromLatin1(sqlite3_libversion())});
    return {};
}

void limit(sqlite3* handle)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 2);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
    sqlite3_extended_result_codes(handle, 1);
}

Status runAll(sqlite3* handle, std::initializer_list<const char*> statements)
{
    for (const char* sql : statements)
        if (auto done = execute(handle, sql); !done)
            return done;
    return {};
}

/// A connection has a thread of its own, so it needs no locks.
int flagsFor(OpenMode mode)
{
    switch (mode) {
    case OpenMode::ReadOnly:
        return SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY;
    case OpenMode::Immutable:
        return SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    default:
        return SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE;
    }
}

/// Shared memory and fsync of a WAL cannot be trusted on NFS, SMB and FUSE.
bool liesOnNetwork(const QString& path)
{
    struct statfs status;
    if (::statfs(QFile::encodeName(path).constData(), &status) != 0)
        return false;
    const auto type = static_cast<quint32>(status.f_type);
    return type == 0x6969U || type == 0xff534d42U || type == 0xfe534d42U || type == 0x65735546U;
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, OpenMode mode)
{
    if (mode == OpenMode::Create)
        if (auto made = createPrivateFile(path); !made)
            return tl::unexpected(made.error());
    std::unique_ptr<Connection> connection(new Connection(path, mode));
    if (auto done = connection->connect(); !done)
        return tl::unexpected(done.error());
    if (auto done = connection->configure(); !done)
        return tl::unexpected(done.error());
    return connection;
}

Connection::~Connection() { sqlite3_close_v2(m_handle); }

void prepareLibrary() { [[maybe_unused]] static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

Status Connection::connect()
{
    prepareLibrary();
    if (auto good = checkLibrary(); !good)
        return good;
    const QByteArray name = m_mode == OpenMode::Immutable
                                ? QByteArray("file:" + QUrl::toPercentEncoding(m_path, "/") + "?immutable=1")
                                : m_path.toUtf8();
    if (sqlite3_open_v2(name.constData(), &m_handle, flagsFor(m_mode), nullptr) != SQLITE_OK)
        return fail(Code("book.device"), ErrorKind::Io,
                    {m_handle ? QString::fromUtf8(sqlite3_errmsg(m_handle)) : QString()});
    return {};
}

Status Connection::configure()
{
    limit(m_handle);
    auto done = runAll(m_handle, {"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA foreign_keys=ON",
                                  "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0",
                                  "PRAGMA temp_store=MEMORY", "PRAGMA cache_size=-65536"});
    if (done && !isReadOnly())
        done = configureWriting();
    if (!done)
        return done;
    // A file that cannot be read (no database, read-only folder with a log) opens and fails at the first SELECT.
    const auto probe = integerAnswer(m_handle, "SELECT count(*) FROM sqlite_schema");
    return probe ? Status() : tl::unexpected(probe.error());
}

Status Connection::configureWriting()
{
    if (m_mode == OpenMode::Create)
        if (auto done = runAll(m_handle, {"PRAGMA page_size=16384", "PRAGMA encoding='UTF-8'"}); !done)
            return done;
    if (auto done = runAll(m_handle, {"PRAGMA secure_delete=ON", "PRAGMA synchronous=FULL"}); !done)
        return done;
    // Takes the exclusive lock, which EXCLUSIVE mode keeps, and writes nothing.
    if (auto done = runAll(m_handle, {"BEGIN EXCLUSIVE", "COMMIT"}); !done)
        return done;
    const auto mode = textAnswer(m_handle, "PRAGMA journal_mode");
    if (!mode)
        return tl::unexpected(mode.error());
    m_isWal = *mode == QStringLiteral("wal");
    m_isNetwork = liesOnNetwork(m_path);
    if (!m_isNetwork)
        return {};
    if (auto done = runAll(m_handle, {"PRAGMA synchronous=EXTRA"}); !done)
        return done;
    m_isWal = false;
    return changeJournal("TRUNCATE");
}

Status Connection::changeJournal(const char* mode)
{
    const auto answer = textAnswer(m_handle, QByteArray("PRAGMA journal_mode=") + mode);
    if (!answer)
        return tl::unexpected(answer.error());
    return answer->compare(QLatin1String(mode), Qt::CaseInsensitive) == 0
               ? Status()
               : fail(Code("book.log"), ErrorKind::Io, {*answer});
}

Status Connection::startWriting()
{
    if (isReadOnly())
        return fail(Code("book.read-only"), ErrorKind::ReadOnly);
    if (m_isWal || m_isNetwork)
        return {};
    if (auto done = changeJournal("WAL"); !done)
        return done;
    m_isWal = true;
    return {};
}

Status Connection::startTrial()
{
    if (isReadOnly())
        return fail(Code("book.read-only"), ErrorKind::ReadOnly);
    if (m_isWal || m_isNetwork)
        return {};
    // Nothing is spilled, so there is nothing in the file that a journal on disk would have to bring back.
    if (auto done = execute(m_handle, "PRAGMA cache_spill=OFF"); !done)
        return done;
    return changeJournal("MEMORY");
}

Status Connection::endTrial()
{
    if (m_isWal || m_isNetwork)
        return {};
    if (auto done = changeJournal("DELETE"); !done)
        return done;
    return execute(m_handle, "PRAGMA cache_spill=ON");
}

Status Connection::finishWriting()
{
    if (!m_isWal)
        return {};
    failpoint("book.close.checkpoint");
    if (auto done = execute(m_handle, "PRAGMA wal_checkpoint(TRUNCATE)"); !done)
        return done;
    failpoint("book.close.checkpointed");
    if (auto done = changeJournal("DELETE"); !done)
        return done;
    failpoint("book.close.plain");
    m_isWal = false;
    return {};
}

} // namespace steward::book
