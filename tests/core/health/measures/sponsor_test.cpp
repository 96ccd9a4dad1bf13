// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Person_
{
    qint64 id = 0;
    std::optional<int> leftAgo;
    std::optional<int> roleAgo; ///< sponsor since
    std::optional<int> metAgo;
    qint64 successorOf = 0;
};

void addPerson(Told& told, const Person_& person)
{
    told.add<Contact>([&](Contact& row) {
        row.id = person.id;
        row.title = u"Director %1"_s.arg(person.id);
        row.leftOn = person.leftAgo ? ago(*person.leftAgo) : QDate();
        row.successorOf = ContactId(person.successorOf);
    });
    if (person.roleAgo)
        told.add<ContactRole>([&](ContactRole& row) {
            row.contact = ContactId(person.id);
            row.role = u"sponsor"_s;
            row.from = ago(*person.roleAgo);
        });
    if (person.metAgo)
        told.add<Touch>([&](Touch& row) {
            row.kind = u"meeting"_s;
            row.day = ago(*person.metAgo);
            row.contacts = {ContactId(person.id)};
        });
}

Told book(const std::vector<Person_>& people, int renewsIn = 300)
{
    Told told;
    told.account(u"A"_s, u"mid"_s).add<Subscription>([&](Subscription& row) {
        row.amount = Minor{100'000};
        row.billingPeriod = u"month"_s;
        row.start = ago(400);
        row.renewalDate = today.addDays(renewsIn);
    });
    for (const Person_& each : people)
        addPerson(told, each);
    return told;
}

} // namespace

TEST_CASE("a sponsor counts by when they were last seen", "[health]")
{
    CHECK(micro(measure(book({{500'001, {}, 390, 60, 0}}), "sponsor")) == 100'000'000);
    const Contribution seen = measure(book({{500'001, {}, 390, 120, 0}}), "sponsor");
    CHECK(micro(seen) == 70'000'000);
    CHECK(seen.why.arguments == Arguments{u"Director 500001"_s, ago(120)});
    // Somebody else was met, so conversations are recorded: this sponsor never was.
    CHECK(micro(measure(book({{500'001, {}, 390, {}, 0}, {500'002, {}, {}, 10, 0}}), "sponsor")) == 30'000'000);
}

TEST_CASE("a sponsor who left costs the measure and caps at yellow until a successor was met", "[health]")
{
    const Person_ gone{500'001, 40, 390, 60, 0};
    const Told left = book({gone});
    CHECK(micro(measure(left, "sponsor")) == 0);
    CHECK(measure(left, "sponsor").why.key == u"measure.sponsor.left");
    CHECK(isCapped((left).score(), "sponsor_left"));
    CHECK_FALSE(isCapped((left).score(), "sponsor_left_renewal"));
    CHECK(isCapped((book({gone}, 170)).score(), "sponsor_left_renewal"));

    const Told named = book({gone, {500'002, {}, 35, {}, 0}});
    CHECK(micro(measure(named, "sponsor")) == 35'000'000);
    CHECK(isCapped((named).score(), "sponsor_left"));

    const Told met = book({gone, {500'002, {}, 35, 20, 0}});
    CHECK(micro(measure(met, "sponsor")) == 70'000'000);
    CHECK_FALSE(isCapped((met).score(), "sponsor_left"));

    const Told successor = book({gone, {500'002, {}, {}, 20, 500'001}});
    CHECK(micro(measure(successor, "sponsor")) == 70'000'000);
    CHECK_FALSE(isCapped((successor).score(), "sponsor_left"));
}

TEST_CASE("the sponsor who left long ago is forgotten once the next one is settled", "[health]")
{
    const Told settled = book({{500'001, 200, 390, 300, 0}, {500'002, {}, 190, 10, 0}});
    CHECK(micro(measure(settled, "sponsor")) == 100'000'000);
    CHECK_FALSE(isCapped((settled).score(), "sponsor_left"));
}

TEST_CASE("a sponsor who left later was there when looking back", "[health]")
{
    const Told left = book({{500'001, 40, 390, 60, 0}});
    CHECK(micro(measure(left, "sponsor", ago(41))) == 100'000'000);
    CHECK(left.score(ago(41)).caps.empty());
}

TEST_CASE("no sponsor named says nothing until half of the accounts have a role", "[health]")
{
    Told told = book({});
    told.account(u"B"_s, u"mid"_s).customer();
    CHECK(measure(told, "sponsor").gap == health::Gap::NotPractised);
    addPerson(told, {500'009, {}, 100, 10, 0}); // of B: one of two
    const Contribution none = measure(told, "sponsor");
    CHECK(micro(none) == 10'000'000);
    CHECK(none.why.key == u"measure.sponsor.none");
}

TEST_CASE("a book that names who decides but no sponsor says nothing of sponsors", "[health]")
{
    Told told = book({});
    told.add<Contact>([](Contact& row) { row.id = 500'001; }).add<ContactRole>([](ContactRole& row) {
        row.contact = ContactId(500'001);
        row.role = u"decision_maker"_s;
    });
    CHECK(measure(told, "sponsor").gap == health::Gap::NotPractised);
    CHECK(measure(told, "champion").gap == health::Gap::NotPractised);
}
