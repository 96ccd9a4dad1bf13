// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/today.h"

#include "tests/core/work/work_fixture.h"

/// The order of the day (content 2.2).
using namespace steward;
using namespace steward::tests;
using content::Severity;
using work::Lane;
using namespace Qt::Literals::StringLiterals;

namespace {

const content::Ranking& ranking() { return shippedContent().signalRules.ranking; }

work::Signal signal(AccountId account, const char* id, Severity severity, const QString& key = {})
{
    work::Signal made;
    made.signal = QString::fromLatin1(id);
    made.account = account;
    made.key = key;
    made.severity = severity;
    made.lane = entryOf(shippedContent().signalRules.kinds, made.signal).lane;
    made.newest = today;
    made.opened = today;
    return made;
}

/// Accounts 1, 2, ... with the signals and the ARR given.
struct Day
{
    work::Watched watched;
    std::vector<work::Worth> worths;

    Day& account(qint64 arr, std::vector<std::pair<const char*, Severity>> found, bool isPooled = false)
    {
        const AccountId id(qint64(worths.size()) + 1);
        work::AccountSignals& signalList = watched.accounts.emplace_back();
        signalList.account = id;
        for (const auto& [name, severity] : found)
            signalList.signalList.push_back(signal(id, name, severity));
        worths.push_back({id, arr > 0 ? std::optional(arr * 100) : std::nullopt, u"mid"_s, isPooled});
        return *this;
    }
    [[nodiscard]] work::Today sorted() const
    {
        return work::todayOf(watched, Portfolio(), worths, shippedContent().signalRules, today);
    }
    /// "1 2 good" of a lane, groups in brackets.
    [[nodiscard]] QString lane(Lane wanted) const
    {
        QStringList rows;
        const work::Today sortedDay = sorted();
        for (const work::TodayRow& row : sortedDay.rows) {
            QStringList ids;
            for (const AccountId each : row.accounts)
                ids << QString::number(each.value());
            if (row.lane == wanted)
                rows << (ids.size() == 1 ? ids.front() : QString(u'(' + ids.join(u' ') + u')'));
        }
        return rows.join(u' ');
    }
};

} // namespace

TEST_CASE("the worked case is worth 234,187.20")
{
    work::Factors factors;
    factors.arr = 12'000'000;
    const Severity found[] = {Severity::Medium, Severity::High};
    factors.severity = work::severityFactor(found, ranking());
    factors.time = work::timeFactor(52, ranking());
    factors.change = work::changeFactor(14, ranking());
    factors.age = work::ageFactor(3, ranking());
    CHECK(factors.severity == Approx(0.675));
    CHECK(factors.time == Approx(1.8533).epsilon(0.0001));
    CHECK(factors.change == Approx(1.56));
    CHECK(factors.age == 1);
    CHECK(factors.value() == 23'418'720);
}

TEST_CASE("the factors follow their curves and stay within their limits")
{
    const std::pair<std::optional<int>, double> times[] = {
        {0, 2.0}, {30, 2.0}, {90, 1.6}, {135, 1.4}, {180, 1.2}, {365, 1.0}, {900, 1.0}, {-1, 2.0}, {std::nullopt, 1.2}};
    for (const auto& [days, factor] : times)
        CHECK(work::timeFactor(days, ranking()) == Approx(factor));
    CHECK(work::changeFactor(-5, ranking()) == 1);
    CHECK(work::changeFactor(25, ranking()) == 2);
    CHECK(work::changeFactor(60, ranking()) == 2);
    CHECK(work::ageFactor(7, ranking()) == 1);
    CHECK(work::ageFactor(60, ranking()) == 0.5);
    CHECK(work::ageFactor(400, ranking()) == 0.5);
    const std::vector<Severity> many(9, Severity::Critical);
    CHECK(work::severityFactor(many, ranking()) == 1.2);
    CHECK(work::severityFactor({}, ranking()) == 0);
}

TEST_CASE("a large book is sorted like a small one: by value, equal ones by account, small ones in one row")
{
    Day day;
    for (int i = 1; i <= 1200; ++i)
        day.account(i % 2 == 0 ? 500 : 100'000 + i % 3, {{"usage.drop", Severity::High}}, i % 2 == 0);
    const auto sorted = day.sorted();
    REQUIRE(sorted.rows.size() == 601);
    const auto group = std::ranges::find_if(sorted.rows, [](const auto& row) { return row.accounts.size() > 1; });
    REQUIRE(group != sorted.rows.end());
    CHECK(group->accounts.size() == 600);
    CHECK(std::ranges::is_sorted(group->accounts));
    // Who opens the group finds each account as it would stand alone.
    REQUIRE(group->members.size() == 600);
    for (std::size_t i = 0; i < group->members.size(); ++i) {
        CHECK(group->members[i].accounts == std::vector{group->accounts[i]});
        CHECK(group->members[i].factors.severity == Approx(0.6));
        CHECK(group->members[i].value == group->members[i].factors.value());
        CHECK(group->members[i].lane == group->lane);
    }
    const auto place = [](const work::TodayRow& row) { return std::pair(-row.value, row.accounts.front()); };
    CHECK(std::ranges::is_sorted(sorted.rows, {}, place));
}

TEST_CASE("four signals on one account are one row, with the gravest in front")
{
    Day day;
    day.account(1000, {{"sponsor.left", Severity::Critical},
                       {"usage.drop", Severity::High},
                       {"goal.none", Severity::Low},
                       {"promoter.new", Severity::Good}});
    const auto sorted = day.sorted();
    REQUIRE(sorted.rows.size() == 1);
    CHECK(sorted.rows[0].signalList.size() == 4);
    CHECK(sorted.rows[0].signalList[0].signal == u"sponsor.left");
    CHECK(sorted.rows[0].play == u"sponsor_left");
    CHECK_FALSE(sorted.rows[0].isGood);
    CHECK(sorted.rows[0].factors.severity == Approx(1.0 + 0.6 / 4 + 0.1 / 4));
}

TEST_CASE("what is on the clock comes first, by time and whatever its worth")
{
    Day day;
    day.account(100, {{"promise.due", Severity::Critical}, {"usage.drop", Severity::High}});
    day.account(900'000, {{"usage.drop", Severity::Critical}});
    day.account(100, {{"promise.due", Severity::Critical}});
    day.watched.accounts[0].signalList[0].due = today;
    day.watched.accounts[2].signalList[0].due = ago(2);
    CHECK(day.lane(Lane::Clock) == u"3 1");
    CHECK(day.lane(Lane::Now) == u"2 1");
}

TEST_CASE("appointments of the day stand by their hour, whatever the clock said when they were written down")
{
    Day day;
    day.account(100, {{"meeting.today", Severity::Critical}}).account(100, {{"meeting.today", Severity::Critical}});
    day.account(100, {{"promise.due", Severity::Critical}});
    const auto at = [](QDate date, int hour, int minute) {
        return Instant{QDateTime(date, QTime(hour, minute), Qt::UTC).toMSecsSinceEpoch()};
    };
    for (work::AccountSignals& each : day.watched.accounts)
        each.signalList.front().due = today;
    day.watched.accounts[0].signalList.front().at = at(today, 10, 30);
    day.watched.accounts[1].signalList.front().at = at(today.addDays(4), 5, 29); // the machine's own day
    CHECK(day.lane(Lane::Clock) == u"3 2 1");
}

TEST_CASE("what passes its last day today moves onto the clock")
{
    Day day;
    day.account(100, {{"renewal.notice", Severity::High}}).account(100, {{"renewal.notice", Severity::High}});
    day.watched.accounts[0].signalList[0].due = today.addDays(1);
    day.watched.accounts[1].signalList[0].due = today;
    CHECK(day.lane(Lane::Clock) == u"2");
    CHECK(day.lane(Lane::Now) == u"1");
}

TEST_CASE("ten rows fit a day, good news is among them, and the rest can wait")
{
    Day day;
    for (int i = 0; i < 12; ++i)
        day.account(100'000 - i, {{"usage.drop", Severity::High}});
    day.account(1000, {{"milestone.reached", Severity::Good}});
    CHECK(day.lane(Lane::Now) == u"1 2 3 4 5 6 7 8 9 13");
    CHECK(day.lane(Lane::Later) == u"10 11 12");
}

TEST_CASE("small accounts with one play are one row, of what they are worth together")
{
    Day day;
    day.account(900, {{"card.expired", Severity::Medium}}, true);
    day.account(50'000, {{"usage.drop", Severity::Low}});
    day.account(1000, {{"card.expired", Severity::Medium}}, true);
    day.account(1000, {{"feedback.none", Severity::Low}}, true);
    CHECK(day.lane(Lane::Now) == u"2 (3 1) 4");
    const auto rows = day.sorted().rows;
    CHECK(rows[1].value == std::llround(100'000 * 0.3 * 1.2) + std::llround(90'000 * 0.3 * 1.2));
    CHECK(rows[1].play == u"late_payment");
}

TEST_CASE("without a known ARR the middle of the segment is assumed, and said")
{
    Day day;
    day.account(0, {{"usage.drop", Severity::High}});
    for (const qint64 arr : {1000, 3000, 9000})
        day.account(arr, {{"goal.none", Severity::Low}});
    const auto rows = day.sorted().rows;
    REQUIRE(rows[0].accounts[0].value() == 1);
    CHECK(rows[0].factors.arr == 300'000);
    CHECK(rows[0].factors.isAssumed);
    CHECK_FALSE(rows[1].factors.isAssumed);
}

TEST_CASE("what was decided on does not come up, and accounts of others neither")
{
    Day day;
    day.account(1000, {{"usage.drop", Severity::High}}).account(1000, {{"usage.drop", Severity::High}});
    day.watched.accounts[0].signalList[0].state = work::SignalState::Snoozed;
    CHECK(day.lane(Lane::Now) == u"2");
    day.worths.pop_back();
    CHECK(day.sorted().rows.empty());
}
