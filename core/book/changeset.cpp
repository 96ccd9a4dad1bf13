// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/changeset.h"

#include "core/book/tables.h"

#include <sqlite3.h>
#include <zstd.h>

namespace steward::book {

namespace {

/// Bytes that a session function allocated.
struct Allocated
{
    int size = 0;
    void* data = nullptr;
    ~Allocated() { sqlite3_free(data); }
    [[nodiscard]] QByteArray bytes() const { return {static_cast<const char*>(data), size}; }
};

int abortOnConflict(void*, int, sqlite3_changeset_iter*) { return SQLITE_CHANGESET_ABORT; }

Error damaged() { return Error{Code("book.changeset.damaged"), ErrorKind::Corrupt, {}}; }

struct IteratorEnd
{
    void operator()(sqlite3_changeset_iter* at) const { sqlite3changeset_finalize(at); }
};
using Iterator = std::unique_ptr<sqlite3_changeset_iter, IteratorEnd>;

Result<Iterator> startOf(const QByteArray& changeset)
{
    sqlite3_changeset_iter* at = nullptr;
    const int code = sqlite3changeset_start(&at, static_cast<int>(changeset.size()),
                                            const_cast<char*>(changeset.constData())); // the API is not const, it reads
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(code));
    return Iterator(at);
}

Status checkColumns(sqlite3* database, const QByteArray& changeset)
{
    QByteArray last;
    return walk(changeset, [&](const ChangedRow& row) -> Status {
        if (last == QByteArrayView(row.table().data(), static_cast<qsizetype>(row.table().size())))
            return {};
        last = QByteArray(row.table().data(), static_cast<qsizetype>(row.table().size()));
        Statement count(database, "SELECT count(*) FROM pragma_table_info(?)");
        count.bindStatic(0, std::string_view(last.constData(), static_cast<std::size_t>(last.size())));
        const auto found = count.step();
        if (!found)
            return tl::unexpected(found.error());
        if (count.integer(0) != row.columns())
            return fail(Code("book.changeset.columns"), ErrorKind::Failed, {QString::fromLatin1(last)});
        return {};
    });
}

} // namespace

Result<std::unique_ptr<Session>> Session::start(sqlite3* database)
{
    sqlite3_session* raw = nullptr;
    if (const int code = sqlite3session_create(database, "main", &raw); code != SQLITE_OK)
        return tl::unexpected(errorOf(code));
    std::unique_ptr<Session> session(new Session(raw));
    for (const QByteArray& table : modelTables())
        if (const int code = sqlite3session_attach(raw, table.constData()); code != SQLITE_OK)
            return tl::unexpected(errorOf(code));
    return session;
}

Session::~Session() { sqlite3session_delete(m_session); }

void Session::setRecording(bool isOn) { sqlite3session_enable(m_session, isOn ? 1 : 0); }

Result<QByteArray> Session::changeset()
{
    Allocated made;
    if (const int code = sqlite3session_changeset(m_session, &made.size, &made.data); code != SQLITE_OK)
        return tl::unexpected(errorOf(code));
    return made.bytes();
}

ChangedRow::ChangedRow(sqlite3_changeset_iter* at)
    : m_at(at)
{
    const char* table = "";
    int operation = 0;
    int indirect = 0;
    sqlite3changeset_op(at, &table, &m_columns, &operation, &indirect);
    m_table = table;
    m_kind = operation == SQLITE_INSERT   ? ChangeKind::Insert
             : operation == SQLITE_DELETE ? ChangeKind::Delete
                                          : ChangeKind::Update;
}

sqlite3_value* ChangedRow::before(int column) const
{
    sqlite3_value* value = nullptr;
    if (m_kind != ChangeKind::Insert)
        sqlite3changeset_old(m_at, column, &value);
    return value;
}

sqlite3_value* ChangedRow::after(int column) const
{
    sqlite3_value* value = nullptr;
    if (m_kind != ChangeKind::Delete)
        sqlite3changeset_new(m_at, column, &value);
    return value;
}

sqlite3_value* ChangedRow::key(int column) const
{
    return m_kind == ChangeKind::Insert ? after(column) : before(column);
}

qint64 ChangedRow::integerKey(int column) const
{
    sqlite3_value* value = key(column);
    return value ? sqlite3_value_int64(value) : 0;
}

std::string_view ChangedRow::textKey(int column) const
{
    sqlite3_value* value = key(column);
    const auto* text = value ? reinterpret_cast<const char*>(sqlite3_value_text(value)) : nullptr;
    return text ? std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

bool ChangedRow::touches(int column) const { return m_kind != ChangeKind::Update || after(column) != nullptr; }

Status walk(const QByteArray& changeset, const std::function<Status(const ChangedRow&)>& each)
{
    const auto iterator = startOf(changeset);
    if (!iterator)
        return tl::unexpected(iterator.error());
    int code = sqlite3changeset_next(iterator->get());
    while (code == SQLITE_ROW) {
        if (auto done = each(ChangedRow(iterator->get())); !done)
            return done;
        code = sqlite3changeset_next(iterator->get());
    }
    return code == SQLITE_DONE ? Status() : tl::unexpected(damaged());
}

Result<QByteArray> joined(std::span<const QByteArray> parts)
{
    sqlite3_changegroup* group = nullptr;
    if (const int code = sqlite3changegroup_new(&group); code != SQLITE_OK)
        return tl::unexpected(errorOf(code));
    int code = SQLITE_OK;
    for (const QByteArray& part : parts)
        if (code == SQLITE_OK)
            code = sqlite3changegroup_add(group, static_cast<int>(part.size()), const_cast<char*>(part.constData()));
    Allocated made;
    if (code == SQLITE_OK)
        code = sqlite3changegroup_output(group, &made.size, &made.data);
    sqlite3changegroup_delete(group);
    return code == SQLITE_OK ? Result<QByteArray>(made.bytes()) : tl::unexpected(errorOf(code));
}

Result<QByteArray> inverted(const QByteArray& changeset)
{
    Allocated made;
    const int code =
        sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.constData(), &made.size, &made.data);
    if (code != SQLITE_OK)
        return tl::unexpected(code == SQLITE_CORRUPT ? damaged() : errorOf(code));
    return made.bytes();
}

Status apply(sqlite3* database, const QByteArray& changeset)
{
    if (auto checked = checkColumns(database, changeset); !checked)
        return checked;
    const int code = sqlite3changeset_apply(database, static_cast<int>(changeset.size()),
                                            const_cast<char*>(changeset.constData()), // not const, only read
                                            nullptr, abortOnConflict, nullptr);
    if (code == SQLITE_ABORT)
        return fail(Code("book.changeset.conflict"), ErrorKind::Failed);
    return code == SQLITE_OK ? Status() : tl::unexpected(errorOf(code));
}

Result<QByteArray> packed(const QByteArray& bytes)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(bytes.size()))),
                   Qt::Uninitialized);
    constexpr qsizetype small = 1 << 20; // which two threads would not do faster
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    if (!context)
        throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 1);
    // A library without threads refuses, and does it in this one.
    if (bytes.size() > small)
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_nbWorkers, 2);
    const std::size_t size = ZSTD_compress2(context.get(), out.data(), static_cast<std::size_t>(out.size()),
                                            bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (ZSTD_isError(size))
        return fail(Code("book.compress"), ErrorKind::Failed, {QString::fromLatin1(ZSTD_getErrorName(size))});
    out.truncate(static_cast<qsizetype>(size));
    return out;
}

Result<QByteArray> unpacked(QByteArrayView bytes)
{
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), static_cast<std::size_t>(bytes.size()));
    // A damaged header may promise anything; SQLite limits a changeset to less than 2 GiB.
    if (size > 0x7fffffffULL)
        return tl::unexpected(damaged());
    QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
    const std::size_t got = ZSTD_decompress(out.data(), static_cast<std::size_t>(size), bytes.data(),
                                            static_cast<std::size_t>(bytes.size()));
    if (ZSTD_isError(got) || got != size)
        return tl::unexpected(damaged());
    return out;
}

} // namespace steward::book
