// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/movements.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::revenue;
using tests::aBook;

namespace {

const QString a = QStringLiteral("A");

qint64 units(Mrr mrr) { return mrr.toMinor() / 100; }

Query months(Month from, Month to)
{
    Query query;
    query.from = from;
    query.to = to;
    return query;
}

std::vector<RevenueRow> rowsOf(const tests::PortfolioBuilder& book, Month from, Month to, const Grouping& grouping = {})
{
    return movements(book.build(), grouping, months(from, to)).rows;
}

Grouping withGrace(const std::vector<std::pair<AccountId, int>>& accounts)
{
    std::vector<GroupRules> groups;
    std::vector<std::pair<AccountId, std::size_t>> members;
    for (const auto& [id, days] : accounts) {
        GroupRules rules;
        rules.id = QStringLiteral("grace%1").arg(days);
        rules.graceDays = days;
        members.emplace_back(id, groups.size());
        groups.push_back(rules);
    }
    return {groups, members};
}

} // namespace

TEST_CASE("an account is new once, then grows, shrinks, leaves and returns", "[revenue]")
{
    auto book = aBook().account(a);
    book.subscription(100, {2026, 1, 15}, {2026, 5, 10});
    book.subscription(50, {2026, 2, 1}, {2026, 4, 1});
    book.subscription(60, {2026, 7, 1});
    const auto rows = rowsOf(book, {2026, 1}, {2026, 7});
    REQUIRE(rows.size() == 7);
    CHECK(units(rows[0].bridge.added) == 100);
    CHECK(units(rows[1].bridge.expansion) == 50);
    CHECK(rows[2].bridge.start == rows[2].bridge.end);
    CHECK(units(rows[3].bridge.contraction) == 50);
    CHECK(units(rows[4].bridge.churn) == 100);
    CHECK(rows[4].customersLost == 1);
    CHECK(rows[5].customersStart == 0);
    CHECK(units(rows[6].bridge.reactivation) == 60);
    CHECK(rows[6].customersReturned == 1);
    CHECK(rows[6].method == Code("revenue.subscriptions.month_end"));
}

TEST_CASE("one of two subscriptions ends: contraction, not churn", "[revenue][golden]")
{
    auto book = aBook().account(a).subscription(100, {2025, 1, 1}).subscription(40, {2025, 1, 1}, {2026, 3, 10});
    const auto rows = rowsOf(book, {2026, 3}, {2026, 3});
    CHECK(units(rows[0].bridge.contraction) == 40);
    CHECK(rows[0].bridge.churn == Mrr());
    CHECK(rows[0].customersLost == 0);
}

TEST_CASE("a credit is contraction", "[revenue][golden]")
{
    auto book = aBook().account(a).make<Subscription>([](Subscription& s) {
        s.id = 500;
        s.amount = Minor{10'000};
        s.billingPeriod = QStringLiteral("month");
        s.start = {2025, 1, 1};
    });
    book.make<SubscriptionPhase>([](SubscriptionPhase& p) {
        p.subscription = SubscriptionId(500);
        p.from = {2026, 3, 1};
        p.amount = Minor{9'000};
    });
    CHECK(units(rowsOf(book, {2026, 3}, {2026, 3})[0].bridge.contraction) == 10);
}

TEST_CASE("won and lost inside one month is in neither, so a later start is new", "[revenue][golden]")
{
    auto book = aBook().account(a).subscription(100, {2026, 3, 3}, {2026, 3, 20}).subscription(90, {2026, 5, 1});
    const auto rows = rowsOf(book, {2026, 3}, {2026, 5});
    CHECK(rows[0].bridge == Bridge());
    CHECK(rows[0].customersLost == 0);
    CHECK_FALSE(rows[0].logoChurn());
    CHECK(units(rows[2].bridge.added) == 90);
}

TEST_CASE("GRR is capped by account", "[revenue][golden]")
{
    auto book = aBook();
    const auto changes = [&book](const char16_t* name, qint64 before, qint64 after) {
        book.account(QString::fromUtf16(name)).subscription(before, {2025, 1, 1}, {2026, 3, 10});
        if (after > 0)
            book.subscription(after, {2026, 3, 10});
    };
    changes(u"A", 1'000, 1'200);
    changes(u"B", 1'000, 700);
    changes(u"C", 500, 0);
    changes(u"D", 500, 500);
    const RevenueRow row = rowsOf(book, {2026, 3}, {2026, 3})[0];
    CHECK(units(row.bridge.start) == 3'000);
    CHECK(*row.rates().grr == Approx(0.7333).margin(0.0001));
    CHECK(*row.rates().nrr == Approx(0.80));
    CHECK(*row.logoChurn() == Approx(0.25));
    CHECK(*row.retention() == Approx(0.75));
}

TEST_CASE("over a longer period each account is compared with itself, not month by month", "[revenue]")
{
    // Down to 50 and up to 120 again: no contraction over the whole.
    auto book = aBook().account(a).subscription(100, {2025, 1, 1}, {2026, 2, 1});
    book.subscription(50, {2026, 2, 1}, {2026, 5, 1}).subscription(120, {2026, 5, 1});
    book.account(QStringLiteral("B")).subscription(100, {2025, 1, 1}, {2026, 3, 1});
    const RevenueRow row = overPeriod(book.build(), {}, months({2026, 1}, {2026, 6}));
    CHECK(units(row.bridge.start) == 200);
    CHECK(units(row.bridge.expansion) == 20);
    CHECK(units(row.bridge.churn) == 100);
    CHECK(row.bridge.contraction == Mrr());
    CHECK(*row.rates().grr == Approx(0.5));
    CHECK(*row.rates().nrr == Approx(0.6));
    CHECK(row.customersLost == 1);
}

TEST_CASE("grace days of a segment decide whether a gap is a loss", "[revenue][golden]")
{
    auto book = aBook();
    for (const char16_t* name : {u"A", u"B"})
        book.account(QString::fromUtf16(name))
            .subscription(100, {2025, 1, 1}, {2026, 3, 10})
            .subscription(100, {2026, 4, 25});
    const Grouping grouping = withGrace({{book.id(QStringLiteral("A")), 0}, {book.id(QStringLiteral("B")), 60}});
    Query query = months({2026, 3}, {2026, 4});
    query.by = GroupBy::Segment;
    const Table table = movements(book.build(), grouping, query);
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0].group.name == QStringLiteral("grace0"));
    CHECK(units(table.rows[0].bridge.churn) == 100);
    CHECK(units(table.rows[1].bridge.reactivation) == 100);
    CHECK(table.rows[2].bridge.churn == Mrr());
    CHECK(table.rows[3].bridge.reactivation == Mrr());
    CHECK(units(table.rows[3].bridge.end) == 100);
    CHECK(table.movements.size() == 2);
}

TEST_CASE("who does not return is lost when the grace days are over", "[revenue]")
{
    auto book =
        aBook().account(a).subscription(100, {2025, 1, 1}, {2026, 3, 10}).subscription(30, {2025, 1, 1}, {2026, 2, 1});
    const auto rows = rowsOf(book, {2026, 3}, {2026, 6}, withGrace({{book.id(a), 60}}));
    CHECK(units(rows[0].bridge.end) == 100);
    CHECK(units(rows[1].bridge.end) == 100);
    CHECK(units(rows[2].bridge.churn) == 100);
    CHECK(rows[3].customersStart == 0);
}

TEST_CASE("a cancelled contract that is paid to its term churns at its end, or at notice where set so",
          "[revenue][golden]")
{
    auto book = aBook().account(a).make<Subscription>([](Subscription& s) {
        s.amount = Minor{120'000};
        s.billingPeriod = QStringLiteral("year");
        s.start = {2026, 1, 1};
        s.noticeGivenOn = {2026, 6, 15};
        s.renewalDate = {2027, 1, 1};
    });
    Query query = months({2026, 6}, {2027, 1});
    const auto atEnd = movements(book.build(), {}, query).rows;
    CHECK(atEnd[0].bridge.churn == Mrr());
    CHECK(units(atEnd[7].bridge.churn) == 100);
    query.cancellation = Cancellation::DayOfNotice;
    CHECK(units(movements(book.build(), {}, query).rows[0].bridge.churn) == 100);
}

TEST_CASE("by overlap every month touched counts, its last one too", "[revenue]")
{
    auto book = aBook().account(a).subscription(100, {2026, 1, 31}, {2026, 3, 1});
    Query query = months({2026, 1}, {2026, 4});
    query.rule = MrrRule::Overlap;
    const auto rows = movements(book.build(), {}, query).rows;
    CHECK(units(rows[0].bridge.added) == 100);
    CHECK(units(rows[1].bridge.end) == 100);
    CHECK(units(rows[2].bridge.end) == 100);
    CHECK(units(rows[3].bridge.churn) == 100);
    CHECK(rows[3].method == Code("revenue.subscriptions.overlap"));
    const auto monthEnd = rowsOf(book, {2026, 1}, {2026, 4});
    CHECK(units(monthEnd[2].bridge.churn) == 100);
}

TEST_CASE("by overlap a step inside one subscription counts once", "[revenue]")
{
    auto book = aBook().account(a).make<Subscription>([](Subscription& s) {
        s.id = 500;
        s.amount = Minor{10'000};
        s.start = {2026, 1, 1};
    });
    book.make<SubscriptionPhase>([](SubscriptionPhase& p) {
        p.subscription = SubscriptionId(500);
        p.from = {2026, 3, 10};
        p.amount = Minor{12'000};
    });
    Query query = months({2026, 3}, {2026, 3});
    query.rule = MrrRule::Overlap;
    CHECK(units(movements(book.build(), {}, query).rows[0].bridge.expansion) == 20);
}

TEST_CASE("a change of exchange rate stands in its own column", "[revenue][golden]")
{
    const Currency usd("USD");
    auto book = aBook().rate(usd, {2026, 1, 1}, QStringLiteral("0.9")).rate(usd, {2026, 3, 1}, QStringLiteral("0.8"));
    book.account(a).subscription(100, {2026, 1, 10}, {}, QStringLiteral("month"), usd);
    book.subscription(50, {2026, 3, 10}, {}, QStringLiteral("month"), usd);
    const auto rows = rowsOf(book, {2026, 2}, {2026, 3});
    CHECK(units(rows[0].bridge.start) == 90);
    CHECK(rows[0].bridge.fx == Mrr());
    CHECK(units(rows[1].bridge.fx) == -10);
    CHECK(units(rows[1].bridge.expansion) == 40);
    CHECK(units(rows[1].bridge.end) == 120);
    CHECK(rows[1].bridge.addsUp());
    CHECK(*rows[1].rates().nrr == Approx(1.5));
}

TEST_CASE("a currency without a rate is kept apart, its customers count", "[revenue]")
{
    const Currency usd("USD");
    auto book = aBook().account(a).subscription(100, {2025, 1, 1});
    book.account(QStringLiteral("B")).subscription(70, {2025, 1, 1}, {}, QStringLiteral("month"), usd);
    const RevenueRow row = rowsOf(book, {2026, 3}, {2026, 3})[0];
    CHECK(units(row.bridge.end) == 100);
    REQUIRE(row.unconverted.size() == 1);
    CHECK(row.unconverted[0].first == usd);
    CHECK(units(row.unconverted[0].second) == 70);
    CHECK(row.customersEnd == 2);
}

TEST_CASE("an account counts for the CSM who held it when the month began", "[revenue]")
{
    auto book = aBook().person(901, QStringLiteral("Ann")).person(902, QStringLiteral("Ben"));
    book.account(a).subscription(100, {2025, 1, 1}, {2026, 3, 20});
    book.csm(PersonId(901), {2025, 1, 1}, {2026, 3, 10}).csm(PersonId(902), {2026, 3, 10});
    Query query = months({2026, 3}, {2026, 3});
    query.by = GroupBy::Csm;
    const Table table = movements(book.build(), {}, query);
    REQUIRE(table.groups.size() == 1);
    CHECK(table.groups[0].name == QStringLiteral("Ann"));
    CHECK(table.groups[0].record == 901);
    CHECK(units(table.rows[0].bridge.churn) == 100);
}

TEST_CASE("a book that was told movements uses them, and the month says so", "[revenue]")
{
    auto book = aBook().account(a).subscription(999, {2025, 1, 1});
    const auto told = [&book](QDate month, const char16_t* kind, qint64 amount) {
        book.make<Movement>([&](Movement& m) {
            m.month = month;
            m.kind = QString::fromUtf16(kind);
            m.amount = Minor{amount * 100};
        });
    };
    told({2026, 1, 1}, u"new", 100);
    told({2026, 2, 1}, u"expansion", 30);
    told({2026, 2, 1}, u"contraction", -10);
    const auto rows = rowsOf(book, {2026, 2}, {2026, 3});
    CHECK(rows[0].method == Code("revenue.movements"));
    CHECK(units(rows[0].bridge.expansion) == 30);
    CHECK(units(rows[0].bridge.contraction) == 10);
    CHECK(rows[0].bridge.addsUp());
    CHECK(rows[1].method == Code("revenue.subscriptions.month_end"));
    CHECK(rows[1].bridge.start == rows[0].bridge.end);
    CHECK(units(rows[1].bridge.end) == 999);
}

TEST_CASE("monthly snapshots are compared with each other", "[revenue]")
{
    auto book = aBook().account(a);
    const auto level = [&book](QDate month, qint64 amount) {
        book.make<Snapshot>([&](Snapshot& s) {
            s.month = month;
            s.amount = Minor{amount * 100};
        });
    };
    level({2026, 1, 1}, 100);
    level({2026, 2, 1}, 80);
    book.account(QStringLiteral("B"));
    level({2026, 1, 1}, 50);
    const auto rows = rowsOf(book, {2026, 1}, {2026, 2});
    CHECK(rows[0].method == Code("revenue.snapshots"));
    CHECK(units(rows[0].bridge.added) == 150);
    CHECK(units(rows[1].bridge.contraction) == 20);
    CHECK(units(rows[1].bridge.churn) == 50);
}

TEST_CASE("where a book was told movements only, months after the last are unknown and no churn", "[revenue]")
{
    auto book = aBook().account(a);
    const auto told = [&book](QDate month, const char16_t* kind, qint64 amount) {
        book.make<Movement>([&](Movement& m) {
            m.month = month;
            m.kind = QString::fromUtf16(kind);
            m.amount = Minor{amount * 100};
        });
    };
    told({2026, 1, 1}, u"new", 100);
    told({2026, 3, 1}, u"expansion", 30);
    const auto rows = rowsOf(book, {2026, 1}, {2026, 5});
    REQUIRE(rows.size() == 5);
    CHECK(rows[1].method == Code("revenue.movements"));
    CHECK(units(rows[1].bridge.end) == 100);
    CHECK(rows[1].bridge.churn == Mrr());
    CHECK(rows[2].isKnown);
    CHECK(units(rows[2].bridge.end) == 130);
    for (std::size_t i = 3; i < 5; ++i) {
        CHECK_FALSE(rows[i].isKnown);
        CHECK(rows[i].customersStart == 1);
        CHECK(rows[i].method == Code("revenue.unknown"));
        CHECK(rows[i].bridge.churn == Mrr());
        CHECK(rows[i].customersLost == 0);
        CHECK_FALSE(rows[i].rates().nrr);
        CHECK_FALSE(rows[i].logoChurn());
    }
    CHECK(movements(book.build(), {}, months({2026, 1}, {2026, 5})).movements.size() == 2);
}

TEST_CASE("where a book was told snapshots only, a month without one is unknown", "[revenue]")
{
    auto book = aBook().account(a);
    for (const int month : {1, 3})
        book.make<Snapshot>([&](Snapshot& s) {
            s.month = QDate(2026, month, 1);
            s.amount = Minor{qint64(month) * 100 * 100};
        });
    const auto rows = rowsOf(book, {2026, 1}, {2026, 4});
    CHECK(rows[0].isKnown);
    CHECK_FALSE(rows[1].isKnown);
    CHECK(rows[2].isKnown);
    CHECK(units(rows[2].bridge.expansion) == 200);
    CHECK_FALSE(rows[3].isKnown);
}

TEST_CASE("facts without an account count in the whole book, as a group of their own", "[revenue]")
{
    auto book = aBook().account(a).subscription(100, {2026, 1, 1});
    book.unlinked(QStringLiteral("account|crm|77")).subscription(40, {2026, 2, 10});
    const auto whole = rowsOf(book, {2026, 2}, {2026, 2});
    CHECK(units(whole[0].bridge.end) == 140);
    CHECK(units(whole[0].bridge.added) == 40);
    Query query = months({2026, 2}, {2026, 2});
    query.by = GroupBy::Account;
    const Table table = movements(book.build(), {}, query);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[1].group.unlinked);
    CHECK(units(table.rows[1].bridge.end) == 40);
}

TEST_CASE("a movement names the subscriptions it came from", "[revenue]")
{
    auto book = aBook().account(a).subscription(100, {2025, 1, 1}).subscription(40, {2026, 3, 5});
    book.subscription(10, {2024, 1, 1}, {2025, 1, 1});
    const Portfolio portfolio = book.build();
    const Query query = months({2026, 3}, {2026, 3});
    const Table table = movements(portfolio, {}, query);
    REQUIRE(table.movements.size() == 1);
    const Evidence evidence = evidenceOf(table.movements[0], portfolio, query);
    CHECK(evidence.message.code == Code("revenue.expansion"));
    CHECK(evidence.records == std::vector<RecordRef>{{Entity::Subscription, 2}, {Entity::Subscription, 3}});
}
