// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 sponsor = 500'001;
constexpr qint64 user = 500'002;

Told book()
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer();
    for (const qint64 id : {sponsor, user})
        told.add<Contact>([&](Contact& row) { row.id = id; });
    told.add<ContactRole>([](ContactRole& row) {
        row.contact = ContactId(sponsor);
        row.role = u"sponsor"_s;
    });
    return told;
}

void answer(Told& told, double score, int daysAgo, qint64 contact = 0)
{
    told.facts.nps(score, ago(daysAgo), ContactId(contact));
}

} // namespace

TEST_CASE("the latest score of each contact counts, the sponsor's three times", "[health]")
{
    Told told = book();
    answer(told, 2, 200, sponsor);
    answer(told, 9, 30, sponsor);
    answer(told, 5, 20, user);
    const Contribution mean = measure(told, "nps"); // (3 x 9 + 5) / 4 = 8
    CHECK(micro(mean) == 70'000'000);
    CHECK(mean.why.key == u"measure.nps.unnamed");
    CHECK(mean.why.arguments == Arguments{8.0, qint64(2), 5.0, QString(), ago(20)});
    CHECK(mean.why.records.size() == 2);
    answer(told, 3, 10, sponsor);
    CHECK(measure(told, "nps").why.arguments.at(3) == Argument(u"sponsor"_s));
    CHECK(measure(told, "nps").why.key == u"measure.nps.scores");
}

TEST_CASE("answers without a name count one each, and those of a year ago, off the scale or of who left do not",
          "[health]")
{
    Told told = book();
    answer(told, 9, 10);
    answer(told, 7, 20);
    answer(told, 0, 365);
    answer(told, 11, 5);
    CHECK(micro(measure(told, "nps")) == 70'000'000);
    told.add<Contact>([](Contact& row) {
        row.id = 500'003;
        row.leftOn = ago(3);
    });
    answer(told, 0, 10, 500'003);
    CHECK(micro(measure(told, "nps")) == 70'000'000);
    // They were there before.
    CHECK(micro(measure(told, "nps", ago(4))) < 50'000'000);
}

TEST_CASE("a sponsor who scored low caps at yellow until a better score", "[health]")
{
    Told told = book();
    told.users(300, today, [](int) { return 12; });
    answer(told, 6, 30, sponsor);
    const AccountScore score = told.score();
    REQUIRE(isCapped(score, "sponsor_unhappy"));
    CHECK(score.caps.front().why.arguments == Arguments{u"sponsor"_s, 6.0, ago(30)});
    CHECK_FALSE(isCapped(told.score(ago(31)), "sponsor_unhappy"));
    answer(told, 8, 5, sponsor);
    CHECK_FALSE(isCapped(told.score(), "sponsor_unhappy"));
    Told other = book();
    other.users(300, today, [](int) { return 12; });
    answer(other, 0, 30, user);
    CHECK_FALSE(isCapped(other.score(), "sponsor_unhappy"));
}
