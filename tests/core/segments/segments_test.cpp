// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/segments/segments.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"
#include "tests/support/shared_data.h"

#include <QFile>

using namespace steward;
using namespace steward::segments;
using tests::aBook;

namespace {

const QDate today(2026, 11, 19);

Segment segment(const char16_t* id, const char* rule, int graceDays = 0)
{
    Segment s;
    s.rules.id = QString::fromUtf16(id);
    s.name = s.rules.id.toUpper();
    s.rules.graceDays = graceDays;
    if (rule)
        s.rule = *Rule::fromJson(QByteArray(rule));
    return s;
}

std::vector<Segment> two()
{
    return {segment(u"enterprise", R"({"field": "employees", "at_least": 1000})", 60),
            segment(u"mid", R"({"field": "employees", "at_least": 100})")};
}

std::vector<Segment> shipped()
{
    QFile file(tests::sourceDir() + QStringLiteral("/resources/content/segments.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto parsed = content::parseSegments(file.readAll());
    REQUIRE(parsed.isGood());
    std::vector<Segment> list;
    for (const content::Segment& each : parsed.value)
        list.push_back(segmentOf(each));
    return list;
}

const GroupRules& ruleOf(const std::vector<Segment>& list, QStringView id)
{
    return std::find_if(list.begin(), list.end(), [id](const Segment& s) { return s.rules.id == id; })->rules;
}

} // namespace

TEST_CASE("the first rule that holds decides, a segment set by hand wins with its reason", "[segments]")
{
    auto book = aBook();
    book.account(QStringLiteral("Big")).with([](Account& a) { a.employees = 5'000; });
    book.account(QStringLiteral("Middle")).with([](Account& a) { a.employees = 500; });
    book.account(QStringLiteral("Hand")).with([](Account& a) {
        a.employees = 5'000;
        a.segment = QStringLiteral("Mid");
        a.segmentReason = QStringLiteral("asked to be left alone");
    });
    book.account(QStringLiteral("Unknown"));
    const Portfolio portfolio = book.build();
    const Grouping grouping = makeGrouping(portfolio, two(), today, {});
    CHECK(grouping.groupOf(book.id(QStringLiteral("Big"))) == QStringLiteral("enterprise"));
    CHECK(grouping.graceDaysOf(book.id(QStringLiteral("Big"))) == 60);
    CHECK(grouping.groupOf(book.id(QStringLiteral("Middle"))) == QStringLiteral("mid"));
    CHECK(grouping.groupOf(book.id(QStringLiteral("Hand"))) == QStringLiteral("mid"));
    CHECK(grouping.find(book.id(QStringLiteral("Unknown"))) == nullptr);
    const Membership hand = membershipOf(portfolio.at(2), two(), {today, {}});
    CHECK(hand.by == MemberBy::Hand);
    CHECK(hand.reason == QStringLiteral("asked to be left alone"));
}

TEST_CASE("after an edit the grouping is the one made from scratch", "[segments]")
{
    auto book = aBook();
    for (const QString& name : {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")})
        book.account(name).with([](Account& a) { a.segment = QStringLiteral("mid"); });
    const Portfolio portfolio = book.build();
    const Grouping grouping = makeGrouping(portfolio, two(), today, {});
    AccountFacts changed = portfolio.at(1);
    changed.account.segment = QStringLiteral("SMB");
    const AccountId gone = portfolio.at(2).id();
    const Portfolio edited = portfolio.with({changed}, {&gone, 1}, 2);
    const Before before{portfolio, grouping};
    const Grouping after = makeGrouping(edited, two(), today, {}, &before);
    CHECK(after == makeGrouping(edited, two(), today, {}));
    CHECK(after.groupOf(changed.id()) == QStringLiteral("SMB"));
    CHECK(after.find(gone) == nullptr);
}

TEST_CASE("a segment set by hand holds from the day it was set", "[segments]")
{
    auto book = aBook().account(QStringLiteral("A")).with([](Account& a) { a.segment = QStringLiteral("mid"); });
    AccountFacts facts = book.build().at(0);
    const auto change = [&facts](QDate day, const QString& value) {
        Change c;
        c.entity = Entity::Account;
        c.record = facts.account.id;
        c.field = QStringLiteral("segment");
        c.day = day;
        c.value = value;
        return c;
    };
    facts.changes =
        Rows<Change>({change({2026, 1, 1}, QStringLiteral("enterprise")), change({2026, 6, 1}, QStringLiteral("mid"))});
    CHECK(membershipOf(facts, two(), {QDate(2026, 5, 31), {}}).segment == QStringLiteral("enterprise"));
    CHECK(membershipOf(facts, two(), {QDate(2026, 6, 1), {}}).segment == QStringLiteral("mid"));
}

TEST_CASE("a segment that only another tool knows is a group with the default rules", "[segments]")
{
    auto book = aBook().account(QStringLiteral("A")).with([](Account& a) { a.segment = QStringLiteral("SMB"); });
    const Grouping grouping = makeGrouping(book.build(), two(), today, {});
    CHECK(grouping.groupOf(book.id(QStringLiteral("A"))) == QStringLiteral("SMB"));
    CHECK(grouping.graceDaysOf(book.id(QStringLiteral("A"))) == 0);
}

TEST_CASE("the shipped segments plan their touches", "[segments]")
{
    const auto list = shipped();
    CHECK(list.size() == 8);
    const Period quarter{{2026, 1, 1}, {2026, 3, 31}};
    CHECK(plannedTouches(ruleOf(list, u"mid"), {2025, 1, 1}, quarter) == Approx(3.0));
    CHECK(plannedTouches(ruleOf(list, u"self"), {2025, 1, 1}, quarter) == 0.0);
    CHECK(ruleOf(list, u"enterprise").minutesPerQuarter == 24 * 60);
    CHECK(ruleOf(list, u"self").namedPerson == false);
    CHECK(ruleOf(list, u"public").onboardingDays == 120);
}

TEST_CASE("14 days to month 4, then 30: the interval changes with the month of the contract", "[segments]")
{
    const auto list = shipped();
    const GroupRules& guided = ruleOf(list, u"guided");
    CHECK(guided.touch->daysIn(4) == 14);
    CHECK(guided.touch->daysIn(5) == 30);
    // February is month 4 of a contract of 1 November; March is month 5.
    const Period quarter{{2026, 1, 1}, {2026, 3, 31}};
    CHECK(plannedTouches(guided, {2025, 11, 1}, quarter) == Approx((31 + 28) / 14.0 + 31 / 30.0));
    CHECK(plannedTouches(guided, {2026, 3, 18}, quarter) == Approx(1.0));
}

TEST_CASE("the load of each of us is planned against done and against the hours there are", "[segments]")
{
    Touch call;
    call.kind = QStringLiteral("call");
    call.day = {2026, 2, 1};
    Touch planned = call;
    planned.planned = true;
    Touch note = call;
    note.kind = QStringLiteral("note");
    auto book = aBook().person(901, QStringLiteral("Ann"));
    book.account(QStringLiteral("A")).csm(PersonId(901), {2025, 1, 1}).row(call).row(planned).row(note);
    book.account(QStringLiteral("B")).csm(PersonId(901), {2025, 1, 1});
    const auto list = shipped();
    std::vector<GroupRules> groups{ruleOf(list, u"mid")};
    const Grouping grouping(groups, {{book.id(QStringLiteral("A")), 0}, {book.id(QStringLiteral("B")), 0}});
    const auto result = loads(book.build(), grouping, {{2026, 1, 1}, {2026, 3, 31}}, {});
    REQUIRE(result.size() == 1);
    CHECK(result[0].person == PersonId(901));
    CHECK(result[0].accounts == 2);
    CHECK(result[0].plannedTouches == Approx(6.0));
    CHECK(result[0].doneTouches == 1);
    CHECK(result[0].plannedMinutes == 2 * 8 * 60);
    CHECK_FALSE(result[0].availableMinutes);
}
