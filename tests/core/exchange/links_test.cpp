// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"
#include "tests/core/exchange/import_support.h"

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;
using steward::exchange::tests::issuesOf;

/// How a row finds its account where the key does not stand there as it is known, and what a file says of its own sums.
namespace {

const QByteArray longIds = "ID,NAME,BILLINGCOUNTRY,OWNERID,SYSTEMMODSTAMP\n"
                           "001x0000002xLCVAA2,Gravity,US,,2024-01-31T00:00:00Z\n"
                           "001x0000002xLCWAA2,BX Video,US,,2024-01-31T00:00:00Z\n";
const QByteArray shortIds = "Account ID,Account Name,Account Owner,Billing State/Province,Industry\n"
                            "001x0000002xLCV,Gravity,,CO,Finance\n"
                            "001x0000002xLCW,BX Video,,PA,Media\n";
const QByteArray opportunities =
    "Opportunity ID,Account ID,Opportunity Name,Stage,Close Date,Amount,Probability (%),Fiscal Period\n"
    "006x0000001YtCr,001x0000002xLCV,Widgets,Closed Won,2024-03-01,5000,100,Q1-2024\n";

ImportRequest keeping(const QString& path)
{
    ImportRequest request = Desk::request(path);
    request.unlinked = Unlinked::Keep;
    return request;
}

} // namespace

TEST_CASE("a Salesforce id of 15 characters is the record of the one with 18, and the other way round", "[links]")
{
    Desk desk;
    CHECK(desk.importText(QStringLiteral("accountData.csv"), longIds).counts.created == 2);
    const ImportPlan report = desk.importText(QStringLiteral("report.csv"), shortIds);
    CHECK(report.detection.profile == QStringLiteral("salesforce"));
    CHECK(report.counts == Counts{2, 0, 2, 0, 0});
    CHECK(desk.count<Account>() == 2);
    CHECK(desk.importText(QStringLiteral("opportunities.csv"), opportunities).counts.created == 1);
    CHECK(desk.all<Opportunity>()[0].account.isValid());
    CHECK(desk.importText(QStringLiteral("report.csv"), shortIds).counts.unchanged == 2);

    Desk other;
    CHECK(other.importText(QStringLiteral("report.csv"), shortIds).counts.created == 2);
    CHECK(other.importText(QStringLiteral("accountData.csv"), longIds).counts.created == 0);
}

TEST_CASE("what waited under a short id links itself when the account comes with the long one", "[links]")
{
    Desk desk;
    desk.import(keeping(desk.write(QStringLiteral("opportunities.csv"), opportunities)));
    CHECK_FALSE(desk.all<Opportunity>()[0].account.isValid());
    desk.importText(QStringLiteral("accountData.csv"), longIds);
    CHECK(desk.all<Opportunity>()[0].account.isValid());
}

TEST_CASE("kept rows that name no account are counted, not listed as a key", "[links]")
{
    Desk desk;
    const ImportPlan plan = desk.plan(
        keeping(desk.write(QStringLiteral("opportunities.csv"), opportunities + "006x0000001YtCs,,Gadgets,Closed "
                                                                                "Won,2024-03-02,10,100,Q1-2024\n")));
    CHECK(plan.counts.created == 2);
    CHECK(plan.keylessRows == 1);
    CHECK(plan.unlinkedKeys == QStringList{QStringLiteral("001x0000002xLCV")});
}

TEST_CASE("rows without an account are proposed one by domain, e-mail domain or name, and joined to none", "[links]")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,industry,website\n"
                                                    "A1,Acme,Tech,https://www.acme.example/about\n"
                                                    "A2,Bolt Ltd,Food,\n"
                                                    "A3,Cord,Food,\n");
    desk.importText(QStringLiteral("contacts.csv"), "contact_id,account_id,name,email\n"
                                                    "C1,A3,Ana,ana@cord.example\n"
                                                    "C2,A3,Ben,ben@gmail.com\n");
    const ImportPlan plan = desk.importText(QStringLiteral("people.csv"), "contact_id,company,name,email\n"
                                                                          "P1,Acme Group,Cyd,cyd@acme.example\n"
                                                                          "P2,Bolt GmbH,Dan,dan@elsewhere.example\n"
                                                                          "P3,Corded,Eve,eve@cord.example\n"
                                                                          "P4,Other,Fay,fay@gmail.com\n"
                                                                          "P5,Acme Group,Gil,gil@acme.example\n");
    CHECK(plan.counts.rejected == 5);
    REQUIRE(plan.proposals.size() == 3);
    CHECK(plan.proposals[0].name == QStringLiteral("Acme Group"));
    CHECK(plan.proposals[0].likeName == QStringLiteral("Acme"));
    CHECK(plan.proposals[0].why == Code("import.like.email_domain"));
    CHECK(plan.proposals[1].likeName == QStringLiteral("Bolt Ltd"));
    CHECK(plan.proposals[1].why == Code("import.like.name"));
    CHECK(plan.proposals[2].likeName == QStringLiteral("Cord"));
    CHECK(plan.proposals[2].why == Code("import.like.email_domain"));
    CHECK(desk.count<Contact>() == 2);
}

TEST_CASE("a new account of another tool is proposed the one whose people have its domain", "[links]")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,industry\nA3,Cord,Food\n");
    desk.importText(QStringLiteral("contacts.csv"), "contact_id,account_id,name,email\nC1,A3,Ana,ana@cord.example\n");
    const ImportPlan plan = desk.importText(QStringLiteral("clients.csv"),
                                            "client_id,company_name,industry,website\nX1,Kord,Food,cord.example\n");
    CHECK(plan.counts.created == 1);
    REQUIRE(plan.proposals.size() == 1);
    CHECK(plan.proposals[0].likeName == QStringLiteral("Cord"));
    CHECK(plan.proposals[0].why == Code("import.like.email_domain"));
}

TEST_CASE("a link that was said finds the account now and is remembered", "[links]")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,industry\nA1,Acme,Tech\n");
    const qint64 acme = desk.all<Account>()[0].id;
    const QString people =
        desk.write(QStringLiteral("people.csv"), "contact_id,company,name,email\nP1,Acme Group,Cyd,cyd@acme.example\n");
    ImportRequest request = Desk::request(people);
    CHECK(desk.plan(request).counts.rejected == 1);
    request.links = {{QStringLiteral("Acme Group"), acme}};
    CHECK(desk.import(request).counts.created == 1);
    CHECK(desk.all<Contact>()[0].account.value() == acme);
    const QString more =
        desk.write(QStringLiteral("more.csv"), "contact_id,company,name,email\nP2,Acme Group,Dan,dan@acme.example\n");
    CHECK(desk.import(Desk::request(more)).counts.created == 1);
}

TEST_CASE("the file's own total is compared with what was taken, whatever its decimal sign", "[links]")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,industry\nA1,Acme,Tech\nA2,Bolt,Food\n");
    const auto [rows, said, read, agrees] = GENERATE(table<const char*, const char*, const char*, bool>({
        {"I1;A1;2024-01-31;1.234,50\nI2;A2;2024-02-29;1,25\nTotal;;;1.235,75\n", "1.235,75", "1235.75", true},
        {"I1;A1;2024-01-31;1234,50\nI2;A2;2024-02-29;1,25\nTotal;;;1300,00\n", "1300,00", "1235.75", false},
        {"I1;A1;2024-01-31;1,234.50\nI2;A2;2024-02-29;1.25\nTotal;;;1,235.75\n", "1,235.75", "1235.75", true},
        {"I1;A1;2024-01-31;1234,50\nI2;A9;2024-02-29;1,25\nTotal;;;1235,75\n", "1235,75", "1234.50", false},
    }));
    const ImportPlan plan = desk.importText(QStringLiteral("invoices.csv"),
                                            QByteArray("invoice_id;account_id;invoice_date;amount\n") + rows);
    REQUIRE(plan.reconciliation);
    REQUIRE(plan.reconciliation->totals.size() == 1);
    CHECK(plan.reconciliation->totals[0].said == QString::fromLatin1(said));
    CHECK(plan.reconciliation->totals[0].read == QString::fromLatin1(read));
    CHECK(plan.reconciliation->totals[0].agrees == agrees);
    CHECK(issuesOf(plan, Code("import.total.differs")) == (agrees ? 0 : 1));
}

TEST_CASE("a part of the complete export can be had alone, and a person stays erased in a book made from it", "[links]")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,industry,colour\nA1,Acme,Tech,red\n");
    const QByteArray contacts = "contact_id,account_id,name,email\nC1,A1,Ana Roy,ana@acme.example\n";
    desk.importText(QStringLiteral("contacts.csv"), contacts);
    for (const char* part : {"custom_values", "external_keys", "changes", "erasures"})
        for (const char* suffix : {".csv", ".xlsx"}) {
            const QString path = desk.path(QString::fromLatin1(part) + QString::fromLatin1(suffix));
            CHECK(exportKind(desk.book(), QString::fromLatin1(part), path, csv::Form::Exact));
            CHECK(QFileInfo(path).size() > 0);
            CHECK(isPartOfSet(QString::fromLatin1(part)));
        }
    QFile values(desk.path(QStringLiteral("custom_values.csv")));
    REQUIRE(values.open(QIODevice::ReadOnly));
    CHECK(values.readAll().contains("colour"));

    REQUIRE(desk.book().erase(ContactId(desk.all<Contact>()[0].id), QStringLiteral("test"), {}));
    const QString folder = desk.path(QStringLiteral("set"));
    REQUIRE(exportAll(desk.book(), folder, csv::Form::Exact));
    Desk other;
    REQUIRE(importAll(other.book(), folder, QStringLiteral("test")));
    CHECK(other.hash() == desk.hash());
    const ImportPlan again = other.importText(QStringLiteral("contacts.csv"), contacts);
    CHECK(again.counts.rejected == 1);
    CHECK(issuesOf(again, Code("import.contact.erased")) == 1);
}

TEST_CASE("a link by the name of the file is the account of its key as well, and no second one is made", "[links]")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,industry,arr\nA1,Alpha GmbH,Tech,1200\n");
    const qint64 alpha = desk.all<Account>()[0].id;
    const QByteArray text = "client_id,company_name,industry,arr\n1P0,Alpha,Tech,1200\n";
    ImportRequest request = Desk::request(desk.write(QStringLiteral("clients.csv"), text));
    CHECK(desk.plan(request).proposals.size() == 1);
    for (const char* said : {"Alpha", "1P0"}) {
        request.links = {{QString::fromLatin1(said), alpha}};
        CHECK(desk.plan(request).counts.created == 0);
    }
    request.links = {{QStringLiteral("Alpha"), alpha}};
    desk.import(request);
    CHECK(desk.count<Account>() == 1);
    request.links = {};
    CHECK(desk.import(request).counts == Counts{1, 0, 0, 1, 0});
}

TEST_CASE("a file of which no row is taken makes nothing, not even what its rows name", "[links]")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,industry\nA1,Acme,Tech\n");
    const QByteArray before = desk.hash();
    const ImportPlan usage = desk.importText(QStringLiteral("usage.csv"), "account_id,day,metric,value\n"
                                                                          "A8,2024-01-31,logins,5\n"
                                                                          "A9,2024-01-31,exports,6\n");
    CHECK(usage.counts == Counts{2, 0, 0, 0, 2});
    const ImportPlan tickets =
        desk.importText(QStringLiteral("subscriptions.csv"),
                        "subscription_id,account_id,plan,start_date,mrr\nS1,A9,Pro,2024-01-31,5\n");
    CHECK(tickets.counts == Counts{1, 0, 0, 0, 1});
    CHECK(desk.hash() == before);
    const auto history = desk.book().history(10);
    REQUIRE(history);
    CHECK(history->size() == 1);
}

TEST_CASE("answers under the question itself are NPS answers", "[voice]")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,industry\nA1,Acme,Tech\n");
    ImportRequest request =
        Desk::request(desk.write(QStringLiteral("export.csv"),
                                 "Respondent ID,Company,End Date,How likely are you to recommend us to a friend or "
                                 "colleague?\n1,Acme,2026-01-31,9\n2,Acme,2026-02-01,3\n"));
    request.hints.kind = kindNamed(u"surveys");
    CHECK(desk.import(request).counts.created == 2);
    for (const auto& answer : desk.all<Survey>()) {
        CHECK(answer.kind == QStringLiteral("nps"));
        CHECK(answer.day.isValid());
    }
}

TEST_CASE("rejected rows hold no formula and come back as they were, a workbook's name is refused", "[formula]")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,industry\nA1,Acme,Tech\n");
    const ImportPlan plan = desk.importText(QStringLiteral("tickets.csv"),
                                            "ticket_id,account_id,opened,status,subject\nT1,A9,2026-01-31,open,=1+1\n");
    const auto reason = [](Code code) { return QString::fromLatin1(code.id().data()); };
    const QString path = desk.path(QStringLiteral("rejects.csv"));
    REQUIRE(writeRejects(plan, path, reason));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    CHECK(text.contains("\"'=1+1\""));
    text.replace("A9", "A1");
    CHECK(desk.importText(QStringLiteral("fixed.csv"), text).counts == Counts{1, 1, 0, 0, 0});
    CHECK(desk.all<Ticket>()[0].subject == QStringLiteral("=1+1"));
    CHECK_FALSE(writeRejects(plan, desk.path(QStringLiteral("rejects.xlsx")), reason));
}

TEST_CASE("what is wrong with the head of a file is told once", "[links]")
{
    Desk desk;
    const ImportPlan plan = desk.importText(QStringLiteral("accounts.csv"), "Report of accounts\n\n"
                                                                            "account_id,account_name,industry,\n"
                                                                            "A1,Acme,Tech,x\n");
    CHECK(plan.issues.size() == 2);
}
