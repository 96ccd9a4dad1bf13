// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journey/milestones.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::journey;
using tests::aBook;

namespace {

const QDate today(2026, 11, 19);

void milestone(tests::PortfolioBuilder& book, const char16_t* kind, QDate planned, QDate reached, ContactId by = {})
{
    book.make<Milestone>([&](Milestone& m) {
        m.kind = QString::fromUtf16(kind);
        m.planned = planned;
        m.reached = reached;
        m.saidBy = by;
    });
}

/// The account with use on the days given, in one metric.
AccountFacts used(const tests::PortfolioBuilder& book, std::initializer_list<std::pair<QDate, double>> days)
{
    AccountFacts facts = book.build().at(0);
    UsageSeries series;
    for (const auto& [day, value] : days)
        series.points.push_back({usageDay(day), value});
    facts.usage = Usage({series});
    return facts;
}

} // namespace

TEST_CASE("milestones tell who said so, and where the account stands still", "[journey]")
{
    auto book = aBook().account(QStringLiteral("A"));
    milestone(book, u"activation", {2026, 11, 1}, {});
    milestone(book, u"kickoff", {2026, 10, 1}, {2026, 10, 2}, ContactId(7));
    milestone(book, u"goals_agreed", {2026, 10, 15}, {2026, 12, 1});
    const Portfolio portfolio = book.build();
    const auto list = milestones(portfolio.at(0), portfolio.book(), today);
    REQUIRE(list.size() == 3);
    CHECK(list[0].kind == QStringLiteral("kickoff"));
    CHECK(list[0].by == QStringLiteral("contact"));
    CHECK_FALSE(list[0].daysBehind(today));
    CHECK_FALSE(list[1].reached.isValid());
    CHECK(list[1].daysBehind(today) == 35);
    CHECK(list[2].daysBehind(today) == 18);
    CHECK(stuckAt(list, today) == QStringLiteral("goals_agreed"));
}

TEST_CASE("a goal that was met is named where the day says which one it was", "[journey]")
{
    auto book = aBook().account(QStringLiteral("A"));
    const auto goal = [&](const char16_t* name, QDate met) {
        book.make<Goal>([&](Goal& each) {
            each.shortName = QString::fromUtf16(name);
            each.metOn = met;
        });
    };
    goal(u"Scrap down", {2026, 9, 4});
    goal(u"Plan by noon", {2026, 10, 16});
    goal(u"Less overtime", {2026, 10, 16});
    milestone(book, u"goal_met", {}, {2026, 9, 4});
    milestone(book, u"goal_met", {}, {2026, 10, 16});
    milestone(book, u"goals_agreed", {}, {2026, 11, 1});
    const Portfolio portfolio = book.build();
    const auto list = milestones(portfolio.at(0), portfolio.book(), today);
    REQUIRE(list.size() == 3);
    const Goal* met = goalMet(portfolio.at(0), list[0]);
    REQUIRE(met);
    CHECK(met->shortName == QStringLiteral("Scrap down"));
    CHECK_FALSE(goalMet(portfolio.at(0), list[1]));
    CHECK_FALSE(goalMet(portfolio.at(0), list[2]));
}

TEST_CASE("the first action comes from usage since the start, unless somebody entered it", "[journey]")
{
    auto book = aBook().account(QStringLiteral("A")).subscription(100, {2026, 1, 10});
    const BookFacts facts = book.build().book();
    const AccountFacts account =
        used(book, {{{2026, 1, 5}, 4.0}, {{2026, 1, 12}, 0.0}, {{2026, 1, 15}, 2.0}, {{2026, 1, 20}, 9.0}});
    CHECK(firstAction(account, facts, today) == QDate(2026, 1, 15));
    CHECK_FALSE(firstAction(account, facts, {2026, 1, 14}).isValid());
    const auto list = milestones(account, facts, today);
    REQUIRE(list.size() == 1);
    CHECK(list[0].by == QStringLiteral("fact"));
    milestone(book, u"first_action", {}, {2026, 1, 14});
    const auto entered = milestones(used(book, {{{2026, 1, 15}, 2.0}}), facts, today);
    REQUIRE(entered.size() == 1);
    CHECK(entered[0].reached == QDate(2026, 1, 14));
    CHECK(entered[0].by == QStringLiteral("person"));
}
