// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journey/onboarding_plan.h"

#include "tests/support/printers.h"

using namespace steward;
using namespace steward::journey;
using namespace Qt::Literals::StringLiterals;

namespace {

OnboardingPlan planWith(std::vector<std::pair<QString, QString>> fields)
{
    AccountFacts facts;
    std::vector<CustomValue> values;
    for (const auto& [field, text] : fields)
        values.push_back({Entity::Account, 1, field, text, u"text"_s});
    facts.custom = Rows<CustomValue>(std::move(values));
    return OnboardingPlan(facts);
}

} // namespace

TEST_CASE("what has to be written before onboarding is closed is named until it is", "[plan]")
{
    CHECK_FALSE(planWith({}).isBegun());
    CHECK_FALSE(planWith({{u"region_code"_s, u"7"_s}, {u"plan_can"_s, u"  "_s}}).isBegun());
    CHECK(planWith({}).missing() == QStringList{u"plan_cannot"_s, u"plan_left_out"_s});
    CHECK(planWith({{u"plan_cannot"_s, u"works offline"_s}}).missing() == QStringList{u"plan_left_out"_s});
    CHECK(planWith({{u"plan_cannot"_s, u"works offline"_s}, {u"plan_left_out"_s, u"reports"_s}}).missing().isEmpty());
}

TEST_CASE("a training hangs on its problem, without it it is an orphan", "[plan]")
{
    const QString trainings = u"First count with scanners > stocktaking\nReports for the board > Nobody sees margins\n"
                              "Keyboard shortcuts\n\n"_s;
    const auto with = [&](const QString& problems) {
        return planWith({{u"plan_problem"_s, problems}, {u"plan_training"_s, trainings}}).trainings();
    };
    const auto both = with(u"Stocktaking takes two days\nNobody sees margins"_s);
    REQUIRE(both.size() == 3);
    CHECK(both[0] == PlanTraining{u"First count with scanners"_s, u"Stocktaking takes two days"_s, false});
    CHECK(both[1] == PlanTraining{u"Reports for the board"_s, u"Nobody sees margins"_s, false});
    CHECK(both[2] == PlanTraining{u"Keyboard shortcuts"_s, {}, true});
    const auto one = with(u"Nobody sees margins"_s);
    CHECK(one[0] == PlanTraining{u"First count with scanners"_s, u"stocktaking"_s, true});
    CHECK_FALSE(one[1].isOrphan);
}
