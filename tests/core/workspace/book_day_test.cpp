// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/book_day.h"

#include "core/work/acts.h"
#include "core/workspace/open_book.h"
#include "tests/support/printers.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <set>

using namespace steward;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate theDay(2026, 11, 19);

/// The sample book, open, with everything at once.
struct Desk
{
    Desk()
        : book(executor, executor, {[] { return theDay; }, [this] { return Instant{now += 1000}; }})
    {
        book.makeSample(folder.filePath(u"sample.steward"_s));
        REQUIRE(book.numbers());
        day = dayOf(book.numbers()).value();
    }
    void edit(const book::Book::Work& work) { book.edit({Code("edit.record-changed"), {u"a"_s, u"b"_s}}, work); }
    [[nodiscard]] work::Today today() const { return todayOf(*day, {}); }
    /// The first row of one account whose play does not run.
    [[nodiscard]] work::TodayRow ranked() const
    {
        const auto all = today();
        for (const work::TodayRow& row : all.rows)
            if (row.lane == work::Lane::Now && row.accounts.size() == 1 && !row.play.isEmpty() &&
                !work::runningOf(facts(row.accounts.front()), row.play))
                return row;
        FAIL("nobody needs anybody");
        return {};
    }
    [[nodiscard]] const AccountFacts& facts(AccountId account) const { return *book.numbers()->facts.find(account); }

    qint64 now = QDateTime(theDay, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    InlineExecutor executor;
    OpenBook book;
    Day day;
};

/// The rows of an account on a later day of the same book.
std::optional<work::TodayRow> rowLater(const Desk& desk, AccountId account, QDate later)
{
    const Numbers numbers = withScores(numbersOf(desk.book.numbers()->everything, {later, {}}).value()).value();
    const auto today = todayOf(*dayOf(numbers).value(), {});
    for (const work::TodayRow& row : today.rows)
        if (row.lane != work::Lane::Clock && std::ranges::count(row.accounts, account) == 1)
            return row;
    return std::nullopt;
}

bool hasRow(const work::Today& today, AccountId account)
{
    return std::ranges::any_of(today.rows, [&](const work::TodayRow& row) {
        return row.lane != work::Lane::Clock && std::ranges::count(row.accounts, account) == 1;
    });
}

} // namespace

TEST_CASE("the same facts give the same day, row by row")
{
    const Desk desk;
    CHECK(todayOf(*dayOf(desk.book.numbers()).value(), {}) == desk.today());
    std::set<AccountId> seen;
    for (const work::TodayRow& row : desk.today().rows)
        for (const AccountId account : row.accounts)
            if (row.lane != work::Lane::Clock)
                CHECK(seen.insert(account).second);
    CHECK(seen.size() > 10);
}

TEST_CASE("after an edit the day is the one worked out anew")
{
    Desk desk;
    const work::TodayRow row = desk.ranked();
    desk.edit([&](book::Edit& edit) {
        return work::decide(edit, desk.day->numbers->everything, row.signalList,
                            {theDay.addDays(4), {}, {}, u"call first"_s});
    });
    const Day quick = dayAfter(desk.book.numbers(), *desk.day).value();
    const Day whole = dayOf(desk.book.numbers()).value();
    REQUIRE(quick);
    CHECK(todayOf(*quick, {}) == todayOf(*whole, {}));
    CHECK_FALSE(hasRow(todayOf(*quick, {}), row.accounts.front()));
    desk.book.undo();
    CHECK(todayOf(*dayAfter(desk.book.numbers(), *quick).value(), {}) == desk.today());
    desk.book.lookBack(theDay.addDays(-30), LookBack::AsItHappened);
    CHECK_FALSE(dayAfter(desk.book.numbers(), *quick).value());
}

TEST_CASE("what is snoozed rests to its day, is back on it, and its word is a note")
{
    Desk desk;
    const work::TodayRow row = desk.ranked();
    const AccountId account = row.accounts.front();
    const auto notes = desk.facts(account).of<Touch>().size();
    desk.edit([&](book::Edit& edit) {
        return work::decide(edit, desk.day->numbers->everything, row.signalList,
                            {theDay.addDays(4), {}, {}, u"call first"_s});
    });
    CHECK(desk.facts(account).of<Touch>().size() == notes + 1);
    const auto asks = [&](const std::optional<work::TodayRow>& later) {
        return later && std::ranges::any_of(later->signalList, [&](const work::Signal& each) {
                   return each.signal == row.signalList.front().signal && each.key == row.signalList.front().key;
               });
    };
    CHECK_FALSE(asks(rowLater(desk, account, theDay.addDays(3))));
    CHECK(asks(rowLater(desk, account, theDay.addDays(4))));
}

TEST_CASE("a decision made twice on a day is one record, and the last one holds")
{
    Desk desk;
    const work::TodayRow row = desk.ranked();
    const AccountId account = row.accounts.front();
    const auto before = desk.facts(account).of<SignalDecision>().size();
    for (const QString& reason : {u"seasonal"_s, u"agreed"_s}) {
        const Portfolio everything = desk.book.numbers()->everything;
        desk.edit([&](book::Edit& edit) {
            return work::decide(edit, everything, std::span(row.signalList).first(1), {{}, reason, {}, {}});
        });
    }
    const auto rows = desk.facts(account).of<SignalDecision>();
    REQUIRE(rows.size() == before + 1);
    CHECK(std::ranges::count(rows, u"agreed"_s, &SignalDecision::dismissedReason) == 1);
    const Portfolio everything = desk.book.numbers()->everything;
    desk.edit([&](book::Edit& edit) { return work::decide(edit, everything, std::span(row.signalList).first(1), {}); });
    CHECK(todayOf(*dayOf(desk.book.numbers()).value(), {}) == desk.today());
}

TEST_CASE("a play started is a run with its tasks in one edit, undo leaves no task and no run")
{
    Desk desk;
    const work::TodayRow row = desk.ranked();
    const AccountId account = row.accounts.front();
    const BookNumbers& numbers = *desk.book.numbers();
    const auto* play = content::findById(numbers.content.plays, row.play);
    const auto tasks = desk.facts(account).of<Task>();
    const auto runs = desk.facts(account).of<PlaybookRun>();
    auto planned = work::plannedRun(*play, desk.facts(account), numbers.facts.book(), theDay, u"why"_s);
    desk.edit([&](book::Edit& edit) { return work::start(edit, planned); });
    CHECK(desk.facts(account).of<Task>().size() == tasks.size() + play->steps.size());
    const PlaybookRun* run = work::runningOf(desk.facts(account), row.play);
    REQUIRE(run);
    CHECK(run->version == play->version);
    CHECK(run->why == u"why");
    const auto steps = work::tasksOf(*run, desk.facts(account), play);
    REQUIRE(steps.size() == play->steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        CHECK(steps[i].originKey == play->steps[i].id);
        CHECK(steps[i].due.isValid() == planned.tasks[i].due.isValid());
    }
    desk.book.undo();
    CHECK(desk.facts(account).of<Task>() == tasks);
    CHECK(desk.facts(account).of<PlaybookRun>() == runs);
}

TEST_CASE("a run that is ended drops what is open of it, keeps what is done, and gives its signals a rest")
{
    Desk desk;
    const work::TodayRow row = desk.ranked();
    const AccountId account = row.accounts.front();
    const BookNumbers& numbers = *desk.book.numbers();
    const auto* play = content::findById(numbers.content.plays, row.play);
    auto planned = work::plannedRun(*play, desk.facts(account), numbers.facts.book(), theDay, {});
    desk.edit([&](book::Edit& edit) { return work::start(edit, planned); });
    desk.edit([&](book::Edit& edit) { return work::setDone(edit, planned.tasks.front(), true); });
    const PlaybookRun run = *work::runningOf(desk.facts(account), row.play);
    const auto tasks = work::tasksOf(run, desk.facts(account), play);
    CHECK(tasks.front().doneOn == theDay);
    desk.edit([&](book::Edit& edit) { return work::endRun(edit, run, tasks, u"worked"_s); });
    CHECK_FALSE(work::runningOf(desk.facts(account), row.play));
    for (const Task& task : work::tasksOf(run, desk.facts(account), play))
        CHECK(task.status == (task.id == tasks.front().id ? u"done"_s : u"cancelled"_s));
}

TEST_CASE("complaints, accounts with a named person and the most valuable fifth are for people to close")
{
    std::vector<work::Worth> worths;
    for (qint64 i = 1; i <= 10; ++i)
        worths.push_back({AccountId(i), i * 1000, {}, i != 5});
    work::Signal signal;
    signal.signal = u"card.expired"_s;
    const auto isForHumans = [&](qint64 account) {
        signal.account = AccountId(account);
        return work::isForHumans(signal, worths);
    };
    CHECK_FALSE(isForHumans(1));
    CHECK_FALSE(isForHumans(8));
    CHECK(isForHumans(9));
    CHECK(isForHumans(10));
    CHECK(isForHumans(5));
    signal.signal = u"detractor.reply"_s;
    CHECK(isForHumans(1));
}
