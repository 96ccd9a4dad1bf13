// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

Told book(std::optional<int> metAgo, std::optional<int> leftAgo = {}, bool hasRole = true)
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer();
    told.add<Contact>([&](Contact& row) {
        row.id = 500'001;
        row.title = u"Head of Operations"_s;
        row.leftOn = leftAgo ? ago(*leftAgo) : QDate();
    });
    told.add<Contact>([](Contact& row) { row.id = 500'002; });
    told.add<ContactRole>([&](ContactRole& row) {
        row.contact = ContactId(500'001);
        row.role = hasRole ? u"champion"_s : u"sponsor"_s;
        row.from = ago(300);
    });
    const auto meet = [&](qint64 contact, int daysAgo) {
        told.add<Touch>([=](Touch& row) {
            row.kind = u"video"_s;
            row.day = ago(daysAgo);
            row.contacts = {ContactId(contact)};
        });
    };
    if (metAgo)
        meet(500'001, *metAgo);
    meet(500'002, 5);
    return told;
}

} // namespace

TEST_CASE("a champion counts by when they were last seen", "[health]")
{
    CHECK(micro(measure(book(60), "champion")) == 100'000'000);
    CHECK(micro(measure(book(61), "champion")) == 65'000'000);
    CHECK(micro(measure(book(121), "champion")) == 30'000'000);
    CHECK(micro(measure(book({}), "champion")) == 30'000'000);
    CHECK(measure(book({}), "champion").why.key == u"measure.champion.never_met");
    CHECK(measure(book(60), "champion").why.arguments == Arguments{u"Head of Operations"_s, ago(60)});
}

TEST_CASE("a champion who left, and none at all", "[health]")
{
    CHECK(micro(measure(book(60, 10), "champion")) == 0);
    CHECK(measure(book(60, 10), "champion").why.arguments == Arguments{u"Head of Operations"_s, ago(10)});
    CHECK(micro(measure(book(60, 10), "champion", ago(11))) == 100'000'000);
    Told nobody = book(60, {}, false);
    CHECK(measure(nobody, "champion").gap == health::Gap::NotPractised);
    // One of two accounts names a champion.
    nobody.account(u"B"_s, u"mid"_s).customer().add<Contact>([](Contact& row) { row.id = 500'003; });
    nobody.add<ContactRole>([](ContactRole& row) {
        row.contact = ContactId(500'003);
        row.role = u"champion"_s;
        row.from = ago(300);
    });
    CHECK(micro(measure(nobody, "champion")) == 20'000'000);
}
