// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/metrics.h"

#include "core/portfolio/horizons.h"
#include "core/portfolio/usage_window.h"
#include "tests/core/portfolio/sample_facts.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::sample;

namespace {

Metric metric(qint64 id, const char* name, const char* source = "")
{
    Metric row;
    row.id = id;
    row.name = QString::fromLatin1(name);
    row.source = QString::fromLatin1(source);
    return row;
}

Portfolio portfolioOf(std::vector<Metric> metrics, std::vector<UsageSeries> usage, std::vector<Source> sources = {})
{
    BookFacts book;
    book.metrics = Rows(std::move(metrics));
    book.sources = Rows(std::move(sources));
    AccountFacts facts = account();
    facts.usage = Usage(std::move(usage));
    return {book, {facts}, AccountFacts(), 1};
}

Source source(const char* name, const char* kind, const char* upTo)
{
    Source row;
    row.name = QString::fromLatin1(name);
    row.kind = QString::fromLatin1(kind);
    row.dataUpTo = day(upTo);
    return row;
}

} // namespace

TEST_CASE("a metric's name says what it means, without case and separators")
{
    const QStringList limits{QStringLiteral("API calls"), QStringLiteral("storage")};
    struct Case
    {
        const char* name;
        int rank;
        bool seats;
        const char* limit;
        const char* feature;
    };
    for (const Case& each :
         {Case{"Active Users", 1, true, "", ""}, Case{"active_users", 1, true, "", ""}, Case{"DAU", 1, false, "", ""},
          Case{"sign-ins", 2, false, "", ""}, Case{"login", 2, false, "", ""}, Case{"Sessions", 2, false, "", ""},
          Case{"events", 3, false, "", ""}, Case{"Assigned Seats", 0, true, "", ""},
          Case{"api_calls", 0, false, "API calls", ""}, Case{"contacts", 0, false, "", ""},
          Case{"feature_exports", 0, false, "", "exports"}, Case{"Feat: Dashboards", 0, false, "", "Dashboards"},
          Case{"feature", 0, false, "", "feature"}, Case{"widgets made", 0, false, "", ""}}) {
        CAPTURE(each.name);
        const MetricMeaning meaning = meaningOf(QString::fromLatin1(each.name), limits);
        CHECK(meaning.primaryRank == each.rank);
        CHECK(meaning.countsSeats == each.seats);
        CHECK(meaning.limit == QString::fromLatin1(each.limit));
        CHECK(meaning.feature == QString::fromLatin1(each.feature));
    }
    CHECK_FALSE(meaningOf(u"widgets made").isRecognised());
    Metric said = metric(1, "widgets made");
    said.countsSeats = true;
    said.feature = QStringLiteral("Widgets");
    CHECK(meaningOf(said, {}).countsSeats);
    CHECK(meaningOf(said, {}).feature == u"Widgets");
}

TEST_CASE("the primary metric is the marked one, else by name, else the busiest")
{
    const std::vector usage{series(1, "2026-01-01", {9, 9, 9}), series(2, "2026-01-01", {1}),
                            series(3, "2026-01-01", {0, 1, 1, 0})};
    CHECK(primaryMetric(portfolioOf({metric(1, "reports"), metric(2, "logins"), metric(3, "exports")}, usage)) ==
          MetricId(2));
    CHECK(primaryMetric(portfolioOf({metric(1, "sessions"), metric(2, "logins"), metric(3, "mau")}, usage)) ==
          MetricId(3));
    CHECK(primaryMetric(portfolioOf({metric(1, "a"), metric(2, "b"), metric(3, "c")}, usage)) == MetricId(1));
    CHECK(primaryMetric(portfolioOf({metric(1, "feature a"), metric(2, "b"), metric(3, "c")}, usage)) == MetricId(3));
    Metric marked = metric(2, "b");
    marked.primary = true;
    CHECK(primaryMetric(portfolioOf({metric(1, "mau"), marked}, usage)) == MetricId(2));
    CHECK(primaryMetric(portfolioOf({metric(4, "mau"), metric(1, "a")}, usage)) == MetricId(1));
    CHECK_FALSE(primaryMetric(portfolioOf({metric(1, "mau")}, {})));
}

TEST_CASE("limits are named by the plans that have a number for them")
{
    Plan plan;
    plan.limits.text = QStringLiteral(R"({"API calls": 1000, "support": "gold"})");
    BookFacts book;
    book.plans = Rows(std::vector{plan});
    CHECK(limitNames(book) == QStringList{QStringLiteral("API calls")});
}

TEST_CASE("a window combines its samples by the metric's own aggregate")
{
    const Usage samples({series(1, "2026-01-01", {5, 0, 7, 3})});
    const UsagePoints points = samples.of(MetricId(1));
    struct Case
    {
        const char* aggregate;
        const char* absence;
        double expected;
    };
    for (const Case& each : {Case{"sum", "zero", 10}, Case{"mean", "unknown", 10.0 / 3}, Case{"mean", "zero", 2.5},
                             Case{"last", "zero", 3}, Case{"max", "zero", 7}, Case{"", "", 10}}) {
        CAPTURE(each.aggregate, each.absence);
        Metric row = metric(1, "m");
        row.aggregate = QString::fromLatin1(each.aggregate);
        row.absence = QString::fromLatin1(each.absence);
        CHECK(*usageWindow(points, day("2026-01-02"), day("2026-01-05")).value(row) == Approx(each.expected));
    }
    const UsageWindow window = usageWindow(points, 4, day("2026-01-05"));
    CHECK(window.days == 4);
    CHECK(window.sampled == 3);
    CHECK(window.used == 2);
    CHECK(window.lastUsed == day("2026-01-04"));
    const UsageWindow empty = usageWindow(points, 4, day("2026-02-05"));
    CHECK_FALSE(empty.value(metric(1, "m")));
    Metric zero = metric(1, "m");
    zero.absence = QStringLiteral("zero");
    CHECK(empty.value(zero) == 0.0);
}

TEST_CASE("the mean per working day leaves weekends and holidays out")
{
    // 2026-01-05 is a Monday.
    const Usage samples({series(1, "2026-01-05", {10, 20, 30, 40, 50, 999, 999})});
    const UsagePoints points = samples.of(MetricId(1));
    Metric row = metric(1, "m");
    const QDate from = day("2026-01-05");
    const QDate to = day("2026-01-11");
    CHECK(meanPerWorkingDay(points, from, to, row, WorkingCalendar()) == 30);
    const WorkingCalendar holiday({}, {day("2026-01-05"), day("2026-01-10")});
    CHECK(meanPerWorkingDay(points, from, to, row, holiday) == 35);
    row.absence = QStringLiteral("zero");
    CHECK(meanPerWorkingDay(points, from, to.addDays(7), row, WorkingCalendar()) == 15);
}

TEST_CASE("windows end at the horizon of their kind, never at today")
{
    const Portfolio book =
        portfolioOf({metric(1, "mau", "pendo"), metric(2, "calls", "log")},
                    {series(1, "2026-01-01", {1, 2, 3}), series(2, "2026-01-01", {1})},
                    {source("pendo", "usage", "2026-01-20"), source("zendesk", "tickets", "2026-01-09")});
    const Horizons horizons(book);
    CHECK(horizons.usageOn(day("2026-02-01")) == day("2026-01-20"));
    CHECK(horizons.usageOn(day("2026-02-01"), QStringLiteral("pendo")) == day("2026-01-20"));
    CHECK(horizons.usageOn(day("2026-02-01"), QStringLiteral("log")) == day("2026-01-01"));
    CHECK(horizons.usageOn(day("2026-01-10")) == day("2026-01-10"));
    CHECK(horizons.isUsageConnected(day("2026-02-01"), 12));
    CHECK_FALSE(horizons.isUsageConnected(day("2026-02-02"), 12));
    CHECK_FALSE(horizons.isUsageConnected(day("2025-12-31"), 12));
    CHECK(horizons.on(Entity::Ticket, day("2026-02-01")) == day("2026-01-09"));
    CHECK_FALSE(horizons.isConnected(Entity::Ticket, day("2026-01-09"), 7));
    CHECK_FALSE(horizons.on(Entity::Invoice, day("2026-02-01")).isValid());
}

TEST_CASE("what is typed is known up to the day, what was imported up to its newest fact")
{
    AccountFacts facts = account();
    Touch typed;
    typed.day = day("2026-01-01");
    facts.set(std::vector{typed});
    Invoice imported;
    imported.issued = day("2026-01-05");
    imported.import = ImportId(1);
    facts.set(std::vector{imported});
    const Horizons horizons(Portfolio(BookFacts(), {facts}, AccountFacts(), 1));
    CHECK(horizons.on(Entity::Touch, day("2026-03-01")) == day("2026-03-01"));
    CHECK(horizons.on(Entity::Invoice, day("2026-03-01")) == day("2026-01-05"));
    CHECK(horizons.isConnected(Entity::Touch, day("2026-03-01"), 14));
    CHECK_FALSE(horizons.isConnected(Entity::Invoice, day("2026-03-01"), 14));
    CHECK_FALSE(horizons.isConnected(Entity::Touch, day("2025-12-31"), 14));
}

TEST_CASE("what is settled without counting leaves the primary metric as it is")
{
    const char* names[] = {"active_users", "dau", "logins", "feature_x", "things", "seconds", "events"};
    for (unsigned chosen = 0; chosen < 1U << std::size(names); ++chosen)
        for (const qint64 marked : {0, 3, 6}) {
            std::vector<Metric> metrics;
            std::vector<UsageSeries> usage{series(9, "2026-01-01", {1, 1})};
            for (qint64 i = 0; i < qint64(std::size(names)); ++i) {
                metrics.push_back(metric(i + 1, names[i]));
                if (i + 1 == marked)
                    metrics.back().primary = true;
                if (chosen >> i & 1U)
                    usage.push_back(series(i + 1, "2026-01-01", std::vector<double>(std::size_t(i % 3 + 1), 1)));
            }
            const Portfolio book = portfolioOf(metrics, usage);
            const std::vector<MetricId> settled = settledMetrics(book.book());
            MetricDays days;
            for (const AccountFacts& each : book)
                addDaysAboveZero(days, each, settled);
            CAPTURE(chosen, marked);
            const auto primaries = primaryMetrics(days, book.book());
            CHECK((primaries.empty() ? std::nullopt : std::optional(primaries.back().metric)) == primaryMetric(book));
        }
}

TEST_CASE("the front of a list reaches as far as a list of the same rows")
{
    std::vector<Touch> touches(5);
    for (std::size_t i = 1; i < touches.size(); ++i)
        touches[i].day = day("2026-01-01").addDays(qint64(i) * 10);
    touches[3].import = ImportId(1);
    AccountFacts whole = account();
    whole.set(touches);
    for (std::size_t size = 0; size <= touches.size(); ++size) {
        AccountFacts front = whole;
        std::get<Rows<Touch>>(front.tables) = whole.of<Touch>().front(size);
        AccountFacts own = whole;
        own.set(std::vector<Touch>(touches.begin(), touches.begin() + std::ptrdiff_t(size)));
        const Horizons ofFront(Portfolio(BookFacts(), {front}, AccountFacts(), 1));
        const Horizons ofOwn(Portfolio(BookFacts(), {own}, AccountFacts(), 1));
        CAPTURE(size);
        for (const char* asked : {"2025-06-01", "2026-01-11", "2026-01-25", "2026-06-01"}) {
            CHECK(ofFront.on(Entity::Touch, day(asked)) == ofOwn.on(Entity::Touch, day(asked)));
            CHECK(ofFront.isConnected(Entity::Touch, day(asked), 7) == ofOwn.isConnected(Entity::Touch, day(asked), 7));
        }
    }
}
