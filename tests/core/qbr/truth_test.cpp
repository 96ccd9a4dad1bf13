// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/qbr/review_fixture.h"

using namespace steward;
using namespace steward::tests;

TEST_CASE("a quarter that still runs is not under plan, but may be over it", "[qbr]")
{
    PortfolioBuilder builder = aBook();
    builder.account(QStringLiteral("A"));
    const auto spend = [&](qint64 amount) {
        builder.make<Invoice>([&](Invoice& each) {
            each.amount = Minor{amount * 100};
            each.currency = Currency("EUR");
            each.issued = {2026, 10, 2};
        });
    };
    builder.make<PlanFigure>([](PlanFigure& each) {
        each.quarter = {2026, 10, 1};
        each.amount = Minor{58'500'00};
        each.currency = Currency("EUR");
    });
    const auto pack = [&] {
        static const Grouping grouping;
        const Portfolio book = builder.build();
        return qbr::Packs(book, grouping, shippedContent()).of({builder.id(QStringLiteral("A")), {2026, 4}, today, {}});
    };
    spend(20'000);
    CHECK(titleOf(pack(), "plan") == u"€20,000 of €58,500 planned spent so far");
    for (const qbr::Number& each : pack().slide(u"plan")->numbers)
        CHECK(each.id != u"plan.difference");
    spend(40'000);
    CHECK(titleOf(pack(), "plan") == u"€60,000 spent of €58,500 planned, €1,500 over");
}

TEST_CASE("the first sentence speaks of the goal the way it goes, and forecasts nothing that is past", "[qbr]")
{
    struct Case
    {
        QString status;
        double baseline, now, target;
        QDate due;
        QString sentence;
    };
    const auto each = GENERATE(values<Case>(
        {{QStringLiteral("on_track"),
          10,
          30,
          40,
          {2026, 12, 31},
          QStringLiteral("“Visits” stands at 30 of 40 visits and is on course for 31 December 2026.")},
         {QStringLiteral("on_track"),
          40,
          20,
          10,
          {2026, 12, 31},
          QStringLiteral("“Visits” stands at 20 visits, target 10, and is on course for 31 December 2026.")},
         {QStringLiteral("behind"),
          10,
          20,
          40,
          {2026, 12, 31},
          QStringLiteral("“Visits” stands at 20 of 40 visits; at this pace it is reached in October 2027, not by 31 "
                         "December 2026.")},
         {QStringLiteral("behind"),
          10,
          20,
          40,
          {2026, 9, 1},
          QStringLiteral("“Visits” stands at 20 of 40 visits; it was due on 1 September 2026 and at this pace is "
                         "reached in October 2027.")},
         {QStringLiteral("behind"),
          10,
          39,
          40,
          {2026, 9, 1},
          QStringLiteral("“Visits” stands at 39 of 40 visits; it was due on 1 September 2026.")},
         {QStringLiteral("at_risk"),
          40,
          45,
          10,
          {2026, 12, 31},
          QStringLiteral("“Visits” stands at 45 visits, target 10, and needs a decision today.")}}));
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A")).make<Goal>([&](Goal& goal) {
        goal.outcome = goal.shortName = QStringLiteral("Visits");
        goal.status = each.status;
        goal.unit = QStringLiteral("visits");
        goal.baseline = each.baseline;
        goal.current = each.now;
        goal.target = each.target;
        goal.agreedOn = {2026, 1, 10};
        goal.lastReviewed = {2026, 8, 10};
        goal.due = each.due;
    });
    const qbr::Pack pack = packOf(book);
    CHECK(print::Wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom)).say(pack.summary[0]) ==
          each.sentence);
}

TEST_CASE("what we promised and did not do comes before a new promise, what is done is not promised again", "[qbr]")
{
    const auto nextOf = [](const QString& actions) {
        PortfolioBuilder book = aBook();
        book.account(QStringLiteral("A")).make<Qbr>([&](Qbr& each) {
            each.quarter = {2026, 7, 1};
            each.actions.text = actions;
        });
        const qbr::Pack pack = packOf(book);
        return print::Wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom)).say(pack.summary[2]);
    };
    CHECK(nextOf(QStringLiteral(R"([{"what":"Report","who":"us","due":"2026-10-09"}])")) ==
          u"We still owe you “Report”, promised for 9 October 2026; that comes first.");
    CHECK(nextOf(QStringLiteral(R"([{"what":"Report","who":"us","due":"2026-10-10"}])")) ==
          u"Next we will deliver “Report” by 10 October 2026.");
    CHECK(nextOf(QStringLiteral(R"([{"what":"Report","who":"us","due":"2026-10-09","state":"done"}])")) ==
          u"What comes next we agree today, each action with a name and a date.");
}

TEST_CASE("the same fall a year before is said, a decline below that year is not excused", "[qbr]")
{
    const auto titleFor = [](double september) {
        std::initializer_list<std::pair<QDate, double>> months = {
            {{2025, 4, 1}, 200}, {{2025, 5, 1}, 200}, {{2025, 6, 1}, 200}, {{2025, 7, 1}, 200},
            {{2025, 8, 1}, 140}, {{2025, 9, 1}, 200}, {{2026, 4, 1}, 200}, {{2026, 5, 1}, 200},
            {{2026, 6, 1}, 200}, {{2026, 7, 1}, 200}, {{2026, 8, 1}, 140}, {{2026, 9, 1}, september}};
        return titleOf(packOf(withUse(months)), "use");
    };
    CHECK(titleFor(200) == u"Use fell slightly, 10 % since Q2 2026, as it did a year before");
    CHECK(titleFor(188) == u"Use fell 12 % since Q2 2026: here is what we saw");
}
