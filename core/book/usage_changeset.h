// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <string>
#include <string_view>

/// Internal to core/book.
namespace steward::book {

/// Writes the changeset of usage rows in the form of SQLite's session extension (documented in sqlite3session.c,
/// "CHANGESET FORMAT"): a table header, then one record a row.
class UsageChangeset
{
public:
    struct Key
    {
        qint64 account = 0;
        std::string_view unlinked;
        qint64 metric = 0;
        std::string_view month;
    };
    explicit UsageChangeset(bool isUnlinked)
        : m_isUnlinked(isUnlinked)
    {
    }
    void insert(const Key& key, int firstDay, std::string_view samples);
    void update(const Key& key, int oldFirstDay, std::string_view oldSamples, int firstDay, std::string_view samples);
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] QByteArray take() { return std::exchange(m_bytes, {}); }

private:
    void start(unsigned char operation);
    void putKey(const Key& key);
    void put(qint64 value);
    void put(std::string_view text);
    void putNothing(int columns) { m_row.append(static_cast<std::size_t>(columns), '\0'); }
    void finishRow();

    bool m_isUnlinked;
    QByteArray m_bytes;
    std::string m_row; ///< being written
};

} // namespace steward::book
