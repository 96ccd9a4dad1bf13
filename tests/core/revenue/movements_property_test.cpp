// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/movements.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

#include <random>

using namespace steward;
using namespace steward::revenue;
using tests::aBook;

namespace {

class RandomBook
{
public:
    explicit RandomBook(unsigned seed)
        : m_random(seed)
    {
    }
    Portfolio make()
    {
        auto book = aBook();
        for (const Currency currency : {Currency("USD"), Currency("JPY")})
            for (int month = 1; month <= 12; month += int(below(4)) + 1)
                book.rate(currency, {2025, month, 1}, QString::number(0.5 + double(below(700)) / 1000.0, 'f', 3));
        for (int i = 0; i < 40; ++i) {
            book.account(QStringLiteral("Account %1").arg(i));
            for (auto count = below(6); count > 0; --count)
                addSubscription(book);
        }
        return book.build();
    }
    qint64 below(qint64 bound) { return std::uniform_int_distribution<qint64>(0, bound - 1)(m_random); }

private:
    void addSubscription(tests::PortfolioBuilder& book)
    {
        static const std::array currencies{Currency("EUR"), Currency("USD"), Currency("JPY"), Currency("GBP")};
        static const std::array periods{u"month", u"quarter", u"year", u"one_off", u"half_year"};
        const QDate start = QDate(2024, 6, 1).addDays(below(500));
        book.make<Subscription>([&](Subscription& s) {
            s.amount = Minor{1 + below(500'000)};
            s.currency = currencies[static_cast<std::size_t>(below(4))];
            s.billingPeriod = QString::fromUtf16(periods[static_cast<std::size_t>(below(5))]);
            s.start = below(20) ? start : QDate();
            if (below(3))
                s.endedOn = start.addDays(below(300));
            s.trial = below(10) == 0;
            if (below(4) == 0)
                s.discountPercent = double(below(100));
        });
    }
    std::mt19937_64 m_random;
};

Grouping randomGroups(const Portfolio& portfolio, RandomBook& random)
{
    std::vector<GroupRules> groups(3);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        groups[i].id = QStringLiteral("g%1").arg(i);
        groups[i].graceDays = int(i) * 30;
    }
    std::vector<std::pair<AccountId, std::size_t>> members;
    for (const AccountFacts& facts : portfolio)
        if (random.below(4))
            members.emplace_back(facts.id(), static_cast<std::size_t>(random.below(3)));
    return {groups, members};
}

// What the month looks like when every subscription is asked on its last day.
Mrr levelByHand(const Portfolio& portfolio, Month month, Currency currency)
{
    Mrr sum;
    for (const AccountFacts& facts : portfolio)
        for (const auto& [of, mrr] : mrrOn(paidSpans(facts, portfolio.book()), month.last()))
            sum += of == currency ? mrr : Mrr();
    return sum;
}

} // namespace

TEST_CASE("in any book every bridge adds up, months join, and parts make the whole", "[revenue][property]")
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        RandomBook random(seed);
        const Portfolio portfolio = random.make();
        const Grouping grouping = randomGroups(portfolio, random);
        Query query;
        query.from = {2025, 1};
        query.to = {2025, 12};
        query.rule = seed % 2 ? MrrRule::MonthEnd : MrrRule::Overlap;
        const Table whole = movements(portfolio, grouping, query);
        REQUIRE(whole.rows.size() == 12);
        query.by = GroupBy::Segment;
        const Table split = movements(portfolio, grouping, query);
        std::vector<Bridge> sums(12);
        for (const RevenueRow& row : split.rows)
            sums[static_cast<std::size_t>(row.month.month() - 1)] += row.bridge;
        for (std::size_t i = 0; i < whole.rows.size(); ++i) {
            const Bridge& bridge = whole.rows[i].bridge;
            REQUIRE(bridge.addsUp());
            REQUIRE(sums[i] == bridge);
            for (const Mrr part :
                 {bridge.added, bridge.expansion, bridge.contraction, bridge.churn, bridge.reactivation})
                REQUIRE(part >= Mrr());
            const auto grr = whole.rows[i].rates().grr;
            REQUIRE((!grr || (*grr >= 0 && *grr <= 1)));
            if (i > 0) {
                REQUIRE(whole.rows[i - 1].bridge.end == bridge.start);
                REQUIRE(whole.rows[i - 1].customersEnd == whole.rows[i].customersStart);
            }
        }
    }
}

TEST_CASE("without grace days the end of a month is what is in force on its last day", "[revenue][property]")
{
    for (unsigned seed = 100; seed < 120; ++seed) {
        RandomBook random(seed);
        const Portfolio portfolio = random.make();
        Query query;
        query.from = {2025, 1};
        query.to = {2025, 12};
        for (const RevenueRow& row : movements(portfolio, {}, query).rows)
            for (const auto& [currency, mrr] : row.unconverted)
                REQUIRE(mrr == levelByHand(portfolio, row.month, currency));
    }
}

TEST_CASE("the movements listed are the evidence of the rows", "[revenue][property]")
{
    RandomBook random(5);
    const Portfolio portfolio = random.make();
    Query query;
    query.from = {2025, 1};
    query.to = {2025, 12};
    const Table table = movements(portfolio, {}, query);
    std::vector<Mrr> net(12);
    for (const AccountMovement& each : table.movements)
        net[static_cast<std::size_t>(each.month.month() - 1)] += each.after - each.before;
    for (std::size_t i = 0; i < net.size(); ++i)
        CHECK(net[i] == table.rows[i].bridge.end - table.rows[i].bridge.start - table.rows[i].bridge.fx);
}
