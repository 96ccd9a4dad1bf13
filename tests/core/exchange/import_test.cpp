// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/changes.h"
#include "tests/core/exchange/import_support.h"

#include <QLocale>
#include <random>

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;
using steward::exchange::tests::issuesOf;

namespace {

const QByteArray accounts = "account_id,account_name,industry,country\nA1,Acme,Tech,DE\nA2,Bolt,Food,FR\n";

QString accountsName() { return QStringLiteral("accounts.csv"); }

} // namespace

TEST_CASE("A file imported twice changes nothing the second time and says so", "[P19]")
{
    Desk desk;
    CHECK(desk.importText(accountsName(), accounts).counts == Counts{2, 2, 0, 0, 0});
    const QByteArray before = desk.hash();
    CHECK(desk.importText(accountsName(), accounts).counts == Counts{2, 0, 0, 2, 0});
    CHECK(desk.last().import == 0);
    CHECK(desk.hash() == before);
}

TEST_CASE("An update never drops what the file does not mention")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    const ImportPlan plan =
        desk.importText(QStringLiteral("a.csv"), "account_id,account_name,industry,region\nA1,Acme,,North\n");
    CHECK(plan.counts == Counts{1, 0, 1, 0, 0});
    const auto changes = Changes(plan).of(plan.rows[0]);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].field == QStringLiteral("region"));
    const auto all = desk.all<Account>();
    const auto acme = std::find_if(all.begin(), all.end(), [](const Account& a) { return a.name == u"Acme"; });
    REQUIRE(acme != all.end());
    CHECK(acme->industry == QStringLiteral("Tech"));
    CHECK(acme->country == QStringLiteral("DE"));
    CHECK(acme->region == QStringLiteral("North"));
}

TEST_CASE("Every row is created, updated, unchanged or rejected, rejected rows can be fixed and imported", "[P20]")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    const QByteArray text = "ticket_id,account_id,opened,priority,status\n"
                            "T1,A1,2024-01-31,high,open\n"
                            "T2,A9,2024-02-01,low,open\n"
                            "T3,A2,2024-02-31,low,open\n"
                            "T4,,2024-02-03,low,open\n"
                            "T5,A2,2024-02-03,low,open,surplus\n";
    const ImportPlan plan = desk.importText(QStringLiteral("tickets.csv"), text);
    CHECK(plan.counts == Counts{5, 1, 0, 0, 4});
    REQUIRE(plan.rejected.size() == 4);
    CHECK(plan.rejected[0].code == Code("import.account.unknown"));
    CHECK(plan.rejected[1].code == Code("import.cell.no_such_day"));
    CHECK(plan.rejected[2].code == Code("import.account.missing"));
    CHECK(plan.rejected[3].code == Code("csv.long-row"));
    CHECK(plan.issues[0].line == 3);

    const QString path = desk.path(QStringLiteral("rejects.csv"));
    REQUIRE(writeRejects(plan, path, [](Code code) { return QString::fromLatin1(code.id().data()); }));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QByteArray fixed = file.readAll();
    CHECK(fixed.startsWith(R"("ticket_id","account_id","opened","priority","status","steward_line","steward_reason")"));
    fixed.replace(R"("T2","A9")", R"("T2","A1")").replace("2024-02-31", "2024-02-28");
    fixed.replace(R"("T4","")", R"("T4","A1")");
    CHECK(desk.importText(QStringLiteral("fixed.csv"), fixed).counts == Counts{4, 4, 0, 0, 0});
    CHECK(desk.count<Ticket>() == 5);
}

TEST_CASE("An answer that is none, or of an unknown kind, is rejected and not stored where it counts nowhere")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    const QByteArray head = "survey_id,account_id,score,comment,survey_date\n";
    const ImportPlan known =
        desk.importText(QStringLiteral("nps.csv"), head + "S1,A1,9,,2026-01-05\nS2,A1,,,2026-01-06\n");
    CHECK(known.counts == Counts{2, 1, 0, 0, 1});
    CHECK(known.rejected.front().code == Code("import.survey.no_answer"));
    const ImportPlan unknown = desk.importText(QStringLiteral("answers.csv"), head + "S3,A1,9,,2026-01-05\n");
    CHECK(unknown.counts == Counts{1, 0, 0, 0, 1});
    CHECK(unknown.rejected.front().code == Code("import.survey.no_kind"));
}

TEST_CASE("An ambiguous date or decimal sign stops the import until it is answered", "[P22]")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    ImportRequest request = Desk::request(
        desk.write(QStringLiteral("tickets.csv"), "ticket_id,account_id,opened,status\nT1,A1,05/03/2024,open\n"));
    const ImportPlan open = desk.plan(request);
    REQUIRE(open.hasQuestions());
    CHECK(open.rows.empty());
    const auto refused = applyImport(desk.book(), open);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code("import.ask.open"));
    request.answers.dateOrder = DateOrder::Dmy;
    desk.import(request);
    CHECK(desk.all<Ticket>().at(0).opened == QDate(2024, 3, 5));
}

TEST_CASE("Leading zeros, long ids and what looks like an exponent stay as they are written", "[P23]")
{
    Desk desk;
    desk.importText(accountsName(), "account_id,account_name,industry,code\n00123,1E5,00700,12345678901234567890\n");
    const auto keys = desk.book().keys(Entity::Account);
    REQUIRE(keys);
    CHECK(keys->at(0).key == QStringLiteral("00123"));
    const Account account = desk.all<Account>().at(0);
    CHECK(account.name == QStringLiteral("1E5"));
    CHECK(account.industry == QStringLiteral("00700"));
    const auto customs = desk.book().customValues(Entity::Account);
    REQUIRE(customs);
    CHECK(customs->at(0).value == QStringLiteral("12345678901234567890"));
}

TEST_CASE("An import is one step of undo")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    const QByteArray before = desk.hash();
    desk.importText(QStringLiteral("more.csv"), "account_id,account_name,industry,arr\nA3,Corp,Tech,1200\n");
    CHECK(desk.count<Subscription>() == 1);
    REQUIRE(desk.book().undo());
    CHECK(desk.hash() == before);
}

TEST_CASE("Rows kept without an account link by themselves when the key appears")
{
    Desk desk;
    ImportRequest request = Desk::request(
        desk.write(QStringLiteral("tickets.csv"), "ticket_id,account_id,opened,status\nT1,A1,2024-03-05,open\n"));
    request.unlinked = Unlinked::Keep;
    const ImportPlan plan = desk.import(request);
    CHECK(plan.counts == Counts{1, 1, 0, 0, 0});
    CHECK(plan.unlinkedKeys == QStringList{QStringLiteral("A1")});
    CHECK_FALSE(desk.all<Ticket>().at(0).account.isValid());
    desk.importText(accountsName(), accounts);
    CHECK(desk.all<Ticket>().at(0).account.isValid());
    CHECK(desk.import(request).counts == Counts{1, 0, 0, 1, 0});
}

TEST_CASE("Two rows of one key are merged, the later wins, and the sum of rows stays right")
{
    Desk desk;
    const QByteArray text = "account_id,account_name,industry,country\nA1,Acme,Tech,DE\nA1,Acme,Food,DE\n";
    CHECK(desk.importText(accountsName(), text).counts == Counts{2, 1, 1, 0, 0});
    CHECK(desk.all<Account>().at(0).industry == QStringLiteral("Food"));
    CHECK(desk.importText(accountsName(), text).counts == Counts{2, 0, 0, 2, 0});
}

TEST_CASE("Rows of archived records count as unchanged and are listed")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    const qint64 id = desk.all<Account>().at(0).id;
    REQUIRE(desk.book().edit({Code("edit.import"), {}}, QStringLiteral("test"),
                             [&](book::Edit& edit) { return edit.archive(Entity::Account, id, edit.today()); }));
    QByteArray changed = accounts;
    changed.replace("Tech", "Other").replace("Food", "Other");
    const ImportPlan plan = desk.importText(accountsName(), changed);
    CHECK(plan.counts == Counts{2, 0, 1, 1, 0});
    CHECK(std::count_if(plan.rows.begin(), plan.rows.end(), [](const RowResult& r) { return r.isArchived; }) == 1);
}

TEST_CASE("An imported end date is the outcome when it has come, otherwise the renewal date")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    desk.importText(QStringLiteral("subscriptions.csv"), "subscription_id,account_id,start_date,end_date,status,mrr\n"
                                                         "S1,A1,2024-01-01,2025-01-01,cancelled,10\n"
                                                         "S2,A1,2025-01-01,2030-01-01,active,20\n"
                                                         "S3,A2,2024-01-01,2025-06-01,active,30\n");
    const auto all = desk.all<Subscription>();
    REQUIRE(all.size() == 3);
    for (const auto& subscription : all) {
        const qint64 amount = subscription.amount->value;
        CHECK(subscription.endedOn == (amount == 1000 ? QDate(2025, 1, 1) : QDate()));
        CHECK(subscription.renewalDate == (amount == 1000   ? QDate()
                                           : amount == 2000 ? QDate(2030, 1, 1)
                                                            : QDate(2025, 6, 1)));
    }
}

TEST_CASE("Usage: wide months, a later file replaces the day, and the preview tells the outcome of each row")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    const QByteArray months =
        "account_id,month,api_calls,active_users\nA1,2024-01,100,5\nA1,2024-02,200,6\nA2,2024-01,50,\n";
    CHECK(desk.importText(QStringLiteral("usage.csv"), months).counts == Counts{3, 3, 0, 0, 0});
    const auto samples = desk.usage();
    CHECK(samples.size() == 5);
    for (const auto& sample : samples)
        CHECK(sample.day == (sample.value == 200 || sample.value == 6 ? QDate(2024, 2, 29) : QDate(2024, 1, 31)));
    CHECK(desk.importText(QStringLiteral("usage.csv"), months).counts == Counts{3, 0, 0, 3, 0});
    QByteArray changed = months;
    changed.replace("200,6", "200,7");
    ImportRequest request = Desk::request(desk.write(QStringLiteral("usage.csv"), changed));
    request.isPreview = true;
    const QByteArray before = desk.hash();
    CHECK(desk.plan(request).counts == Counts{3, 0, 1, 2, 0});
    CHECK(desk.hash() == before);
    request.isPreview = false;
    CHECK(desk.import(request).counts == Counts{3, 0, 1, 2, 0});
}

TEST_CASE("Usage reads the same however its cells are written")
{
    // Bare cells take short ways through the reader; quotes, blanks, long numbers and other dates do not.
    Desk desk;
    desk.importText(accountsName(), accounts);
    std::mt19937 random(3);
    QByteArray bare = "account_id,metric,day,value\n";
    QByteArray dressed = bare;
    int rows = 0;
    for (int day = 0; day < 200; ++day)
        for (const char* account : {"A1", "A2"})
            for (const char* metric : {"logins", "exports"}) {
                const QByteArray date = QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1();
                const auto drawn = static_cast<double>(random() % 100'000);
                const double value = random() % 3 == 0 ? drawn : drawn / 64;
                const QByteArray number = QByteArray::number(value, 'f', QLocale::FloatingPointShortest);
                bare += account + (',' + QByteArray(metric)) + ',' + date + ',' + number + '\n';
                const QByteArray time = random() % 2 == 0 ? "T00:00:00" : "";
                dressed += "\"" + QByteArray(account) + "\", " + metric + " ,\"" + date + time + "\",0000000000000000" +
                           number + (random() % 2 == 0 ? "\r\n" : "\n");
                ++rows;
            }
    CHECK(desk.importText(QStringLiteral("usage.csv"), bare).counts == Counts{rows, rows, 0, 0, 0});
    CHECK(desk.importText(QStringLiteral("usage.csv"), dressed).counts == Counts{rows, 0, 0, rows, 0});
}

TEST_CASE("Usage events: identical rows count once, one id with other content is kept and told")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    const ImportPlan plan = desk.importText(QStringLiteral("events.csv"), "event_id,account_id,event_type,event_time\n"
                                                                          "E1,A1,login,2024-01-31T10:00:00\n"
                                                                          "E1,A1,login,2024-01-31T10:00:00\n"
                                                                          "E1,A1,login,2024-01-31T11:00:00\n"
                                                                          "E2,A1,login,2024-01-31T12:00:00\n");
    CHECK(plan.counts == Counts{4, 3, 0, 1, 0});
    CHECK(issuesOf(plan, Code("import.usage.event_repeated")) == 1);
    CHECK(issuesOf(plan, Code("import.usage.event_collision")) == 1);
    const auto samples = desk.usage();
    REQUIRE(samples.size() == 1);
    CHECK(samples[0].value == 3);
}

TEST_CASE("Two rows of one key with different content: the later one counts, and what it replaces is told")
{
    Desk desk;
    const ImportPlan plan = desk.importText(accountsName(), "account_id,account_name,industry,country,floor\n"
                                                            "A1,Acme,Tech,DE,1\n"
                                                            "A2,Bolt,Food,FR,2\n"
                                                            "A1,Acme,,AT,3\n"
                                                            "A2,Bolt,Food,FR,2\n"
                                                            "A1,Acme,Steel,,\n");
    CHECK(plan.counts == Counts{5, 2, 2, 1, 0});
    CHECK(issuesOf(plan, Code("import.row.repeated")) == 3);
    REQUIRE(plan.issues.size() == 3);
    CHECK(plan.issues[0].line == 4);
    CHECK(plan.issues[0].column == QStringLiteral("country"));
    CHECK(plan.issues[0].arguments == Arguments{QStringLiteral("AT"), QStringLiteral("DE"), qint64(2)});
    CHECK(plan.issues[1].column == QStringLiteral("floor"));
    // Line 4 says nothing of the industry, so line 6 replaces what line 2 said.
    CHECK(plan.issues[2].line == 6);
    CHECK(plan.issues[2].arguments == Arguments{QStringLiteral("Steel"), QStringLiteral("Tech"), qint64(2)});
}

TEST_CASE("Two rows of one name and no key are told as well, rows of records that may repeat are two records")
{
    Desk desk;
    const ImportPlan named =
        desk.importText(accountsName(), "account,sector,employees\nAcme,Tech,10\nBolt,Food,20\nAcme,Tech,30\n");
    CHECK(issuesOf(named, Code("import.row.repeated")) == 1);
    const ImportPlan answers = desk.importText(QStringLiteral("nps.csv"), "account,date,score,comment\n"
                                                                          "Acme,2026-01-31,9,good\n"
                                                                          "Acme,2026-01-31,9,fine\n");
    CHECK(answers.counts.created == 2);
    CHECK(issuesOf(answers, Code("import.row.repeated")) == 0);
}

TEST_CASE("A file that looks like another kind than was said asks back and changes nothing until it is confirmed")
{
    struct Case
    {
        const char* said;
        const char* looksLike;
        QByteArray text;
    };
    const Case cases[] = {
        {"accounts", "tickets", "ticket_id,account_id,opened,priority,status\nT1,A1,2024-01-31,high,open\n"},
        {"tickets", "surveys", "survey_id,account_id,score,comment,survey_date\nN1,A1,9,good,2024-01-31\n"},
        {"contacts", "accounts", "account_id,account_name,industry,country\nA1,Acme,Tech,DE\n"},
        {"accounts", "usage", "account_id,day,metric,value\nA1,2024-01-31,logins,9\n"},
        {"surveys", "invoices", "invoice_id,account_id,invoice_date,amount\nI1,A1,2024-01-31,10\n"},
        {"usage", "subscriptions", "subscription_id,account_id,start_date,plan,mrr\nS1,A1,2024-01-31,Pro,10\n"}};
    Desk desk;
    desk.importText(accountsName(), accounts);
    const QByteArray before = desk.hash();
    for (const auto& each : cases) {
        INFO(each.said);
        ImportRequest request = Desk::request(desk.write(QStringLiteral("export.csv"), each.text));
        request.hints.kind = kindNamed(QString::fromLatin1(each.said));
        const ImportPlan plan = desk.plan(request);
        REQUIRE_FALSE(plan.detection.asks.empty());
        CHECK(plan.detection.asks[0].code == Code("import.ask.other_kind"));
        CHECK(plan.detection.asks[0].choices ==
              QStringList{QString::fromLatin1(each.looksLike), QString::fromLatin1(each.said)});
        CHECK(plan.rows.empty());
        const auto refused = applyImport(desk.book(), plan);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code("import.ask.open"));
        CHECK(desk.hash() == before);
        request.hints.isKindSure = true;
        const ImportPlan sure = desk.plan(request);
        CHECK(sure.detection.kind == request.hints.kind);
        for (const auto& ask : sure.detection.asks)
            CHECK(ask.code != Code("import.ask.other_kind"));
    }
}

TEST_CASE("A kind that was said is taken at its word where no other kind knows the file better")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    const std::pair<const char*, QByteArray> files[] = {
        {"stage_moves", "account_id,day,to_stage\nA1,2024-01-31,onboarding\n"},
        {"goals", "account_id,outcome,due,status\nA1,Half the time,2024-12-31,open\n"},
        {"subscriptions", "account_id,plan,region,start_date,mrr\nA1,Pro,North,2024-01-31,10\n"}};
    for (const auto& [kind, text] : files) {
        INFO(kind);
        ImportRequest request = Desk::request(desk.write(QStringLiteral("export.csv"), text));
        request.hints.kind = kindNamed(QString::fromLatin1(kind));
        CHECK(desk.import(request).counts.created == 1);
    }
    ImportRequest strange = Desk::request(desk.write(QStringLiteral("strange.csv"), "colour,shape\nred,round\n"));
    strange.hints.kind = kindNamed(u"accounts");
    const ImportPlan plan = desk.plan(strange);
    REQUIRE(plan.detection.asks.size() == 1);
    CHECK(plan.detection.asks[0].code == Code("import.ask.no_columns"));
}

TEST_CASE("Figures of accounts without a day are usage of the day that is said")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    ImportRequest request = Desk::request(
        desk.write(QStringLiteral("figures.csv"), "account_id,active_users,events\nA1,5,100\nA2,7,200\n"));
    const ImportPlan open = desk.plan(request);
    CHECK(open.detection.kind.isUsage);
    REQUIRE(open.detection.asks.size() == 1);
    CHECK(open.detection.asks[0].code == Code("import.ask.date"));
    request.dataUpTo = QDate(2026, 10, 31);
    CHECK(desk.import(request).counts == Counts{2, 2, 0, 0, 0});
    const auto samples = desk.usage();
    CHECK(samples.size() == 4);
    for (const auto& sample : samples)
        CHECK(sample.day == QDate(2026, 10, 31));
}

TEST_CASE("A first row of usage without a day is rejected like any other")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    const ImportPlan plan = desk.importText(QStringLiteral("usage.csv"), "account_id,day,metric,value\n"
                                                                         "A1,,logins,5\nA1,2024-01-31,logins,6\n");
    CHECK(plan.counts == Counts{2, 1, 0, 0, 1});
}
