// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/brief.h"

#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::query;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<BriefLine> briefOf(const Told& told)
{
    const Portfolio book = told.facts.build();
    const AccountFacts& facts = *book.find(told.facts.id(told.names.front()));
    return query::briefOf(facts, book.book(), told.score(), shippedContent().brief);
}

QStringList linesOf(const std::vector<BriefLine>& brief)
{
    QStringList lines;
    for (const BriefLine& each : brief)
        lines << each.line;
    return lines;
}

const BriefLine& line(const std::vector<BriefLine>& brief, const char* id)
{
    const auto found = std::ranges::find(brief, QString::fromLatin1(id), &BriefLine::line);
    INFO(id);
    REQUIRE(found != brief.end());
    return *found;
}

/// A promise of ours, due so many days from today.
void promise(Told& told, const QString& title, std::optional<int> inDays, const QString& waitingFor = u"me"_s)
{
    told.add<Task>([&](Task& row) {
        row.title = title;
        row.category = u"promise"_s;
        row.waitingFor = waitingFor;
        row.created = ago(20);
        row.due = inDays ? today.addDays(*inDays) : QDate();
    });
}

} // namespace

TEST_CASE("a brief has a line only where there is something to say", "[query]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer();
    CHECK(briefOf(told).empty());
    promise(told, u"Send the price list"_s, 3);
    CHECK(linesOf(briefOf(told)) == QStringList{u"our_promises"_s});
}

TEST_CASE("lines stand in the content's order, at most three of a kind, what is due first", "[query]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer();
    promise(told, u"Undated"_s, std::nullopt);
    promise(told, u"Third"_s, 9);
    promise(told, u"First"_s, -2);
    promise(told, u"Second"_s, 4);
    promise(told, u"Figures from them"_s, 1, u"customer"_s);
    told.add<Task>([](Task& row) {
        row.title = u"Kept"_s;
        row.category = u"promise"_s;
        row.created = ago(9);
        row.doneOn = ago(3);
    });
    const auto brief = briefOf(told);
    CHECK(linesOf(brief) == QStringList{u"our_promises"_s, u"our_promises"_s, u"our_promises"_s, u"their_promises"_s});
    CHECK(brief[0].say.arguments == Arguments{u"First"_s, ago(2)});
    CHECK(brief[1].say.arguments.front() == Argument(u"Second"_s));
    CHECK(brief[2].say.arguments.front() == Argument(u"Third"_s));
    CHECK(brief[3].say.arguments.front() == Argument(u"Figures from them"_s));
    CHECK(brief[0].say.records.size() == 1);
    CHECK(brief[0].say.key == u"brief.our_promises");
}

TEST_CASE("the last conversation is the last two-way one, with the names of who was there", "[query]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer();
    told.add<Contact>([](Contact& row) {
        row.id = 500'001;
        row.name = u"Ada Example"_s;
    });
    const auto touch = [&told](int daysAgo, const QString& kind, const QString& subject) {
        told.add<Touch>([&](Touch& row) {
            row.day = ago(daysAgo);
            row.kind = kind;
            row.direction = u"out"_s;
            row.subject = subject;
            row.contacts = {ContactId(500'001)};
        });
    };
    touch(30, u"call"_s, u"Roll-out"_s);
    touch(2, u"email"_s, u"Newsletter"_s);
    CHECK(line(briefOf(told), "last_talk").say.arguments == Arguments{ago(30), u"Ada Example"_s, u"Roll-out"_s});
}

TEST_CASE("tickets that hurt are urgent, escalated, or high and open for over a week", "[query]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer();
    const auto ticket = [&told](const QString& subject, const QString& priority, int daysAgo, bool isClosed = false) {
        told.add<Ticket>([&](Ticket& row) {
            row.subject = subject;
            row.priority = priority;
            row.opened = ago(daysAgo);
            row.closed = isClosed ? ago(1) : QDate();
        });
    };
    ticket(u"Slow"_s, u"high"_s, 8);
    ticket(u"New"_s, u"high"_s, 7);
    ticket(u"Down"_s, u"urgent"_s, 1);
    ticket(u"Over"_s, u"urgent"_s, 20, true);
    ticket(u"Typo"_s, u"low"_s, 90);
    const auto brief = briefOf(told);
    CHECK(brief[0].say.arguments == Arguments{u"Slow"_s, qint64(8)});
    CHECK(brief[1].say.arguments == Arguments{u"Down"_s, qint64(1)});
    CHECK(linesOf(brief).count(u"tickets"_s) == 2);
}

TEST_CASE("who is new came after the start, who left did so in half a year, and sceptics are still there", "[query]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer(400);
    const auto contact = [&told](const QString& name, int joinedAgo, std::optional<int> leftAgo,
                                 const QString& view = {}) {
        told.add<Contact>([&](Contact& row) {
            row.name = name;
            row.title = u"Buyer"_s;
            row.joinedOn = ago(joinedAgo);
            row.leftOn = leftAgo ? ago(*leftAgo) : QDate();
            row.viewOfUs = view;
        });
    };
    contact(u"Old hand"_s, 399, std::nullopt, u"sceptical"_s);
    contact(u"Newcomer"_s, 10, std::nullopt);
    contact(u"Leaver"_s, 390, 179, u"sceptical"_s);
    contact(u"Long gone"_s, 390, 181);
    const auto brief = briefOf(told);
    CHECK(linesOf(brief) == QStringList{u"new_people"_s, u"left_people"_s, u"sceptics"_s});
    CHECK(brief[0].say.arguments == Arguments{u"Newcomer"_s, u"Buyer"_s, ago(10)});
    CHECK(brief[1].say.arguments == Arguments{u"Leaver"_s, u"Buyer"_s, ago(179)});
    CHECK(brief[2].say.arguments == Arguments{u"Old hand"_s, u"Buyer"_s});
}

TEST_CASE("use and what is overdue are said in the score's own figures, and the question follows from them", "[query]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer();
    told.users(120, today, [](int before) { return before < 28 ? 10 : 20; });
    told.add<Invoice>([](Invoice& row) {
        row.number = u"R-1"_s;
        row.issued = ago(60);
        row.due = ago(40);
        row.amount = Minor{10'000};
        row.status = u"open"_s;
    });
    const auto brief = briefOf(told);
    const AccountScore score = told.score();
    CHECK(line(brief, "use").say.key == u"brief.use");
    CHECK(line(brief, "use").say.arguments == score.find(u"usage_trend")->why.arguments);
    CHECK(line(brief, "overdue").say.arguments == score.find(u"payment")->why.arguments);
    CHECK(brief.back().line == u"question");
    CHECK(brief.back().say.key == u"brief.ask.use_down");
    CHECK(brief.back().say.arguments == Arguments{ago(14)});
}
