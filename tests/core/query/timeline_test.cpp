// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/timeline.h"

#include "core/query/find_record.h"
#include "core/query/people_seen.h"
#include "core/query/use_of_seats.h"
#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::query;

namespace {

const QDate theDay(2026, 11, 19);

QString asWritten(QStringView, const QString& id) { return id; }

std::vector<TimelineLine> linesOf(const Portfolio& portfolio)
{
    return timelineOf(portfolio.at(0), portfolio.book(), theDay, asWritten);
}

const TimelineLine* saying(const std::vector<TimelineLine>& lines, std::string_view code)
{
    for (const TimelineLine& line : lines)
        if (line.what.code.id() == code)
            return &line;
    return nullptr;
}

} // namespace

TEST_CASE("a timeline is told newest first, with what is planned at its head", "[timeline]")
{
    tests::PortfolioBuilder builder;
    builder.account(QStringLiteral("Acme"));
    builder.nps(3, {2026, 10, 12});
    builder.make<Touch>([](Touch& touch) {
        touch.kind = QStringLiteral("video");
        touch.day = theDay.addDays(2);
        touch.planned = true;
    });
    builder.make<Invoice>([](Invoice& invoice) {
        invoice.number = QStringLiteral("INV-1");
        invoice.due = {2026, 10, 26};
        invoice.status = QStringLiteral("open");
    });
    const Portfolio portfolio = builder.build();
    const auto lines = linesOf(portfolio);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].isPlanned);
    CHECK(lines[0].outcome.code == Code("timeline.planned"));
    CHECK(lines[1].what.code == Code("timeline.invoice-due"));
    CHECK(lines[1].outcome == Message{Code("timeline.days-late"), {qint64(24)}});
    CHECK(lines[1].landmark.code == Code("landmark.invoice"));
    CHECK(lines[2].outcome.code == Code("timeline.no-reply"));
    CHECK(lines[2].tone == TimelineTone::Hurts);
}

TEST_CASE("a review is called by the quarter of the book's fiscal year", "[timeline]")
{
    const auto [start, name] = GENERATE(table<int, QString>({{1, QStringLiteral("Q3 2026")},
                                                             {2, QStringLiteral("Q2 2027")},
                                                             {7, QStringLiteral("Q1 2027")},
                                                             {10, QStringLiteral("Q4 2026")}}));
    tests::PortfolioBuilder builder;
    builder.account(QStringLiteral("Acme"));
    builder.make<Qbr>([&](Qbr& review) {
        review.quarter = {2026, 7, 1};
        review.heldOn = {2026, 10, 2};
    });
    const Portfolio portfolio = builder.build();
    BookFacts book = portfolio.book();
    book.fiscalYearStart = start;
    const auto lines = timelineOf(portfolio.at(0), book, theDay, asWritten);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].what == Message{Code("timeline.review"), {name}});
}

TEST_CASE("a sponsor who leaves is a landmark, a user who leaves is not", "[timeline]")
{
    const QString role = GENERATE(QStringLiteral("sponsor"), QStringLiteral("user"));
    tests::PortfolioBuilder builder;
    builder.account(QStringLiteral("Acme"));
    Contact contact;
    contact.id = 77;
    contact.name = QStringLiteral("E. Brandvold");
    contact.leftOn = {2026, 11, 4};
    builder.row(contact);
    builder.make<ContactRole>([&](ContactRole& each) {
        each.contact = ContactId(77);
        each.role = role;
    });
    const Portfolio portfolio = builder.build();
    const auto lines = linesOf(portfolio);
    REQUIRE(lines.size() == 1);
    CHECK((lines[0].landmark.code == Code("landmark.sponsor-left")) == (role == u"sponsor"));
    CHECK(lines[0].who == QStringLiteral("E. Brandvold"));
}

TEST_CASE("what was archived is not told", "[timeline]")
{
    tests::PortfolioBuilder builder;
    builder.account(QStringLiteral("Acme"));
    builder.make<Touch>([](Touch& touch) {
        touch.kind = QStringLiteral("call");
        touch.day = {2026, 11, 1};
        touch.archivedOn = {2026, 11, 2};
    });
    CHECK(linesOf(builder.build()).empty());
}

TEST_CASE("an open ticket counts its days, a closed one says how long it took", "[timeline]")
{
    tests::PortfolioBuilder builder;
    builder.account(QStringLiteral("Acme"));
    builder.make<Ticket>([](Ticket& ticket) {
        ticket.opened = {2026, 11, 13};
        ticket.priority = QStringLiteral("urgent");
    });
    builder.make<Ticket>([](Ticket& ticket) {
        ticket.opened = {2026, 10, 5};
        ticket.closed = {2026, 10, 27};
        ticket.priority = QStringLiteral("low");
    });
    const auto lines = linesOf(builder.build());
    const TimelineLine* urgent = saying(lines, "timeline.ticket-urgent");
    const TimelineLine* calm = saying(lines, "timeline.ticket");
    REQUIRE(urgent);
    REQUIRE(calm);
    CHECK(urgent->outcome == Message{Code("timeline.open-days"), {qint64(6)}});
    CHECK(calm->outcome == Message{Code("timeline.closed-after"), {qint64(22)}});
}

TEST_CASE("people stand by what they decide, with when they were last seen", "[people]")
{
    tests::PortfolioBuilder builder;
    builder.account(QStringLiteral("Acme"));
    const auto person = [&](qint64 id, const char* name, const char* role, QDate left) {
        Contact contact;
        contact.id = id;
        contact.name = QString::fromLatin1(name);
        contact.leftOn = left;
        builder.row(contact);
        builder.make<ContactRole>([&](ContactRole& each) {
            each.contact = ContactId(id);
            each.role = QString::fromLatin1(role);
        });
    };
    person(71, "User", "user", {});
    person(72, "Champion", "champion", {});
    person(73, "Sponsor", "sponsor", {2026, 11, 4});
    person(74, "Long gone", "sponsor", {2025, 1, 1});
    builder.make<Touch>([](Touch& touch) {
        touch.kind = QStringLiteral("call");
        touch.day = {2026, 10, 17};
        touch.contacts = {ContactId(72)};
    });
    const Portfolio portfolio = builder.build();
    const auto people = peopleSeen(portfolio.at(0), theDay);
    REQUIRE(people.size() == 3);
    CHECK(people[0].contact->name == QStringLiteral("Sponsor"));
    CHECK_FALSE(people[0].isPresent);
    CHECK(people[0].has(u"sponsor"));
    CHECK(people[1].lastSeen == QDate(2026, 10, 17));
    CHECK(people[1].isInContact);
    CHECK_FALSE(people[2].met.isValid());
    REQUIRE(onlyThread(people));
    CHECK(onlyThread(people)->contact->name == QStringLiteral("Champion"));
}

TEST_CASE("use is held against seats week by week, and a week without samples is none", "[use]")
{
    tests::PortfolioBuilder builder;
    builder.account(QStringLiteral("Acme"));
    builder.make<Subscription>([](Subscription& subscription) {
        subscription.start = {2026, 1, 1};
        subscription.amount = Minor{100000};
        subscription.billingPeriod = QStringLiteral("month");
        subscription.seats = 80;
    });
    Metric users;
    users.id = 81;
    users.name = QStringLiteral("active_users");
    builder.metric(users);
    UsageSeries series{MetricId(81), {{usageDay(theDay) - 16, 60}}};
    for (int day = 6; day >= 0; --day)
        series.points.push_back({usageDay(theDay) - day, 30});
    builder.usage(std::move(series));
    const Portfolio portfolio = builder.build();
    const auto use = useOfSeats(portfolio.at(0), portfolio.book(), theDay, 3);
    REQUIRE(use);
    CHECK(use->countsPeople);
    CHECK(use->seats == 80);
    REQUIRE(use->weeks.size() == 3);
    CHECK(use->weeks[2].value == 30.0);
    CHECK_FALSE(use->weeks[1].value);
    CHECK(use->weeks[0].value == 60.0);
}

TEST_CASE("a record is found by its kind and id", "[find_record]")
{
    tests::PortfolioBuilder builder;
    builder.account(QStringLiteral("Acme"));
    Touch touch;
    touch.id = 91;
    touch.subject = QStringLiteral("Mapping");
    builder.row(touch);
    const Portfolio portfolio = builder.build();
    const auto row = rowOf(portfolio.at(0), {Entity::Touch, 91});
    REQUIRE(row);
    CHECK(fromRow<Touch>(*row).subject == QStringLiteral("Mapping"));
    CHECK_FALSE(rowOf(portfolio.at(0), {Entity::Ticket, 91}));
    CHECK(rowOf(portfolio.at(0), {Entity::Account, portfolio.at(0).account.id}));
}
