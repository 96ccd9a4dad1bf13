// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ratings.h"

#include "tests/core/exchange/import_support.h"

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;

namespace {

const QByteArray zendesk = "Id,Organization,Requester email,Subject,Created at,Solved at,Priority,Status,%1\n"
                           "1,Acme,a@acme.example,Login,2026-10-01,2026-10-02,High,Solved,Good\n"
                           "2,Acme,a@acme.example,Export,2026-10-03,2026-10-04,Low,Solved,Bad with comment\n"
                           "3,Acme,a@acme.example,Slow,2026-10-05,2026-10-06,Low,Solved,Offered\n"
                           "4,Acme,a@acme.example,Slow,2026-10-05,2026-10-06,Low,Solved,\n"
                           "5,Acme,a@acme.example,Slow,2026-10-05,2026-10-06,Low,Solved,-\n";

const QByteArray plain = "ticket_id,account_name,subject,created_at,closed_at,status,%1\n"
                         "1,Acme,Login,2026-10-01,2026-10-02,closed,Good\n"
                         "2,Acme,Export,2026-10-03,2026-10-04,closed,Bad\n"
                         "3,Acme,Slow,2026-10-05,2026-10-06,closed,Unoffered\n"
                         "4,Acme,Slow,2026-10-05,2026-10-06,closed,\n";

QByteArray with(QByteArray file, const char* header) { return file.replace("%1", header); }

std::vector<double> ratingsIn(Desk& desk)
{
    std::vector<double> ratings;
    for (const Ticket& each : desk.all<Ticket>())
        if (each.csat)
            ratings.push_back(*each.csat);
    std::ranges::sort(ratings);
    return ratings;
}

} // namespace

TEST_CASE("Ratings of a help desk in words are answers of a scale to 5, asked and not answered is none")
{
    for (const auto& [file, headers] :
         {std::pair{zendesk, std::vector{"Satisfaction rating", "Satisfaction Score", "Ticket satisfaction rating"}},
          std::pair{plain, std::vector{"satisfaction", "satisfaction_rating", "csat"}}})
        for (const char* header : headers) {
            INFO(header);
            Desk desk;
            desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
            const ImportPlan plan = desk.importText(QStringLiteral("tickets.csv"), with(file, header));
            CHECK(plan.counts.rejected == 0);
            CHECK(plan.detection.field(QStringLiteral("csat")));
            CHECK(ratingsIn(desk) == std::vector{1.0, 5.0});
        }
}

TEST_CASE("Surveys answered in words are read, and a column with any other word is kept as it is")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
    desk.importText(QStringLiteral("csat.csv"),
                    "response_id,account_id,date,csat\nR1,A1,2026-10-01,Very satisfied\nR2,A1,2026-10-02,Satisfied\n"
                    "R3,A1,2026-10-03,Neutral\nR4,A1,2026-10-04,Dissatisfied\nR5,A1,2026-10-05,Very dissatisfied\n");
    std::vector<double> scores;
    for (const Survey& each : desk.all<Survey>())
        scores.push_back(each.score.value_or(0));
    std::ranges::sort(scores);
    CHECK(scores == std::vector{1.0, 2.0, 3.0, 4.0, 5.0});
    const ImportPlan other = desk.plan(Desk::request(
        desk.write(QStringLiteral("tickets.csv"),
                   "ticket_id,account_id,subject,created_at,status,satisfaction\n1,A1,Login,2026-10-01,closed,Good\n"
                   "2,A1,Export,2026-10-03,closed,They said so\n")));
    CHECK_FALSE(other.detection.field(QStringLiteral("csat")));
    CHECK(other.counts.rejected == 0);
    CHECK_FALSE(ratingOf(u"theysaidso"));
}

TEST_CASE("A currency that is none keeps its row out, with line, column and value")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
    const ImportPlan plan = desk.importText(
        QStringLiteral("subscriptions.csv"),
        "subscription_id,account_id,start_date,amount,currency,billing_period\n"
        "S1,A1,2025-01-01,100,EUX,month\nS2,A1,2025-01-01,100,usd,month\nS3,A1,2025-01-01,100,,month\n");
    CHECK(plan.counts == Counts{3, 2, 0, 0, 1});
    REQUIRE(plan.issues.size() == 1);
    CHECK(plan.issues[0].code == Code("import.cell.not_a_currency"));
    CHECK(plan.issues[0].line == 2);
    CHECK(plan.issues[0].column == u"currency");
    CHECK(plan.issues[0].value == u"EUX");
}

TEST_CASE("A rating of ours outside 1 to 6 keeps its row out")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
    ImportRequest request = Desk::request(desk.write(
        QStringLiteral("pulse.csv"), "account_id,day,rating\nA1,2026-10-01,7\nA1,2026-10-02,0\nA1,2026-10-03,6\n"));
    request.hints.kind = kindNamed(QStringLiteral("pulse"));
    const ImportPlan plan = desk.import(request);
    CHECK(plan.counts == Counts{3, 1, 0, 0, 2});
    REQUIRE(plan.issues.size() == 2);
    CHECK(plan.issues[0].code == Code("import.pulse.range"));
    CHECK(plan.issues[0].line == 2);
    CHECK(plan.issues[0].value == u"7");
}
