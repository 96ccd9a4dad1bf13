// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/changeset_rows.h"

#include <QtEndian>
#include <sqlite3.h>

namespace steward::book {

namespace {

/// Reads a changeset; after a first mistake isSound() is false and everything reads as nothing.
class Reader
{
public:
    explicit Reader(const QByteArray& bytes)
        : m_at(bytes.constData())
        , m_end(m_at + bytes.size())
    {
    }
    [[nodiscard]] bool isAtEnd() const { return m_at == m_end; }
    [[nodiscard]] bool isSound() const { return m_isSound; }
    [[nodiscard]] char byte()
    {
        const QByteArray one = raw(1);
        return one.isEmpty() ? '\0' : one[0];
    }
    [[nodiscard]] qsizetype varint()
    {
        quint64 value = 0;
        for (int i = 0; i < 9; ++i) {
            const auto digit = static_cast<unsigned char>(byte());
            value = (value << 7U) | (digit & 0x7fU);
            if ((digit & 0x80U) == 0)
                return static_cast<qsizetype>(value & 0x7fffffffU);
        }
        m_isSound = false;
        return 0;
    }
    /// Refers to the changeset.
    [[nodiscard]] QByteArray raw(qsizetype size)
    {
        if (size < 0 || size > m_end - m_at) {
            m_isSound = false;
            m_at = m_end;
            return {};
        }
        const char* from = std::exchange(m_at, m_at + size);
        return QByteArray::fromRawData(from, size);
    }
    [[nodiscard]] QByteArray name()
    {
        const char* end = std::find(m_at, m_end, '\0');
        const QByteArray text(m_at, end - m_at); // a copy: it ends in a zero of its own
        static_cast<void>(raw(end - m_at + 1));
        return text;
    }
    [[nodiscard]] StoredValues values(qsizetype columns)
    {
        StoredValues all(static_cast<std::size_t>(columns));
        for (StoredValue& each : all)
            each = value();
        return all;
    }

private:
    [[nodiscard]] StoredValue value()
    {
        StoredValue value;
        const char type = byte();
        m_isSound = m_isSound && type >= StoredValue::Absent && type <= StoredValue::Null;
        value.type = m_isSound ? static_cast<StoredValue::Type>(type) : StoredValue::Absent;
        if (value.type == StoredValue::Integer || value.type == StoredValue::Real) {
            const QByteArray bits = raw(8);
            value.number = bits.isEmpty() ? 0 : qFromBigEndian<qint64>(bits.constData());
        } else if (value.type == StoredValue::Text || value.type == StoredValue::Blob) {
            const qsizetype size = varint();
            value.bytes = raw(size);
        }
        return value;
    }

    const char* m_at;
    const char* m_end;
    bool m_isSound = true;
};

class Writer
{
public:
    void byte(char value) { m_bytes += value; }
    void raw(const QByteArray& bytes) { m_bytes += bytes; }
    /// SQLite's varint: seven bits a byte, high bit while more follow, most significant first.
    void varint(qsizetype number)
    {
        std::array<char, 10> digits{};
        std::size_t at = digits.size();
        auto value = static_cast<quint64>(number);
        digits[--at] = static_cast<char>(value & 0x7fU);
        while (value >>= 7U)
            digits[--at] = static_cast<char>((value & 0x7fU) | 0x80U);
        m_bytes.append(digits.data() + at, static_cast<qsizetype>(digits.size() - at));
    }
    void values(const StoredValues& all)
    {
        for (const StoredValue& each : all) {
            byte(each.type);
            if (each.type == StoredValue::Integer || each.type == StoredValue::Real) {
                std::array<char, 8> bits{};
                qToBigEndian(each.number, bits.data());
                m_bytes.append(bits.data(), bits.size());
            } else if (each.type == StoredValue::Text || each.type == StoredValue::Blob) {
                varint(each.bytes.size());
                m_bytes += each.bytes;
            }
        }
    }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

std::optional<ChangeKind> kindOf(char operation)
{
    switch (operation) {
    case SQLITE_INSERT:
        return ChangeKind::Insert;
    case SQLITE_UPDATE:
        return ChangeKind::Update;
    case SQLITE_DELETE:
        return ChangeKind::Delete;
    default:
        return std::nullopt;
    }
}

} // namespace

Result<QByteArray> rewritten(const QByteArray& changeset,
                             const std::function<void(const QByteArray& table, StoredRow& row)>& each)
{
    Reader reader(changeset);
    Writer writer;
    QByteArray table;
    qsizetype columns = -1;
    while (reader.isSound() && !reader.isAtEnd()) {
        const char operation = reader.byte();
        if (operation == 'T') {
            columns = reader.varint();
            const QByteArray keys = reader.raw(columns);
            table = reader.name();
            writer.byte(operation);
            writer.varint(columns);
            writer.raw(keys);
            writer.raw(table);
            writer.byte('\0');
            continue;
        }
        const auto kind = kindOf(operation);
        if (!kind || columns < 0)
            return fail(Code("book.changeset.damaged"), ErrorKind::Corrupt);
        const char indirect = reader.byte();
        StoredRow row{*kind, {}, {}};
        if (*kind != ChangeKind::Insert)
            row.before = reader.values(columns);
        if (*kind != ChangeKind::Delete)
            row.after = reader.values(columns);
        if (!reader.isSound())
            break;
        each(table, row);
        writer.byte(operation);
        writer.byte(indirect);
        writer.values(row.before);
        writer.values(row.after);
    }
    return reader.isSound() ? Result<QByteArray>(writer.take())
                            : fail(Code("book.changeset.damaged"), ErrorKind::Corrupt);
}

} // namespace steward::book
