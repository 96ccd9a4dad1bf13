// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/subscription_mrr.h"
#include "tests/core/exchange/import_support.h"
#include "tests/support/shared_data.h"

#include <QSet>
#include <map>

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;
using steward::exchange::tests::issuesOf;

#define REAL_DATA_OR_SKIP                                                                                              \
    if (steward::tests::sharedData().isEmpty()) {                                                                      \
        WARN("skipped: no folder of real exports");                                                                    \
        return;                                                                                                        \
    }

namespace {

QString shared(const char* path) { return steward::tests::sharedData() + u'/' + QString::fromLatin1(path); }

void checkCounts(const ImportPlan& plan, qint64 created, qint64 updated, qint64 unchanged, qint64 rejected)
{
    CHECK(plan.counts.created == created);
    CHECK(plan.counts.updated == updated);
    CHECK(plan.counts.unchanged == unchanged);
    CHECK(plan.counts.rejected == rejected);
}

/// What all subscriptions bring a month on a day, in minor units, whatever their currency.
qint64 mrrOn(Desk& desk, QDate day)
{
    const std::vector<Plan> plans = desk.all<Plan>();
    Mrr sum;
    for (const auto& subscription : desk.all<Subscription>())
        for (const auto& span : paidSpans(subscription, {}, plans))
            if (span.contains(day))
                sum += span.mrr;
    return sum.toMinor();
}

double usageSum(Desk& desk, const std::function<bool(const Desk::Sample&)>& wanted)
{
    double sum = 0;
    for (const auto& sample : desk.usage())
        sum += wanted(sample) ? sample.value : 0;
    return sum;
}

} // namespace

TEST_CASE("ravenstack: five linked files arrive with every row, and again with no change")
{
    REAL_DATA_OR_SKIP
    Desk desk;
    checkCounts(desk.import(shared("ravenstack/ravenstack_accounts.csv")), 500, 0, 0, 0);
    checkCounts(desk.import(shared("ravenstack/ravenstack_subscriptions.csv")), 5000, 0, 0, 0);
    checkCounts(desk.import(shared("ravenstack/ravenstack_support_tickets.csv")), 2000, 0, 0, 0);
    checkCounts(desk.import(shared("ravenstack/ravenstack_churn_events.csv")), 600, 0, 0, 0);
    const ImportPlan usage = desk.import(shared("ravenstack/ravenstack_feature_usage.csv"));
    checkCounts(usage, 25'000, 0, 0, 0);
    CHECK(issuesOf(usage, Code("import.usage.event_collision")) == 21);
    CHECK(usageSum(desk, [](const auto& m) { return !m.feature.isEmpty(); }) == 250'525);
    CHECK(usageSum(desk, [](const auto& m) { return m.metric == u"error_count"; }) == 14'107);

    CHECK(desk.count<Account>() == 500);
    CHECK(desk.count<Subscription>() == 5000);
    CHECK(mrrOn(desk, QDate(2024, 12, 31)) == 1'015'960'800);
    QSet<qint64> churned;
    for (const auto& churn : desk.all<Churn>())
        churned.insert(churn.account.value());
    CHECK(churned.size() == 352);

    int answered = 0;
    int satisfied = 0;
    double sum = 0;
    for (const auto& ticket : desk.all<Ticket>())
        if (ticket.csat) {
            ++answered;
            sum += *ticket.csat;
            satisfied += *ticket.csat >= 4 ? 1 : 0;
        }
    CHECK(answered == 1175);
    CHECK(sum / answered == Approx(3.981277).epsilon(1e-6));
    CHECK(100.0 * satisfied / answered == Approx(66.2979).epsilon(1e-6));

    const QByteArray before = desk.hash();
    checkCounts(desk.import(shared("ravenstack/ravenstack_accounts.csv")), 0, 0, 500, 0);
    checkCounts(desk.import(shared("ravenstack_crlf/ravenstack_accounts.csv")), 0, 0, 500, 0);
    checkCounts(desk.import(shared("ravenstack/ravenstack_subscriptions.csv")), 0, 0, 5000, 0);
    checkCounts(desk.import(shared("ravenstack/ravenstack_support_tickets.csv")), 0, 0, 2000, 0);
    checkCounts(desk.import(shared("ravenstack/ravenstack_churn_events.csv")), 0, 0, 600, 0);
    checkCounts(desk.import(shared("ravenstack/ravenstack_feature_usage.csv")), 0, 0, 25'000, 0);
    CHECK(desk.last().import == 0);
    CHECK(desk.hash() == before);
}

TEST_CASE("ravenstack: usage that comes before its subscriptions waits, and links to the same figures")
{
    REAL_DATA_OR_SKIP
    using Key = std::tuple<qint64, QString, QString, qint32>;
    const auto samplesIn = [](Desk& desk) {
        std::map<qint64, const Metric*> metrics;
        const auto all = desk.all<Metric>();
        for (const Metric& each : all)
            metrics[each.id] = &each;
        std::map<Key, double> samples;
        REQUIRE(desk.book().forEachUsage([&](const book::Edit::UsageSample& sample, const QString& unlinked) {
            CHECK(unlinked.isEmpty());
            const Metric& metric = *metrics.at(sample.metric);
            samples[{sample.account, metric.name, metric.feature, sample.day}] = sample.value;
            return true;
        }));
        return samples;
    };
    Desk usual;
    usual.import(shared("ravenstack/ravenstack_accounts.csv"));
    usual.import(shared("ravenstack/ravenstack_subscriptions.csv"));
    usual.import(shared("ravenstack/ravenstack_feature_usage.csv"));
    Desk late;
    late.import(shared("ravenstack/ravenstack_accounts.csv"));
    ImportRequest request = Desk::request(shared("ravenstack/ravenstack_feature_usage.csv"));
    request.unlinked = Unlinked::Keep;
    checkCounts(late.import(request), 25'000, 0, 0, 0);
    late.import(shared("ravenstack/ravenstack_subscriptions.csv"));
    CHECK(usageSum(late, [](const auto& m) { return !m.feature.isEmpty(); }) == 250'525);
    CHECK(usageSum(late, [](const auto& m) { return m.metric == u"error_count"; }) == 14'107);
    CHECK(usageSum(late, [](const auto& m) { return m.metric == u"usage_duration_secs"; }) == 76'055'072);
    CHECK(samplesIn(late) == samplesIn(usual));
}

TEST_CASE(
    "customer360: an ARR of the account becomes its subscription, float noise is rounded, contradictions are told")
{
    REAL_DATA_OR_SKIP
    Desk desk;
    checkCounts(desk.import(shared("customer360/crm_accounts.csv")), 300, 0, 0, 0);
    checkCounts(desk.import(shared("customer360/contacts.csv")), 1000, 0, 0, 0);
    checkCounts(desk.import(shared("customer360/invoices.csv")), 1199, 0, 0, 0);
    checkCounts(desk.import(shared("customer360/nps.csv")), 399, 0, 0, 0);
    const ImportPlan tickets = desk.import(shared("customer360/support_tickets.csv"));
    checkCounts(tickets, 599, 0, 0, 0);
    CHECK(issuesOf(tickets, Code("import.ticket.open_with_end")) == 306);
    checkCounts(desk.import(shared("customer360/usage_events.csv")), 5000, 0, 0, 0);
    CHECK(usageSum(desk, [](const auto&) { return true; }) == 5000);
    CHECK(usageSum(desk, [](const auto& m) { return m.metric == u"feat_A"; }) == 1285);

    qint64 arr = 0;
    for (const auto& subscription : desk.all<Subscription>())
        arr += subscription.amount.value_or(Minor()).value;
    CHECK(arr == 315'200'000);
    int promoters = 0;
    int detractors = 0;
    for (const auto& survey : desk.all<Survey>()) {
        CHECK(survey.kind == QStringLiteral("nps"));
        promoters += *survey.score >= 9 ? 1 : 0;
        detractors += *survey.score <= 6 ? 1 : 0;
    }
    CHECK(promoters == 86);
    CHECK(detractors == 240);
    bool hasNoise = false;
    for (const auto& invoice : desk.all<Invoice>())
        hasNoise = hasNoise || (invoice.number == u"INV000003" && invoice.amount == Minor{87500});
    CHECK(hasNoise);
    CHECK(desk.count<ContactRole>() == 1000);

    const QByteArray before = desk.hash();
    for (const auto* file : {"crm_accounts", "contacts", "invoices", "nps", "support_tickets", "usage_events"}) {
        const ImportPlan again = desk.import(shared("customer360/") + QString::fromLatin1(file) + u".csv");
        CHECK(again.counts.unchanged == again.counts.rows);
    }
    CHECK(desk.hash() == before);
}

TEST_CASE("cloudnest: the price list gives subscriptions their amount, and an upgrade is no churn")
{
    REAL_DATA_OR_SKIP
    Desk desk;
    checkCounts(desk.import(shared("cloudnest/customers.csv")), 3000, 0, 0, 0);
    checkCounts(desk.import(shared("cloudnest/subscriptions.csv")), 3132, 0, 0, 0);
    CHECK(desk.count<Plan>() == 4);
    // The plans were made by the subscriptions that name them; the price list fills them.
    checkCounts(desk.import(shared("cloudnest/plans.csv")), 0, 4, 0, 0);
    checkCounts(desk.import(shared("cloudnest/payments.csv")), 11'397, 0, 0, 0);
    checkCounts(desk.import(shared("cloudnest/churn_events.csv")), 833, 0, 0, 0);
    CHECK(mrrOn(desk, QDate(2026, 11, 21)) == 21'870'383);
    int churned = 0;
    for (const auto& account : desk.all<Account>())
        churned += account.churnedOn.isValid() ? 1 : 0;
    CHECK(churned == 833);
    const QByteArray before = desk.hash();
    for (const auto* file : {"customers", "subscriptions", "plans", "payments", "churn_events"}) {
        const ImportPlan again = desk.import(shared("cloudnest/") + QString::fromLatin1(file) + u".csv");
        CHECK(again.counts.unchanged == again.counts.rows);
    }
    CHECK(desk.hash() == before);
}

TEST_CASE("mrr_playbook: periods without accounts make them when asked to, and give the published months")
{
    REAL_DATA_OR_SKIP
    Desk desk;
    ImportRequest request = Desk::request(shared("mrr_playbook/subscription_periods.csv"));
    checkCounts(desk.plan(request), 0, 0, 0, 121);
    request.unlinked = Unlinked::Create;
    checkCounts(desk.import(request), 121, 0, 0, 0);
    CHECK(desk.count<Account>() == 55);
    CHECK(mrrOn(desk, QDate(2019, 11, 30)) == 184'000);
    CHECK(mrrOn(desk, QDate(2019, 12, 31)) == 125'500);
    CHECK(mrrOn(desk, QDate(2020, 2, 29)) == 0);
    checkCounts(desk.import(request), 0, 0, 121, 0);
}

TEST_CASE("telco: one flat file is account, subscription and churn")
{
    REAL_DATA_OR_SKIP
    Desk desk;
    checkCounts(desk.import(shared("telco/Telco-Customer-Churn.csv")), 7043, 0, 0, 0);
    CHECK(mrrOn(desk, QDate(2026, 11, 21)) == 45'611'660);
    int former = 0;
    for (const auto& account : desk.all<Account>())
        former += account.status == u"former" ? 1 : 0;
    CHECK(former == 1869);
    const auto customs = desk.book().customValues(Entity::Account);
    REQUIRE(customs);
    qint64 totals = 0;
    for (const auto& custom : *customs)
        totals += custom.field == u"TotalCharges" ? 1 : 0;
    CHECK(totals == 7032);
    checkCounts(desk.import(shared("telco/Telco-Customer-Churn.csv")), 0, 0, 7043, 0);
}

TEST_CASE("salesforce_dataloader: Latin-1 names are right, opportunities find their accounts")
{
    REAL_DATA_OR_SKIP
    Desk desk;
    checkCounts(desk.import(shared("salesforce_dataloader/accountData.csv")), 423, 0, 0, 0);
    checkCounts(desk.import(shared("salesforce_dataloader/opportunityData.csv")), 38, 0, 0, 0);
    QStringList names;
    for (const auto& account : desk.all<Account>())
        names.append(account.name);
    CHECK(names.contains(QString::fromUtf8("Crédito Inmobiliario Terras")));
    CHECK(names.contains(QString::fromUtf8("Pébéo of America")));
    qint64 amount = 0;
    for (const auto& opportunity : desk.all<Opportunity>())
        amount += opportunity.amount.value_or(Minor()).value;
    CHECK(amount == 627'000'000);
    checkCounts(desk.import(shared("salesforce_dataloader/accountData.csv")), 0, 0, 423, 0);
    checkCounts(desk.import(shared("salesforce_dataloader/opportunityData.csv")), 0, 0, 38, 0);
}

TEST_CASE("maven_crm: accounts go by name with their parents, opportunities without an account are told, not lost")
{
    REAL_DATA_OR_SKIP
    Desk desk;
    checkCounts(desk.import(shared("maven_crm/accounts.csv")), 85, 0, 0, 0);
    checkCounts(desk.import(shared("maven_crm/sales_teams.csv")), 35, 0, 0, 0);
    checkCounts(desk.import(shared("maven_crm/products.csv")), 7, 0, 0, 0);
    int children = 0;
    for (const auto& account : desk.all<Account>())
        children += account.parent.isValid() ? 1 : 0;
    CHECK(children == 15);
    ImportRequest request = Desk::request(shared("maven_crm/sales_pipeline.csv"));
    const ImportPlan rejected = desk.plan(request);
    checkCounts(rejected, 7375, 0, 0, 1425);
    CHECK(issuesOf(rejected, Code("import.account.missing")) == 1425);
    request.unlinked = Unlinked::Keep;
    checkCounts(desk.import(request), 8800, 0, 0, 0);
    qint64 won = 0;
    int unlinked = 0;
    for (const auto& opportunity : desk.all<Opportunity>()) {
        unlinked += opportunity.account.isValid() ? 0 : 1;
        if (opportunity.won == true)
            won += opportunity.amount.value_or(Minor()).value;
    }
    CHECK(unlinked == 1425);
    CHECK(won == 1'000'553'400);
    checkCounts(desk.import(request), 0, 0, 8800, 0);
}

TEST_CASE("derived_encodings: every variant gives the same accounts")
{
    REAL_DATA_OR_SKIP
    const QDir folder(shared("derived_encodings"));
    QStringList reference;
    {
        Desk desk;
        desk.import(folder.filePath(QStringLiteral("maven_accounts.reference.utf8.csv")));
        for (const auto& account : desk.all<Account>())
            reference.append(account.name);
        REQUIRE(reference.size() == 85);
    }
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const auto& name : names) {
        if (name.contains(u"reference") || name.contains(u"invalid"))
            continue;
        INFO(name.toStdString());
        Desk desk;
        desk.import(folder.filePath(name));
        QStringList read;
        for (const auto& account : desk.all<Account>())
            read.append(account.name);
        CHECK(read.size() == 85);
        if (!name.contains(u"latin1"))
            CHECK(QSet<QString>(read.begin(), read.end()) == QSet<QString>(reference.begin(), reference.end()));
    }
}
