// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

Told book(int ageDays = 400)
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer(ageDays);
    // Somebody else has one: values are in use.
    told.account(u"B"_s, u"mid"_s).customer().add<Value>([](Value& row) { row.day = ago(300); });
    return told;
}

} // namespace

TEST_CASE("value counts from the day the customer last confirmed it", "[health]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer();
    told.add<Value>([](Value& row) {
        row.day = ago(180);
        row.text = u"Four days saved"_s;
    });
    const Contribution figure = measure(told, "value_recent");
    CHECK(micro(figure) == 65'000'000);
    CHECK(figure.why.arguments == Arguments{ago(180), u"Four days saved"_s});
    told.add<Value>([](Value& row) {
        row.day = ago(10);
        row.method = u"estimated from logins"_s;
    });
    CHECK(micro(measure(told, "value_recent")) == 65'000'000);
    told.add<Goal>([](Goal& row) {
        row.agreedOn = ago(200);
        row.metOn = ago(90);
        row.status = u"met"_s;
        row.shortName = u"Faster close"_s;
    });
    CHECK(micro(measure(told, "value_recent")) == 90'000'000);
    told.add<Milestone>([](Milestone& row) {
        row.kind = u"value_confirmed"_s;
        row.reached = today;
    });
    CHECK(micro(measure(told, "value_recent")) == 100'000'000);
    CHECK(micro(measure(told, "value_recent", ago(1))) < 100'000'000);
}

TEST_CASE("no value so far counts from the end of the onboarding", "[health]")
{
    // Half of the accounts have one. 45 days of onboarding, 360 since.
    const Contribution none = measure(book(405), "value_recent");
    CHECK(none.why.key == u"measure.value_recent.none");
    CHECK(micro(none) == 16'315'789);
    Told young = book();
    young.account(u"C"_s, u"public"_s).customer(119).add<Milestone>([](Milestone& row) {
        row.kind = u"activation"_s;
        row.reached = ago(50);
    });
    CHECK(measure(young, "value_recent", today, u"C"_s).why.key == u"not_applicable.in_onboarding_time");
}

TEST_CASE("a book without confirmed value holds nothing against anybody", "[health]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer();
    CHECK(measure(told, "value_recent").gap == health::Gap::NotPractised);
}
