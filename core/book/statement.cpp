// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/statement.h"

#include <cerrno>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace steward::book {

namespace {

Error make(const char* code, ErrorKind kind, const QString& detail) { return Error{Code(code), kind, {detail}}; }

/// SQLite may forget why a write failed while it rolls back. What reached the limit of file sizes stands there,
/// the file or its log.
bool isAtSizeLimit(const QByteArray& file)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return false;
    constexpr quint64 page = 16 * 1024;
    for (const char* log : {"", "-wal", "-journal"}) {
        struct stat status;
        if (::stat(QByteArray(file + log).constData(), &status) == 0 &&
            static_cast<quint64>(status.st_size) + page > limit.rlim_cur)
            return true;
    }
    return false;
}

} // namespace

Error errorOf(int code, const QString& detail)
{
    const QString text = detail.isEmpty() ? QString::fromUtf8(sqlite3_errstr(code)) : detail;
    switch (code) {
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return make("book.reference", ErrorKind::Failed, text);
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
    case SQLITE_CONSTRAINT_UNIQUE:
        return make("book.exists", ErrorKind::Failed, text);
    default:
        break;
    }
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return make("book.busy", ErrorKind::Held, text);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return make("book.read-only", ErrorKind::ReadOnly, text);
    case SQLITE_FULL:
        return make("file.no-space", ErrorKind::Io, text);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
        return make("book.device", ErrorKind::Io, text);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return make("book.corrupt", ErrorKind::Corrupt, text);
    case SQLITE_INTERRUPT:
        return make("book.interrupted", ErrorKind::Cancelled, text);
    case SQLITE_CONSTRAINT:
        return make("book.constraint", ErrorKind::Failed, text);
    default:
        return make("book.failed", ErrorKind::Failed, text);
    }
}

Error errorOf(sqlite3* database)
{
    const int code = sqlite3_extended_errcode(database);
    const char* file = sqlite3_db_filename(database, "main");
    if ((code & 0xff) == SQLITE_FULL && file)
        return errorOf(code, QString::fromUtf8(file));
    if ((code & 0xff) == SQLITE_IOERR && file && (sqlite3_system_errno(database) == EFBIG || isAtSizeLimit(file)))
        return make("file.too-large", ErrorKind::Io, QString::fromUtf8(file));
    return errorOf(code, QString::fromUtf8(sqlite3_errmsg(database)));
}

Statement::Statement(sqlite3* database, const Sql& sql)
    : m_database(database)
{
    sqlite3_prepare_v3(database, sql.text().constData(), static_cast<int>(sql.text().size()), SQLITE_PREPARE_PERSISTENT,
                       &m_statement, nullptr);
}

Statement::~Statement() { sqlite3_finalize(m_statement); }

void Statement::bindNull(int parameter) { sqlite3_bind_null(m_statement, parameter + 1); }
void Statement::bind(int parameter, qint64 value) { sqlite3_bind_int64(m_statement, parameter + 1, value); }
void Statement::bind(int parameter, double value) { sqlite3_bind_double(m_statement, parameter + 1, value); }

void Statement::bind(int parameter, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(m_statement, parameter + 1, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bindStatic(int parameter, std::string_view utf8)
{
    sqlite3_bind_text64(m_statement, parameter + 1, utf8.data(), utf8.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindBlob(int parameter, QByteArrayView bytes)
{
    // A view of nothing has no address, and SQLite takes that for NULL.
    const char* data = bytes.isEmpty() ? "" : bytes.data();
    sqlite3_bind_blob64(m_statement, parameter + 1, data, static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC);
}

Result<bool> Statement::step()
{
    if (!m_statement)
        return tl::unexpected(m_database ? errorOf(m_database) : errorOf(SQLITE_MISUSE));
    const int code = sqlite3_step(m_statement);
    m_isRow = code == SQLITE_ROW;
    if (m_isRow)
        return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement);
        return false;
    }
    const Error error = errorOf(m_database);
    sqlite3_reset(m_statement);
    return tl::unexpected(error);
}

Status Statement::run()
{
    auto stepped = step();
    if (!stepped)
        return tl::unexpected(stepped.error());
    reset();
    return {};
}

void Statement::reset()
{
    if (m_isRow)
        sqlite3_reset(m_statement);
    m_isRow = false;
}

int Statement::columns() const { return sqlite3_column_count(m_statement); }

// Connections are used by one thread at a time and opened without SQLite's own locks: a value needs no protection.
Cell Statement::cell(int column) const { return Cell(sqlite3_column_value(m_statement, column)); }

bool Cell::isNull() const { return sqlite3_value_type(m_value) == SQLITE_NULL; }
int Cell::type() const { return sqlite3_value_type(m_value); }
qint64 Cell::integer() const { return sqlite3_value_int64(m_value); }
double Cell::real() const { return sqlite3_value_double(m_value); }

QString Cell::text() const
{
    const std::string_view view = utf8();
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

std::string_view Cell::utf8() const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(m_value));
    return text ? std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(m_value))) : std::string_view();
}

QByteArrayView Statement::blob(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char*>(data), sqlite3_column_bytes(m_statement, column)};
}

Status execute(sqlite3* database, const Sql& sql) { return Statement(database, sql).run(); }

Result<qint64> integerAnswer(sqlite3* database, const Sql& sql, qint64 fallback)
{
    Statement statement(database, sql);
    const auto row = statement.step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement.integer(0) : fallback;
}

Result<QString> textAnswer(sqlite3* database, const Sql& sql)
{
    Statement statement(database, sql);
    const auto row = statement.step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement.text(0) : QString();
}

} // namespace steward::book
