// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/since.h"

#include "core/portfolio/look_back.h"
#include "tests/core/portfolio/sample_facts.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::query;
using steward::sample::day;

namespace {

Subscription paid(qint64 id, qint64 amount, const char* start)
{
    Subscription subscription;
    subscription.id = id;
    subscription.product = QStringLiteral("Core");
    subscription.amount = Minor{amount};
    subscription.currency = Currency("EUR");
    subscription.billingPeriod = QStringLiteral("month");
    subscription.start = day(start);
    return subscription;
}

Portfolio book(std::vector<AccountFacts> accounts)
{
    BookFacts facts;
    facts.currency = Currency("EUR");
    Person ana;
    ana.id = 71;
    ana.name = QStringLiteral("Ana");
    Person ben;
    ben.id = 72;
    ben.name = QStringLiteral("Ben");
    facts.people = Rows<Person>({ana, ben});
    return {std::move(facts), std::move(accounts), {}, 1};
}

/// From Monday 16 to Saturday 21 November.
SinceQuestion week()
{
    SinceQuestion question;
    question.from = day("2026-11-16");
    question.to = day("2026-11-21");
    return question;
}

std::vector<SinceLine> linesOf(const Portfolio& now, const SinceQuestion& question)
{
    return since(asOf(now, question.from.addDays(-1), LookBack::AsItHappened), now, question);
}

/// "kind day record" of each line.
QStringList told(const std::vector<SinceLine>& lines)
{
    QStringList all;
    for (const SinceLine& line : lines)
        all << QStringLiteral("%1 %2 %3").arg(nameOf(line.kind), isoText(line.day), QString::number(line.record));
    return all;
}

AccountFacts oldAccount(qint64 id = 1)
{
    AccountFacts facts = sample::account(id);
    facts.account.customerSince = day("2024-01-01");
    facts.set<Subscription>({paid(id * 100, 10'000 * id, "2024-01-01")});
    return facts;
}

} // namespace

TEST_CASE("every kind has a name", "[since]")
{
    for (int kind = 0; kind < static_cast<int>(SinceKind::Count); ++kind)
        CHECK_FALSE(nameOf(static_cast<SinceKind>(kind)).isEmpty());
}

TEST_CASE("only what happened on the days asked about is listed", "[since]")
{
    for (const auto& [when, isListed] : {std::pair{"2026-11-15", false}, std::pair{"2026-11-16", true},
                                         std::pair{"2026-11-21", true}, std::pair{"2026-11-22", false}}) {
        CAPTURE(when);
        AccountFacts facts = oldAccount();
        Contact contact;
        contact.id = 11;
        contact.name = QStringLiteral("Kim");
        contact.joinedOn = day("2025-01-01");
        contact.leftOn = day(when);
        Contact joined = contact;
        joined.id = 12;
        joined.joinedOn = day(when);
        joined.leftOn = {};
        facts.set<Contact>({contact, joined});
        Ticket urgent;
        urgent.id = 21;
        urgent.opened = day(when);
        urgent.priority = QStringLiteral("urgent");
        Ticket usual = urgent;
        usual.id = 22;
        usual.priority = QStringLiteral("high");
        Ticket escalated = usual;
        escalated.id = 23;
        escalated.escalated = true;
        facts.set<Ticket>({urgent, usual, escalated});
        Survey low;
        low.id = 31;
        low.kind = QStringLiteral("nps");
        low.day = day(when);
        low.score = 6;
        Survey passive = low;
        passive.id = 32;
        passive.score = 7;
        Survey csat = low;
        csat.id = 33;
        csat.kind = QStringLiteral("csat");
        csat.score = 5;
        facts.set<Survey>({low, passive, csat});
        Subscription ended = paid(101, 5'000, "2025-01-01");
        ended.endedOn = day(when);
        Subscription upgraded = ended;
        upgraded.id = 102;
        upgraded.replacedBy = SubscriptionId(103);
        facts.set<Subscription>({ended, upgraded, paid(103, 9'000, when)});
        StageMove move;
        move.id = 41;
        move.day = day(when);
        move.toStage = QStringLiteral("growth");
        facts.set<StageMove>({move});
        QStringList lines = told(linesOf(book({facts}), week()));
        lines.sort();
        const QStringList expected{QStringLiteral("arr %1 103"),
                                   QStringLiteral("contact_joined %1 12"),
                                   QStringLiteral("contact_left %1 11"),
                                   QStringLiteral("stage_move %1 41"),
                                   QStringLiteral("subscription_ended %1 101"),
                                   QStringLiteral("subscription_started %1 103"),
                                   QStringLiteral("survey %1 31"),
                                   QStringLiteral("ticket %1 21"),
                                   QStringLiteral("ticket %1 23")};
        CHECK(lines == (isListed ? QStringList(expected).replaceInStrings(QStringLiteral("%1"), QLatin1String(when))
                                 : QStringList()));
    }
}

TEST_CASE("what an account brings a year is a line of its own where it became another amount", "[since]")
{
    AccountFacts stepped = oldAccount();
    SubscriptionPhase phase;
    phase.id = 7;
    phase.subscription = SubscriptionId(100);
    phase.from = day("2026-11-18");
    phase.amount = Minor{12'500};
    stepped.set<SubscriptionPhase>({phase});
    AccountFacts moved = oldAccount(2); // ends and goes on at the same price
    Subscription ended = paid(201, 5'000, "2025-01-01");
    ended.endedOn = day("2026-11-17");
    moved.set<Subscription>({ended, paid(202, 5'000, "2026-11-17")});
    AccountFacts left = oldAccount(3);
    Subscription over = paid(300, 5'000, "2025-01-01");
    over.endedOn = day("2026-11-20");
    over.currency = Currency("USD");
    left.set<Subscription>({over});
    std::vector<Message> arr;
    QStringList where;
    for (const SinceLine& line : linesOf(book({stepped, moved, left}), week()))
        if (line.kind == SinceKind::Arr) {
            arr.push_back(line.message);
            where << QStringLiteral("%1 %2").arg(isoText(line.day), QString::number(line.record));
        }
    where.sort();
    CHECK(where == QStringList{QStringLiteral("2026-11-18 100"), QStringLiteral("2026-11-20 300")});
    const auto says = [&](const char* name, Money before, Money after) {
        return std::ranges::count(arr, Message{Code("since.arr"), {QString::fromLatin1(name), before, after}}) == 1;
    };
    CHECK(says("Acme 1", {120'000, Currency("EUR")}, {150'000, Currency("EUR")}));
    CHECK(says("Acme 3", {60'000, Currency("USD")}, {0, Currency("USD")}));
}

TEST_CASE("a renewal enters its notice window 30 days before the last day of notice", "[since]")
{
    AccountFacts facts = oldAccount();
    Subscription enters = paid(101, 5'000, "2024-01-01");
    enters.noticeBy = day("2026-12-18"); // window from 18 November
    Subscription later = enters;
    later.id = 102;
    later.noticeBy = day("2026-12-22");
    Subscription given = enters;
    given.id = 103;
    given.noticeGivenOn = day("2026-11-10");
    Subscription over = enters;
    over.id = 104;
    over.endedOn = day("2026-11-01");
    facts.set<Subscription>({enters, later, given, over});
    const auto lines = linesOf(book({facts}), week());
    REQUIRE(told(lines) == QStringList{QStringLiteral("renewal_window 2026-11-18 101")});
    CHECK(lines[0].message == Message{Code("since.renewal-window"), {QStringLiteral("Acme 1"), day("2026-12-18")}});
    CHECK(lines[0].entity == Entity::Subscription);
    CHECK(lines[0].account == AccountId(1));
}

TEST_CASE("a new account is one line, an archived one too", "[since]")
{
    AccountFacts fresh = sample::account(1);
    fresh.account.customerSince = day("2026-11-17");
    fresh.set<Subscription>({paid(100, 10'000, "2026-11-17")});
    AccountFacts gone = oldAccount(2);
    gone.account.archivedOn = day("2026-11-19");
    AccountFacts longGone = oldAccount(3);
    longGone.account.archivedOn = day("2026-11-01");
    QStringList lines = told(linesOf(book({fresh, gone, longGone}), week()));
    lines.sort();
    CHECK(lines ==
          QStringList{QStringLiteral("account_archived 2026-11-19 2"), QStringLiteral("account_new 2026-11-17 1")});
}

TEST_CASE("a field with a history says from what to what and who changed it", "[since]")
{
    const Instant byImport = sample::noon("2026-11-18");
    const Instant byPerson = sample::noon("2026-11-19");
    AccountFacts facts = oldAccount();
    const auto change = [](const char* field, const char* on, FieldValue value, Instant recorded) {
        return Change{Entity::Account, 1, QString::fromLatin1(field), day(on), std::move(value), recorded};
    };
    facts.changes = Rows<Change>({change("csm_id", "2024-01-01", qint64(71), {}),
                                  change("csm_id", "2026-11-18", qint64(72), byImport),
                                  change("stage", "2024-01-01", QStringLiteral("adoption"), {}),
                                  change("stage", "2026-11-20", QStringLiteral("growth"), byPerson),
                                  change("tier", "2026-11-18", QStringLiteral("gold"), byImport),
                                  change("tier", "2026-11-19", QStringLiteral("silver"), byPerson)});
    SinceQuestion question = week();
    question.authors = {{byImport, QStringLiteral("Zoe"), false},
                        {byImport, QStringLiteral("crm.csv"), true},
                        {byPerson, QStringLiteral("Zoe"), false}};
    const auto lines = linesOf(book({facts}), question);
    REQUIRE(lines.size() == 3);
    const QString acme = QStringLiteral("Acme 1");
    CHECK(lines[0].message == Message{Code("since.field-import"),
                                      {acme, QStringLiteral("CSM"), QStringLiteral("Ana"), QStringLiteral("Ben"),
                                       QStringLiteral("crm.csv")}});
    CHECK(lines[1].message == Message{Code("since.field-person"),
                                      {acme, QStringLiteral("tier"), QStringLiteral("gold"), QStringLiteral("silver"),
                                       QStringLiteral("Zoe")}});
    CHECK(lines[2].message ==
          Message{Code("since.stage"), {acme, QStringLiteral("adoption"), QStringLiteral("growth")}});
    CHECK(lines[2].kind == SinceKind::StageMove);
}

TEST_CASE("invoices that are paid and tickets that are closed are no news, codes are read as words", "[since]")
{
    AccountFacts facts = oldAccount();
    const auto change = [](Entity entity, qint64 record, const char* field, const char* on, const char* value) {
        return Change{entity, record, QString::fromLatin1(field), day(on), FieldValue(QString::fromLatin1(value)), {}};
    };
    facts.changes = Rows<Change>({change(Entity::Goal, 5, "status", "2024-01-01", "on_track"),
                                  change(Entity::Goal, 5, "status", "2026-11-18", "at_risk"),
                                  change(Entity::Invoice, 6, "status", "2024-01-01", "open"),
                                  change(Entity::Invoice, 6, "status", "2026-11-18", "paid"),
                                  change(Entity::Ticket, 7, "status", "2024-01-01", "open"),
                                  change(Entity::Ticket, 7, "status", "2026-11-18", "closed")});
    const auto lines = linesOf(book({facts}), week());
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].message == Message{Code("since.field"),
                                      {QStringLiteral("Acme 1"), QStringLiteral("goal status"),
                                       QStringLiteral("on track"), QStringLiteral("at risk")}});
}

TEST_CASE("the most valuable account comes first, then the day, imports of the book come last", "[since]")
{
    std::vector<AccountFacts> accounts;
    for (qint64 id = 1; id <= 3; ++id) {
        AccountFacts facts = oldAccount(id);
        Ticket ticket;
        ticket.id = id * 10 + 1;
        ticket.opened = day("2026-11-17");
        ticket.escalated = true;
        Ticket later = ticket;
        later.id = id * 10 + 2;
        later.opened = day("2026-11-19");
        facts.set<Ticket>({ticket, later});
        facts.account.csm = PersonId(id == 2 ? 72 : 71);
        accounts.push_back(std::move(facts));
    }
    SinceQuestion question = week();
    Import import;
    import.id = 9;
    import.at = sample::noon("2026-11-16");
    Import older = import;
    older.id = 8;
    older.at = sample::noon("2026-11-15");
    question.imports = {older, import};
    const Portfolio now = book(accounts);
    CHECK(told(linesOf(now, question)) ==
          QStringList{QStringLiteral("ticket 2026-11-17 31"), QStringLiteral("ticket 2026-11-19 32"),
                      QStringLiteral("ticket 2026-11-17 21"), QStringLiteral("ticket 2026-11-19 22"),
                      QStringLiteral("ticket 2026-11-17 11"), QStringLiteral("ticket 2026-11-19 12"),
                      QStringLiteral("import 2026-11-16 9")});
    question.csm = PersonId(72);
    CHECK(told(linesOf(now, question)) == QStringList{QStringLiteral("ticket 2026-11-17 21"),
                                                      QStringLiteral("ticket 2026-11-19 22"),
                                                      QStringLiteral("import 2026-11-16 9")});
}
