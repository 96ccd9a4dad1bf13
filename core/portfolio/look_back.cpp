// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/look_back.h"

#include "core/model/values.h"
#include "core/portfolio/past.h"
#include "core/portfolio/past_days.h"

#include <algorithm>

namespace steward {

using namespace looking;

namespace {

/// An outcome that is a day or an instant, as far as it was known.
template <class T, std::size_t I>
MemberAt<T, I> knownOutcome(const T& today, const Past& past)
{
    constexpr auto field = fieldAt<T, I>;
    MemberAt<T, I> value = today.*(field.member);
    if (!past.knew() || !past.isLearntLater())
        return value;
    if (const auto changes = past.changesOf(T::entity, today.id, field.name); !changes.empty()) {
        value = MemberAt<T, I>();
        if (const Change* known = lastRecorded(changes, past))
            assign(value, known->value);
    }
    return value;
}

/// The text reads today as it was known by the end of the day.
template <class T, std::size_t I>
bool isTextKnown(const T& today, const Past& past)
{
    QDate closing;
    if constexpr (closingField<T>() < fieldCount<T>)
        closing = knownOutcome<T, closingField<T>()>(today, past);
    if (closing.isValid() && (past.isLater(closing) || !(past.knew() && past.isLearntLater())))
        return !past.isLater(closing);
    if (!past.changesCount<T>())
        return !past.isLater(today.recorded);
    const auto changes = past.changesOf(T::entity, today.id, fieldAt<T, I>.name);
    const bool isLearntLater =
        std::any_of(changes.begin(), changes.end(), [&](const Change& each) { return past.isLater(each.recorded); });
    if (closing.isValid())
        return !isLearntLater;
    return changes.size() < 2 && !isLearntLater && !(changes.empty() && past.isLater(today.recorded));
}

/// Writes one field as it was.
template <class T, std::size_t I>
void setAsOf(T& row, const Past& past, const T& today)
{
    constexpr auto field = fieldAt<T, I>;
    auto& value = row.*(field.member);
    if constexpr (isOutcomeText<T, I>) {
        if (isTextKnown<T, I>(today, past))
            return;
        value = MemberAt<T, I>();
        const auto changes = past.changesOf(T::entity, row.id, field.name);
        const Change* then = is<T, I>(Trait::History) ? knownText(changes, past) : lastRecorded(changes, past);
        if (then)
            assign(value, then->value);
    } else if constexpr (is<T, I>(Trait::Outcome)) {
        // Its own date says when it happened; what was known of it the changes recorded by then.
        value = knownOutcome<T, I>(today, past);
        if constexpr (isDay<T, I>)
            value = past.isLater(value) ? QDate() : value;
        else if (value && past.isLater(*value))
            value.reset();
    } else if constexpr (is<T, I>(Trait::History)) {
        if (!past.historyCounts())
            return;
        // Before the first change its value: the one of today would carry what was changed since into the past.
        const auto changes = past.changesOf(T::entity, row.id, field.name);
        const Change* then = inForce(changes, past, past.knew());
        if (then || !changes.empty())
            assign(value, then ? then->value : changes.front().value);
    }
}

/// True when some field of the row reads differently on the day.
template <class T>
bool readsDifferently(const T& row, const Past& past)
{
    bool different = false;
    eachField<T>([&]<std::size_t I> {
        const auto& value = row.*(fieldAt<T, I>.member);
        const auto isChanged = [&] { return !past.changesOf(T::entity, row.id, fieldAt<T, I>.name).empty(); };
        if constexpr (is<T, I>(Trait::History))
            different = different || (past.historyCounts() && isChanged());
        if constexpr (is<T, I>(Trait::Outcome))
            different = different || (past.knew() && past.isLearntLater() && isChanged());
        if constexpr (isOutcomeText<T, I>)
            different =
                different || (!closedOn(row).isValid() && ((value != MemberAt<T, I>() && past.isLater(row.recorded)) ||
                                                           (past.isLearntLater() && isChanged())));
        else if constexpr (is<T, I>(Trait::Outcome) && isDay<T, I>)
            different = different || past.isLater(value);
        else if constexpr (is<T, I>(Trait::Outcome))
            different = different || (value && past.isLater(*value));
    });
    return different;
}

template <class T>
T rowAsOf(const T& today, const Past& past)
{
    T row = today;
    eachField<T>([&]<std::size_t I> { setAsOf<T, I>(row, past, today); });
    return row;
}

template <class T>
bool isAbsent(const T& row, const Past& past)
{
    return past.isLater(happenedOn(row)) || (row.archivedOn.isValid() && !past.isLater(row.archivedOn)) ||
           (past.knew() && !past.wasRecorded(T::entity, row));
}

template <class T>
bool isUntouched(const Rows<T>& rows, const Past& past)
{
    const DaySpan& span = rows.daySpan();
    const qint64 day = past.day().toJulianDay();
    return span.newest <= day && span.firstArchived > day && !(past.knew() && span.newestRecorded > day) &&
           !past.changesCount<T>();
}

template <class T>
Rows<T> rowsAsOf(const Rows<T>& rows, const Past& past)
{
    if (rows.isEmpty() || isUntouched(rows, past))
        return rows;
    // Rows lie in the order they happened: mostly the front of the list stands and is shared.
    std::size_t front = 0;
    while (front < rows.size() && !isAbsent(rows[front], past) && !readsDifferently(rows[front], past))
        ++front;
    std::size_t next = front;
    while (next < rows.size() && isAbsent(rows[next], past))
        ++next;
    if (next == rows.size())
        return rows.front(front);
    std::vector<T> kept(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(front));
    for (; next < rows.size(); ++next)
        if (!isAbsent(rows[next], past))
            kept.push_back(rowAsOf(rows[next], past));
    return Rows<T>(std::move(kept));
}

/// The newest day up to `day` on which the row came to read as it does on it. An instant may lie in either of the days
/// that its zone decides between: the later one is never wrong.
template <class T>
qint64 readsSince(const T& row, qint64 day)
{
    qint64 since = std::numeric_limits<qint64>::min();
    const auto see = [&](qint64 event) { since = event <= day ? std::max(since, event) : since; };
    const auto seeInstant = [&](Instant instant) {
        constexpr qint64 spread = 2;
        const qint64 latest = latestJulian(instant);
        see(latest - spread <= day ? std::min(latest, day) : latest);
    };
    if (const QDate happened = happenedOn(row); happened.isValid())
        see(happened.toJulianDay());
    if (row.archivedOn.isValid())
        see(row.archivedOn.toJulianDay());
    eachField<T>([&]<std::size_t I> {
        const auto& value = row.*(fieldAt<T, I>.member);
        if constexpr (is<T, I>(Trait::Outcome) && isDay<T, I>) {
            if (value.isValid())
                see(value.toJulianDay());
        } else if constexpr (is<T, I>(Trait::Outcome) && isInstant<T, I>) {
            if (value)
                seeInstant(*value);
        } else if constexpr (isOutcomeText<T, I>) {
            if (value != MemberAt<T, I>() && !closedOn(row).isValid())
                seeInstant(row.recorded);
        }
    });
    return since;
}
template <class T>
qint64 readsSince(const Rows<T>& rows, const Past& past)
{
    if (isUntouched(rows, past))
        return rows.daySpan().newest;
    qint64 since = std::numeric_limits<qint64>::min();
    for (const T& row : rows)
        since = std::max(since, readsSince(row, past.day().toJulianDay()));
    return since;
}

/// Nothing of the account reads differently on the day.
bool isUntouched(const AccountFacts& facts, const Past& past)
{
    for (const UsageView each : facts.usage)
        if (!each.points.empty() && each.points.back().day > usageDay(past.day()))
            return false;
    return std::apply([&](const auto&... rows) { return ((rows.isEmpty() || isUntouched(rows, past)) && ...); },
                      facts.tables) &&
           !readsDifferently(facts.account, past);
}

} // namespace

QDate firstDay(const AccountFacts& facts)
{
    qint64 first = std::numeric_limits<qint64>::max();
    if (facts.account.customerSince.isValid())
        first = facts.account.customerSince.toJulianDay();
    std::apply([&](const auto&... rows) { ((first = std::min(first, rows.daySpan().firstHappened)), ...); },
               facts.tables);
    for (const UsageView each : facts.usage)
        if (!each.points.empty())
            first = std::min(first, usageDate(each.points.front().day).toJulianDay());
    return first == std::numeric_limits<qint64>::max() ? QDate() : QDate::fromJulianDay(first);
}

AccountFacts asOf(const AccountFacts& facts, QDate day, LookBack mode, const QTimeZone& zone)
{
    const Past past(facts, day, mode, zone);
    AccountFacts then;
    then.account = rowAsOf(facts.account, past);
    [&]<std::size_t... I>(std::index_sequence<I...>)
    {
        ((std::get<I>(then.tables) = rowsAsOf(std::get<I>(facts.tables), past)), ...);
    }
    (std::make_index_sequence<std::tuple_size_v<AccountTables>>());
    then.usage = facts.usage.until(day);
    then.changes = facts.changes;
    then.custom = facts.custom;
    then.keys = facts.keys;
    return then;
}

bool wasThere(const AccountFacts& facts, QDate day, LookBack mode, const QTimeZone& zone)
{
    const Past past(facts, day, mode, zone);
    const Account& account = facts.account;
    if (account.archivedOn.isValid() && !past.isLater(account.archivedOn))
        return false;
    return !past.isLater(firstDay(facts)) && !(past.knew() && !past.wasRecorded(Entity::Account, account));
}

PastDays::PastDays(const AccountFacts& today, QTimeZone zone)
    : m_today(&today)
    , m_zone(std::move(zone))
{
}

bool PastDays::wasThere(QDate day)
{
    if (!m_first)
        m_first = firstDay(*m_today);
    const QDate archived = m_today->account.archivedOn;
    return !(archived.isValid() && archived <= day) && !(m_first->isValid() && *m_first > day);
}

const AccountFacts& PastDays::on(QDate day)
{
    const Past past(*m_today, day, LookBack::AsItHappened, m_zone);
    if (!m_then) {
        if (isUntouched(*m_today, past))
            return *m_today;
        m_then.emplace();
        m_then->changes = m_today->changes;
        m_then->custom = m_today->custom;
        m_then->keys = m_today->keys;
    }
    const qint64 julian = day.toJulianDay();
    const auto isKept = [&](const Days& days) { return days.from <= julian && julian <= days.to; };
    const auto read = [&]<class T>(const Rows<T>& rows, Rows<T>& then, Days& days) {
        const bool byChanges = past.changesCount<T>();
        if (rows.isEmpty() || (isKept(days) && !byChanges))
            return;
        then = rowsAsOf(rows, past);
        days = byChanges ? Days() : Days{readsSince(rows, past), julian};
    };
    [&]<std::size_t... I>(std::index_sequence<I...>)
    {
        (read(std::get<I>(m_today->tables), std::get<I>(m_then->tables), m_days[I]), ...);
    }
    (std::make_index_sequence<tableCount>());
    const bool byChanges = past.changesCount<Account>();
    if (Days& days = m_days.back(); !isKept(days) || byChanges) {
        m_then->account = rowAsOf(m_today->account, past);
        days = byChanges ? Days() : Days{readsSince(m_today->account, julian), julian};
    }
    m_then->usage = m_today->usage.until(day);
    return *m_then;
}

Portfolio asOf(const Portfolio& portfolio, QDate day, LookBack mode)
{
    BookFacts book = portfolio.book();
    const QTimeZone& zone = portfolio.book().zone;
    const Past past(AccountFacts(), day, mode, zone);
    book.groupGoals = rowsAsOf(book.groupGoals, past);
    book.requests = rowsAsOf(book.requests, past);
    std::vector<std::shared_ptr<const AccountFacts>> accounts;
    accounts.reserve(portfolio.size());
    for (std::size_t i = 0; i < portfolio.size(); ++i) {
        const AccountFacts& each = portfolio.at(i);
        if (!wasThere(each, day, mode, zone))
            continue;
        const bool isSame = mode == LookBack::AsItHappened && isUntouched(each, Past(each, day, mode, zone));
        accounts.push_back(isSame ? portfolio.sharedAt(i)
                                  : std::make_shared<const AccountFacts>(asOf(each, day, mode, zone)));
    }
    return Portfolio::of(std::move(book), std::move(accounts), asOf(portfolio.unlinked(), day, mode, zone),
                         portfolio.generation());
}

} // namespace steward
