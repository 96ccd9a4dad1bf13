// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_presenter.h"

#include "core/portfolio/standing.h"
#include "core/work/plays.h"
#include "tests/ui/account/account_fixture.h"
#include "ui/today/since_text.h"
#include "ui/today/today_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace steward;
using namespace steward::today;
using namespace Qt::Literals::StringLiterals;
using State = TodayPresenter::State;

namespace {

struct Desk : tests::SampleBook
{
    Desk()
        : presenter(book, tests::british)
        , model(tests::british)
    {
        REQUIRE(presenter.state() == State::Ready);
        model.show(presenter.shown());
    }
    [[nodiscard]] const work::Today& today() const { return presenter.shown()->today; }
    template <class Holds>
    [[nodiscard]] work::TodayRow rowWhere(Holds&& holds) const
    {
        const auto row = std::ranges::find_if(today().rows, holds);
        REQUIRE(row != today().rows.end());
        return *row;
    }
    [[nodiscard]] work::TodayRow ranked(std::size_t reasons = 1) const
    {
        return rowWhere([reasons](const work::TodayRow& row) {
            return row.lane == work::Lane::Now && row.accounts.size() == 1 && !row.play.isEmpty() &&
                   row.signalList.size() >= reasons && !row.isGood;
        });
    }
    [[nodiscard]] const work::TodayRow* rowOf(AccountId account) const
    {
        for (const work::TodayRow& row : today().rows)
            if (row.lane != work::Lane::Clock && std::ranges::count(row.accounts, account) == 1)
                return &row;
        return nullptr;
    }
    [[nodiscard]] const AccountFacts& facts(AccountId account) const { return *book.numbers()->facts.find(account); }
    TodayPresenter presenter;
    TodayModel model;
};

} // namespace

TEST_CASE("the list keeps the rules of item models, open and closed")
{
    Desk desk;
    const QAbstractItemModelTester tester(&desk.model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int closed = desk.model.rowCount();
    const int wait = desk.model.rowOf(u"wait"_s);
    REQUIRE(wait == closed - 1);
    CHECK(desk.model.toggle(wait));
    CHECK(desk.model.rowCount() == closed + desk.today().count(work::Lane::Later));
    for (int row = 0; row < desk.model.rowCount(); ++row) {
        const QModelIndex index = desk.model.index(row);
        CHECK_FALSE(index.data(Qt::AccessibleTextRole).toString().isEmpty());
        CHECK(desk.model.rowOf(desk.model.keyAt(row)) == (desk.model.isChoosable(row) ? row : -1));
    }
    CHECK(desk.model.toggle(desk.model.rowOf(u"wait"_s)));
    CHECK(desk.model.rowCount() == closed);
    CHECK_FALSE(desk.model.toggle(0));
}

TEST_CASE("a group opens as a list of its accounts, each with its own reason")
{
    Desk desk;
    desk.model.toggle(desk.model.rowOf(u"wait"_s));
    int group = 0;
    while (group < desk.model.rowCount() && desk.model.at(group).kind != TodayModel::Kind::Group)
        ++group;
    REQUIRE(group < desk.model.rowCount());
    const work::TodayRow row = *desk.model.rowAt(group);
    CHECK(desk.model.accountAt(group) == AccountId());
    REQUIRE(desk.model.toggle(group));
    for (std::size_t i = 0; i < row.accounts.size(); ++i) {
        const int part = group + 1 + static_cast<int>(i);
        CHECK(desk.model.accountAt(part) == row.accounts[i]);
        CHECK(desk.model.textAt(part).reason ==
              sentenceOf(row.signalList[i], *desk.presenter.shown()->day, tests::british));
    }
}

TEST_CASE("a row says its strongest reason, how many more there are, and the product of its factors")
{
    Desk desk;
    const work::TodayRow row = desk.ranked(3);
    const BookDay& day = *desk.presenter.shown()->day;
    const RowText text = rowText(row, day, tests::british);
    CHECK(text.reason == sentenceOf(row.signalList.front(), day, tests::british));
    CHECK(text.more == QStringLiteral("+%1 more").arg(row.signalList.size() - 1));
    CHECK(text.amount.startsWith(u"\u20ac"));
    const auto factors = factorsOf(row, day, tests::british);
    REQUIRE(factors.size() == 5);
    CHECK(text.why.startsWith(factors.front().value));
    for (const Factor& factor : factors)
        CHECK_FALSE(factor.why.isEmpty());
}

TEST_CASE("a conversation of today shows its kind")
{
    Desk desk;
    const auto meeting = [&] {
        return desk.rowWhere([](const work::TodayRow& row) {
            return row.lane == work::Lane::Clock && row.signalList.front().signal == u"meeting.today";
        });
    };
    const RecordRef touch = meeting().signalList.front().say.records.front();
    REQUIRE(touch.entity == Entity::Touch);
    for (const auto& [kind, icon] : {std::pair(u"call"_s, u"phone"_s), std::pair(u"meeting"_s, u"users"_s)}) {
        desk.book.edit({Code("edit.account-field"), {u"x"_s, u"y"_s}}, [&, kind = kind](book::Edit& edit) {
            return edit.change<Touch>(touch.id, [&](Touch& each) { each.kind = kind; });
        });
        CHECK(rowText(meeting(), *desk.presenter.shown()->day, tests::british).icon == icon);
    }
}

TEST_CASE("what is snoozed leaves the list and undo brings the list back")
{
    Desk desk;
    const work::Today before = desk.today();
    const int needed = desk.presenter.needsYou();
    const work::TodayRow row = desk.ranked();
    desk.presenter.snooze(row, tests::theDay.addDays(7), {});
    CHECK_FALSE(desk.rowOf(row.accounts.front()));
    CHECK(desk.book.undoable()->code == Code("edit.signals-snoozed"));
    desk.book.undo();
    CHECK(desk.today() == before);
    CHECK(desk.presenter.needsYou() == needed);
}

TEST_CASE("dismissed is one reason or all of them")
{
    Desk desk;
    const work::TodayRow row = desk.ranked(2);
    const AccountId account = row.accounts.front();
    CHECK(desk.presenter.dismiss(row, u"seasonal"_s, false, {}).isEmpty());
    const work::TodayRow* left = desk.rowOf(account);
    REQUIRE(left);
    CHECK(left->signalList.size() == row.signalList.size() - 1);
    CHECK(left->signalList.front() == row.signalList[1]);
    CHECK(desk.presenter.dismiss(work::TodayRow(*left), u"agreed"_s, true, u"told me on the phone"_s).isEmpty());
    CHECK_FALSE(desk.rowOf(account));
    desk.book.undo();
    desk.book.undo();
    REQUIRE(desk.rowOf(account));
    CHECK(*desk.rowOf(account) == row);
}

TEST_CASE("a bulk close leaves what only a person may close, and says so")
{
    Desk desk;
    work::TodayRow mixed = desk.rowWhere([](const work::TodayRow& row) {
        return row.accounts.size() > 1 && row.signalList.back().signal != u"detractor.reply" &&
               row.signalList.back().signal != u"csat.low" && row.signalList.back().signal != u"ticket.urgent";
    });
    mixed.signalList.front().signal = u"detractor.reply"_s;
    const auto before = desk.facts(mixed.accounts.front()).of<SignalDecision>().size();
    const QString said = desk.presenter.dismiss(mixed, u"agreed"_s, true, {});
    CHECK(said.contains(u"stay"));
    CHECK(desk.facts(mixed.accounts.front()).of<SignalDecision>().size() == before);
    const auto label = desk.book.undoable();
    REQUIRE(label);
    CHECK(label->code == Code("edit.signals-dismissed"));
}

TEST_CASE("a play started shows as under way in its row, on a group it starts for each, in one step of undo")
{
    Desk desk;
    const auto idle = desk.rowWhere([](const work::TodayRow& row) {
        return row.lane != work::Lane::Clock && row.accounts.size() == 1 && !row.play.isEmpty() &&
               !(row.lastRun && !row.lastRun->ended.isValid());
    });
    const auto history = desk.book.history().size();
    desk.presenter.startPlay(idle);
    const work::TodayRow* running = desk.rowOf(idle.accounts.front());
    REQUIRE(running);
    const RowText text = rowText(*running, *desk.presenter.shown()->day, tests::british);
    CHECK(text.isRunning);
    CHECK(text.playNote.startsWith(u"0 of "));
    desk.presenter.startPlay(work::TodayRow(*running));
    CHECK(desk.book.history().size() == history + 1);
    const auto group =
        desk.rowWhere([](const work::TodayRow& row) { return row.accounts.size() > 1 && !row.play.isEmpty(); });
    desk.presenter.startPlay(group);
    for (const AccountId account : group.accounts)
        CHECK(work::runningOf(desk.facts(account), group.play));
    desk.book.undo();
    for (const AccountId account : group.accounts)
        CHECK_FALSE(work::runningOf(desk.facts(account), group.play));
}

TEST_CASE("a promise on the clock is kept from the list")
{
    Desk desk;
    const auto promise =
        desk.rowWhere([](const work::TodayRow& row) { return row.signalList.front().signal == u"promise.due"; });
    const Task* task = desk.presenter.taskOf(promise);
    REQUIRE(task);
    const qint64 id = task->id;
    desk.presenter.finishTask(promise);
    CHECK(std::ranges::none_of(desk.today().rows, [&](const work::TodayRow& row) {
        return row.signalList.front() == promise.signalList.front();
    }));
    for (const Task& each : desk.facts(promise.accounts.front()).of<Task>())
        if (each.id == id)
            CHECK_FALSE(isOpen(each));
    CHECK_FALSE(desk.presenter.taskOf(desk.ranked()));
}

TEST_CASE("one person's day holds that person's accounts only, the whole book all of them")
{
    Desk desk;
    const auto all = desk.today().rows.size();
    const auto owners = desk.presenter.owners();
    REQUIRE(owners.size() > 1);
    desk.presenter.setOwner(owners.front().first);
    CHECK(desk.today().rows.size() < all);
    for (const work::TodayRow& row : desk.today().rows)
        for (const AccountId account : row.accounts)
            CHECK(desk.facts(account).account.csm == owners.front().first);
    desk.presenter.setOwner({});
    CHECK(desk.today().rows.size() == all);
}

TEST_CASE("a book without accounts, a closed one and another day say so")
{
    Desk desk;
    const QSignalSpy changed(&desk.presenter, &TodayPresenter::changed);
    desk.book.lookBack(tests::theDay.addDays(-60), LookBack::AsItHappened);
    CHECK(desk.presenter.state() == State::Ready);
    CHECK(desk.presenter.shown()->day->numbers->asked.day == tests::theDay.addDays(-60));
    desk.book.close();
    CHECK(desk.presenter.state() == State::Loading);
    CHECK(desk.presenter.needsYou() == 0);
    desk.book.makeEmpty(desk.folder.filePath(u"empty.steward"_s));
    CHECK(desk.presenter.state() == State::Empty);
    CHECK(changed.count() > 2);
}

TEST_CASE("a day on which nothing needs anybody says so and names the next meeting")
{
    Desk desk;
    desk.book.makeEmpty(desk.folder.filePath(u"quiet.steward"_s));
    desk.book.edit({Code("edit.account-field"), {u"name"_s, u"Acme"_s}}, [](book::Edit& edit) -> Status {
        Account account;
        account.name = u"Acme"_s;
        if (const auto saved = edit.save(account); !saved)
            return tl::unexpected(saved.error());
        for (const int days : {9, 3, -3}) {
            Touch touch;
            touch.account = AccountId(account.id);
            touch.kind = u"video"_s;
            touch.day = tests::theDay.addDays(days);
            touch.planned = true;
            if (const auto saved = edit.save(touch); !saved)
                return tl::unexpected(saved.error());
        }
        return {};
    });
    const ShownDay& shown = desk.presenter.shown();
    REQUIRE(shown);
    REQUIRE(shown->today.count(work::Lane::Clock) + shown->today.count(work::Lane::Now) == 0);
    CHECK(nextText(*shown, tests::british) == u"next meeting: Acme, 22 Nov"_s);
    auto waiting = std::make_shared<Shown>(*shown);
    waiting->today.rows.resize(1);
    waiting->today.rows.front().lane = work::Lane::Later;
    waiting->today.rows.front().signalList.resize(1);
    desk.model.show(waiting);
    CHECK(desk.model.at(0).title == u"Nothing needs you today"_s);
    CHECK(desk.model.at(0).note == u"next meeting: Acme, 22 Nov"_s);
    CHECK(desk.model.at(1).kind == TodayModel::Kind::Wait);
}

TEST_CASE("a day that lies behind is the last one of its name")
{
    const QDate today(2026, 11, 19); // a Thursday
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const std::pair<QString, QDate> cases[] = {{u"monday"_s, QDate(2026, 11, 16)},
                                               {u"thursday"_s, QDate(2026, 11, 19)},
                                               {u"3 nov"_s, QDate(2026, 11, 3)},
                                               {u"3 dec"_s, QDate(2025, 12, 3)},
                                               {u"-10"_s, QDate(2026, 11, 9)},
                                               {u"2026-10-01"_s, QDate(2026, 10, 1)},
                                               {u"10"_s, QDate()},
                                               {u"soon"_s, QDate()}};
    for (const auto& [text, day] : cases) {
        INFO(text.toStdString());
        CHECK(pastDayFrom(text, today, british) == day);
    }
}
