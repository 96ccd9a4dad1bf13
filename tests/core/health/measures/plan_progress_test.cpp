// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

void plan(Told& told, const char* kind, int plannedAgo, std::optional<int> reachedAgo = {},
          std::optional<bool> isRequired = {})
{
    told.add<Milestone>([&](Milestone& row) {
        row.kind = QString::fromLatin1(kind);
        row.planned = ago(plannedAgo);
        row.reached = reachedAgo ? ago(*reachedAgo) : QDate();
        row.required = isRequired;
    });
}

Told book()
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer(50);
    return told;
}

} // namespace

TEST_CASE("the required milestone that is most overdue decides", "[health]")
{
    Told told = book();
    CHECK(measure(told, "plan_progress").gap == health::Gap::TooLittle);
    plan(told, "kickoff", 40, 38);
    plan(told, "goals_agreed", -5);
    CHECK(micro(measure(told, "plan_progress")) == 100'000'000);
    CHECK(measure(told, "plan_progress").why.key == u"measure.plan_progress.on_plan");
    plan(told, "activation", 14);
    const Contribution behind = measure(told, "plan_progress");
    CHECK(micro(behind) == 45'000'000);
    CHECK(behind.why.arguments == Arguments{u"activation"_s, ago(14), 14.0});
    // Reached later: looking back it was behind.
    CHECK(micro(measure(told, "plan_progress", ago(39))) == 96'666'667);
}

TEST_CASE("what is not required, and what comes after the onboarding, does not count", "[health]")
{
    Told told = book();
    plan(told, "kickoff", 40, 39);
    plan(told, "handover_done", 45);
    plan(told, "goals_agreed", 30, {}, false);
    plan(told, "renewed", 45, {}, true);
    CHECK(micro(measure(told, "plan_progress")) == 100'000'000);
}
