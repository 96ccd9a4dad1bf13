// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"
#include "tests/core/exchange/import_support.h"

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;
using steward::exchange::tests::issuesOf;

/// Files in which one cell used to change what all others mean, without a word.

namespace {

void importAccounts(Desk& desk)
{
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\nA2,Bolt\n");
}

ImportPlan importAsAccounts(Desk& desk, const QByteArray& text)
{
    ImportRequest request = Desk::request(desk.write(QStringLiteral("accounts.csv"), text));
    request.hints.kind = kindNamed(u"accounts");
    return desk.import(request);
}

ImportPlan importChurn(Desk& desk, const QByteArray& rows)
{
    return importAsAccounts(desk, "account_id,account_name,churned_on\n" + rows);
}

const Issue* issueOf(const ImportPlan& plan, Code code)
{
    const auto found =
        std::find_if(plan.issues.begin(), plan.issues.end(), [&](const Issue& issue) { return issue.code == code; });
    return found == plan.issues.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("One cell that is no number is a rejected row and leaves its column a metric")
{
    Desk desk;
    importAccounts(desk);
    const ImportPlan plan =
        desk.importText(QStringLiteral("usage.csv"), "account_id,date,logins\nA1,2025-01-01,5\nA1,2025-01-02,7\n"
                                                     "A1,2025-01-03,abc\n");
    CHECK(plan.counts == Counts{3, 2, 0, 0, 1});
    const Issue* issue = issueOf(plan, Code("import.cell.not_a_number"));
    REQUIRE(issue);
    CHECK(issue->line == 4);
    CHECK(issue->column == QStringLiteral("logins"));
    CHECK(issue->value == QStringLiteral("abc"));
    const auto samples = desk.usage();
    REQUIRE(samples.size() == 2);
    CHECK(samples[0].metric == QStringLiteral("logins"));
    CHECK(samples[0].value + samples[1].value == 12);
}

TEST_CASE("A column the book knows as a metric is that metric, whatever its cells hold")
{
    Desk desk;
    importAccounts(desk);
    desk.importText(QStringLiteral("usage.csv"), "account_id,date,logins\nA1,2025-01-01,5\n");
    const ImportPlan plan =
        desk.importText(QStringLiteral("usage.csv"), "account_id,date,logins\nA1,2025-01-02,err\nA1,2025-01-03,err\n"
                                                     "A1,2025-01-04,2\nA2,2025-01-04,n. v.\n");
    CHECK(plan.counts == Counts{4, 1, 0, 0, 3});
    CHECK(desk.usage().size() == 2);
    CHECK(desk.count<Metric>() == 1);
}

TEST_CASE("A wide file of monthly usage keeps a column with one odd cell")
{
    Desk desk;
    importAccounts(desk);
    QByteArray text = "account_id,month,api_calls,active_users\n";
    for (int month = 1; month <= 9; ++month)
        text += "A1,2025-0" + QByteArray::number(month) + ",10," + (month == 5 ? QByteArray("x") : "3") + "\n";
    const ImportPlan plan = desk.importText(QStringLiteral("usage.csv"), text);
    CHECK(plan.counts == Counts{9, 8, 0, 0, 1});
    const Issue* issue = issueOf(plan, Code("import.cell.not_a_number"));
    REQUIRE(issue);
    CHECK(issue->line == 6);
    CHECK(issue->column == QStringLiteral("active_users"));
    CHECK(issue->value == QStringLiteral("x"));
    CHECK(desk.usage().size() == 16);
}

TEST_CASE("Rows that are counted because no column holds numbers are told")
{
    Desk desk;
    importAccounts(desk);
    ImportRequest request = Desk::request(
        desk.write(QStringLiteral("visits.csv"), "account_id,date,page\nA1,2025-01-01,home\nA1,2025-01-01,help\n"));
    request.hints.kind = kindNamed(u"usage");
    const ImportPlan plan = desk.import(request);
    CHECK(plan.counts == Counts{2, 2, 0, 0, 0});
    CHECK(issuesOf(plan, Code("import.usage.rows_counted")) == 1);
    REQUIRE(desk.usage().size() == 1);
    CHECK(desk.usage()[0].value == 2);
}

TEST_CASE("A source keeps the scale of its ratings")
{
    Desk desk;
    importAccounts(desk);
    const QByteArray header = "survey_id,account_id,date,csat_score\n";
    const ImportPlan first = desk.importText(QStringLiteral("feb.csv"),
                                             header + "S1,A1,2025-02-01,9\nS2,A1,2025-02-02,4\nS3,A2,2025-02-03,10\n");
    const Issue* told = issueOf(first, Code("import.survey.scale"));
    REQUIRE(told);
    CHECK(told->column == QStringLiteral("csat_score"));
    CHECK(told->value == QStringLiteral("1-10"));
    const ImportPlan second = desk.importText(QStringLiteral("mar.csv"),
                                              header + "S4,A1,2025-03-01,4\nS5,A1,2025-03-02,5\nS6,A2,2025-03-03,5\n");
    CHECK(issuesOf(second, Code("import.survey.scale_known")) == 1);
    for (const auto& survey : desk.all<Survey>())
        CHECK(survey.scaleHigh == 10);
}

TEST_CASE("An answer above the scale a source had is told")
{
    Desk desk;
    importAccounts(desk);
    const QByteArray header = "survey_id,account_id,date,csat_score\n";
    desk.importText(QStringLiteral("feb.csv"), header + "S1,A1,2025-02-01,4\nS2,A1,2025-02-02,5\n");
    const ImportPlan plan = desk.importText(QStringLiteral("mar.csv"), header + "S3,A1,2025-03-01,8\n");
    const Issue* told = issueOf(plan, Code("import.survey.scale_larger"));
    REQUIRE(told);
    CHECK(told->value == QStringLiteral("1-10"));
    CHECK(told->arguments == Arguments{qint64(5)});
}

TEST_CASE("The highest answer of another kind in the same column says nothing of a scale")
{
    Desk desk;
    importAccounts(desk);
    desk.importText(QStringLiteral("surveys.csv"), "survey_id,account_id,date,kind,score\nS1,A1,2025-02-01,NPS,10\n"
                                                   "S2,A1,2025-02-02,CSAT,4\nS3,A1,2025-02-02,CSAT,5\n");
    for (const auto& survey : desk.all<Survey>())
        CHECK(survey.scaleHigh == (survey.kind == u"nps" ? 10 : 5));
}

TEST_CASE("The ratings of tickets keep the scale of their source")
{
    Desk desk;
    importAccounts(desk);
    const QByteArray header = "ticket_id,account_id,opened,csat\n";
    desk.importText(QStringLiteral("tickets.csv"), header + "T1,A1,2025-02-01,9\nT2,A1,2025-02-02,4\n");
    desk.importText(QStringLiteral("tickets.csv"), header + "T3,A1,2025-03-01,5\n");
    for (const auto& ticket : desk.all<Ticket>())
        CHECK(ticket.csatScale == 10);
}

TEST_CASE("A movement of an unknown type is rejected, and a sign against its type is told")
{
    Desk desk;
    importAccounts(desk);
    const ImportPlan plan =
        desk.importText(QStringLiteral("movements.csv"), "account_id,month,type,amount\nA1,2025-01,new,100\n"
                                                         "A1,2025-02,expansion,-50\nA1,2025-03,price rise,20\n"
                                                         "A1,2025-04,,20\nA1,2025-05,churn,150\n");
    CHECK(plan.counts == Counts{5, 3, 0, 0, 2});
    const Issue* unknown = issueOf(plan, Code("import.movement.kind"));
    REQUIRE(unknown);
    CHECK(unknown->line == 4);
    CHECK(unknown->value == QStringLiteral("price rise"));
    CHECK(issuesOf(plan, Code("import.movement.kind")) == 2);
    const Issue* sign = issueOf(plan, Code("import.movement.sign"));
    REQUIRE(sign);
    CHECK(sign->line == 3);
    CHECK(issuesOf(plan, Code("import.movement.sign")) == 1);
}

TEST_CASE("A billing period that is unknown or missing is told")
{
    Desk desk;
    importAccounts(desk);
    const ImportPlan plan = desk.importText(QStringLiteral("subscriptions.csv"),
                                            "subscription_id,account_id,start,amount,billing_period\n"
                                            "S1,A1,2025-01-01,100,weekly\nS2,A1,2025-01-01,100,\n"
                                            "S3,A1,2025-01-01,100,month\nS4,A1,2025-01-01,100,one_off\n");
    CHECK(plan.counts == Counts{4, 4, 0, 0, 0});
    const Issue* unknown = issueOf(plan, Code("import.subscription.period_unknown"));
    REQUIRE(unknown);
    CHECK(unknown->line == 2);
    CHECK(unknown->value == QStringLiteral("weekly"));
    const Issue* assumed = issueOf(plan, Code("import.subscription.period_assumed"));
    REQUIRE(assumed);
    CHECK(assumed->line == 3);
    CHECK(issuesOf(plan, Code("import.subscription.period_unknown")) == 1);
    CHECK(issuesOf(plan, Code("import.subscription.period_assumed")) == 1);
}

TEST_CASE("A kept row of another book is linked, rejected, kept or created like any other")
{
    const QByteArray surveys = "survey_id,account_id,date,kind,score\nS1,A1,2025-02-01,NPS,10\n"
                               "S2,A9,2025-02-02,NPS,4\n";
    Desk from;
    ImportRequest keep = Desk::request(from.write(QStringLiteral("surveys.csv"), surveys));
    keep.unlinked = Unlinked::Keep;
    from.import(keep);
    const QString file = from.path(QStringLiteral("out.csv"));
    REQUIRE(exportKind(from.book(), QStringLiteral("surveys"), file, csv::Form::Exact));

    Desk desk;
    importAccounts(desk);
    ImportRequest request = Desk::request(file);
    SECTION("reject")
    {
        const ImportPlan plan = desk.import(request);
        CHECK(plan.counts == Counts{2, 1, 0, 0, 1});
        REQUIRE(plan.rejected.size() == 1);
        CHECK(plan.rejected.front().code == Code("import.account.unknown"));
        REQUIRE(desk.count<Survey>() == 1);
        CHECK(desk.all<Survey>().front().account.isValid());
        CHECK(desk.all<Survey>().front().unlinked.isEmpty());
    }
    SECTION("keep")
    {
        request.unlinked = Unlinked::Keep;
        const ImportPlan plan = desk.import(request);
        CHECK(plan.counts == Counts{2, 2, 0, 0, 0});
        CHECK(plan.unlinkedKeys == QStringList{QStringLiteral("A9")});
    }
    SECTION("create")
    {
        request.unlinked = Unlinked::Create;
        CHECK(desk.import(request).counts == Counts{2, 2, 0, 0, 0});
        CHECK(desk.count<Account>() == 3);
        for (const auto& survey : desk.all<Survey>())
            CHECK(survey.account.isValid());
        CHECK(desk.importText(QStringLiteral("s.csv"), "survey_id,account_id,date,kind,score\nX,A9,2025-03-01,NPS,1\n")
                  .counts.created == 1);
    }
    SECTION("its own book") { CHECK(from.import(request).counts == Counts{2, 0, 0, 2, 0}); }
}

TEST_CASE("A day of the churn given later ends the subscription that the accounts' file made")
{
    Desk desk;
    importAsAccounts(desk, "account_id,account_name,mrr,churned\nA1,Acme,100,Yes\nA2,Bolt,50,No\n");
    const ImportPlan plan = importChurn(desk, "A1,Acme,2025-03-01\n");
    CHECK(plan.counts == Counts{1, 0, 1, 0, 0});
    CHECK(issuesOf(plan, Code("import.account.churned_but_paid")) == 0);
    for (const auto& each : desk.all<Subscription>())
        CHECK(each.endedOn == (each.amount->value == 10'000 ? QDate(2025, 3, 1) : QDate()));
    importChurn(desk, "A1,Acme,2025-04-01\n");
    CHECK(std::ranges::count(desk.all<Subscription>(), QDate(2025, 4, 1), &Subscription::endedOn) == 1);
}

TEST_CASE("An account that churned and still pays is listed as a contradiction")
{
    Desk desk;
    importAccounts(desk);
    desk.importText(QStringLiteral("subscriptions.csv"), "subscription_id,account_id,start,amount,billing_period\n"
                                                         "S1,A1,2024-01-01,100,month\nS2,A2,2025-06-01,100,month\n");
    const ImportPlan plan = importChurn(desk, "A2,Bolt,2025-03-01\nA1,Acme,2025-03-01\n");
    const Issue* told = issueOf(plan, Code("import.account.churned_but_paid"));
    REQUIRE(told);
    CHECK(issuesOf(plan, Code("import.account.churned_but_paid")) == 1);
    CHECK(told->line == 3);
    CHECK(told->value == QStringLiteral("2025-03-01"));
    const ImportPlan later =
        desk.importText(QStringLiteral("subscriptions.csv"), "subscription_id,account_id,start,amount,billing_period\n"
                                                             "S3,A1,2024-05-01,10,month\n");
    CHECK(issuesOf(later, Code("import.account.churned_but_paid")) == 1);
}

TEST_CASE("A rate has a day and a currency, or it is no rate")
{
    Desk desk;
    const auto import = [&](const QByteArray& text) {
        ImportRequest request = Desk::request(desk.write(QStringLiteral("rates.csv"), text));
        request.hints.kind = kindNamed(u"fx_rates");
        request.currency = *Currency::fromCode(u"EUR");
        return desk.import(request);
    };
    CHECK(import("date,from_currency,to_currency,rate\n2025-01-01,USD,EUR,0.9\n2025-01-01,GBP,EUR,1.2\n"
                 "2025-01-01,CHF,USD,1.1\n")
              .counts == Counts{3, 2, 0, 0, 1});
    REQUIRE(desk.count<FxRate>() == 2);
    for (const auto& rate : desk.all<FxRate>()) {
        CHECK(rate.day == QDate(2025, 1, 1));
        CHECK(rate.rate == (rate.currency.code() == u"GBP" ? QStringLiteral("1.2") : QStringLiteral("0.9")));
    }
    const ImportPlan wrong = import("currency,date,rate\nUSD,,0.9\n,2025-02-01,0.9\nUSD,2025-02-01,0 9\n");
    CHECK(wrong.counts == Counts{3, 0, 0, 0, 3});
    CHECK(issuesOf(wrong, Code("import.rate.no_day")) == 1);
    CHECK(issuesOf(wrong, Code("import.rate.no_currency")) == 1);
    CHECK(issuesOf(wrong, Code("import.rate.no_rate")) == 1);
    CHECK(import("currency,rate\nUSD,0.9\n").counts == Counts{1, 0, 0, 0, 1});
}

TEST_CASE("A column named as a date of which most is none is asked about, and no contract runs on for ever")
{
    Desk desk;
    importAccounts(desk);
    const QByteArray head = "subscription_id,account_id,mrr,start_date,end_date\n";
    const QByteArray ended = "S1,A1,100,2025-01-01,2025-06-30\n";
    SECTION("words")
    {
        ImportRequest request = Desk::request(desk.write(QStringLiteral("subscriptions.csv"),
                                                         head + ended +
                                                             "S2,A2,100,2025-01-01,ongoing\nS3,A2,1,2025-01-01,never\n"
                                                             "S4,A2,100,2025-01-01,ongoing\n"));
        const ImportPlan asked = desk.plan(request);
        REQUIRE(asked.detection.asks.size() == 1);
        CHECK(asked.detection.asks[0].code == Code("import.ask.few_dates"));
        CHECK(asked.detection.asks[0].column == QStringLiteral("end_date"));
        CHECK(asked.detection.asks[0].examples == QStringList{QStringLiteral("ongoing"), QStringLiteral("never")});
        request.hints.map = {{QStringLiteral("end_date"), asked.detection.asks[0].choices.value(0)}};
        const ImportPlan plan = desk.import(request);
        CHECK(plan.counts == Counts{4, 1, 0, 0, 3});
        CHECK(issueOf(plan, Code("import.cell.not_a_date")));
    }
    SECTION("no date at all")
    {
        const ImportPlan asked = desk.plan(
            Desk::request(desk.write(QStringLiteral("subscriptions.csv"),
                                     head + "S1,A1,100,2024-01-01,Q4 2024\nS2,A2,100,2024-01-01,mid 2024\n")));
        REQUIRE(asked.detection.asks.size() == 1);
        CHECK(asked.detection.asks[0].code == Code("import.ask.few_dates"));
    }
    SECTION("no amount at all")
    {
        const ImportPlan asked = desk.plan(Desk::request(
            desk.write(QStringLiteral("accounts.csv"), "account_id,account_name,mrr\nA1,Acme,a lot\nA2,Bo,two\n")));
        REQUIRE(asked.detection.asks.size() == 1);
        CHECK(asked.detection.asks[0].code == Code("import.ask.few_numbers"));
    }
    SECTION("the day that MySQL writes for none")
    {
        const ImportPlan plan =
            desk.importText(QStringLiteral("subscriptions.csv"), head + ended +
                                                                     "S2,A2,100,2025-01-01,0000-00-00\n"
                                                                     "S3,A2,1,2025-01-01,0000-00-00 00:00:00\n");
        CHECK(plan.counts == Counts{3, 3, 0, 0, 0});
        CHECK(plan.detection.field(QStringLiteral("end_date")));
    }
    SECTION("a day that there is not")
    {
        const ImportPlan plan =
            desk.importText(QStringLiteral("subscriptions.csv"), head + "S1,A1,100,2025-01-01,31/02/2025\n");
        CHECK(plan.counts == Counts{1, 0, 0, 0, 1});
        CHECK(issueOf(plan, Code("import.cell.no_such_day")));
    }
}

TEST_CASE("Values of usage that are no numbers are rejected, never counted as one each")
{
    const auto values = GENERATE(as<QByteArray>(), "1e3", "1.5k", "100 hits", "12:30");
    Desk desk;
    importAccounts(desk);
    const ImportPlan plan =
        desk.importText(QStringLiteral("usage.csv"), "account_id,metric,day,value\nA1,logins,2026-01-01," + values +
                                                         "\nA1,logins,2026-01-02," + values + "\n");
    CHECK(plan.counts == Counts{2, 0, 0, 0, 2});
    CHECK(desk.usage().empty());
}

TEST_CASE("Usage whose values are said to be ignored is not counted by rows")
{
    Desk desk;
    importAccounts(desk);
    ImportRequest request =
        Desk::request(desk.write(QStringLiteral("usage.csv"), "account_id,metric,day,value\nA1,logins,2026-01-01,lots\n"
                                                              "A1,logins,2026-01-02,3\nA1,logins,2026-01-03,some\n"));
    const ImportPlan asked = desk.plan(request);
    REQUIRE(asked.detection.asks.size() == 1);
    CHECK(asked.detection.asks[0].code == Code("import.ask.few_values"));
    SECTION("ignored")
    {
        request.hints.map = {{QStringLiteral("value"), QStringLiteral("ignore")}};
        const ImportPlan plan = desk.plan(request);
        REQUIRE(plan.detection.asks.size() == 1);
        CHECK(plan.detection.asks[0].code == Code("import.ask.no_values"));
    }
    SECTION("said to be the values")
    {
        request.hints.map = {{QStringLiteral("value"), QStringLiteral("value")}};
        CHECK(desk.import(request).counts == Counts{3, 1, 0, 0, 2});
    }
}
