// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/book_content.h"
#include "tests/core/exchange/import_support.h"
#include "tests/core/health/kinds_away.h"
#include "tests/support/shared_data.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A book made of real exports; empty where the folder is not there.
std::optional<Portfolio> imported(const char* folder, std::initializer_list<const char*> files)
{
    if (sharedData().isEmpty()) {
        WARN("skipped: no folder of real exports");
        return std::nullopt;
    }
    exchange::tests::Desk desk;
    for (const char* file : files)
        (void)desk.import(
            QString(sharedData() + u'/' + QString::fromLatin1(folder) + u'/' + QString::fromLatin1(file)));
    return desk.book().load({}).value();
}

health::Scorer scorerOf(const Portfolio& facts, QDate day)
{
    const content::Content& content = shippedContent();
    return health::Scorer::make(facts, content.scorecards, content.journeys, query::groupingOf(facts, content, day))
        .value();
}

void checkSums(const Portfolio& facts, QDate day, std::size_t accounts, bool isEnoughKnown)
{
    const auto scores = scorerOf(facts, day).scoreAll(day);
    CHECK(scores.size() == accounts);
    std::size_t known = 0;
    for (const AccountScore& score : scores) {
        qint64 parts = 0;
        for (const Contribution& each : score.contributions) {
            parts += each.parts();
            CHECK_FALSE(each.why.key.isEmpty());
            if (each.state == State::Scored && !each.why.key.endsWith(u".none")) {
                INFO(each.measure.toStdString());
                CHECK_FALSE(each.why.records.empty());
            }
        }
        known += score.computed ? 1U : 0U;
        if (score.computed)
            CHECK(Fraction(parts, score.denominator()) == *score.computed);
    }
    CHECK((known > 0) == isEnoughKnown);
}

/// Nobody has said which metric means that they work in it, and what the plans have: a person answers it once.
Portfolio answered(const Portfolio& facts)
{
    BookFacts book = facts.book();
    std::vector<Metric> metrics(book.metrics.begin(), book.metrics.end());
    QStringList features;
    for (Metric& each : metrics) {
        each.primary = each.name == u"usage_duration_secs" ? std::optional(true) : each.primary;
        if (!each.feature.isEmpty())
            features << each.feature;
    }
    std::vector<Plan> plans(book.plans.begin(), book.plans.end());
    for (Plan& each : plans)
        each.features = features;
    book.metrics = Rows<Metric>(std::move(metrics));
    book.plans = Rows<Plan>(std::move(plans));
    return facts.withBook(std::move(book), facts.unlinked(), facts.generation() + 1);
}

} // namespace

TEST_CASE("customer360: contributions add up exactly, and each kind of file taken away is named")
{
    const auto facts = imported("customer360", {"crm_accounts.csv", "contacts.csv", "invoices.csv", "nps.csv",
                                                "support_tickets.csv", "usage_events.csv"});
    if (!facts)
        return;
    const QDate day(2025, 11, 16);
    // Roles that name who decides, but nobody's sponsor, are no knowledge of sponsors: under 30 % nobody has a score.
    checkSums(*facts, day, 300, false);
    checkKindsAway(*facts, day, [&](const Portfolio& changedFacts) { return scorerOf(changedFacts, day); });
}

TEST_CASE("ravenstack: what nobody said is unknown, and once it is said contributions add up exactly")
{
    const auto facts = imported("ravenstack", {"ravenstack_accounts.csv", "ravenstack_subscriptions.csv",
                                               "ravenstack_support_tickets.csv", "ravenstack_churn_events.csv",
                                               "ravenstack_feature_usage.csv"});
    if (!facts)
        return;
    const QDate day(2024, 12, 31);
    for (const AccountScore& score : scorerOf(*facts, day).scoreAll(day, health::Detail::Numbers)) {
        CHECK_FALSE(score.computed);
        for (const char* measure : {"usage_trend", "breadth"})
            if (const Contribution* found = score.find(QString::fromLatin1(measure)))
                CHECK_FALSE(found->takesPart());
    }
    checkSums(answered(*facts), day, 500, true);
}
