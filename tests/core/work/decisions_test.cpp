// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/decisions.h"

#include "tests/core/work/work_fixture.h"

/// What a person decided about a signal.
using namespace steward;
using namespace steward::tests;
using work::SignalState;
using namespace Qt::Literals::StringLiterals;

namespace {

/// 40 users a day, so many in the last four weeks.
Told usingOf40(double now)
{
    Told book;
    book.account(u"A"_s, u"mid"_s).customer();
    book.users(200, today, [now](int before) { return before < 28 ? now : 40; });
    return book;
}

Told dismissed(double now, int daysAgo, const QString& reason, std::optional<double> figure = {})
{
    Told book = usingOf40(now);
    book.add<SignalDecision>([&](SignalDecision& row) {
        row.signal = u"usage.drop"_s;
        row.key = u"active_users"_s;
        row.day = ago(daysAgo);
        row.dismissedReason = reason;
        row.figure = figure;
    });
    return book;
}

SignalState state(const Told& book) { return signalOf(book, "usage.drop").value().state; }

} // namespace

TEST_CASE("a dismissed signal rests through its cool-down and is back after it")
{
    CHECK(state(dismissed(28, 28, u"agreed"_s, 30)) == SignalState::Dismissed);
    CHECK(state(dismissed(28, 29, u"agreed"_s, 30)) == SignalState::Open);
    CHECK(state(dismissed(28, 60, u"not_a_concern"_s, 30)) == SignalState::Dismissed);
    const auto found = signalOf(dismissed(28, 5, u"agreed"_s, 30), "usage.drop");
    CHECK(found->until == ago(5).addDays(28));
    CHECK(found->reason == u"agreed");
}

TEST_CASE("dismissed as seasonal, then worse by thirty per cent: it is back")
{
    CHECK(state(dismissed(28, 5, u"seasonal"_s, 30)) == SignalState::Dismissed);
    CHECK(state(dismissed(28, 5, u"seasonal"_s, 25)) == SignalState::Dismissed);
    CHECK(state(dismissed(28, 5, u"seasonal"_s, 23)) == SignalState::Open);
    // also on the day itself, when a newer file tells it
    CHECK(state(dismissed(28, 0, u"seasonal"_s, 30)) == SignalState::Dismissed);
    CHECK(state(dismissed(28, 0, u"seasonal"_s, 23)) == SignalState::Open);
    CHECK(state(dismissed(28, 0, u"seasonal"_s)) == SignalState::Dismissed);
}

TEST_CASE("without a figure of that day, that day is looked at")
{
    Told book;
    book.account(u"A"_s, u"mid"_s).customer();
    book.users(200, today, [](int before) { return before < 5 ? 2.0 : before < 33 ? 28.0 : 40.0; });
    book.add<SignalDecision>([](SignalDecision& row) {
        row.signal = u"usage.drop"_s;
        row.key = u"active_users"_s;
        row.day = ago(5);
        row.dismissedReason = u"agreed"_s;
    });
    CHECK(state(book) == SignalState::Open);
    CHECK(state(dismissed(28, 1, u"agreed"_s)) == SignalState::Dismissed);
}

TEST_CASE("a snoozed signal sleeps to its day")
{
    Told book = usingOf40(28);
    book.add<SignalDecision>([](SignalDecision& row) {
        row.signal = u"usage.drop"_s;
        row.key = u"active_users"_s;
        row.day = ago(2);
        row.snoozedTo = today.addDays(3);
        row.figure = 30;
    });
    CHECK(state(book) == SignalState::Snoozed);
    CHECK(signalOf(book, "usage.drop")->until == today.addDays(2));
}

TEST_CASE("a play that was run to its end gives its signals a rest, one that still runs does not")
{
    const auto run = [](QDate ended, const QString& outcome) {
        Told book = usingOf40(28);
        book.add<PlaybookRun>([&](PlaybookRun& row) {
            row.playbook = u"usage_drop"_s;
            row.started = ago(20);
            row.ended = ended;
            row.outcome = outcome;
        });
        return book;
    };
    CHECK(state(run(ago(3), u"worked"_s)) == SignalState::Done);
    CHECK(state(run({}, {})) == SignalState::Open);
    CHECK(state(run(ago(3), u"in_error"_s)) == SignalState::Open);
}
