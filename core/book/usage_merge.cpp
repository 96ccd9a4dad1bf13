// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/edit_session.h"
#include "core/book/samples.h"
#include "core/book/usage_changeset.h"

#include <cmath>
#include <unordered_map>

/// Samples into the rows of their months. The changeset is written along the way, which saves the session's own work
/// of reading every row back; a test keeps both equal.
namespace steward::book {

namespace {

struct KeptMonth
{
    int firstDay = 0;
    std::string text;
    MonthSamples samples;
};

/// Sets off the samples of one owner, metric and month against those the book has.
class UsageMerge
{
public:
    UsageMerge(sqlite3* database, const QString& unlinked, UsageChangeset* changes)
        : m_unlinked(unlinked.toStdString())
        , m_changes(changes)
        , m_table(unlinked.isEmpty() ? "usage" : "unlinked_usage")
        , m_owner(unlinked.isEmpty() ? "account_id" : "unlinked")
        , m_insert(database, "INSERT INTO \"" + m_table + "\" (\"" + m_owner +
                                 "\", \"metric_id\", \"month\", \"first_day\", \"samples\") VALUES (?, ?, ?, ?, ?)")
        , m_update(database, "UPDATE \"" + m_table + "\" SET \"first_day\" = ?4, \"samples\" = ?5 WHERE \"" + m_owner +
                                 "\" = ?1 AND \"metric_id\" = ?2 AND \"month\" = ?3")
        , m_select(database, "SELECT \"month\", \"first_day\", \"samples\" FROM \"" + m_table + "\" WHERE \"" +
                                 m_owner + "\" = ? AND \"metric_id\" = ? AND \"month\" BETWEEN ? AND ?")
        , m_hasRows(integerAnswer(database, "SELECT EXISTS (SELECT 1 FROM \"" + m_table + "\")").value_or(1) != 0)
    {
    }

    /// All samples of one owner and metric.
    Status mergeSeries(std::span<const UsageSample> samples, std::span<quint8> outcome);
    [[nodiscard]] const Edit::UsageCounts& counts() const { return m_counts; }

private:
    Status readKept(std::span<const UsageSample> samples);
    Status mergeMonth(const MonthSpan& month, std::span<const UsageSample> samples, std::span<quint8> outcome);
    Status write(const MonthSpan& month, qint64 account, qint64 metric, const MonthSamples& samples,
                 const KeptMonth* kept);
    void bindKey(Statement& statement, qint64 account, qint64 metric);
    void count(quint8 what, std::span<quint8> outcome, std::size_t index);

    std::string m_unlinked;
    UsageChangeset* m_changes;
    std::string m_table;
    std::string m_owner;
    Statement m_insert, m_update, m_select;
    bool m_hasRows;
    std::unordered_map<qint32, KeptMonth> m_kept; ///< by first day of the month
    std::string m_text;
    Edit::UsageCounts m_counts;
};

void UsageMerge::bindKey(Statement& statement, qint64 account, qint64 metric)
{
    if (m_unlinked.empty())
        statement.bind(0, account);
    else
        statement.bindStatic(0, m_unlinked);
    statement.bind(1, metric);
}

void UsageMerge::count(quint8 what, std::span<quint8> outcome, std::size_t index)
{
    if (!outcome.empty())
        outcome[index] = what;
    (what == 0 ? m_counts.created : what == 1 ? m_counts.updated : m_counts.unchanged) += 1;
}

Status UsageMerge::readKept(std::span<const UsageSample> samples)
{
    m_kept.clear();
    if (!m_hasRows)
        return {};
    const MonthSpan from = monthOfDay(samples.front().day);
    const MonthSpan to = monthOfDay(samples.back().day);
    bindKey(m_select, samples.front().account, samples.front().metric);
    m_select.bindStatic(2, from.iso());
    m_select.bindStatic(3, to.iso());
    for (;;) {
        const auto row = m_select.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        const auto month = monthOfText(m_select.utf8(0));
        KeptMonth kept{static_cast<int>(m_select.integer(1)), std::string(m_select.utf8(2)), {}};
        if (!month || !readSamples(kept.text, kept.firstDay, kept.samples)) {
            m_select.reset();
            return fail(Code("book.usage.damaged"), ErrorKind::Corrupt, {samples.front().account});
        }
        m_kept.emplace(month->first, std::move(kept));
    }
}

Status UsageMerge::mergeSeries(std::span<const UsageSample> samples, std::span<quint8> outcome)
{
    if (auto done = readKept(samples); !done)
        return done;
    for (std::size_t i = 0; i < samples.size();) {
        const MonthSpan month = monthOfDay(samples[i].day);
        std::size_t end = i;
        while (end < samples.size() && samples[end].day < month.first + month.days)
            ++end;
        const auto rest = outcome.empty() ? outcome : outcome.subspan(i, end - i);
        if (auto done = mergeMonth(month, samples.subspan(i, end - i), rest); !done)
            return done;
        i = end;
    }
    return {};
}

Status UsageMerge::mergeMonth(const MonthSpan& month, std::span<const UsageSample> samples, std::span<quint8> outcome)
{
    const auto found = m_kept.find(month.first);
    const KeptMonth* kept = found == m_kept.end() ? nullptr : &found->second;
    MonthSamples merged = kept ? kept->samples : MonthSamples{};
    bool isChanged = false;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const int day = samples[i].day - month.first + 1;
        const bool isKnown = merged.has(day);
        const bool isSame = isKnown && merged.values[static_cast<std::size_t>(day - 1)] == samples[i].value;
        count(isSame ? 2 : isKnown ? 1 : 0, outcome, i);
        merged.set(day, samples[i].value);
        isChanged = isChanged || !isSame;
    }
    return isChanged ? write(month, samples.front().account, samples.front().metric, merged, kept) : Status();
}

Status UsageMerge::write(const MonthSpan& month, qint64 account, qint64 metric, const MonthSamples& samples,
                         const KeptMonth* kept)
{
    writeSamples(samples, m_text);
    Statement& statement = kept ? m_update : m_insert;
    bindKey(statement, account, metric);
    statement.bindStatic(2, month.iso());
    statement.bind(3, qint64(samples.firstDay()));
    statement.bindStatic(4, m_text);
    if (auto done = statement.run(); !done)
        return done;
    if (!m_changes)
        return {};
    const UsageChangeset::Key key{account, m_unlinked, metric, month.iso()};
    if (kept)
        m_changes->update(key, kept->firstDay, kept->text, samples.firstDay(), m_text);
    else
        m_changes->insert(key, samples.firstDay(), m_text);
    return {};
}

/// Years 0 to 9999, finite values, ascending, one a day; an account or a key.
bool isSound(std::span<const UsageSample> samples, bool isUnlinked)
{
    constexpr qint32 firstDay = -719'528;
    constexpr qint32 lastDay = 2'932'896;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const UsageSample& at = samples[i];
        if (!std::isfinite(at.value) || at.day < firstDay || at.day > lastDay || (at.account == 0) != isUnlinked)
            return false;
        if (i > 0) {
            const UsageSample& last = samples[i - 1];
            if (std::tuple(last.account, last.metric, last.day) >= std::tuple(at.account, at.metric, at.day))
                return false;
        }
    }
    return true;
}

} // namespace

Result<Edit::UsageCounts> EditSession::mergeUsage(std::span<const UsageSample> samples, const QString& unlinked,
                                                  std::span<quint8> outcome)
{
    if (!isSound(samples, !unlinked.isEmpty()) || (!outcome.empty() && outcome.size() != samples.size()))
        return fail(Code("book.usage.order"), ErrorKind::Usage);
    UsageChangeset changes(!unlinked.isEmpty());
    const bool isOwn = !m_isUsageInSession;
    UsageMerge merge(m_database, unlinked, isOwn ? &changes : nullptr);
    m_session.setRecording(!isOwn);
    Status done;
    for (std::size_t i = 0; i < samples.size() && done;) {
        std::size_t end = i;
        while (end < samples.size() && samples[end].account == samples[i].account &&
               samples[end].metric == samples[i].metric)
            ++end;
        done = merge.mergeSeries(samples.subspan(i, end - i), outcome.empty() ? outcome : outcome.subspan(i, end - i));
        i = end;
    }
    m_session.setRecording(true);
    if (!done)
        return tl::unexpected(done.error());
    if (!changes.isEmpty())
        m_ownChanges.push_back(changes.take());
    return merge.counts();
}

} // namespace steward::book
