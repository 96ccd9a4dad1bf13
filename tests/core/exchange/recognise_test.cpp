// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/detect.h"
#include "tests/support/printers.h"
#include "tests/support/shared_data.h"

#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

using namespace steward;
using namespace steward::exchange;

namespace {

Detection detected(const QByteArray& text, const QString& name, Hints hints = {})
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    auto detection = detect(file.fileName(), hints, shippedProfiles());
    REQUIRE(detection);
    return *detection;
}

QString targetOf(const Detection& detection, const QString& header)
{
    for (const auto& column : detection.columns)
        if (column.header == header)
            return column.target.name;
    return QStringLiteral("(no such column)");
}

struct BusinessFile
{
    const char* path;
    const char* kind;
    const char* profile;
    std::vector<std::pair<const char*, const char*>> columns;
};

const std::vector<BusinessFile>& businessFiles()
{
    static const std::vector<BusinessFile> files = {
        {"ravenstack/ravenstack_accounts.csv",
         "accounts",
         "generic",
         {{"account_id", "external_id"},
          {"account_name", "name"},
          {"signup_date", "customer_since"},
          {"plan_tier", "tier"},
          {"is_trial", "on_trial"},
          {"churn_flag", ""},
          {"seats", ""}}},
        {"ravenstack/ravenstack_subscriptions.csv",
         "subscriptions",
         "generic",
         {{"subscription_id", "external_id"},
          {"account_id", "account_id"},
          {"mrr_amount", "mrr"},
          {"end_date", "end_date"},
          {"billing_frequency", "billing_period"},
          {"upgrade_flag", ""}}},
        {"ravenstack/ravenstack_support_tickets.csv",
         "tickets",
         "generic",
         {{"submitted_at", "opened"},
          {"closed_at", "closed"},
          {"satisfaction_score", "csat"},
          {"first_response_time_minutes", "first_reply_minutes"},
          {"escalation_flag", "escalated"}}},
        {"ravenstack/ravenstack_churn_events.csv",
         "churn",
         "generic",
         {{"churn_event_id", "external_id"},
          {"churn_date", "day"},
          {"refund_amount_usd", "refund"},
          {"feedback_text", "words"}}},
        {"ravenstack/ravenstack_feature_usage.csv",
         "usage",
         "generic",
         {{"usage_id", "event_id"},
          {"subscription_id", "subscription_id"},
          {"usage_date", "day"},
          {"feature_name", "feature"},
          {"usage_count", "value"},
          {"error_count", "metric:error_count"}}},
        {"customer360/crm_accounts.csv", "accounts", "generic", {{"arr", "arr"}, {"plan", "tier"}}},
        {"customer360/contacts.csv", "contacts", "generic", {{"contact_id", "external_id"}, {"role", "role"}}},
        {"customer360/invoices.csv", "invoices", "generic", {{"invoice_date", "issued"}, {"amount", "amount"}}},
        {"customer360/nps.csv", "surveys", "generic", {{"survey_date", "day"}, {"score", "score"}}},
        {"customer360/support_tickets.csv", "tickets", "generic", {{"resolved_at", "closed"}, {"csat", "csat"}}},
        {"customer360/usage_events.csv",
         "usage",
         "generic",
         {{"event_id", "event_id"}, {"event_type", "event_type"}, {"event_time", "day"}}},
        {"cloudnest/customers.csv",
         "accounts",
         "generic",
         {{"customer_id", "external_id"}, {"company_name", "name"}, {"company_size", ""}}},
        {"cloudnest/plans.csv", "plans", "generic", {{"plan_id", "external_id"}, {"annual_price", "yearly_price"}}},
        {"cloudnest/subscriptions.csv",
         "subscriptions",
         "generic",
         {{"customer_id", "account_id"}, {"plan_id", "plan_id"}, {"billing_cycle", "billing_period"}}},
        {"cloudnest/payments.csv",
         "invoices",
         "generic",
         {{"payment_id", "external_id"}, {"amount_usd", "amount"}, {"payment_method", "method"}}},
        {"cloudnest/churn_events.csv",
         "churn",
         "generic",
         {{"churn_id", "external_id"}, {"subscription_id", "subscription_id"}}},
        {"mrr_playbook/subscription_periods.csv",
         "subscriptions",
         "generic",
         {{"customer_id", "account_id"}, {"monthly_amount", "mrr"}}},
        {"telco/Telco-Customer-Churn.csv",
         "accounts",
         "telco",
         {{"tenure", "tenure_months"}, {"MonthlyCharges", "mrr"}, {"Churn", "churned"}, {"Contract", ""}}},
        {"salesforce_dataloader/accountData.csv",
         "accounts",
         "salesforce",
         {{"ID", "external_id"}, {"NAME", "name"}, {"BILLINGCOUNTRY", "country"}, {"OWNERID", "csm_id"}}},
        {"salesforce_dataloader/opportunityData.csv",
         "opportunities",
         "salesforce",
         {{"ACCOUNTID", "account_id"}, {"AMOUNT", "amount"}, {"STAGENAME", "stage"}}},
        {"maven_crm/accounts.csv", "accounts", "generic", {{"account", "name"}, {"subsidiary_of", "parent_id"}}},
        {"maven_crm/products.csv", "plans", "generic", {{"product", "name"}, {"sales_price", "price"}}},
        {"maven_crm/sales_pipeline.csv",
         "opportunities",
         "generic",
         {{"account", "account_name"}, {"close_value", "amount"}, {"sales_agent", "owner_id"}}},
        {"maven_crm/sales_teams.csv", "people", "generic", {{"sales_agent", "name"}, {"manager", "manager_id"}}},
    };
    return files;
}

} // namespace

TEST_CASE("Every business file is known by itself: kind, profile and mapping")
{
    if (tests::sharedData().isEmpty()) {
        WARN("skipped: no folder of real exports");
        return;
    }
    for (const auto& file : businessFiles()) {
        INFO(file.path);
        const auto detection =
            detect(tests::sharedData() + u'/' + QString::fromLatin1(file.path), Hints{}, shippedProfiles());
        REQUIRE(detection);
        CHECK(detection->kind.name() == QString::fromLatin1(file.kind));
        CHECK(detection->profile == QString::fromLatin1(file.profile));
        CHECK(detection->asks.empty());
        for (const auto& [header, target] : file.columns) {
            INFO(header);
            CHECK(targetOf(*detection, QString::fromLatin1(header)) == QString::fromLatin1(target));
        }
    }
}

TEST_CASE("No business file is missing from the table, and what is not known says what it needs")
{
    if (tests::sharedData().isEmpty()) {
        WARN("skipped: no folder of real exports");
        return;
    }
    QSet<QString> known;
    for (const auto& file : businessFiles())
        known.insert(QString::fromLatin1(file.path));
    // Figures by account without a day: usage, once the day is said.
    const QString figures = QStringLiteral("customer360/features_churn.csv");
    const QDir root(tests::sharedData());
    QDirIterator files(root.path(), QDir::Files, QDirIterator::Subdirectories);
    int asking = 0;
    while (files.hasNext()) {
        const QString path = root.relativeFilePath(files.next());
        if (!path.endsWith(u"sv") && !path.endsWith(u".txt"))
            continue;
        if (path.startsWith(u"csv_conformance") || known.contains(path))
            continue;
        INFO(path.toStdString());
        const auto detection = detect(root.filePath(path), Hints{}, shippedProfiles());
        REQUIRE(detection);
        if (path.startsWith(u"derived_encodings")) {
            CHECK(detection->kind.name() == QStringLiteral("accounts"));
            CHECK(detection->asks.empty());
            CHECK(targetOf(*detection, QStringLiteral("account")) == QStringLiteral("name"));
            CHECK(targetOf(*detection, QStringLiteral("subsidiary_of")) == QStringLiteral("parent_id"));
        } else if (path == QStringLiteral("ravenstack_crlf/ravenstack_accounts.csv")) {
            CHECK(detection->kind.name() == QStringLiteral("accounts"));
        } else if (path == figures) {
            CHECK(detection->kind.name() == QStringLiteral("usage"));
            CHECK(targetOf(*detection, QStringLiteral("active_users_30d")) ==
                  QStringLiteral("metric:active_users_30d"));
            REQUIRE(detection->asks.size() == 1);
            CHECK(detection->asks[0].code == Code("import.ask.date"));
        } else {
            // Sentences without a header, and sums that others computed: nothing a book could hold.
            const bool isNoExport = path.startsWith(u"sentiment_uci") || path.startsWith(u"ravenstack/published");
            CHECK(isNoExport);
            CHECK_FALSE(detection->kind.isKnown());
            REQUIRE(detection->asks.size() == 1);
            CHECK(detection->asks[0].code == Code("import.ask.kind"));
            ++asking;
        }
    }
    CHECK(asking == 21);
}

TEST_CASE("A narrow file is known when all its headers are names of one kind")
{
    const QByteArray two = "account_id,account_name\nA1,Acme\n";
    CHECK(detected(two, QStringLiteral("accounts.csv")).kind.name() == QStringLiteral("accounts"));
    CHECK(detected(two, QStringLiteral("export.csv")).kind.name() == QStringLiteral("accounts"));
    CHECK(detected("account\nAcme\n", QStringLiteral("accounts.csv")).kind.name() == QStringLiteral("accounts"));
    CHECK_FALSE(detected("account\nAcme\n", QStringLiteral("export.csv")).kind.isKnown());
    CHECK_FALSE(detected("account_id,colour\nA1,red\n", QStringLiteral("export.csv")).kind.isKnown());
}

TEST_CASE("Headers are matched by name, whatever their case, blanks and order")
{
    const Detection detection =
        detected("Signup Date,INDUSTRY,Account Name,account-id\n2024-01-31,Tech,Acme,A1\n", QStringLiteral("x.csv"));
    CHECK(detection.kind.name() == QStringLiteral("accounts"));
    CHECK(targetOf(detection, QStringLiteral("account-id")) == QStringLiteral("external_id"));
    CHECK(targetOf(detection, QStringLiteral("Account Name")) == QStringLiteral("name"));
    CHECK(targetOf(detection, QStringLiteral("Signup Date")) == QStringLiteral("customer_since"));
}

TEST_CASE("A mapping given by the user wins, and a field or column that is not there is an error")
{
    Hints hints;
    hints.map = {{QStringLiteral("industry"), QStringLiteral("region")}};
    const QByteArray text = "account_id,account_name,industry,country\nA1,Acme,Tech,DE\n";
    const Detection detection = detected(text, QStringLiteral("accounts.csv"), hints);
    CHECK(targetOf(detection, QStringLiteral("industry")) == QStringLiteral("region"));
    CHECK(detection.columns[2].evidence == Evidence::Given);

    const auto table = Table::read(text, {});
    REQUIRE(table);
    hints.map = {{QStringLiteral("planet"), QStringLiteral("region")}};
    CHECK(recognise(*table, hints, shippedProfiles()).error().code == Code("import.map.no_column"));
    hints.map = {{QStringLiteral("industry"), QStringLiteral("planet")}};
    CHECK(recognise(*table, hints, shippedProfiles()).error().code == Code("import.map.no_field"));
}

TEST_CASE("A date column that fits two orders is asked for, with its cells, one cell that decides is enough")
{
    const QByteArray head = "ticket_id,account_id,status,opened\n";
    const Detection open =
        detected(head + "T1,A1,open,05/03/2024\nT2,A1,open,07/08/2024\n", QStringLiteral("tickets.csv"));
    REQUIRE(open.asks.size() == 1);
    CHECK(open.asks[0].code == Code("import.ask.date_order"));
    CHECK(open.asks[0].column == QStringLiteral("opened"));
    CHECK(open.asks[0].examples.contains(QStringLiteral("05/03/2024")));

    const Detection decided =
        detected(head + "T1,A1,open,05/03/2024\nT2,A1,open,25/08/2024\n", QStringLiteral("tickets.csv"));
    CHECK(decided.asks.empty());
}

TEST_CASE("A decimal sign that cannot be told is asked for")
{
    const QByteArray head = "invoice_id;account_id;invoice_date;amount\n";
    const Detection open =
        detected(head + "I1;A1;2024-01-31;1,234\nI2;A1;2024-02-29;2,345\n", QStringLiteral("invoices.csv"));
    REQUIRE(open.asks.size() == 1);
    CHECK(open.asks[0].code == Code("import.ask.decimal_sign"));
    const Detection decided =
        detected(head + "I1;A1;2024-01-31;1,234\nI2;A1;2024-02-29;2.345,50\n", QStringLiteral("invoices.csv"));
    CHECK(decided.asks.empty());
}

TEST_CASE("A synonym whose cells are of another type is set free and kept as a custom field")
{
    const Detection detection =
        detected("account_id,account_name,industry,employees\nA1,Acme,Tech,201-500\nA2,Bo,Tech,1-10\n",
                 QStringLiteral("accounts.csv"));
    CHECK_FALSE(detection.columns[3].target.isKnown());
    CHECK(detection.columns[3].evidence == Evidence::None);
}
