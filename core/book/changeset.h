// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/statement.h"

#include <QByteArray>
#include <functional>
#include <span>

struct sqlite3_changeset_iter;
struct sqlite3_session;
struct sqlite3_value;

/// Internal to core/book: changesets of SQLite's session extension.
namespace steward::book {

/// Records every change of the model tables while it lives.
class Session
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Session>> start(sqlite3* database);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    /// Off while somebody writes the same bytes himself.
    void setRecording(bool isOn);
    [[nodiscard]] Result<QByteArray> changeset();

private:
    explicit Session(sqlite3_session* session)
        : m_session(session)
    {
    }
    sqlite3_session* m_session;
};

enum class ChangeKind
{
    Insert,
    Update,
    Delete
};

/// One row of a changeset. Values may be null pointers where the changeset does not carry them.
class ChangedRow
{
public:
    explicit ChangedRow(sqlite3_changeset_iter* at);
    [[nodiscard]] std::string_view table() const { return m_table; }
    [[nodiscard]] ChangeKind kind() const { return m_kind; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] sqlite3_value* before(int column) const;
    [[nodiscard]] sqlite3_value* after(int column) const;
    /// The value of a key column, which every kind of change carries.
    [[nodiscard]] sqlite3_value* key(int column) const;
    [[nodiscard]] qint64 integerKey(int column) const;
    [[nodiscard]] std::string_view textKey(int column) const;
    /// Whether an update touches this column; true for inserts and deletes.
    [[nodiscard]] bool touches(int column) const;

private:
    sqlite3_changeset_iter* m_at;
    std::string_view m_table;
    ChangeKind m_kind = ChangeKind::Insert;
    int m_columns = 0;
};

/// Every row of a changeset, in its order.
[[nodiscard]] Status walk(const QByteArray& changeset, const std::function<Status(const ChangedRow&)>& each);
[[nodiscard]] Result<QByteArray> inverted(const QByteArray& changeset);
/// One changeset of several that may hold the same row, in the order in which they were made.
[[nodiscard]] Result<QByteArray> joined(std::span<const QByteArray> parts);
/// Refuses a changeset whose tables have other columns now, for SQLite would skip it and say OK. Any conflict aborts;
/// the transaction around it is then to be rolled back.
[[nodiscard]] Status apply(sqlite3* database, const QByteArray& changeset);

/// zstd level 1: 3 to 6 times smaller at some 400 MB/s.
[[nodiscard]] Result<QByteArray> packed(const QByteArray& bytes);
[[nodiscard]] Result<QByteArray> unpacked(QByteArrayView bytes);

} // namespace steward::book
