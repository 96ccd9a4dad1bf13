// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/contact_life.h"

#include "core/portfolio/payment_habit.h"
#include "tests/core/portfolio/sample_facts.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::sample;

namespace {

Touch touch(const char* kind, const char* on, std::vector<ContactId> contacts = {}, const char* direction = "")
{
    Touch row;
    row.kind = QString::fromLatin1(kind);
    row.day = day(on);
    row.contacts = std::move(contacts);
    row.direction = QString::fromLatin1(direction);
    return row;
}

Contact contact(qint64 id)
{
    Contact row;
    row.id = id;
    return row;
}

} // namespace

TEST_CASE("a touch is two-way where people met or the customer wrote")
{
    struct Case
    {
        const char* kind;
        const char* direction;
        std::optional<bool> planned;
        std::optional<bool> tookPlace;
        bool expected;
    };
    for (const Case& each :
         {Case{"meeting", "", {}, {}, true}, Case{"call", "out", {}, {}, true}, Case{"video", "", {}, true, true},
          Case{"meeting", "", true, {}, false}, Case{"meeting", "", true, true, true},
          Case{"call", "both", {}, false, false}, Case{"email", "in", {}, {}, true},
          Case{"email", "both", {}, {}, true}, Case{"email", "out", {}, {}, false}, Case{"email", "", {}, {}, false},
          Case{"email", "in", {}, false, false}, Case{"chat", "in", {}, {}, true},
          Case{"chat", "both", true, {}, false}, Case{"email", "both", true, true, true},
          Case{"social", "out", {}, {}, false}, Case{"note", "in", {}, {}, false},
          Case{"event", "both", {}, true, false}}) {
        CAPTURE(each.kind, each.direction);
        Touch row = touch(each.kind, "2026-01-01", {}, each.direction);
        row.planned = each.planned;
        row.tookPlace = each.tookPlace;
        CHECK(isTwoWay(row) == each.expected);
    }
}

TEST_CASE("a contact is seen on the newest two-way touch that lists them, and met at the first held one")
{
    AccountFacts facts = account();
    const ContactId anna(1);
    facts.set(std::vector{touch("email", "2026-01-01", {anna}, "in"), touch("call", "2026-01-10", {ContactId(2)}),
                          touch("meeting", "2026-02-01", {ContactId(2), anna}), touch("call", "2026-03-01", {anna}),
                          touch("email", "2026-04-01", {anna}, "out")});
    CHECK(seenOn(facts, anna) == day("2026-03-01"));
    CHECK_FALSE(seenOn(facts, ContactId(3)).isValid());
    CHECK(metOn(facts, contact(1)) == day("2026-02-01"));
    Contact said = contact(1);
    said.metOn = day("2025-05-05");
    CHECK(metOn(facts, said) == day("2025-05-05"));
    CHECK(lastTwoWay(facts) == day("2026-03-01"));
}

TEST_CASE("an engaged contact is present and was heard in the last 90 days")
{
    AccountFacts facts = account();
    Contact left = contact(3);
    left.leftOn = day("2026-03-15");
    Contact future = contact(6);
    future.joinedOn = day("2026-07-01");
    facts.set(std::vector{contact(1), contact(2), left, contact(4), contact(5), future});
    facts.set(std::vector{touch("call", "2026-01-01", {ContactId(1)}),
                          touch("call", "2026-03-01", {ContactId(2), ContactId(3), ContactId(6)})});
    Survey answer;
    answer.contact = ContactId(4);
    answer.day = day("2026-02-01");
    facts.set(std::vector{answer});
    Ticket ticket;
    ticket.contact = ContactId(5);
    ticket.opened = day("2026-03-20");
    facts.set(std::vector{ticket});
    using Ids = std::vector<ContactId>;
    CHECK(engagedContacts(facts, day("2026-03-31")) == Ids{ContactId(1), ContactId(2), ContactId(4), ContactId(5)});
    CHECK(engagedContacts(facts, day("2026-04-01")) == Ids{ContactId(2), ContactId(4), ContactId(5)});
    CHECK(engagedContacts(facts, day("2026-05-30")) == Ids{ContactId(5)});
}

TEST_CASE("the habit is the median of the last six paid invoices, at least four")
{
    const auto habit = [](const std::vector<int>& late) {
        AccountFacts facts = account();
        std::vector<Invoice> invoices;
        for (const int days : late) {
            Invoice invoice;
            invoice.id = static_cast<qint64>(invoices.size()) + 1;
            invoice.due = day("2025-01-01").addMonths(static_cast<int>(invoices.size()) * 2);
            invoice.paidOn = invoice.due.addDays(days);
            invoices.push_back(invoice);
        }
        Invoice open;
        open.due = day("2025-01-01");
        invoices.push_back(open);
        Invoice credit;
        credit.due = day("2026-12-01");
        credit.paidOn = day("2027-12-01");
        credit.amount = Minor{-5};
        invoices.push_back(credit);
        facts.set(invoices);
        return paymentHabit(facts);
    };
    CHECK_FALSE(habit({11, 11, 11}));
    CHECK(habit({10, 11, 12, 11})->days() == 11);
    CHECK(habit({40, 40, 1, 2, 3, 4, 5, 6})->medianDaysLate() == 3.5);
    CHECK(habit({40, 40, 1, 2, 3, 4, 5, 6})->invoices().size() == 6);
    CHECK(habit({-3, -2, -4, -2})->days() == 0);
    CHECK(habit({38, 38, 38, 38})->days() == 38);
    CHECK(habit({70, 70, 70, 70})->days() == 60);
    CHECK(habit({70, 70, 70, 70})->medianDaysLate() == 70);
}
