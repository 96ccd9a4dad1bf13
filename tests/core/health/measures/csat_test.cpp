// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

void rate(Told& told, double score, int daysAgo, const char* touchpoint = "cycle")
{
    told.add<Survey>([&](Survey& row) {
        row.kind = u"csat"_s;
        row.score = score;
        row.day = ago(daysAgo);
        row.touchpoint = QString::fromLatin1(touchpoint);
    });
}

Told book(int ageDays = 400)
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer(ageDays);
    return told;
}

} // namespace

TEST_CASE("ratings of surveys and of tickets count together, three at least", "[health]")
{
    Told told = book();
    rate(told, 5, 10);
    rate(told, 2, 20);
    CHECK(measure(told, "csat").gap == health::Gap::TooLittle);
    told.add<Ticket>([](Ticket& row) {
        row.opened = ago(40);
        row.closed = ago(38);
        row.csat = 4;
    });
    rate(told, 5, 30);
    const Contribution three = measure(told, "csat"); // 3 of 4
    CHECK(micro(three) == 70'000'000);
    CHECK(three.why.arguments == Arguments{qint64(3), qint64(4)});
    rate(told, 1, 90);
    CHECK(micro(measure(told, "csat")) == 70'000'000);
}

TEST_CASE("in onboarding one answer about onboarding or training is enough", "[health]")
{
    Told told = book(30);
    rate(told, 2, 3, "cycle");
    CHECK(measure(told, "csat").gap == health::Gap::TooLittle);
    rate(told, 5, 3, "training");
    CHECK(micro(measure(told, "csat")) == 100'000'000);
}
