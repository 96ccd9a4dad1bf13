// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"

#include "core/portfolio/grouping.h"
#include "core/portfolio/holders.h"
#include "core/portfolio/stage_steps.h"
#include "core/portfolio/working_calendar.h"
#include "tests/core/portfolio/sample_facts.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::sample;

namespace {

Subscription subscription(const char* start, const char* ended = "")
{
    Subscription row;
    row.start = day(start);
    row.endedOn = day(ended);
    return row;
}

} // namespace

TEST_CASE("working days between two dates")
{
    struct Case
    {
        const char* from;
        const char* to;
        int expected;
    };
    // 2026-01-05 is a Monday.
    for (const Case& each :
         {Case{"2026-01-05", "2026-01-05", 0}, Case{"2026-01-05", "2026-01-06", 1}, Case{"2026-01-09", "2026-01-12", 1},
          Case{"2026-01-09", "2026-01-11", 0}, Case{"2026-01-05", "2026-02-02", 20},
          Case{"2026-01-12", "2026-01-09", -1}, Case{"2026-01-01", "2027-01-01", 261}}) {
        CAPTURE(each.from, each.to);
        CHECK(WorkingCalendar().daysBetween(day(each.from), day(each.to)) == each.expected);
    }
    const WorkingCalendar calendar({QStringLiteral("Sun"), QStringLiteral("monday")},
                                   {day("2026-01-12"), day("2026-01-13"), day("2026-01-12")});
    CHECK(calendar.daysBetween(day("2026-01-05"), day("2026-01-19")) == 3);
    CHECK(calendar.isWorking(day("2026-01-11")));
    CHECK_FALSE(calendar.isWorking(day("2026-01-12")));
    CHECK_FALSE(calendar.isWorking(day("2026-01-09")));
}

TEST_CASE("counting day by day gives the same working days")
{
    const WorkingCalendar calendar({}, {day("2026-01-01"), day("2026-04-03"), day("2026-05-01")});
    for (int from = 0; from < 120; from += 7)
        for (int length = 0; length < 60; ++length) {
            const QDate start = day("2025-12-20").addDays(from);
            int counted = 0;
            for (int i = 1; i <= length; ++i)
                counted += calendar.isWorking(start.addDays(i)) ? 1 : 0;
            REQUIRE(calendar.daysBetween(start, start.addDays(length)) == counted);
        }
}

TEST_CASE("holidays are a setting of the book")
{
    Definition setting;
    setting.kind = QStringLiteral("setting");
    setting.name = QStringLiteral("holidays");
    setting.text.text = QStringLiteral(R"(["2026-12-25", "nonsense"])");
    BookFacts book;
    book.definitions = Rows(std::vector{setting});
    CHECK_FALSE(calendarOf(book, Account()).isWorking(day("2026-12-25")));
    CHECK(calendarOf(book, Account()).holidays().size() == 1);
}

TEST_CASE("dates decide how an account stands, a text only where no date speaks")
{
    const auto standing = [](AccountFacts facts, const char* on) { return standingOn(facts, BookFacts(), day(on)); };
    AccountFacts facts = account();
    CHECK(standing(facts, "2026-01-01") == AccountStanding::Unknown);
    facts.account.status = QStringLiteral("Prospect");
    CHECK(standing(facts, "2026-01-01") == AccountStanding::Prospect);
    facts.account.customerSince = day("2026-01-01");
    CHECK(standing(facts, "2026-01-01") == AccountStanding::Customer);
    CHECK(standing(facts, "2025-12-31") == AccountStanding::Prospect);
    facts.account.churnedOn = day("2026-06-01");
    CHECK(standing(facts, "2026-05-31") == AccountStanding::Customer);
    CHECK(standing(facts, "2026-06-01") == AccountStanding::Former);
    facts.set(std::vector{subscription("2026-07-01", "2026-09-01")});
    CHECK(standing(facts, "2026-08-01") == AccountStanding::Customer);
    CHECK(standing(facts, "2026-09-01") == AccountStanding::Former);
    AccountFacts undated = account();
    undated.account.status = QStringLiteral("former");
    undated.set(std::vector{subscription("2026-01-01")});
    CHECK(standing(undated, "2026-02-01") == AccountStanding::Former);
    undated.account.churnedOn = day("2026-03-01");
    CHECK(standing(undated, "2026-02-01") == AccountStanding::Customer);
    CHECK(standing(undated, "2026-03-01") == AccountStanding::Former);
    undated.account.churnedOn = day("2025-06-01");
    CHECK(standing(undated, "2026-03-01") == AccountStanding::Customer);
    undated.account.churnedOn = QDate();
    Subscription agreed = subscription("2026-01-01");
    agreed.renewalDate = day("2027-01-01");
    undated.set(std::vector{agreed});
    CHECK(standing(undated, "2026-02-01") == AccountStanding::Customer);
    AccountFacts trying = account();
    Subscription trial = subscription("2026-01-01");
    trial.trial = true;
    trying.set(std::vector{trial});
    CHECK(standing(trying, "2026-01-01") == AccountStanding::Trial);
}

TEST_CASE("a date closes a ticket whatever its status says, a status where there is no date")
{
    Ticket ticket;
    CHECK(isOpen(ticket));
    ticket.status = QStringLiteral("In progress");
    CHECK(isOpen(ticket));
    ticket.closed = day("2026-01-01");
    CHECK_FALSE(isOpen(ticket));
    ticket.closed = QDate();
    ticket.status = QStringLiteral("Resolved");
    CHECK_FALSE(isOpen(ticket));
}

TEST_CASE("an invoice is open, paid, void, or nobody knows")
{
    struct Case
    {
        const char* status;
        const char* paidOn;
        InvoiceState expected;
    };
    for (const Case& each : {Case{"", "", InvoiceState::Unknown}, Case{"", "2026-01-01", InvoiceState::Paid},
                             Case{"overdue", "2026-01-01", InvoiceState::Paid}, Case{"Paid", "", InvoiceState::Paid},
                             Case{"past due", "", InvoiceState::Open}, Case{"Draft", "", InvoiceState::Void},
                             Case{"Credit Note", "", InvoiceState::Void}}) {
        CAPTURE(each.status, each.paidOn);
        Invoice invoice;
        invoice.status = QString::fromLatin1(each.status);
        invoice.paidOn = day(each.paidOn);
        CHECK(stateOf(invoice) == each.expected);
    }
}

TEST_CASE("an opportunity is won or lost by flag or stage")
{
    Opportunity opportunity;
    opportunity.stage = QStringLiteral("Negotiation");
    CHECK(stateOf(opportunity) == OpportunityState::Open);
    opportunity.closedOn = day("2026-01-01");
    CHECK(stateOf(opportunity) == OpportunityState::Closed);
    opportunity.stage = QStringLiteral("Closed Won");
    CHECK(stateOf(opportunity) == OpportunityState::Won);
    opportunity.won = false;
    CHECK(stateOf(opportunity) == OpportunityState::Lost);
}

TEST_CASE("goals, tasks and risks are open until something says otherwise")
{
    Goal goal;
    goal.status = QStringLiteral("at_risk");
    CHECK(isOpen(goal));
    goal.status = QStringLiteral("achieved");
    CHECK(isMet(goal));
    CHECK_FALSE(isOpen(goal));
    Task task;
    task.status = QStringLiteral("waiting");
    CHECK(isOpen(task));
    task.status = QStringLiteral("not needed");
    CHECK_FALSE(isOpen(task));
    Risk risk;
    CHECK(isOpen(risk));
    risk.closed = day("2026-01-01");
    CHECK_FALSE(isOpen(risk));
}

TEST_CASE("the age of an account counts from its first paid start")
{
    AccountFacts facts = account();
    CHECK_FALSE(ageOn(facts, BookFacts(), day("2026-01-01")));
    facts.account.customerSince = day("2025-06-01");
    CHECK(contractStart(facts, BookFacts()) == day("2025-06-01"));
    Subscription trial = subscription("2025-01-01");
    trial.trial = true;
    facts.set(std::vector{trial, subscription("2025-12-01"), subscription("2026-02-01")});
    CHECK(contractStart(facts, BookFacts()) == day("2025-12-01"));
    CHECK(ageOn(facts, BookFacts(), day("2026-01-01")) == 31);
    CHECK_FALSE(ageOn(facts, BookFacts(), day("2025-11-30")));
}

TEST_CASE("the CSM at the start of a period is who held the account then")
{
    AccountFacts facts = account(3);
    facts.account.csm = PersonId(9);
    CHECK(csmOn(facts, day("2026-01-01")) == PersonId(9));
    facts.changes = Rows(std::vector{
        Change{Entity::Account, 3, QStringLiteral("csm_id"), day("2025-01-01"), qint64(7), noon("2025-01-01")},
        Change{Entity::Account, 3, QStringLiteral("csm_id"), day("2026-02-01"), qint64(9), noon("2026-02-01")}});
    CHECK(csmOn(facts, day("2026-01-31")) == PersonId(7));
    CHECK(csmOn(facts, day("2026-02-01")) == PersonId(9));
    std::vector<Assignment> assignments(3);
    assignments[0].role = assignments[1].role = QStringLiteral("csm");
    assignments[0].person = PersonId(1);
    assignments[0].from = day("2025-01-01");
    assignments[0].to = day("2026-01-15");
    assignments[1].person = PersonId(2);
    assignments[1].from = day("2026-01-15");
    assignments[2].role = QStringLiteral("backup");
    assignments[2].person = PersonId(3);
    facts.set(assignments);
    CHECK(csmOn(facts, day("2026-01-14")) == PersonId(1));
    CHECK(csmOn(facts, day("2026-01-15")) == PersonId(2));
    CHECK(csmOn(facts, day("2024-01-01")) == PersonId(1));
    CHECK(holderOn(facts, u"backup", day("2026-01-01")) == PersonId(3));
}

TEST_CASE("a change of hands counts from its day on, whether an assignment or the field tells of it")
{
    AccountFacts facts = account(3);
    const auto named = [](const char* from, qint64 person) {
        return Change{Entity::Account, 3, QStringLiteral("csm_id"), day(from), person, noon(from)};
    };
    facts.account.csm = PersonId(7);
    facts.changes = Rows(std::vector{named("2026-03-01", 7)});
    CHECK(csmOn(facts, day("2026-01-01")) == PersonId(7));
    facts.account.csm = PersonId(9);
    facts.changes = Rows(std::vector{named("2026-03-01", 7), named("2026-11-19", 9)});
    CHECK(csmOn(facts, day("2026-01-01")) == PersonId(7)); // as before the change
    CHECK(csmOn(facts, day("2026-11-18")) == PersonId(7));
    CHECK(csmOn(facts, day("2026-11-19")) == PersonId(9));
    std::vector<Assignment> assignments(1);
    assignments[0].role = QStringLiteral("csm");
    assignments[0].person = PersonId(5);
    assignments[0].from = day("2026-03-01");
    facts.set(assignments);
    CHECK(csmOn(facts, day("2026-01-01")) == PersonId(5));
    CHECK(csmOn(facts, day("2026-11-18")) == PersonId(5));
    CHECK(csmOn(facts, day("2026-11-19")) == PersonId(9)); // imported, while nobody ended the assignment
    assignments[0].from = day("2026-12-01");
    facts.set(assignments);
    CHECK(csmOn(facts, day("2026-12-01")) == PersonId(5));
}

TEST_CASE("the stage on a day comes from moves where the field has no history")
{
    AccountFacts facts = account();
    facts.account.stage = QStringLiteral("renewal");
    CHECK(stageOn(facts, day("2026-01-01")) == u"renewal");
    std::vector<StageMove> moves(2);
    moves[0].day = day("2026-01-10");
    moves[0].fromStage = QStringLiteral("onboarding");
    moves[0].toStage = QStringLiteral("adoption");
    moves[1].day = day("2026-03-10");
    moves[1].toStage = QStringLiteral("renewal");
    facts.set(moves);
    CHECK(stageOn(facts, day("2026-01-09")) == u"onboarding");
    CHECK(stageOn(facts, day("2026-03-09")) == u"adoption");
    CHECK(stageOn(facts, day("2026-03-10")) == u"renewal");
}

TEST_CASE("a grouping knows the group of an account")
{
    GroupRules gold;
    gold.id = QStringLiteral("gold");
    gold.graceDays = 30;
    const Grouping grouping({gold}, {{AccountId(7), 0}, {AccountId(3), 0}});
    REQUIRE(grouping.find(AccountId(3)));
    CHECK(grouping.graceDaysOf(AccountId(7)) == 30);
    CHECK(grouping.groupOf(AccountId(3)) == u"gold");
    CHECK_FALSE(grouping.find(AccountId(4)));
    CHECK(grouping.graceDaysOf(AccountId(4)) == 0);
}
