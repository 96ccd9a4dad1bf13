// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/rule.h"
#include "tests/core/work/work_fixture.h"

/// Each rule with what is just enough and what is not.
using namespace steward;
using namespace steward::tests;
using content::Severity;
using namespace Qt::Literals::StringLiterals;

namespace {

Told customer(int daysAgo = 400, const QString& segment = u"mid"_s)
{
    Told book;
    book.account(u"A"_s, segment).customer(daysAgo);
    return book;
}

/// 40 users a day, so many in the last four weeks.
Told using40(double now, int endedAgo = 0)
{
    Told book = customer();
    book.users(200, ago(endedAgo), [now](int before) { return before < 28 ? now : 40; });
    return book;
}

std::optional<Severity> severity(const Told& book, const char* id)
{
    const auto found = signalOf(book, id);
    return found ? std::optional(found->severity) : std::nullopt;
}

Told promise(QDate due, const QString& waitingFor = {}, const QString& status = u"open"_s)
{
    Told book = customer();
    book.add<Task>([&](Task& row) {
        row.title = u"Send the plan"_s;
        row.category = u"promise"_s;
        row.due = due;
        row.waitingFor = waitingFor;
        row.status = status;
    });
    return book;
}

Told invoices(int overdue, int habit, int age = 400)
{
    Told book = customer(age);
    book.facts.source(u"invoice"_s, today);
    for (int month = 2; month < 8 && habit > 0; ++month)
        book.add<Invoice>([&](Invoice& row) {
            row.number = u"P"_s + QString::number(month);
            row.issued = ago(30 * month + 30);
            row.due = ago(30 * month);
            row.paidOn = row.due.addDays(habit);
            row.amount = Minor{10'000};
        });
    book.add<Invoice>([&](Invoice& row) {
        row.number = u"2026-7"_s;
        row.issued = ago(overdue + 30);
        row.due = ago(overdue);
        row.amount = Minor{250'000};
        row.status = u"open"_s;
    });
    return book;
}

Told answered(double score, int days, QDate replied = {})
{
    Told book = customer();
    book.add<Contact>([](Contact& row) { row.name = u"Ana"_s; });
    const auto contact = ContactId(book.facts.build().at(0).of<Contact>()[0].id);
    book.add<Survey>([&](Survey& row) {
        row.kind = u"nps"_s;
        row.contact = contact;
        row.score = score;
        row.day = ago(days);
        row.comment = u"Too slow"_s;
        row.repliedOn = replied;
    });
    return book;
}

Told renewing(int days, const QString& call = {}, int calledAgo = 1, const QString& checkpoint = {})
{
    Told book;
    book.account(u"A"_s, u"mid"_s).add<Subscription>([&](Subscription& row) {
        row.amount = Minor{1'200'000};
        row.billingPeriod = u"year"_s;
        row.start = ago(365 - days);
        row.renewalDate = today.addDays(days);
        row.noticeBy = today.addDays(days - 60);
    });
    if (!call.isEmpty())
        book.add<RenewalCall>([&](RenewalCall& row) {
            row.cycle = today.addDays(days);
            row.day = ago(calledAgo);
            row.call = call;
            row.checkpoint = checkpoint;
        });
    return book;
}

} // namespace

TEST_CASE("a promise is due on its day and late after it, unless it is theirs, done or put off")
{
    CHECK(fires(promise(today), "promise.due"));
    CHECK(fires(promise(ago(3)), "promise.due"));
    CHECK_FALSE(fires(promise(today.addDays(1)), "promise.due"));
    CHECK_FALSE(fires(promise(ago(3), u"customer"_s), "promise.due"));
    CHECK_FALSE(fires(promise(ago(3), {}, u"done"_s), "promise.due"));
    const auto found = signalOf(promise(ago(3)), "promise.due");
    CHECK(found->lane == content::SignalLane::Clock);
    CHECK(found->due == ago(3));
}

TEST_CASE("use that falls by a quarter, two fifths, three fifths grows in severity")
{
    CHECK_FALSE(fires(using40(31), "usage.drop"));
    CHECK(severity(using40(30), "usage.drop") == Severity::Medium);
    CHECK(severity(using40(24), "usage.drop") == Severity::High);
    CHECK(severity(using40(16), "usage.drop") == Severity::Critical);
    const auto found = signalOf(using40(24, 3), "usage.drop");
    REQUIRE(found);
    CHECK(found->say.dataTo == ago(3));
    CHECK(found->newest == ago(3));
    CHECK(found->figure == Approx(40));
    CHECK(found->key == u"active_users");
}

TEST_CASE("a drop that recovers withdraws what it suggested, where nobody touched it")
{
    // Down from day 60 to day 29 before today, then as before.
    Told book = customer();
    book.users(112, today, [](int before) { return before > 28 && before <= 56 ? 20 : 40; });
    CHECK(signalOf(book, "usage.drop", ago(29)).has_value());
    CHECK_FALSE(fires(book, "usage.drop"));
}

TEST_CASE("three falls in a row are a slide, as long as no single one is a drop")
{
    const auto steps = [](std::array<double, 4> levels) {
        Told book = customer();
        book.users(112, today, [levels](int before) { return levels[std::size_t(3 - before / 28)]; });
        return book;
    };
    CHECK(severity(steps({40, 38, 36, 33}), "usage.slide") == Severity::Medium);
    CHECK(severity(steps({50, 43, 37, 32}), "usage.slide") == Severity::High);
    CHECK_FALSE(fires(steps({40, 39, 38, 37}), "usage.slide"));
    CHECK_FALSE(fires(steps({40, 34, 36, 30}), "usage.slide"));
    CHECK_FALSE(fires(steps({40, 38, 36, 20}), "usage.slide"));
    CHECK(fires(steps({40, 38, 36, 20}), "usage.drop"));
}

TEST_CASE("use that stops is seen after ten working days, where people seldom paused")
{
    const auto stopped = [](int days, int every) {
        Told book = customer();
        book.users(200, today, [=](int before) { return before >= days && before % every == 0 ? 20 : 0; });
        return book;
    };
    CHECK(severity(stopped(15, 1), "usage.stopped") == Severity::Critical);
    CHECK_FALSE(fires(stopped(9, 1), "usage.stopped"));
    CHECK_FALSE(fires(stopped(15, 9), "usage.stopped"));
}

TEST_CASE("an invoice is late beyond the habit of the firm")
{
    CHECK_FALSE(fires(invoices(13, 0), "pay.late"));
    CHECK(severity(invoices(14, 0), "pay.late") == Severity::Medium);
    CHECK(severity(invoices(30, 0), "pay.late") == Severity::High);
    CHECK(severity(invoices(60, 0), "pay.late") == Severity::Critical);
    CHECK_FALSE(fires(invoices(23, 10), "pay.late"));
    CHECK(severity(invoices(24, 10), "pay.late") == Severity::Medium);
    CHECK(signalOf(invoices(41, 10), "pay.late")->figure == Approx(31));
}

TEST_CASE("the first invoice of a new customer is asked about before it is dunned")
{
    CHECK(severity(invoices(20, 0, 60), "pay.first") == Severity::High);
    CHECK_FALSE(fires(invoices(20, 0, 60), "pay.late"));
    CHECK_FALSE(fires(invoices(14, 0, 60), "pay.first"));
    CHECK_FALSE(fires(invoices(20, 0, 400), "pay.first"));
}

TEST_CASE("a detractor waits until somebody replied, and is due two working days after the answer")
{
    const auto found = signalOf(answered(3, 1), "detractor.reply"); // a Wednesday
    REQUIRE(found);
    CHECK(found->severity == Severity::High);
    CHECK(found->due == today.addDays(1));
    CHECK_FALSE(fires(answered(3, 1, today), "detractor.reply"));
    CHECK_FALSE(fires(answered(7, 1), "detractor.reply"));
    CHECK_FALSE(fires(answered(3, 91), "detractor.reply"));
}

TEST_CASE("a detractor who decides is critical")
{
    Told book = answered(3, 1);
    const auto contact = ContactId(book.facts.build().at(0).of<Contact>()[0].id);
    book.add<ContactRole>([&](ContactRole& row) {
        row.contact = contact;
        row.role = u"decision_maker"_s;
    });
    CHECK(severity(book, "detractor.reply") == Severity::Critical);
}

TEST_CASE("the call of a checkpoint is asked for once and again at the next")
{
    CHECK_FALSE(fires(renewing(181), "renewal.decide"));
    CHECK(severity(renewing(180), "renewal.decide") == Severity::Medium);
    CHECK_FALSE(fires(renewing(150, u"watch"_s, 5), "renewal.decide"));
    CHECK(severity(renewing(80, u"watch"_s, 50, u"180"_s), "renewal.decide") == Severity::High);
    CHECK_FALSE(fires(renewing(80, u"commit"_s, 5, u"90"_s), "renewal.decide"));
    CHECK(signalOf(renewing(80), "renewal.decide")->key == QString(isoText(today.addDays(80)) + u"/90"));
}

TEST_CASE("calls two steps apart disagree, one step does not")
{
    CHECK(fires(renewing(80, u"commit"_s), "renewal.disagree")); // the score of the test says at risk
    CHECK(fires(renewing(80, u"conditional"_s), "renewal.disagree"));
    CHECK_FALSE(fires(renewing(80, u"watch"_s), "renewal.disagree"));
    CHECK_FALSE(fires(renewing(80, u"lost"_s), "renewal.disagree"));
    CHECK_FALSE(fires(renewing(200, u"commit"_s), "renewal.disagree"));
}

TEST_CASE("notice is possible until its last day, and a committed customer is left alone")
{
    CHECK(signalOf(renewing(80), "renewal.notice")->due == today.addDays(20));
    CHECK_FALSE(fires(renewing(95), "renewal.notice"));
    CHECK_FALSE(fires(renewing(80, u"commit"_s), "renewal.notice"));
    CHECK(fires(renewing(-3), "renewal.passed"));
    CHECK_FALSE(fires(renewing(3), "renewal.passed"));
}

TEST_CASE("an urgent ticket is urgent after two days, an escalated one at once")
{
    const auto ticket = [](int days, bool isEscalated, QDate closed = {}) {
        Told book = customer();
        book.add<Ticket>([&](Ticket& row) {
            row.subject = u"Export fails"_s;
            row.opened = ago(days);
            row.priority = u"urgent"_s;
            row.escalated = isEscalated;
            row.closed = closed;
        });
        return book;
    };
    CHECK_FALSE(fires(ticket(1, false), "ticket.urgent"));
    CHECK(severity(ticket(2, false), "ticket.urgent") == Severity::High);
    CHECK(fires(ticket(0, true), "ticket.urgent"));
    CHECK_FALSE(fires(ticket(5, true, today), "ticket.urgent"));
}

TEST_CASE("an event is news for sixty days, a goal of the first priority when it is at risk or past due")
{
    Told book = customer();
    book.add<AccountEvent>([](AccountEvent& row) {
        row.kind = u"merger"_s;
        row.day = ago(60);
    });
    book.add<AccountEvent>([](AccountEvent& row) {
        row.kind = u"award"_s;
        row.day = ago(1);
    });
    book.add<Goal>([](Goal& row) {
        row.outcome = u"Plan faster"_s;
        row.priority = 1;
        row.status = u"on_track"_s;
        row.due = ago(1);
    });
    CHECK(signalOf(book, "org.change")->opened == ago(60));
    CHECK_FALSE(fires(book, "org.change", today.addDays(1)));
    CHECK(fires(book, "goal.behind"));
    CHECK_FALSE(fires(book, "goal.behind", ago(1)));
}

TEST_CASE("who has left or is not a customer yet asks for nothing")
{
    Told book = promise(ago(3));
    book.facts.with([](Account& account) { account.churnedOn = ago(1); });
    CHECK(fires(book, "promise.due")); // a contract in force makes a customer
    Told left;
    left.account(u"A"_s).add<Subscription>([](Subscription& row) {
        row.amount = Minor{100};
        row.start = ago(400);
        row.endedOn = ago(1);
    });
    left.add<Task>([](Task& row) {
        row.category = u"promise"_s;
        row.due = ago(3);
    });
    CHECK_FALSE(fires(left, "promise.due"));
    CHECK(fires(left, "promise.due", ago(2)));
}

TEST_CASE("seats that are empty at the same time every year are no reason for a request to cut")
{
    constexpr int year = 364;
    // 16 of 20 seats, in eight weeks of each year 6.
    const auto inSeason = [](int before) { return before % year < 56 ? 6 : 16; };
    const auto of = [](auto&& users, int days) {
        Told book = customer(800);
        book.users(days, today, users);
        return fires(book, "licence.low");
    };
    CHECK_FALSE(of(inSeason, 700));
    // Not known of last year; never enough of them; enough at this time last year.
    CHECK(of(inSeason, 300));
    CHECK(of([](int) { return 6; }, 700));
    CHECK(of([](int before) { return before < 56 ? 6 : 16; }, 700));
}

TEST_CASE("a score that fell says what took most, a cap as well")
{
    Told book = customer(400);
    book.users(200, today, [](int) { return 18; });
    book.add<Contact>([](Contact& row) { row.name = u"Ann"_s; });
    const auto before = book.score();
    REQUIRE(before.shown);
    book.add<Risk>([](Risk& row) {
        row.kind = u"other"_s;
        row.severity = u"critical"_s;
        row.opened = ago(3);
    });
    const auto fell = signalOf(book, "health.fell");
    REQUIRE(fell);
    CHECK(std::get<QString>(fell->say.arguments[2]).startsWith(u"risk_critical"_s));
}

TEST_CASE("a week in which everybody's use falls is doubted once, for the book")
{
    Told book;
    for (int i = 0; i < 12; ++i) {
        book.account(u"A"_s + QString::number(i), u"mid"_s).customer();
        const bool falls = i < 6;
        book.users(200, today, [falls](int before) { return before < 14 && falls ? 5 : 40; });
    }
    const auto found = watched(book);
    REQUIRE(found.ofBook.size() == 1);
    CHECK(found.ofBook.front().signal == u"data.bookwide");
    for (const work::AccountSignals& each : found.accounts)
        for (const work::Signal& signal : each.signalList)
            CHECK(signal.signal != u"usage.drop");
}

TEST_CASE("data that ends too long ago is named once for each kind, with how many scores rest on it")
{
    Told book = using40(40, 11);
    const auto found = watched(book);
    REQUIRE(found.ofBook.size() == 1);
    CHECK(found.ofBook.front().signal == u"data.stale");
    CHECK(found.ofBook.front().key == u"usage");
    CHECK(found.ofBook.front().say.arguments == Arguments{u"usage"_s, ago(11), qint64(1)});
    CHECK(watched(using40(40, 10)).ofBook.empty());
}

TEST_CASE("every signal of the content has its rule, and a number too many or too few is named")
{
    content::Signals all = shippedContent().signalRules;
    CHECK(work::checkRules(all).empty());
    CHECK(work::rulesOf(all).size() == all.kinds.size());
    all.kinds.front().numbers[u"more"_s] = {};
    CHECK(work::checkRules(all).size() == 1);
    all.kinds.front().numbers.clear();
    all.kinds.front().say.clear();
    CHECK_FALSE(work::checkRules(all).empty());
    all.kinds.front().id = u"no.such"_s;
    CHECK_FALSE(work::checkRules(all).empty());
}
