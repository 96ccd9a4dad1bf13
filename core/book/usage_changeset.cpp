// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/usage_changeset.h"

#include <QtEndian>
#include <array>
#include <sqlite3.h>

namespace steward::book {

namespace {

constexpr char integerMark = 1;
constexpr char textMark = 3;
constexpr int keyColumns = 3;

/// SQLite's varint: seven bits a byte, high bit while more follow, most significant first.
void putVarint(std::string& out, std::size_t value)
{
    std::array<char, 10> digits{};
    std::size_t at = digits.size();
    digits[--at] = static_cast<char>(value & 0x7fU);
    while (value >>= 7U)
        digits[--at] = static_cast<char>((value & 0x7fU) | 0x80U);
    out.append(digits.data() + at, digits.size() - at);
}

} // namespace

void UsageChangeset::start(unsigned char operation)
{
    m_row.clear();
    if (m_bytes.isEmpty()) {
        m_row += 'T';
        m_row += char(5);
        // Which column of the primary key each column is, from 1; 0 for the others.
        m_row.append({1, 2, 3, 0, 0});
        m_row += m_isUnlinked ? "unlinked_usage" : "usage";
        m_row += '\0';
    }
    m_row += static_cast<char>(operation);
    m_row += '\0'; // not indirect
}

void UsageChangeset::finishRow() { m_bytes.append(m_row.data(), static_cast<qsizetype>(m_row.size())); }

void UsageChangeset::putKey(const Key& key)
{
    if (m_isUnlinked)
        put(key.unlinked);
    else
        put(key.account);
    put(key.metric);
    put(key.month);
}

void UsageChangeset::put(qint64 value)
{
    std::array<char, 8> bytes{};
    qToBigEndian(value, bytes.data());
    m_row += integerMark;
    m_row.append(bytes.data(), bytes.size());
}

void UsageChangeset::put(std::string_view text)
{
    m_row += textMark;
    putVarint(m_row, text.size());
    m_row += text;
}

void UsageChangeset::insert(const Key& key, int firstDay, std::string_view samples)
{
    start(SQLITE_INSERT);
    putKey(key);
    put(qint64(firstDay));
    put(samples);
    finishRow();
}

void UsageChangeset::update(const Key& key, int oldFirstDay, std::string_view oldSamples, int firstDay,
                            std::string_view samples)
{
    start(SQLITE_UPDATE);
    putKey(key);
    const auto putFirst = [&](int value) {
        if (oldFirstDay == firstDay)
            putNothing(1);
        else
            put(qint64(value));
    };
    putFirst(oldFirstDay);
    put(oldSamples);
    putNothing(keyColumns);
    putFirst(firstDay);
    put(samples);
    finishRow();
}

} // namespace steward::book
