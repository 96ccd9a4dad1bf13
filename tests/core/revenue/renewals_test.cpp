// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/renewals.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::revenue;
using tests::aBook;

namespace {

const QDate today(2026, 11, 19);

void runs(tests::PortfolioBuilder& book, const char16_t* name, QDate start, QDate renewal)
{
    book.account(QString::fromUtf16(name)).make<Subscription>([&](Subscription& s) {
        s.amount = Minor{10'000};
        s.billingPeriod = QStringLiteral("month");
        s.start = start;
        s.renewalDate = renewal;
    });
}

void call(tests::PortfolioBuilder& book, QDate cycle, QDate day, const char16_t* value, const char16_t* why)
{
    book.make<RenewalCall>([&](RenewalCall& c) {
        c.cycle = cycle;
        c.day = day;
        c.call = QString::fromUtf16(value);
        c.reason = QString::fromUtf16(why);
    });
}

} // namespace

TEST_CASE("renewals are due, passed or missing, and none is dropped", "[revenue][golden]")
{
    auto book = aBook();
    runs(book, u"Due", {2026, 2, 1}, {2027, 1, 15});
    runs(book, u"Far", {2026, 9, 1}, {2027, 9, 1});
    runs(book, u"Passed", {2025, 10, 1}, {2026, 10, 1});
    runs(book, u"Missing", {2025, 10, 1}, {});
    const auto list = renewals(book.build(), today, 90);
    REQUIRE(list.size() == 3);
    CHECK(list[0].bucket == RenewalBucket::Due);
    CHECK(list[0].daysLeft == 57);
    CHECK(list[1].bucket == RenewalBucket::Passed);
    CHECK(list[1].daysLeft == -49);
    CHECK(list[2].bucket == RenewalBucket::Missing);
    CHECK_FALSE(list[2].daysLeft);
    CHECK(renewals(book.build(), today).size() == 4);
}

TEST_CASE("who has left on a day nobody says has no renewal that is missing, one that is dated stays", "[revenue]")
{
    auto book = aBook();
    const auto hasLeft = [](Account& account) { account.status = QStringLiteral("former"); };
    runs(book, u"Gone", {2025, 10, 1}, {});
    book.with(hasLeft);
    runs(book, u"Dated", {2025, 10, 1}, {2026, 12, 1});
    book.with(hasLeft);
    const Portfolio facts = book.build();
    const auto list = renewals(facts, today);
    REQUIRE(list.size() == 1);
    CHECK(list[0].bucket == RenewalBucket::Due);
    CHECK(facts.find(list[0].account)->account.name == u"Dated");
}

TEST_CASE("what ended, a trial and a one-off charge are no renewals", "[revenue]")
{
    auto book = aBook().account(QStringLiteral("A")).subscription(100, {2025, 1, 1}, {2026, 11, 1});
    book.subscription(100, {2025, 1, 1}, {}, QStringLiteral("one_off"));
    book.make<Subscription>([](Subscription& s) {
        s.amount = Minor{100};
        s.trial = true;
        s.renewalDate = {2026, 12, 1};
    });
    CHECK(renewals(book.build(), today).empty());
}

TEST_CASE("the amount is that of the term, of a year where the term is longer than one or unknown", "[revenue]")
{
    auto book = aBook();
    runs(book, u"Seven months", {2026, 5, 1}, {2026, 12, 1});
    runs(book, u"Three years in", {2023, 12, 2}, {2026, 12, 2});
    book.account(QStringLiteral("Two years")).make<Subscription>([](Subscription& s) {
        s.amount = Minor{240'000};
        s.billingPeriod = QStringLiteral("multi_year");
        s.termMonths = 24;
        s.start = {2024, 12, 3};
        s.renewalDate = {2026, 12, 3};
    });
    const auto list = renewals(book.build(), today);
    REQUIRE(list.size() == 3);
    CHECK(list[0].months == 7);
    CHECK(list[0].amount == Money{70'000, Currency("EUR")});
    CHECK(list[0].method == Code("renewal.amount.term"));
    CHECK(list[1].months == 12);
    CHECK(list[1].amount.minor == 120'000);
    CHECK(list[1].method == Code("renewal.amount.year"));
    CHECK(list[2].months == 24);
    CHECK(list[2].amount.minor == 240'000);
}

TEST_CASE("subscriptions of one date and currency are one cycle", "[revenue]")
{
    auto book = aBook().account(QStringLiteral("A"));
    for (const qint64 notice : {20, 10})
        book.make<Subscription>([notice](Subscription& s) {
            s.amount = Minor{10'000};
            s.start = {2026, 1, 1};
            s.renewalDate = {2027, 1, 1};
            s.noticeBy = QDate(2026, 11, 1).addDays(notice);
        });
    const auto list = renewals(book.build(), today);
    REQUIRE(list.size() == 1);
    CHECK(list[0].amount.minor == 240'000);
    CHECK(list[0].noticeBy == QDate(2026, 11, 11));
    CHECK(list[0].records.size() == 2);
}

TEST_CASE("the newest call of the cycle stands, its last change is told", "[revenue]")
{
    auto book = aBook();
    runs(book, u"A", {2026, 2, 1}, {2027, 2, 1});
    call(book, {2026, 2, 1}, {2026, 1, 1}, u"lost", u"another cycle");
    call(book, {2027, 2, 1}, {2026, 8, 5}, u"commit", u"");
    call(book, {2027, 2, 1}, {2026, 11, 2}, u"watch", u"sponsor left");
    const auto list = renewals(book.build(), today);
    REQUIRE(list.size() == 1);
    CHECK(list[0].csmCall == QStringLiteral("watch"));
    REQUIRE(list[0].moved);
    CHECK(list[0].moved->from == QStringLiteral("commit"));
    CHECK(list[0].moved->why == QStringLiteral("sponsor left"));
    CHECK_FALSE(list[0].scoreCall);
    CHECK_FALSE(list[0].probability);
}

TEST_CASE("at 180 days a renewal may be watched, at 90 it is decided", "[revenue][golden]")
{
    auto book = aBook();
    runs(book, u"A", {2026, 2, 1}, {2027, 2, 1});
    call(book, {2027, 2, 1}, {2026, 11, 2}, u"watch", u"");
    const Portfolio portfolio = book.build();
    CHECK(renewals(portfolio, {2026, 8, 4})[0].checkpoint == 0);
    CHECK(renewals(portfolio, {2026, 8, 5})[0].checkpoint == 180);
    CHECK(renewals(portfolio, {2026, 8, 5})[0].isCallAllowed);
    CHECK(renewals(portfolio, {2026, 11, 3})[0].checkpoint == 90);
    CHECK_FALSE(renewals(portfolio, {2026, 11, 3})[0].isCallAllowed);
    CHECK_FALSE(isCallAllowedAt(90, QStringLiteral("likely")));
    for (const char16_t* value : {u"commit", u"likely_with_conditions", u"at_risk", u"lost"})
        CHECK(isCallAllowedAt(90, QString::fromUtf16(value)));
}
