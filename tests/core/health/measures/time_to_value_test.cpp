// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// In onboarding (target 45 days) since so many days; milestones are in use.
Told book(int ageDays, std::optional<int> valueAgo = {}, const QString& segment = u"mid"_s)
{
    Told told;
    told.account(u"A"_s, segment).customer(ageDays);
    told.add<Milestone>([&](Milestone& row) {
        row.kind = u"kickoff"_s;
        row.planned = ago(ageDays);
    });
    if (valueAgo)
        told.add<Milestone>([&](Milestone& row) {
            row.kind = u"first_value"_s;
            row.reached = ago(*valueAgo);
        });
    return told;
}

} // namespace

TEST_CASE("days without a first value run against the target of the onboarding", "[health]")
{
    CHECK(micro(measure(book(22), "time_to_value")) == 100'000'000);
    const Contribution due = measure(book(45), "time_to_value");
    CHECK(micro(due) == 70'000'000);
    CHECK(due.why.key == u"measure.time_to_value.waiting");
    CHECK(due.why.arguments == Arguments{qint64(45), 45.0});
    CHECK(micro(measure(book(90), "time_to_value")) == 0);
}

TEST_CASE("a first value stands at the ratio of its day, and is no longer asked about after half a year", "[health]")
{
    const Contribution reached = measure(book(100, 55), "time_to_value");
    CHECK(micro(reached) == 70'000'000);
    CHECK(reached.why.arguments == Arguments{qint64(45), 45.0});
    CHECK(micro(measure(book(100, 55), "time_to_value", ago(56))) < 70'000'000 + 5'000'000);
    CHECK(measure(book(100, 55), "time_to_value", ago(56)).why.key == u"measure.time_to_value.waiting");
    CHECK(measure(book(400, 181, u"self"_s), "time_to_value").state == State::NotApplicable);
    CHECK(measure(book(400, 180, u"self"_s), "time_to_value").takesPart());
}

TEST_CASE("a milestone shows that milestones are kept from the day it was planned for, not before", "[health]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer(22);
    told.add<Milestone>([](Milestone& row) {
        row.kind = u"kickoff"_s;
        row.planned = ago(5);
    });
    CHECK(measure(told, "time_to_value", ago(5)).takesPart());
    CHECK(measure(told, "time_to_value", ago(6)).gap == health::Gap::NotPractised);
}

TEST_CASE("an account that was old when it entered the book is not asked when its value came", "[health]")
{
    Told told = book(100);
    told.facts.with(
        [](Account& account) { account.recorded = Instant{(ago(5).toJulianDay() - julianOfEpoch) * 86'400'000}; });
    CHECK(measure(told, "time_to_value").gap == health::Gap::TooLittle);
}

TEST_CASE("a value dated before the start is an error of the data and says nothing", "[health]")
{
    CHECK(measure(book(50, 51), "time_to_value").gap == health::Gap::TooLittle);
}
