// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/usage_merge.h"

#include "core/book/affected.h"
#include "core/book/edit_session.h"

#include <cmath>

namespace steward::book {

namespace {

/// {table} and {owner} in an SQL text.
QByteArray forTable(QByteArray sql, bool isUnlinked)
{
    return sql.replace("{table}", isUnlinked ? "unlinked_usage" : "usage")
        .replace("{owner}", isUnlinked ? "unlinked" : "account_id");
}

constexpr const char* insertMonthSql = R"(
INSERT INTO "{table}" ("{owner}", "metric_id", "month", "first_day", "samples") VALUES (?, ?, ?, ?, ?))";

constexpr const char* updateMonthSql = R"(
UPDATE "{table}" SET "first_day" = ?4, "samples" = ?5 WHERE "{owner}" = ?1 AND "metric_id" = ?2 AND "month" = ?3)";

constexpr const char* selectMonthsSql = R"(
SELECT "month", "first_day", "samples" FROM "{table}"
WHERE "{owner}" = ? AND "metric_id" = ? AND "month" BETWEEN ? AND ?)";

constexpr const char* hasRowsSql = R"(SELECT EXISTS (SELECT 1 FROM "{table}"))";

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

UsageMerge::UsageMerge(sqlite3* database, bool isUnlinked, bool isRecording)
    : m_isUnlinked(isUnlinked)
    , m_isRecording(isRecording)
    , m_insert(database, forTable(insertMonthSql, isUnlinked))
    , m_update(database, forTable(updateMonthSql, isUnlinked))
    , m_select(database, forTable(selectMonthsSql, isUnlinked))
    , m_hasRows(integerAnswer(database, forTable(hasRowsSql, isUnlinked)).value_or(1) != 0)
    , m_changes(isUnlinked)
{
}

Result<Edit::UsageCounts> UsageMerge::merge(std::span<const UsageSample> samples, const QString& unlinked,
                                            std::span<quint8> outcome)
{
    m_unlinked = unlinked.toStdString();
    m_counts = {};
    for (std::size_t i = 0; i < samples.size();) {
        std::size_t end = i;
        while (end < samples.size() && samples[end].account == samples[i].account &&
               samples[end].metric == samples[i].metric)
            ++end;
        const auto rest = outcome.empty() ? outcome : outcome.subspan(i, end - i);
        if (auto done = mergeSeries(samples.subspan(i, end - i), rest); !done)
            return tl::unexpected(done.error());
        i = end;
    }
    return m_counts;
}

void UsageMerge::takeChanges(UsageChanges& to)
{
    if (!m_changes.isEmpty())
        m_done.parts.push_back(m_changes.take());
    to.mayRepeatRows = to.mayRepeatRows || m_done.mayRepeatRows;
    std::move(m_done.parts.begin(), m_done.parts.end(), std::back_inserter(to.parts));
    add(to.touched, std::move(m_done.touched));
    m_done = {};
}

/// Rows come in their order as a rule. Where they do not, months may come again: they are looked up from now on, and
/// recorded apart, for a row is once in a changeset.
void UsageMerge::comeTo(const UsageSample& first)
{
    const qint32 month = monthOfDay(first.day).first;
    if (std::tie(first.account, m_unlinked, first.metric, month) >
        std::tie(m_last.account, m_last.unlinked, m_last.metric, m_last.month))
        return;
    m_hasRows = true;
    m_done.mayRepeatRows = true;
    if (!m_changes.isEmpty())
        m_done.parts.push_back(m_changes.take());
}

void UsageMerge::bindKey(Statement& statement, qint64 account, qint64 metric)
{
    if (m_isUnlinked)
        statement.bindStatic(0, m_unlinked);
    else
        statement.bind(0, account);
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
    comeTo(samples.front());
    if (auto done = readKept(samples); !done)
        return done;
    MonthSpan month;
    for (std::size_t i = 0; i < samples.size();) {
        month = monthOfDay(samples[i].day);
        std::size_t end = i;
        while (end < samples.size() && samples[end].day < month.first + month.days)
            ++end;
        const auto rest = outcome.empty() ? outcome : outcome.subspan(i, end - i);
        if (auto done = mergeMonth(month, samples.subspan(i, end - i), rest); !done)
            return done;
        i = end;
    }
    m_last = {samples.front().account, m_unlinked, samples.front().metric, month.first};
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
    if (!m_isRecording)
        return {};
    const UsageChangeset::Key key{account, m_unlinked, metric, month.iso()};
    if (kept)
        m_changes.update(key, kept->firstDay, kept->text, samples.firstDay(), m_text);
    else
        m_changes.insert(key, samples.firstDay(), m_text);
    Book::Edited& touched = m_done.touched;
    ++touched.rows;
    touched.wholeBook = m_isUnlinked;
    if (!m_isUnlinked && (touched.accounts.empty() || touched.accounts.back().value() != account))
        touched.accounts.emplace_back(account);
    return {};
}

Result<Edit::UsageCounts> EditSession::mergeUsage(std::span<const UsageSample> samples, const QString& unlinked,
                                                  std::span<quint8> outcome)
{
    const bool isUnlinked = !unlinked.isEmpty();
    if (!isSound(samples, isUnlinked) || (!outcome.empty() && outcome.size() != samples.size()))
        return fail(Code("book.usage.order"), ErrorKind::Usage);
    if (m_isUsageInSession)
        return UsageMerge(m_database, isUnlinked, false).merge(samples, unlinked, outcome);
    auto& merge = isUnlinked ? m_unlinkedUsage : m_usage;
    if (!merge)
        merge = std::make_unique<UsageMerge>(m_database, isUnlinked, true);
    m_session.setRecording(false);
    const auto counts = merge->merge(samples, unlinked, outcome);
    m_session.setRecording(true);
    return counts;
}

void EditSession::finishUsage()
{
    for (auto* merge : {&m_usage, &m_unlinkedUsage})
        if (*merge)
            std::exchange(*merge, nullptr)->takeChanges(m_ownChanges);
}

} // namespace steward::book
