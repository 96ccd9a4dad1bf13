// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journey/value_pace.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::journey;
using tests::aBook;

namespace {

const QDate start(2026, 1, 1);

void customer(tests::PortfolioBuilder& book, int number, std::optional<int> valueAfter,
              std::optional<int> leftAfter = {}, QDate from = start)
{
    book.account(QStringLiteral("Account %1").arg(number));
    book.subscription(100, from, leftAfter ? from.addDays(*leftAfter) : QDate());
    if (valueAfter)
        book.make<Milestone>([&](Milestone& m) {
            m.kind = QStringLiteral("first_value");
            m.reached = from.addDays(*valueAfter);
        });
}

} // namespace

TEST_CASE("who still waits counts as waiting: the worked case", "[ttv][golden]")
{
    const std::vector<Waiting> cases{{5, true},  {12, true},  {20, true}, {20, false},
                                     {33, true}, {41, false}, {60, true}};
    const auto steps = survival(cases);
    REQUIRE(steps.size() == 5);
    const std::array<std::pair<qint64, double>, 5> expected{
        {{5, 0.857}, {12, 0.714}, {20, 0.571}, {33, 0.381}, {60, 0.0}}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(steps[i].days == expected[i].first);
        CHECK(steps[i].share == Approx(expected[i].second).margin(0.0005));
    }
    CHECK(medianDays(steps) == 33);
}

TEST_CASE("when all wait the median is not reached", "[ttv][golden]")
{
    CHECK_FALSE(medianDays(survival({{10, false}, {20, false}})));
    CHECK_FALSE(medianDays(survival({})));
    CHECK(medianDays(survival({{10, true}, {20, false}})) == 10);
}

TEST_CASE("time to value of a book counts those who wait, those who left and no impossible dates", "[ttv][golden]")
{
    auto book = aBook();
    customer(book, 1, 5);
    customer(book, 2, 12);
    customer(book, 3, 20);
    customer(book, 4, {}, 20);
    customer(book, 5, 33);
    customer(book, 6, {});
    customer(book, 7, 60);
    customer(book, 8, -3);
    const auto result = timeToValue(book.build(), {}, start.addDays(90));
    CHECK(result.median.value == 33);
    CHECK(result.median.method == Code("ttv.kaplan_meier"));
    CHECK(result.came == 5);
    CHECK(result.waiting == 2);
    CHECK(result.errors == std::vector<AccountId>{book.id(QStringLiteral("Account 8"))});
}

TEST_CASE("a customer's time to value is told against the quarters of all, those who wait among them", "[ttv]")
{
    auto book = aBook();
    for (int i = 1; i <= 8; ++i)
        customer(book, i, 10 * i);
    for (int i = 9; i <= 12; ++i)
        customer(book, i, {});
    const Portfolio all = book.build();
    const QDate day = start.addDays(90);
    const ValueQuartiles quartiles = quartilesOf(timeToValue(all, {}, day));
    // Of 12 three had it by day 30 and six by day 60; three quarters of them never had.
    CHECK(quartiles.days == std::array<std::optional<qint64>, 3>{30, 60, std::nullopt});
    const auto paceOf = [&](int number, QDate on) {
        return valuePace(*all.find(book.id(QStringLiteral("Account %1").arg(number))), all.book(), quartiles, on);
    };
    CHECK(paceOf(3, day)->quarter == 1);
    CHECK(paceOf(4, day)->quarter == 2);
    CHECK(paceOf(7, day)->quarter == 3);
    CHECK(paceOf(7, day)->days == 70);
    CHECK(paceOf(7, day)->came);
    CHECK(paceOf(9, day)->quarter == 3);
    CHECK_FALSE(paceOf(9, day)->came);
    CHECK(paceOf(9, day)->days == 90);
    CHECK(paceOf(9, start.addDays(20))->quarter == 1);
    CHECK_FALSE(paceOf(9, start.addDays(-1)));
}

TEST_CASE("of a few values no quarters are told", "[ttv]")
{
    auto book = aBook();
    for (int i = 1; i <= 7; ++i)
        customer(book, i, 10 * i);
    const Portfolio all = book.build();
    const ValueQuartiles quartiles = quartilesOf(timeToValue(all, {}, start.addDays(90)));
    const auto pace =
        valuePace(*all.find(book.id(QStringLiteral("Account 1"))), all.book(), quartiles, start.addDays(90));
    REQUIRE(pace);
    CHECK(pace->quarter == 0);
    CHECK(pace->days == 10);
}

TEST_CASE("as of an earlier day later values have not come yet", "[ttv]")
{
    auto book = aBook();
    for (int i = 0; i < 4; ++i)
        customer(book, i, 30 + i);
    CHECK_FALSE(timeToValue(book.build(), {}, start.addDays(29)).median.value);
    CHECK(timeToValue(book.build(), {}, start.addDays(60)).median.value == 31);
}

TEST_CASE("the activation rate leaves out onboardings that still run", "[journey]")
{
    auto book = aBook();
    const auto account = [&book](int number, QDate from, QDate activated) {
        book.account(QStringLiteral("Account %1").arg(number)).subscription(100, from);
        book.make<Milestone>([&](Milestone& m) {
            m.kind = QStringLiteral("activation");
            m.reached = activated;
        });
    };
    account(1, {2026, 1, 1}, {2026, 1, 20});
    account(2, {2026, 1, 5}, {});
    account(3, {2026, 3, 1}, {2026, 3, 5});
    account(4, {2025, 1, 1}, {2025, 1, 2});
    const Period begun{{2026, 1, 1}, {2026, 12, 31}};
    const auto rate = onboardingRate(book.build(), {}, {}, u"activation", begun, {2026, 3, 20});
    CHECK(rate.due == 2);
    CHECK(rate.reached == 1);
    CHECK(rate.running == 1);
    CHECK(*rate.rate.value == Approx(0.5));
    CHECK_FALSE(onboardingRate(book.build(), {}, {}, u"activation", begun, {2026, 1, 10}).rate.value);
}
