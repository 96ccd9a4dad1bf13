// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/look_back.h"

#include "tests/core/portfolio/sample_facts.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::sample;

namespace {

Change change(Entity entity, qint64 record, const char* field, const char* from, FieldValue value, const char* recorded)
{
    return {entity, record, QString::fromLatin1(field), day(from), std::move(value), noon(recorded)};
}

/// One row of T, seen on a day.
template <class T>
std::optional<T> seen(T row, const char* iso, std::vector<Change> changes = {}, LookBack mode = LookBack::AsItHappened)
{
    AccountFacts facts = account();
    row.id = 7;
    facts.set(std::vector{row});
    facts.changes = Rows(std::move(changes));
    const AccountFacts then = on(facts, iso, mode);
    const auto& rows = then.of<T>();
    return rows.isEmpty() ? std::nullopt : std::optional(rows[0]);
}

} // namespace

TEST_CASE("a ticket closed later is open and one opened later is absent")
{
    Ticket ticket;
    ticket.opened = day("2026-03-01");
    ticket.closed = day("2026-03-10");
    ticket.closedAt = noon("2026-03-10");
    ticket.status = QStringLiteral("closed");
    ticket.csat = 2.0;
    struct Case
    {
        const char* on;
        bool isThere;
        bool isClosed;
    };
    for (const Case& each :
         {Case{"2026-02-28", false, false}, Case{"2026-03-01", true, false}, Case{"2026-03-09", true, false},
          Case{"2026-03-10", true, true}, Case{"2026-12-31", true, true}}) {
        CAPTURE(each.on);
        const auto then = seen(ticket, each.on);
        REQUIRE(then.has_value() == each.isThere);
        if (!then)
            continue;
        CHECK(then->closed.isValid() == each.isClosed);
        CHECK(then->closedAt.has_value() == each.isClosed);
        CHECK(then->status == (each.isClosed ? QStringLiteral("closed") : QString()));
        CHECK(then->csat.has_value() == each.isClosed);
    }
}

TEST_CASE("an invoice paid later is unpaid and keeps its due date")
{
    Invoice invoice;
    invoice.issued = day("2026-01-05");
    invoice.due = day("2026-02-04");
    invoice.paidOn = day("2026-03-17");
    invoice.status = QStringLiteral("paid");
    const auto before = seen(invoice, "2026-03-16");
    REQUIRE(before);
    CHECK_FALSE(before->paidOn.isValid());
    CHECK(before->status.isEmpty());
    CHECK(before->due == day("2026-02-04"));
    CHECK(seen(invoice, "2026-03-17")->status == u"paid");
    CHECK_FALSE(seen(invoice, "2026-01-04"));
}

TEST_CASE("a contact who left later is present and no reason is known")
{
    Contact contact;
    contact.leftOn = day("2026-05-01");
    contact.leftHow = QStringLiteral("new_job");
    contact.metOn = day("2026-04-01");
    const auto april = seen(contact, "2026-04-30");
    REQUIRE(april);
    CHECK_FALSE(april->leftOn.isValid());
    CHECK(april->leftHow.isEmpty());
    CHECK(april->metOn == day("2026-04-01"));
    CHECK_FALSE(seen(contact, "2026-03-31")->metOn.isValid());
    CHECK(seen(contact, "2026-05-01")->leftHow == u"new_job");
}

TEST_CASE("a subscription ended later is in force and keeps what was planned")
{
    Subscription subscription;
    subscription.start = day("2025-07-01");
    subscription.endedOn = day("2026-07-01");
    subscription.renewalDate = day("2026-06-30");
    subscription.noticeBy = day("2026-04-01");
    subscription.noticeGivenOn = day("2026-03-20");
    const auto then = seen(subscription, "2026-03-19");
    REQUIRE(then);
    CHECK_FALSE(then->endedOn.isValid());
    CHECK_FALSE(then->noticeGivenOn.isValid());
    CHECK(then->renewalDate == day("2026-06-30"));
    CHECK(then->noticeBy == day("2026-04-01"));
    CHECK(seen(subscription, "2026-03-20")->noticeGivenOn == day("2026-03-20"));
}

TEST_CASE("an opportunity closed later is open: stage, result and reason are what had been recorded")
{
    Opportunity opportunity;
    opportunity.created = day("2026-01-10");
    opportunity.closeDate = day("2026-04-30");
    opportunity.closedOn = day("2026-04-15");
    opportunity.won = false;
    opportunity.stage = QStringLiteral("Closed Lost");
    opportunity.reason = QStringLiteral("price");
    opportunity.recorded = noon("2026-05-01");
    const auto then = seen(opportunity, "2026-04-14");
    REQUIRE(then);
    CHECK_FALSE(then->won);
    CHECK(then->stage.isEmpty());
    CHECK(then->reason.isEmpty());
    CHECK(then->closeDate == day("2026-04-30"));
    const std::vector history = {
        change(Entity::Opportunity, 7, "stage", "2026-01-10", QStringLiteral("Qualify"), "2026-01-10"),
        change(Entity::Opportunity, 7, "stage", "2026-02-20", QStringLiteral("Negotiate"), "2026-05-01"),
        change(Entity::Opportunity, 7, "stage", "2026-04-15", QStringLiteral("Closed Lost"), "2026-05-01")};
    CHECK(seen(opportunity, "2026-04-14", history)->stage == u"Negotiate");
    CHECK(seen(opportunity, "2026-02-19", history)->stage == u"Qualify");
    CHECK(seen(opportunity, "2026-04-15", history)->stage == u"Closed Lost");
}

TEST_CASE("a value dated to the day its record happened does not betray an outcome recorded later")
{
    Ticket ticket;
    ticket.opened = day("2026-03-01");
    ticket.status = QStringLiteral("closed");
    ticket.recorded = noon("2026-06-01");
    const std::vector first = {
        change(Entity::Ticket, 7, "status", "2026-03-01", QStringLiteral("closed"), "2026-06-01")};
    CHECK(seen(ticket, "2026-05-31", first)->status.isEmpty());
    CHECK(seen(ticket, "2026-06-01", first)->status == u"closed");
}

TEST_CASE("a touch of a later day is absent, a recap sent later not yet sent")
{
    Touch touch;
    touch.day = day("2026-03-05");
    touch.recapSentAt = noon("2026-03-07");
    CHECK_FALSE(seen(touch, "2026-03-04"));
    CHECK_FALSE(seen(touch, "2026-03-06")->recapSentAt);
    CHECK(seen(touch, "2026-03-07")->recapSentAt);
}

TEST_CASE("an instant belongs to the day it has in the time zone of the book")
{
    AccountFacts facts = account();
    Touch touch;
    touch.day = day("2026-03-05");
    touch.recapSentAt = Instant{noon("2026-03-07").ms + 11 * 3'600'000 + 30 * 60'000}; // 23:30 UTC
    facts.set(std::vector{touch});
    const auto sent = [&](const char* iso, const char* zone) {
        const AccountFacts then = asOf(facts, day(iso), LookBack::AsItHappened, QTimeZone(zone));
        return then.of<Touch>()[0].recapSentAt.has_value();
    };
    CHECK(sent("2026-03-07", "UTC"));
    CHECK_FALSE(sent("2026-03-07", "Europe/Berlin"));
    CHECK(sent("2026-03-08", "Europe/Berlin"));
    CHECK_FALSE(sent("2026-03-06", "America/New_York"));
    CHECK(sent("2026-03-07", "America/New_York"));
}

TEST_CASE("fields with a history have the value of the day, before their first change the first one known")
{
    AccountFacts facts = account(3);
    facts.account.segment = QStringLiteral("gold");
    facts.account.csm = PersonId(12);
    facts.changes =
        Rows(std::vector{change(Entity::Account, 3, "csm_id", "2026-01-01", qint64(11), "2026-01-01"),
                         change(Entity::Account, 3, "csm_id", "2026-04-01", qint64(12), "2026-04-02"),
                         change(Entity::Account, 3, "segment", "2026-02-01", QStringLiteral("bronze"), "2026-02-01"),
                         change(Entity::Account, 3, "segment", "2026-05-01", QStringLiteral("gold"), "2026-05-01")});
    CHECK(on(facts, "2026-03-31").account.csm == PersonId(11));
    CHECK(on(facts, "2026-04-01").account.csm == PersonId(12));
    CHECK(on(facts, "2025-12-31").account.csm == PersonId(11));
    CHECK(on(facts, "2026-02-15").account.segment == u"bronze");
    CHECK(on(facts, "2026-01-15").account.segment == u"bronze");
    CHECK(on(facts, "2026-04-01", LookBack::AsWeKnewIt).account.csm == PersonId(11));
    CHECK(on(facts, "2026-04-02", LookBack::AsWeKnewIt).account.csm == PersonId(12));
}

TEST_CASE("a renewal date moved later reads as it was agreed then")
{
    Subscription subscription;
    subscription.start = day("2025-01-01");
    subscription.renewalDate = day("2027-01-01");
    const std::vector history = {
        change(Entity::Subscription, 7, "renewal_date", "2025-01-01", day("2026-01-01"), "2025-01-01"),
        change(Entity::Subscription, 7, "renewal_date", "2025-12-10", day("2027-01-01"), "2025-12-10")};
    CHECK(seen(subscription, "2025-12-09", history)->renewalDate == day("2026-01-01"));
    CHECK(seen(subscription, "2025-12-10", history)->renewalDate == day("2027-01-01"));
}

TEST_CASE("churn of an account is not known before it happened")
{
    AccountFacts facts = account();
    facts.account.churnedOn = day("2026-06-01");
    facts.account.churnReason = QStringLiteral("price");
    facts.account.status = QStringLiteral("churned");
    const Account may = on(facts, "2026-05-31").account;
    CHECK_FALSE(may.churnedOn.isValid());
    CHECK(may.churnReason.isEmpty());
    CHECK(may.status.isEmpty());
    CHECK(on(facts, "2026-06-01").account.churnReason == u"price");
}

TEST_CASE("as we knew it leaves out what was recorded later, also where it happened before")
{
    Ticket ticket;
    ticket.opened = day("2026-03-01");
    ticket.recorded = noon("2026-03-20");
    CHECK(seen(ticket, "2026-03-19"));
    CHECK_FALSE(seen(ticket, "2026-03-19", {}, LookBack::AsWeKnewIt));
    CHECK(seen(ticket, "2026-03-20", {}, LookBack::AsWeKnewIt));
    // Updated on the 20th, but known since its first change.
    const std::vector known = {change(Entity::Ticket, 7, "status", "2026-03-01", QStringLiteral("open"), "2026-03-02")};
    CHECK(seen(ticket, "2026-03-19", known, LookBack::AsWeKnewIt));
    CHECK_FALSE(seen(ticket, "2026-03-01", known, LookBack::AsWeKnewIt));
}

TEST_CASE("a leaving learnt of late was not known, but had happened")
{
    Contact contact;
    contact.leftOn = day("2026-03-01");
    contact.recorded = noon("2026-04-10");
    const std::vector changes = {change(Entity::Contact, 7, "left_on", "2026-01-01", {}, "2026-01-01"),
                                 change(Entity::Contact, 7, "left_on", "2026-04-10", day("2026-03-01"), "2026-04-10")};
    CHECK(seen(contact, "2026-03-15", changes)->leftOn == day("2026-03-01"));
    CHECK_FALSE(seen(contact, "2026-03-15", changes, LookBack::AsWeKnewIt)->leftOn.isValid());
    CHECK(seen(contact, "2026-04-10", changes, LookBack::AsWeKnewIt)->leftOn == day("2026-03-01"));
}

TEST_CASE("archived records are left out from that day on")
{
    Risk risk;
    risk.opened = day("2026-01-01");
    risk.archivedOn = day("2026-02-01");
    CHECK(seen(risk, "2026-01-31"));
    CHECK_FALSE(seen(risk, "2026-02-01"));
    CHECK_FALSE(seen(risk, "2026-12-01"));
}

TEST_CASE("a review planned for later is there and not held")
{
    Qbr qbr;
    qbr.quarter = day("2026-04-01");
    qbr.heldOn = day("2026-06-15");
    const auto then = seen(qbr, "2026-06-01");
    REQUIRE(then);
    CHECK_FALSE(then->heldOn.isValid());
    CHECK(seen(qbr, "2026-06-15")->heldOn == day("2026-06-15"));
}

TEST_CASE("lists that lose nothing are shared and a list that loses its end shares its front")
{
    AccountFacts facts = account();
    std::vector<Survey> surveys(3);
    surveys[0].day = day("2026-01-01");
    surveys[1].day = day("2026-02-01");
    surveys[2].day = day("2026-03-01");
    facts.set(surveys);
    facts.usage = Usage({series(1, "2026-01-01", {1, 2, 3, 4})});
    CHECK(on(facts, "2026-03-01").of<Survey>().isSharedWith(facts.of<Survey>()));
    const AccountFacts february = on(facts, "2026-02-10");
    REQUIRE(february.of<Survey>().size() == 2);
    CHECK(&february.of<Survey>()[0] == &facts.of<Survey>()[0]);
    CHECK(february.usage.isSharedWith(facts.usage));
    CHECK(on(facts, "2026-01-02").usage.of(MetricId(1)).size() == 2);
    CHECK(on(facts, "2026-01-02").usage.isSharedWith(facts.usage));
    CHECK(on(facts, "2025-12-31").usage.of(MetricId(1)).empty());
    CHECK(facts.usage.of(MetricId(1)).size() == 4);
}

TEST_CASE("a book of an earlier day holds the accounts that were there then")
{
    std::vector<AccountFacts> accounts = {account(1), account(2), account(3), account(4), account(5)};
    accounts[0].account.customerSince = day("2025-01-01");
    accounts[1].account.customerSince = day("2026-06-01");
    accounts[2].account.archivedOn = day("2026-02-01");
    accounts[3].usage = Usage({series(1, "2026-01-05", {1})});
    accounts[4].account.recorded = noon("2026-05-01");
    const Portfolio all(BookFacts(), accounts, AccountFacts(), 9);
    const auto ids = [&](const char* iso, LookBack mode) {
        std::vector<qint64> found;
        const Portfolio then = asOf(all, day(iso), mode);
        for (const AccountFacts& each : then)
            found.push_back(each.account.id);
        return found;
    };
    using Ids = std::vector<qint64>;
    CHECK(ids("2026-01-31", LookBack::AsItHappened) == Ids{1, 3, 4, 5});
    CHECK(ids("2026-02-01", LookBack::AsItHappened) == Ids{1, 4, 5});
    CHECK(ids("2026-01-04", LookBack::AsItHappened) == Ids{1, 3, 5});
    CHECK(ids("2026-04-30", LookBack::AsWeKnewIt) == Ids{1, 4});
    CHECK(ids("2026-06-01", LookBack::AsItHappened) == Ids{1, 2, 4, 5});
}
