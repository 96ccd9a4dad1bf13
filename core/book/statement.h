// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <concepts>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

namespace steward::book {

/// The failure a connection reports now, by its extended result code.
[[nodiscard]] Error errorOf(sqlite3* database);
/// The same for a result code without a connection (session functions, backup).
[[nodiscard]] Error errorOf(int code, const QString& detail = {});

/// The text of one statement, from whatever kind of string it was put together.
class Sql
{
public:
    template <class Text>
    requires std::convertible_to<Text, QByteArray> Sql(const Text& text)
        : m_text(text)
    {
    }
    Sql(const std::string& text)
        : m_text(QByteArray::fromStdString(text))
    {
    }
    Sql(const QString& text)
        : m_text(text.toUtf8())
    {
    }
    [[nodiscard]] const QByteArray& text() const { return m_text; }

private:
    QByteArray m_text;
};

/// A column of the row that a statement stands on, looked up once however much is asked of it. Gone with the row.
class Cell
{
public:
    explicit Cell(sqlite3_value* value)
        : m_value(value)
    {
    }
    [[nodiscard]] bool isNull() const;
    [[nodiscard]] int type() const; ///< SQLITE_INTEGER ...
    [[nodiscard]] qint64 integer() const;
    [[nodiscard]] double real() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] std::string_view utf8() const;

private:
    sqlite3_value* m_value;
};

/// One prepared statement on the native handle of a connection, for anything that loops. Parameters and columns count
/// from 0. Texts bound by view must live until step() or reset(). Not for another thread; must not outlive the
/// connection.
class Statement
{
public:
    Statement() = default;
    /// sql is one whole statement. A statement that cannot be prepared answers every call with its error.
    Statement(sqlite3* database, const Sql& sql);
    ~Statement();
    Statement(Statement&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
        , m_statement(std::exchange(other.m_statement, nullptr))
        , m_isRow(other.m_isRow)
    {
    }
    Statement& operator=(Statement&& other) noexcept
    {
        std::swap(m_database, other.m_database);
        std::swap(m_statement, other.m_statement);
        std::swap(m_isRow, other.m_isRow);
        return *this;
    }

    [[nodiscard]] bool isPrepared() const { return m_statement != nullptr; }

    void bindNull(int parameter);
    void bind(int parameter, qint64 value);
    void bind(int parameter, double value);
    /// Copies; an empty text is bound as text, not as NULL.
    void bind(int parameter, QStringView text);
    /// UTF-8 that stays where it is until the next step() or reset().
    void bindStatic(int parameter, std::string_view utf8);
    void bindBlob(int parameter, QByteArrayView bytes);

    /// True when there is a row. After the last row, or an error, the statement is reset and may be bound again.
    [[nodiscard]] Result<bool> step();
    /// step() for a statement that gives no rows, or whose rows are of no interest.
    [[nodiscard]] Status run();
    void reset();

    [[nodiscard]] int columns() const;
    /// Valid until the next step() or reset(), as the views it hands out are.
    [[nodiscard]] Cell cell(int column) const;
    [[nodiscard]] bool isNull(int column) const { return cell(column).isNull(); }
    [[nodiscard]] int type(int column) const { return cell(column).type(); }
    [[nodiscard]] qint64 integer(int column) const { return cell(column).integer(); }
    [[nodiscard]] double real(int column) const { return cell(column).real(); }
    [[nodiscard]] QString text(int column) const { return cell(column).text(); }
    [[nodiscard]] std::string_view utf8(int column) const { return cell(column).utf8(); }
    [[nodiscard]] QByteArrayView blob(int column) const;

private:
    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_statement = nullptr;
    bool m_isRow = false;
};

/// Runs one statement without parameters.
[[nodiscard]] Status execute(sqlite3* database, const Sql& sql);
/// First column of the first row as an integer; fallback where there is no row.
[[nodiscard]] Result<qint64> integerAnswer(sqlite3* database, const Sql& sql, qint64 fallback = 0);
/// First column of the first row as text.
[[nodiscard]] Result<QString> textAnswer(sqlite3* database, const Sql& sql);

} // namespace steward::book
