// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/archived.h"

#include "tests/core/portfolio/sample_facts.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::sample;

TEST_CASE("the book of today leaves out what was archived by today, and keeps what is planned")
{
    Ticket archived;
    archived.id = 1;
    archived.archivedOn = day("2026-03-10");
    Ticket later = archived;
    later.id = 2;
    later.archivedOn = day("2026-03-11");
    Ticket planned;
    planned.id = 3;
    planned.opened = day("2026-12-01");
    AccountFacts facts = account();
    facts.set(std::vector{archived, later, planned});
    AccountFacts gone = account();
    gone.account.id = facts.account.id + 1;
    gone.account.archivedOn = day("2026-01-01");
    AccountFacts whole = account();
    whole.account.id = facts.account.id + 2;
    const Portfolio everything =
        Portfolio::of({},
                      {std::make_shared<const AccountFacts>(facts), std::make_shared<const AccountFacts>(gone),
                       std::make_shared<const AccountFacts>(whole)},
                      {}, 1);
    const Portfolio today = withoutArchived(everything, day("2026-03-10"));
    REQUIRE(today.size() == 2);
    const auto& tickets = today.at(0).of<Ticket>();
    REQUIRE(tickets.size() == 2);
    CHECK(tickets[0].id == 2);
    CHECK(tickets[1].id == 3);
    CHECK(today.sharedAt(1) == everything.sharedAt(2));
    CHECK(withoutArchived(today, day("2026-03-10")).sharedAt(0) == today.sharedAt(0));
}
