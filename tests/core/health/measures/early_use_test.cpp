// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

Told book(int ageDays, int people, bool hasKickedOff = true)
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer(ageDays, 20).users(ageDays, today, [&](int) { return people; });
    told.add<Milestone>([&](Milestone& row) {
        row.kind = u"kickoff"_s;
        row.planned = ago(ageDays - 3);
        row.reached = hasKickedOff ? ago(ageDays - 3) : QDate();
    });
    return told;
}

} // namespace

TEST_CASE("people who use it early are counted against those planned and the days gone", "[health]")
{
    // Half of the onboarding of 45 days would be 22.5: after 45 days and later all are expected.
    const Contribution due = measure(book(45, 10), "early_use");
    CHECK(micro(due) == 65'000'000);
    CHECK(due.why.arguments == Arguments{qint64(10), qint64(20), qint64(45), 45.0});
    CHECK(micro(measure(book(90, 10), "early_use")) == 65'000'000);
    // A third of the time gone, a sixth of the people: half of what was to be.
    CHECK(micro(measure(book(15, 4), "early_use")) == 73'333'333);
    CHECK(micro(measure(book(45, 20), "early_use")) == 100'000'000);
}

TEST_CASE("before the kick-off nobody is expected, and without milestones nobody knows", "[health]")
{
    CHECK(measure(book(20, 10, false), "early_use").why.key == u"not_applicable.no_kickoff");
    // A kick-off planned for later says nothing of today: nobody may have planned it yet.
    CHECK(measure(book(20, 10, false), "early_use", ago(18)).gap == health::Gap::NotPractised);
    Told told;
    told.account(u"A"_s, u"mid"_s).customer(20).users(12, today, [](int) { return 9; });
    CHECK(measure(told, "early_use").gap == health::Gap::NotPractised);
}

TEST_CASE("early use is unknown when the data are over two weeks old", "[health]")
{
    CHECK(measure(book(45, 10), "early_use", today.addDays(14)).takesPart());
    CHECK(measure(book(45, 10), "early_use", today.addDays(15)).gap == health::Gap::TooOld);
}

TEST_CASE("an onboarding far over its target without activation caps at red", "[health]")
{
    const auto isStuck = [](int ageDays) {
        Told told = book(ageDays, 10);
        return isCapped(told.score(), "stuck");
    };
    CHECK_FALSE(isStuck(67));
    CHECK(isStuck(68));
}
