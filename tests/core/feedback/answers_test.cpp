// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/answers.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::feedback;
using tests::aBook;

namespace {

const QString a = QStringLiteral("A");

Query by(AnswersBy split, Period period = {})
{
    Query query;
    query.by = split;
    query.period = period;
    return query;
}

} // namespace

TEST_CASE("of several answers of a contact the latest in the period counts, unnamed ones all count", "[nps][golden]")
{
    auto book = aBook().account(a);
    book.nps(3, {2026, 3, 1}, ContactId(7)).nps(9, {2026, 3, 20}, ContactId(7)).nps(2, {2026, 4, 2}, ContactId(7));
    book.nps(10, {2026, 3, 1}).nps(0, {2026, 3, 1});
    const Portfolio portfolio = book.build();
    const Period march{{2026, 3, 1}, {2026, 3, 31}};
    const auto latest = nps(portfolio, {}, by(AnswersBy::None, march));
    REQUIRE(latest.size() == 1);
    CHECK(latest[0].count == NpsCount{2, 0, 1});
    CHECK(latest[0].method == Code("nps.latest_per_contact"));
    CHECK(latest[0].records.size() == 3);
    Query all = by(AnswersBy::None, march);
    all.repeats = Repeats::All;
    CHECK(nps(portfolio, {}, all)[0].count == NpsCount{2, 0, 2});
}

TEST_CASE("what is no answer is counted apart", "[nps][golden]")
{
    auto book = aBook().account(a).nps(-1, {2026, 3, 1}).nps(11, {2026, 3, 1}).nps(9, {2026, 3, 1});
    book.make<Survey>([](Survey& s) { s.kind = QStringLiteral("nps"); });
    const auto rows = nps(book.build(), {}, by(AnswersBy::None));
    CHECK(rows[0].responses == 1);
    CHECK(rows[0].invalid == 3);
    CHECK(rows[0].isFew);
    CHECK_FALSE(rows[0].interval);
}

TEST_CASE("a book without answers has no NPS", "[nps]")
{
    const auto rows = nps(aBook().account(a).build(), {}, by(AnswersBy::None));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].responses == 0);
    CHECK_FALSE(rows[0].nps);
}

TEST_CASE("by month every month is a period of its own", "[nps]")
{
    auto book = aBook().account(a).nps(0, {2026, 3, 1}, ContactId(7)).nps(10, {2026, 4, 1}, ContactId(7));
    const auto months = nps(book.build(), {}, by(AnswersBy::Month));
    REQUIRE(months.size() == 2);
    CHECK(months[0].group.name == QStringLiteral("2026-03"));
    CHECK(*months[0].nps == -100);
    CHECK(*months[1].nps == 100);
    const auto quarters = nps(book.build(), {}, by(AnswersBy::Quarter));
    CHECK(quarters[0].group.name == QStringLiteral("2026Q1"));
    CHECK(quarters[1].group.name == QStringLiteral("2026Q2"));
}

TEST_CASE("handing an account over changes nothing of a period that began before", "[nps]")
{
    auto book = aBook().person(901, QStringLiteral("Ann")).person(902, QStringLiteral("Ben"));
    book.account(a).nps(9, {2026, 3, 20});
    book.csm(PersonId(901), {2025, 1, 1}, {2026, 3, 10}).csm(PersonId(902), {2026, 3, 10});
    const Portfolio portfolio = book.build();
    Query query = by(AnswersBy::Csm, {{2026, 3, 1}, {2026, 3, 31}});
    CHECK(nps(portfolio, {}, query)[0].group.name == QStringLiteral("Ann"));
    query.groupAtAnswer = true;
    CHECK(nps(portfolio, {}, query)[0].group.name == QStringLiteral("Ben"));
}

TEST_CASE("survey answers and ratings on tickets are one CSAT", "[csat]")
{
    auto book = aBook().account(a);
    const auto ticket = [&book](double rating) {
        book.make<Ticket>([rating](Ticket& t) {
            t.opened = {2026, 3, 1};
            t.csat = rating;
        });
    };
    for (const double rating : {5.0, 4.0, 3.0, 0.0})
        ticket(rating);
    book.make<Ticket>([](Ticket& t) { t.opened = {2026, 3, 1}; });
    book.make<Survey>([](Survey& s) {
        s.kind = QStringLiteral("csat");
        s.score = 9;
        s.scaleHigh = 10;
        s.touchpoint = QStringLiteral("onboarding");
    });
    const Portfolio portfolio = book.build();
    const auto rows = csat(portfolio, {}, by(AnswersBy::None));
    CHECK(rows[0].count == CsatCount{3, 4});
    CHECK(rows[0].invalid == 1);
    CHECK(*rows[0].csat == Approx(75));
    CHECK_FALSE(rows[0].mean);
    const auto touchpoints = csat(portfolio, {}, by(AnswersBy::Touchpoint));
    REQUIRE(touchpoints.size() == 2);
    CHECK(touchpoints[1].group.name == QStringLiteral("ticket"));
    CHECK(*touchpoints[1].mean == Approx(4));
}

TEST_CASE("answers without an account count in the whole book as a group of their own", "[nps]")
{
    auto book = aBook().account(a).nps(9, {2026, 3, 1});
    book.unlinked(QStringLiteral("account|crm|7")).nps(0, {2026, 3, 1});
    const Portfolio portfolio = book.build();
    CHECK(nps(portfolio, {}, by(AnswersBy::None))[0].count == NpsCount{1, 0, 1});
    const auto groups = nps(portfolio, {}, by(AnswersBy::Account));
    REQUIRE(groups.size() == 2);
    CHECK(groups[1].group.unlinked);
}

TEST_CASE("CES counts what is on the scale of its method", "[ces]")
{
    auto book = aBook().account(a);
    for (const double score : {7.0, 6.0, 4.0, 8.0})
        book.make<Survey>([score](Survey& s) {
            s.kind = QStringLiteral("ces");
            s.score = score;
            s.day = {2026, 3, 1};
        });
    const auto rows = ces(book.build(), {}, by(AnswersBy::None), CesMethod::Mean7);
    CHECK(rows[0].responses == 3);
    CHECK(rows[0].invalid == 1);
    CHECK(*rows[0].ces == Approx(5.6667).margin(0.0001));
    CHECK(rows[0].method == Code("ces.mean7"));
    CHECK_FALSE(ces(book.build(), {}, by(AnswersBy::None), CesMethod::Agree5)[0].ces);
}

TEST_CASE("the response rate counts invitations that were answered", "[nps]")
{
    auto book = aBook().account(a).nps(9, {2026, 3, 10}, ContactId(7)).nps(9, {2026, 3, 10}, ContactId(9));
    for (const qint64 contact : {7, 8})
        book.make<SurveySent>([contact](SurveySent& s) {
            s.kind = QStringLiteral("nps");
            s.contact = ContactId(contact);
            s.day = {2026, 3, 1};
        });
    const Portfolio portfolio = book.build();
    CHECK(*responseRate(portfolio, QStringLiteral("nps"), {}).value == Approx(0.5));
    CHECK_FALSE(responseRate(portfolio, QStringLiteral("csat"), {}).value);
}
