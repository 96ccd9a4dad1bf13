// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Told_
{
    const char* status;
    int priority = 2;
    int dueIn = 100;
    int reviewedAgo = 10;
};

Told book(std::initializer_list<Told_> goals)
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer();
    for (const Told_& each : goals)
        told.add<Goal>([&](Goal& row) {
            row.shortName = QString::fromLatin1(each.status);
            row.status = QString::fromLatin1(each.status);
            row.priority = each.priority;
            row.agreedOn = ago(200);
            row.lastReviewed = ago(each.reviewedAgo);
            row.due = today.addDays(each.dueIn);
        });
    return told;
}

} // namespace

TEST_CASE("goals met or on track count whole, at risk half, the first priority twice", "[health]")
{
    CHECK(micro(measure(book({{"on_track"}, {"met"}}), "goals")) == 100'000'000);
    CHECK(measure(book({{"on_track"}, {"met"}}), "goals").why.key == u"measure.goals.all");
    const Contribution half = measure(book({{"on_track"}, {"behind"}}), "goals");
    CHECK(micro(half) == 50'000'000);
    CHECK(half.why.arguments == Arguments{qint64(1), qint64(2), u"behind"_s});
    CHECK(micro(measure(book({{"on_track"}, {"at_risk"}}), "goals")) == 80'000'000);
    // Two of three parts: the first priority is behind.
    CHECK(micro(measure(book({{"on_track"}, {"behind", 1}}), "goals")) == 33'333'333);
}

TEST_CASE("goals of another year, drafts and dropped ones are left out, and a review long ago says nothing", "[health]")
{
    CHECK(micro(measure(book({{"on_track"}, {"behind", 2, -91}, {"behind", 2, 366}}), "goals")) == 100'000'000);
    CHECK(micro(measure(book({{"on_track"}, {"draft"}, {"dropped"}}), "goals")) == 100'000'000);
    CHECK(measure(book({{"on_track", 2, 100, 95}}), "goals").takesPart());
    CHECK(measure(book({{"on_track", 2, 100, 96}}), "goals").gap == health::Gap::TooOld);
    CHECK(measure(book({}), "goals").gap == health::Gap::NotPractised);
}

TEST_CASE("a goal of which nobody has said how it stands is neither met nor behind", "[health]")
{
    CHECK(measure(book({{""}}), "goals").state == State::Unknown);
    CHECK(micro(measure(book({{"on_track"}, {""}}), "goals")) == 100'000'000);
}
