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
    if (m_bytes.empty()) {
        m_bytes += 'T';
        m_bytes += char(5);
        // Which column of the primary key each column is, from 1; 0 for the others.
        m_bytes.append({1, 2, 3, 0, 0});
        m_bytes += m_isUnlinked ? "unlinked_usage" : "usage";
        m_bytes += '\0';
    }
    m_bytes += static_cast<char>(operation);
    m_bytes += '\0'; // not indirect
}

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
    m_bytes += integerMark;
    m_bytes.append(bytes.data(), bytes.size());
}

void UsageChangeset::put(std::string_view text)
{
    m_bytes += textMark;
    putVarint(m_bytes, text.size());
    m_bytes += text;
}

void UsageChangeset::insert(const Key& key, int firstDay, std::string_view samples)
{
    start(SQLITE_INSERT);
    putKey(key);
    put(qint64(firstDay));
    put(samples);
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
}

QByteArray UsageChangeset::take() { return QByteArray::fromStdString(std::exchange(m_bytes, {})); }

} // namespace steward::book
