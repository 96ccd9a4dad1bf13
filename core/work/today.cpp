// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/today.h"

#include "core/base/parallel.h"

#include <QDateTime>
#include <QTimeZone>
#include <algorithm>
#include <cmath>
#include <map>

namespace steward::work {

namespace {

using content::Ranking;
using content::Severity;

double numberOf(content::Fixed fixed) { return static_cast<double>(fixed.thousandths) / 1000; }

double at(const content::Curve& curve, double x)
{
    if (x <= numberOf(curve.front().first))
        return numberOf(curve.front().second);
    for (std::size_t i = 1; i < curve.size(); ++i) {
        const double right = numberOf(curve[i].first);
        if (x > right)
            continue;
        const double left = numberOf(curve[i - 1].first);
        const double low = numberOf(curve[i - 1].second);
        return low + (numberOf(curve[i].second) - low) * (x - left) / (right - left);
    }
    return numberOf(curve.back().second);
}

double weightOf(Severity severity, const Ranking& ranking)
{
    const auto found = ranking.severity.find(content::nameOf(severity));
    return found == ranking.severity.end() ? 0 : numberOf(found->second);
}

/// The middle of the known ARR of a segment; of all accounts where the segment has none.
class Medians
{
public:
    explicit Medians(std::span<const Worth> worths)
    {
        for (const Worth& each : worths)
            if (each.arr) {
                m_bySegment[each.segment].push_back(*each.arr);
                m_all.push_back(*each.arr);
            }
        std::ranges::sort(m_all);
        for (auto& [segment, all] : m_bySegment)
            std::ranges::sort(all);
    }
    [[nodiscard]] qint64 of(const QString& segment) const
    {
        const auto found = m_bySegment.find(segment);
        const auto& all = found == m_bySegment.end() ? m_all : found->second;
        if (all.empty())
            return 0;
        const std::size_t half = all.size() / 2;
        return all.size() % 2 == 1 ? all[half] : divideHalfUp(Wide(all[half - 1]) + all[half], 2);
    }

private:
    std::map<QString, std::vector<qint64>> m_bySegment;
    std::vector<qint64> m_all;
};

std::optional<PlaybookRun> lastRunOf(const AccountFacts* facts, const QString& play)
{
    std::optional<PlaybookRun> last;
    if (!facts || play.isEmpty())
        return last;
    for (const PlaybookRun& each : facts->of<PlaybookRun>())
        if (each.playbook == play && each.outcome != u"in_error" && (!last || each.started >= last->started))
            last = each;
    return last;
}

/// Makes the rows of one list.
class Sorter
{
public:
    Sorter(const Watched& watched, const Portfolio& facts, std::span<const Worth> worths,
           const content::Signals& signalRules, QDate day)
        : m_watched(watched)
        , m_facts(facts)
        , m_worths(worths)
        , m_rules(signalRules)
        , m_ranking(signalRules.ranking)
        , m_medians(worths)
        , m_day(day)
    {
    }

    Today sorted()
    {
        collect();
        joinGroups();
        rank();
        Today today{std::move(m_rows.clock)};
        today.rows.reserve(today.rows.size() + m_rows.ranked.size());
        std::ranges::move(m_rows.ranked, std::back_inserter(today.rows));
        return today;
    }

private:
    /// What a stretch of the accounts adds.
    struct Rows
    {
        std::vector<TodayRow> clock;
        std::vector<TodayRow> ranked;
        std::map<QString, std::vector<TodayRow>> pooled; ///< by play, else by signal
    };

    void collect()
    {
        constexpr std::size_t stretch = 256;
        const auto& accounts = m_watched.accounts;
        std::vector<Rows> parts((accounts.size() + stretch - 1) / stretch);
        inStretches(accounts.size(), stretch, [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) {
                const auto worth = std::ranges::lower_bound(m_worths, accounts[i].account, {}, &Worth::account);
                if (worth != m_worths.end() && worth->account == accounts[i].account)
                    addAccount(accounts[i], *worth, parts[from / stretch]);
            }
        });
        m_rows.ranked.reserve(accounts.size() + m_watched.ofBook.size());
        for (Rows& part : parts) {
            std::ranges::move(part.clock, std::back_inserter(m_rows.clock));
            std::ranges::move(part.ranked, std::back_inserter(m_rows.ranked));
            for (auto& [play, rows] : part.pooled)
                std::ranges::move(rows, std::back_inserter(m_rows.pooled[play]));
        }
    }

    [[nodiscard]] QString playOf(const Signal& signal) const
    {
        const auto* kind = content::findById(m_rules.kinds, signal.signal);
        return kind ? kind->play : QString();
    }

    /// On the clock by itself, or its last day is today.
    [[nodiscard]] bool isOnClock(const Signal& signal) const
    {
        return signal.lane == content::SignalLane::Clock || (signal.due.isValid() && signal.due == m_day);
    }

    void addAccount(const AccountSignals& account, const Worth& worth, Rows& into) const
    {
        std::vector<Signal> bad;
        std::vector<Signal> good;
        bad.reserve(account.signalList.size());
        for (const Signal& each : account.signalList) {
            if (each.state != SignalState::Open)
                continue;
            if (isOnClock(each))
                into.clock.push_back(clockRow(each, worth));
            else
                (each.severity == Severity::Good ? good : bad).push_back(each);
        }
        if (bad.empty() && good.empty())
            return;
        TodayRow row;
        row.accounts = {account.account};
        row.isGood = bad.empty();
        row.factors = factorsOf(account, worth, bad, good);
        row.value = row.factors.value();
        row.signalList = std::move(bad);
        std::ranges::move(good, std::back_inserter(row.signalList));
        row.play = playOf(row.signalList.front());
        row.lastRun = lastRunOf(m_facts.find(account.account), row.play);
        for (const Signal& each : row.signalList)
            if (each.due.isValid() && (!row.due.isValid() || each.due < row.due))
                row.due = each.due;
        (worth.isPooled ? into.pooled[row.play.isEmpty() ? row.signalList.front().signal : row.play] : into.ranked)
            .push_back(std::move(row));
    }

    [[nodiscard]] TodayRow clockRow(const Signal& signal, const Worth& worth) const
    {
        TodayRow row;
        row.lane = Lane::Clock;
        row.accounts = {signal.account};
        row.signalList = {signal};
        row.factors.arr = worth.arr.value_or(0);
        row.play = playOf(signal);
        row.lastRun = lastRunOf(m_facts.find(signal.account), row.play);
        row.due = signal.due;
        row.at = signal.at;
        return row;
    }

    [[nodiscard]] Factors factorsOf(const AccountSignals& account, const Worth& worth, const std::vector<Signal>& bad,
                                    std::vector<Signal>& good) const
    {
        Factors factors;
        factors.isAssumed = !worth.arr;
        factors.arr = worth.arr ? *worth.arr : m_medians.of(worth.segment);
        if (bad.empty()) {
            const auto gainOf = [&](const Signal& each) {
                return each.seatsShort > 0 ? each.seatsShort : numberOf(m_ranking.thanksShare);
            };
            std::ranges::stable_sort(good, std::ranges::greater(), gainOf);
            factors.gain = gainOf(good.front());
        }
        const std::vector<Signal>& counted = bad.empty() ? good : bad;
        std::vector<Severity> severities;
        QDate newest;
        for (const Signal& each : counted) {
            severities.push_back(each.severity);
            newest = std::max(newest, each.newest);
        }
        if (bad.empty())
            severities.resize(1);
        factors.severity = severityFactor(severities, m_ranking);
        factors.time = timeFactor(account.daysToTurn, m_ranking);
        factors.change = changeFactor(account.pointsLost, m_ranking);
        factors.age = ageFactor(newest.isValid() ? newest.daysTo(m_day) : 0, m_ranking);
        return factors;
    }

    /// Small accounts with the same play are worked in one go.
    void joinGroups()
    {
        for (auto& [play, rows] : m_rows.pooled) {
            if (rows.size() == 1) {
                m_rows.ranked.push_back(std::move(rows.front()));
                continue;
            }
            TodayRow group;
            group.isGood = std::ranges::all_of(rows, &TodayRow::isGood);
            group.play = rows.front().play;
            std::ranges::stable_sort(rows, std::ranges::greater(), &TodayRow::value);
            for (TodayRow& each : rows) {
                group.accounts.push_back(each.accounts.front());
                group.signalList.push_back(each.signalList.front());
                group.value += each.value;
                group.factors.arr += each.factors.arr;
                group.factors.isAssumed = group.factors.isAssumed || each.factors.isAssumed;
            }
            group.members = std::move(rows);
            m_rows.ranked.push_back(std::move(group));
        }
    }

    void rank()
    {
        sortByTime();
        sortByValue();
        liftGoodNews();
        const auto budget = static_cast<std::size_t>(std::max(0, m_ranking.budget));
        for (std::size_t i = 0; i < m_rows.ranked.size(); ++i) {
            m_rows.ranked[i].lane = i < budget ? Lane::Now : Lane::Later;
            for (TodayRow& member : m_rows.ranked[i].members)
                member.lane = m_rows.ranked[i].lane;
        }
        addBook(budget);
    }

    /// By day and by the hour that the row shows: what was written down with the clock of another day has its hour
    /// only.
    void sortByTime()
    {
        struct Place
        {
            QDate due;
            int hour = -1; ///< what has none of its own comes before the day's appointments
            AccountId account;
            QString key;
            std::size_t at = 0;
            [[nodiscard]] auto tied() const { return std::tie(due, hour, account, key, at); }
        };
        const QTimeZone& zone = m_facts.book().zone;
        std::vector<Place> places;
        places.reserve(m_rows.clock.size());
        for (const TodayRow& row : m_rows.clock) {
            Place place{row.due.isValid() ? row.due : m_day, -1, row.accounts.front(), row.signalList.front().key,
                        places.size()};
            if (row.at)
                place.hour = QDateTime::fromMSecsSinceEpoch(row.at->ms, zone).time().msecsSinceStartOfDay();
            places.push_back(std::move(place));
        }
        std::ranges::sort(places, {}, &Place::tied);
        std::vector<TodayRow> rows;
        rows.reserve(places.size());
        for (const Place& each : places)
            rows.push_back(std::move(m_rows.clock[each.at]));
        m_rows.clock = std::move(rows);
    }

    /// Rows are large: their places are sorted, and each is moved once.
    void sortByValue()
    {
        struct Place
        {
            qint64 value;
            AccountId account;
            std::size_t at;
        };
        std::vector<Place> places;
        places.reserve(m_rows.ranked.size());
        for (const TodayRow& each : m_rows.ranked)
            places.push_back({each.value, each.accounts.front(), places.size()});
        std::ranges::sort(places, [](const Place& a, const Place& b) {
            return std::tuple(b.value, a.account, a.at) < std::tuple(a.value, b.account, b.at);
        });
        std::vector<TodayRow> rows;
        rows.reserve(places.size() + m_watched.ofBook.size());
        for (const Place& each : places)
            rows.push_back(std::move(m_rows.ranked[each.at]));
        m_rows.ranked = std::move(rows);
    }

    /// A day of nothing but trouble is a bad day: one row of good news stands among the first.
    void liftGoodNews()
    {
        const auto among =
            m_rows.ranked.begin() + std::min<std::ptrdiff_t>(m_ranking.goodAmong, std::ssize(m_rows.ranked));
        const auto good = std::ranges::find_if(m_rows.ranked, &TodayRow::isGood);
        if (good != m_rows.ranked.end() && good >= among && among != m_rows.ranked.begin())
            std::rotate(among - 1, good, good + 1);
    }

    /// What concerns all accounts comes before them; what only grows old, before what can wait.
    void addBook(std::size_t budget)
    {
        auto at = static_cast<std::ptrdiff_t>(std::min(budget, m_rows.ranked.size()));
        for (const Signal& each : m_watched.ofBook) {
            const bool isGrave = each.severity < Severity::Low;
            TodayRow row;
            row.lane = isGrave ? Lane::Now : Lane::Later;
            row.signalList = {each};
            m_rows.ranked.insert(m_rows.ranked.begin() + (isGrave ? 0 : at), std::move(row));
            ++at;
        }
    }

    const Watched& m_watched;
    const Portfolio& m_facts;
    std::span<const Worth> m_worths;
    const content::Signals& m_rules;
    const Ranking& m_ranking;
    Medians m_medians;
    QDate m_day;
    Rows m_rows;
};

} // namespace

QString nameOf(Lane lane)
{
    switch (lane) {
    case Lane::Clock:
        return QStringLiteral("clock");
    case Lane::Now:
        return QStringLiteral("needs_you");
    case Lane::Later:
        return QStringLiteral("can_wait");
    }
    return {};
}

qint64 Factors::value() const { return std::llround(static_cast<double>(arr) * gain * severity * time * change * age); }

double severityFactor(std::span<const Severity> severities, const Ranking& ranking)
{
    if (severities.empty())
        return 0;
    const auto strongest = std::ranges::min_element(severities);
    double sum = 0;
    for (auto each = severities.begin(); each != severities.end(); ++each)
        sum += weightOf(*each, ranking) * (each == strongest ? 1 : numberOf(ranking.furtherShare));
    return std::min(sum, numberOf(ranking.severityMost));
}

double timeFactor(std::optional<int> days, const Ranking& ranking)
{
    if (!days)
        return numberOf(ranking.timeUnknown);
    return *days < 0 ? numberOf(ranking.timePassed) : at(ranking.time, *days);
}

double changeFactor(double pointsLost, const Ranking& ranking)
{
    return std::clamp(1 + pointsLost / ranking.pointsForDouble, 1.0, 2.0);
}

double ageFactor(qint64 days, const Ranking& ranking) { return at(ranking.age, static_cast<double>(days)); }

qsizetype Today::count(Lane lane) const { return std::ranges::count(rows, lane, &TodayRow::lane); }

Today todayOf(const Watched& watched, const Portfolio& facts, std::span<const Worth> worths,
              const content::Signals& signalRules, QDate day)
{
    return Sorter(watched, facts, worths, signalRules, day).sorted();
}

} // namespace steward::work
