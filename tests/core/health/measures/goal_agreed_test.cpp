// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// In onboarding, begun so many days ago, beside another account that has a goal.
Told book(int ageDays)
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer(ageDays);
    told.account(u"B"_s, u"mid"_s).customer().add<Goal>([](Goal& row) { row.agreedOn = ago(100); });
    return told;
}

void agree(Told& told, bool isWhole)
{
    told.account(u"C"_s, u"mid"_s).customer(20).add<Goal>([&](Goal& row) {
        row.outcome = u"Invoices in a day"_s;
        row.measure = u"hours"_s;
        row.target = isWhole ? std::optional(4.0) : std::nullopt;
        row.due = today.addDays(60);
        row.status = u"agreed"_s;
        row.agreedOn = ago(2);
    });
}

} // namespace

TEST_CASE("in onboarding a goal with measure, target and date is what counts, and else the days go by", "[health]")
{
    CHECK(micro(measure(book(0), "goal_agreed")) == 100'000'000);
    CHECK(micro(measure(book(14), "goal_agreed")) == 50'000'000);
    CHECK(measure(book(14), "goal_agreed").why.arguments.at(0) == Argument(14.0));
    CHECK(micro(measure(book(30), "goal_agreed")) == 0);
    Told agreed = book(20);
    agree(agreed, true);
    CHECK(micro(measure(agreed, "goal_agreed", today, u"C"_s)) == 100'000'000);
    CHECK(measure(agreed, "goal_agreed", today, u"C"_s).why.key == u"measure.goal_agreed.agreed");
    Told vague = book(20);
    agree(vague, false);
    CHECK(measure(vague, "goal_agreed", today, u"C"_s).why.key == u"measure.goal_agreed.none");
}

TEST_CASE("a book in which nobody enters goals holds no missing goal against anybody", "[health]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer(20);
    CHECK(measure(told, "goal_agreed").gap == health::Gap::NotPractised);
}
