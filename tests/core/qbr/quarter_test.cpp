// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/slides.h"
#include "tests/core/qbr/review_fixture.h"

using namespace steward;
using namespace steward::tests;

namespace {

PortfolioBuilder account()
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    return book;
}

void plan(PortfolioBuilder& book, QDate quarter, qint64 amount)
{
    book.make<PlanFigure>([&](PlanFigure& each) {
        each.quarter = quarter;
        each.amount = Minor{amount * 100};
        each.currency = Currency("EUR");
    });
}

void invoice(PortfolioBuilder& book, QDate issued, qint64 amount)
{
    book.make<Invoice>([&](Invoice& each) {
        each.issued = issued;
        each.amount = Minor{amount * 100};
        each.currency = Currency("EUR");
    });
}

bool lacks(const qbr::Pack& pack, QStringView gap)
{
    return std::ranges::find(pack.readiness.missing, gap, &qbr::Gap::id) != pack.readiness.missing.end();
}

bool hasNumber(const qbr::Pack& pack, QStringView slide, QStringView id)
{
    const qbr::Slide* found = pack.slide(slide);
    return found && std::ranges::find(found->numbers, id, &qbr::Number::id) != found->numbers.end();
}

QString sentence(const qbr::Say& say)
{
    return print::Wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom)).say(say);
}

void goal(PortfolioBuilder& book, const QString& name, QDate metOn)
{
    book.make<Goal>([&](Goal& each) {
        each.outcome = each.shortName = name;
        each.measure = QStringLiteral("Hours of planning");
        each.unit = QStringLiteral("hours");
        each.status = metOn.isValid() ? QStringLiteral("met") : QStringLiteral("on_track");
        each.agreedOn = {2026, 1, 10};
        each.due = {2026, 10, 31};
        each.metOn = metOn;
        each.baseline = 22;
        each.current = metOn.isValid() ? 11 : 15;
        each.target = 11;
    });
}

} // namespace

TEST_CASE("a year to date with a quarter that was not planned has no plan, and that is a gap", "[qbr]")
{
    PortfolioBuilder book = account();
    invoice(book, {2026, 2, 1}, 20'000);
    invoice(book, {2026, 5, 1}, 21'000);
    invoice(book, {2026, 8, 1}, 22'000);
    plan(book, {2026, 4, 1}, 21'000);
    plan(book, {2026, 7, 1}, 21'000);
    qbr::Pack pack = packOf(book);
    CHECK_FALSE(pack.plan.yearPlan);
    CHECK(pack.plan.yearActual == 63'000'00);
    CHECK(pack.plan.unplanned == std::vector<Quarter>{{2026, 1}});
    const print::Wording wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    const content::QbrItem* item = content::findById(shippedContent().readiness, u"plan");
    CHECK(print::toDoOf(*item, pack, wording) == u"Enter what they planned to spend: Q1 2026");
    CHECK(print::toDoOf(*item, packOf(account()), wording) == u"Enter what they planned to spend: Q3 2026");
    CHECK(lacks(pack, u"plan"));
    CHECK_FALSE(hasNumber(pack, u"plan", u"plan.year_planned"));
    CHECK_FALSE(hasNumber(pack, u"plan", u"plan.year_difference"));
    CHECK(titleOf(pack, "plan") == u"€22,000 spent of €21,000 planned, €1,000 over");
    plan(book, {2026, 1, 1}, 21'000);
    pack = packOf(book);
    CHECK(pack.plan.yearPlan == 63'000'00);
    CHECK_FALSE(lacks(pack, u"plan"));
}

TEST_CASE("a customer in no segment has no rhythm of reviews", "[qbr]")
{
    PortfolioBuilder builder = account();
    builder.subscription(1'000, {2026, 1, 1});
    builder.account(QStringLiteral("B"));
    builder.subscription(1'000, {2026, 1, 1});
    const Portfolio book = builder.build();
    GroupRules yearly;
    yearly.id = QStringLiteral("mid");
    yearly.reviewsPerYear = 1;
    const Grouping grouping({yearly}, {{builder.id(QStringLiteral("B")), 0}});
    const auto lacks = [&](const QString& name) {
        return qbr::lacksRhythm(*book.find(builder.id(name)), book.book(), grouping, today);
    };
    CHECK(lacks(QStringLiteral("A")));
    CHECK_FALSE(lacks(QStringLiteral("B")));
}

TEST_CASE("a quarter without invoices needs no plan", "[qbr]")
{
    PortfolioBuilder book = account();
    invoice(book, {2026, 8, 1}, 22'000);
    plan(book, {2026, 7, 1}, 21'000);
    const qbr::Pack pack = packOf(book);
    CHECK(pack.plan.yearPlan == 21'000'00);
    CHECK_FALSE(lacks(pack, u"plan"));
}

TEST_CASE("a goal reached after the quarter is told as reached since", "[qbr]")
{
    PortfolioBuilder book = account();
    goal(book, QStringLiteral("Planning"), {2026, 10, 5});
    qbr::Pack pack = packOf(book);
    CHECK(titleOf(pack, "summary") == u"“Planning” is reached since: what comes next?");
    CHECK(sentence(pack.summary[0]) == u"“Planning” was reached after the quarter, on 5 October 2026: 22 to 11 hours.");
    CHECK(titleOf(pack, "goals") == u"Your goal is reached since the quarter ended: what is the next one?");
    goal(book, QStringLiteral("Minutes"), {2026, 9, 30});
    pack = packOf(book);
    CHECK(pack.goals.met == 1);
    CHECK(titleOf(pack, "goals") == u"1 of 2 goals met in the quarter, 1 more since");
    // What the quarter itself brought is the result worth telling.
    CHECK(pack.story.met.name == u"Minutes");
}

TEST_CASE("whether our own name is known changes neither titles nor readiness", "[qbr]")
{
    PortfolioBuilder book = account();
    book.make<Qbr>([](Qbr& each) {
        each.quarter = {2026, 7, 1};
        each.actions.text = QStringLiteral(R"([{"what":"Report","who":"us","due":"2026-12-01"}])");
    });
    const Portfolio facts = book.build();
    static const Grouping grouping;
    const qbr::Packs packs(facts, grouping, shippedContent());
    const AccountId id = book.id(QStringLiteral("A"));
    const qbr::Pack with = packs.of({id, third, today, QStringLiteral("Linnhaven")});
    const qbr::Pack without = packs.of({id, third, today, {}});
    CHECK(without.readiness.percent == with.readiness.percent);
    CHECK(titleOf(without, "actions") == u"One action, with a name and a date");
    for (const char* slide : {"summary", "goals", "use", "story", "plan", "actions"})
        CHECK(titleOf(without, slide) == titleOf(with, slide));
    const print::Wording wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    CHECK(wording.who(with.actions[0]) == u"Linnhaven");
    CHECK(wording.who(without.actions[0]) == u"we");
}

TEST_CASE("the sentences of a summary are linked to their figures", "[qbr]")
{
    PortfolioBuilder book = withUse(206, 103);
    goal(book, QStringLiteral("Planning"), {});
    const qbr::Pack pack = packOf(book);
    CHECK(sentence(pack.summary[0]) ==
          u"“Planning” stands at 15 hours, target 11, and is on course for 31 October 2026.");
    CHECK(sentence(pack.summary[1]) == u"Use fell by 50 % since Q2 2026, and we would like your view of why.");
    std::map<QString, Argument> numbers;
    for (const qbr::Number& each : pack.slide(u"summary")->numbers)
        numbers[each.id] = each.value;
    CHECK(numbers == std::map<QString, Argument>{{QStringLiteral("goal.now"), 15.0},
                                                 {QStringLiteral("goal.target"), 11.0},
                                                 {QStringLiteral("use.change"), qint64(-50)}});
}
