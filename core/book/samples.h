// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/book/statement.h"

#include <array>
#include <string>

/// Internal to core/book: a month of usage samples and its text in the file.
namespace steward::book {

using UsageSample = Edit::UsageSample;

/// Samples of one month; a bit of present for each day of the month, day 1 is bit 0.
struct MonthSamples
{
    std::array<double, 31> values{};
    quint32 present = 0;
    [[nodiscard]] bool has(int day) const { return (present >> (day - 1) & 1U) != 0; }
    void set(int day, double value)
    {
        values[static_cast<std::size_t>(day - 1)] = value;
        present |= 1U << (day - 1);
    }
    [[nodiscard]] int firstDay() const; ///< 1-31; present must not be 0
};

/// A month by its days: the first as days since 1970-01-01 and how many there are.
struct MonthSpan
{
    qint32 first = 0;
    int days = 0;
    std::array<char, 7> text{}; ///< "2026-11"
    [[nodiscard]] std::string_view iso() const { return {text.data(), text.size()}; }
};
/// Years 0 to 9999.
[[nodiscard]] MonthSpan monthOfDay(qint32 day);
/// none when it is not "2026-11".
[[nodiscard]] std::optional<MonthSpan> monthOfText(std::string_view text);

/// JSON array of numbers from the first to the last day that has one, null between. Shortest text that reads back to
/// the same double; whole numbers print as integers. Replaces out.
void writeSamples(const MonthSamples& samples, std::string& out);
/// False when it is not such an array or reaches past day 31.
[[nodiscard]] bool readSamples(std::string_view json, int firstDay, MonthSamples& samples);

/// Whose usage: an account, or the key of one that is not known.
struct UsageOwner
{
    qint64 account = 0;
    QString unlinked;
};
/// Every sample of an owner, by (metric, day), with its account.
[[nodiscard]] Result<std::vector<UsageSample>> readSamples(sqlite3* database, const UsageOwner& owner);

} // namespace steward::book
