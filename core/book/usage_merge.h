// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/book/samples.h"
#include "core/book/usage_changeset.h"

#include <unordered_map>

/// Internal to core/book: samples into the rows of their months. The changeset is written along the way, which saves
/// the session's own work of reading every row back; a test keeps both equal.
namespace steward::book {

/// Changesets of usage rows, and whose facts they touch.
struct UsageChanges
{
    std::vector<QByteArray> parts; ///< within each a row is there once
    bool mayRepeatRows = false;    ///< one part may hold a row of another
    Book::Edited touched;
};

/// Merges samples of accounts, or of keys nobody knows yet, as often as an edit likes, while nothing else writes usage.
class UsageMerge
{
public:
    UsageMerge(sqlite3* database, bool isUnlinked, bool isRecording);

    /// See Edit::mergeUsage.
    [[nodiscard]] Result<Edit::UsageCounts> merge(std::span<const UsageSample> samples, const QString& unlinked,
                                                  std::span<quint8> outcome);
    /// What was written so far; where it is recorded.
    void takeChanges(UsageChanges& to);

private:
    struct KeptMonth
    {
        int firstDay = 0;
        std::string text;
        MonthSamples samples;
    };
    /// Where a row lies in the table.
    struct Place
    {
        qint64 account = 0;
        std::string unlinked;
        qint64 metric = 0;
        qint32 month = 0; ///< its first day
        friend auto operator<=>(const Place&, const Place&) = default;
    };

    [[nodiscard]] Status mergeSeries(std::span<const UsageSample> samples, std::span<quint8> outcome);
    [[nodiscard]] Status readKept(std::span<const UsageSample> samples);
    [[nodiscard]] Status mergeMonth(const MonthSpan& month, std::span<const UsageSample> samples,
                                    std::span<quint8> outcome);
    [[nodiscard]] Status write(const MonthSpan& month, qint64 account, qint64 metric, const MonthSamples& samples,
                               const KeptMonth* kept);
    void comeTo(const UsageSample& first);
    void bindKey(Statement& statement, qint64 account, qint64 metric);
    void count(quint8 what, std::span<quint8> outcome, std::size_t index);

    bool m_isUnlinked;
    bool m_isRecording;
    std::string m_unlinked;
    Statement m_insert, m_update, m_select;
    bool m_hasRows;
    Place m_last;                                 ///< written so far: rows behind it are new to this object
    std::unordered_map<qint32, KeptMonth> m_kept; ///< by first day of the month
    std::string m_text;
    Edit::UsageCounts m_counts;
    UsageChangeset m_changes;
    UsageChanges m_done;
};

} // namespace steward::book
