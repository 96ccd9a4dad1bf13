// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// So many people who talked with us in 90 days, and one before.
Told book(int people, const QString& segment, int renewsIn = 300)
{
    Told told;
    told.account(u"A"_s, segment).add<Subscription>([&](Subscription& row) {
        row.amount = Minor{100'000};
        row.billingPeriod = u"month"_s;
        row.start = ago(400);
        row.renewalDate = today.addDays(renewsIn);
    });
    told.users(300, today, [](int) { return 12; });
    for (int i = 0; i <= people; ++i) {
        const qint64 id = 500'001 + i;
        told.add<Contact>([&](Contact& row) { row.id = id; });
        told.add<ContactRole>([&](ContactRole& row) {
            row.contact = ContactId(id);
            row.role = i == 1 ? u"executive"_s : u"champion"_s;
        });
        told.add<Ticket>([&](Ticket& row) {
            row.contact = ContactId(id);
            row.opened = ago(i == 0 ? 90 : 89);
        });
    }
    told.add<Touch>([&](Touch& row) {
        row.kind = u"call"_s;
        row.day = ago(100);
    });
    return told;
}

} // namespace

TEST_CASE("people in contact are counted over ninety days, by whether the segment names a person", "[health]")
{
    const int with[] = {0, 25'000'000, 60'000'000, 85'000'000, 100'000'000};
    const int without[] = {30'000'000, 75'000'000, 100'000'000};
    for (int people = 0; people < 5; ++people)
        CHECK(micro(measure(book(people, u"mid"_s), "threads")) == with[people]);
    for (int people = 0; people < 3; ++people)
        CHECK(micro(measure(book(people, u"self"_s), "threads")) == without[people]);
    CHECK(measure(book(2, u"mid"_s), "threads").why.arguments == Arguments{qint64(2), u"executive, champion"_s});
    CHECK(measure(book(1, u"mid"_s), "threads").why.key == u"measure.threads.one");
}

TEST_CASE("one person in contact and a renewal within 180 days caps at yellow where a person is named", "[health]")
{
    CHECK(isCapped(book(1, u"mid"_s, 180).score(), "single_thread"));
    CHECK_FALSE(isCapped(book(2, u"mid"_s, 180).score(), "single_thread"));
    CHECK_FALSE(isCapped(book(1, u"mid"_s, 181).score(), "single_thread"));
    CHECK_FALSE(isCapped(book(1, u"self"_s, 180).score(), "single_thread"));
}

TEST_CASE("nobody can be read from tickets and answers that name nobody", "[health]")
{
    const auto withTicket = [](ContactId contact, ContactId other) {
        Told told;
        told.account(u"A"_s, u"self"_s).customer().users(300, today, [](int) { return 12; });
        told.add<Contact>([](Contact& row) { row.id = 500'001; });
        told.add<Ticket>([&](Ticket& row) {
            row.opened = ago(20);
            row.contact = contact;
        });
        told.account(u"B"_s, u"self"_s).customer();
        told.add<Contact>([](Contact& row) { row.id = 500'002; });
        told.add<Ticket>([&](Ticket& row) {
            row.opened = ago(300);
            row.contact = other;
        });
        return told;
    };
    const ContactId none;
    const Contribution unsaid = measure(withTicket(none, none), "threads");
    CHECK(unsaid.gap == health::Gap::TooLittle);
    CHECK(unsaid.missing == health::DataKind::Contacts);
    // Others name who asked, here nobody does; without a ticket nobody asked.
    CHECK(measure(withTicket(none, ContactId(500'002)), "threads").gap == health::Gap::TooLittle);
    CHECK(micro(measure(withTicket(none, ContactId(500'002)), "threads", today, u"B"_s)) == 30'000'000);
    CHECK(micro(measure(withTicket(ContactId(500'001), none), "threads")) == 75'000'000);
    // On days before anybody was named nobody could have known.
    CHECK(measure(withTicket(ContactId(500'001), none), "threads", ago(21)).gap == health::Gap::TooLittle);
}
