// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"
#include "core/model/values.h"
#include "core/portfolio/look_back.h"
#include "tests/core/exchange/import_support.h"

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;
using steward::exchange::tests::issuesOf;

/// Facts of files that do not say since when they hold.
namespace {

const Code sinceFile("import.fact.since_file");
const Code noDay("import.fact.no_day");

ImportRequest requestOf(Desk& desk, const char* kind, const QByteArray& text, QDate today)
{
    ImportRequest request = Desk::request(desk.write(QString::fromLatin1(kind) + QStringLiteral(".csv"), text));
    request.hints.kind = kindNamed(QString::fromLatin1(kind));
    request.today = today;
    return request;
}

void addAccounts(Desk& desk)
{
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\nA2,Bolt\n");
    desk.importText(QStringLiteral("contacts.csv"), "contact_id,account_id,name,email\nC1,A1,Ada,ada@acme.example\n");
}

QDate dayIn(Desk& desk, Entity entity, QStringView field)
{
    QDate day;
    qint64 rows = 0;
    REQUIRE(desk.book().forEach(entity, [&](const Row& row) {
        ++rows;
        if (const auto* value = std::get_if<QDate>(&row[std::size_t(info(entity).indexOf(field))]))
            day = *value;
        return true;
    }));
    CHECK(rows == 1);
    return day;
}

} // namespace

TEST_CASE(
    "A state without a day counts from the day of its file, is told so, and stays there when the file comes again")
{
    struct Case
    {
        const char* kind;
        Entity entity;
        const char16_t* field;
        const char* text;
    };
    const Case cases[] = {
        {"stage_moves", Entity::StageMove, u"day", "account_id,to_stage\nA1,adoption\n"},
        {"assignments", Entity::Assignment, u"from", "account_id,role,person\nA1,backup,Zed Example\n"},
        {"contact_roles", Entity::ContactRole, u"from", "account_id,contact_email,role\nA1,ada@acme.example,sponsor\n"},
        {"payment_methods", Entity::PaymentMethod, u"from", "account_id,kind,card_expires\nA1,card,2027-01-31\n"},
        {"tickets", Entity::Ticket, u"opened", "account_id,subject,priority,status\nA1,It fails,urgent,open\n"},
        {"pulses", Entity::Pulse, u"day", "account_id,rating\nA1,2\n"},
        {"goals", Entity::Goal, u"agreed_on", "account_id,outcome,status\nA1,Plan faster,on_track\n"},
        {"risks", Entity::Risk, u"opened", "account_id,kind,severity\nA1,budget,critical\n"},
        {"escalations", Entity::Escalation, u"opened", "account_id,subject\nA1,It fails\n"},
        {"opportunities", Entity::Opportunity, u"created", "account_id,name,stage\nA1,More seats,open\n"},
        {"renewal_calls", Entity::RenewalCall, u"day", "account_id,call\nA1,likely\n"},
        {"feature_notes", Entity::FeatureNote, u"day", "account_id,feature,wanted\nA1,reports,wanted\n"},
        {"quiet_periods", Entity::QuietPeriod, u"from", "account_id,why\nA1,holidays\n"},
        {"overrides", Entity::Override, u"from", "account_id,band,reason\nA1,red,other\n"},
        {"feedback", Entity::Feedback, u"day", "account_id,words,theme\nA1,Too slow,performance\n"},
        {"tasks", Entity::Task, u"created", "account_id,title\nA1,Call them\n"},
        {"playbook_runs", Entity::PlaybookRun, u"started", "account_id,playbook\nA1,renewal\n"},
    };
    for (const Case& each : cases) {
        INFO(each.kind);
        Desk desk;
        addAccounts(desk);
        ImportRequest request = requestOf(desk, each.kind, each.text, QDate(2026, 11, 21));
        request.dataUpTo = QDate(2026, 11, 14);
        const auto plan = desk.import(request);
        CHECK(plan.counts == Counts{1, 1, 0, 0, 0});
        CHECK(issuesOf(plan, sinceFile) == 1);
        CHECK(dayIn(desk, each.entity, each.field) == QDate(2026, 11, 14));
        // Weeks later, and with no word about how far it speaks.
        const auto again = desk.import(requestOf(desk, each.kind, each.text, QDate(2026, 12, 24)));
        CHECK(again.counts == Counts{1, 0, 0, 1, 0});
        CHECK(issuesOf(again, sinceFile) == 0);
        CHECK(dayIn(desk, each.entity, each.field) == QDate(2026, 11, 14));
    }
}

TEST_CASE("The role of a contact's row counts from the day of the file, of one who has left from the day they left")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
    const QByteArray text = "contact_id,account_id,name,email,role,left_on\n"
                            "C1,A1,Ada,ada@acme.example,sponsor,\n"
                            "C2,A1,Ben,ben@acme.example,sponsor,2026-03-31\n";
    const auto plan = desk.importText(QStringLiteral("contacts.csv"), text);
    CHECK(issuesOf(plan, sinceFile) == 2);
    std::vector<QDate> from;
    for (const auto& each : desk.all<ContactRole>())
        from.push_back(each.from);
    std::sort(from.begin(), from.end());
    CHECK(from == std::vector{QDate(2026, 3, 31), QDate(2026, 11, 21)});
    const QByteArray hash = desk.hash();
    CHECK(desk.import(requestOf(desk, "contacts", text, QDate(2026, 12, 24))).counts.unchanged == 2);
    CHECK(desk.hash() == hash);
}

TEST_CASE("What ended without a beginning began no later than it ended")
{
    Desk desk;
    addAccounts(desk);
    desk.import(
        requestOf(desk, "risks", "account_id,kind,severity,closed\nA1,budget,high,2026-03-31\n", QDate(2026, 11, 21)));
    CHECK(dayIn(desk, Entity::Risk, u"opened") == QDate(2026, 3, 31));
}

TEST_CASE("What happened on a day nobody says is kept without one and told")
{
    const std::pair<const char*, const char*> cases[] = {
        {"touches", "account_id,kind,subject\nA1,call,Hello\n"},
        {"surveys", "account_id,kind,score\nA1,nps,9\n"},
        {"values", "account_id,text\nA1,Two days saved\n"},
        {"churn", "account_id,reason\nA1,price\n"},
        {"account_events", "account_id,kind,note\nA1,merger,With Bolt\n"},
        {"advocacy", "account_id,kind,status\nA1,case_study,done\n"},
    };
    for (const auto& [kind, text] : cases) {
        INFO(kind);
        Desk desk;
        addAccounts(desk);
        const auto plan = desk.import(requestOf(desk, kind, text, QDate(2026, 11, 21)));
        CHECK(plan.counts == Counts{1, 1, 0, 0, 0});
        CHECK(issuesOf(plan, noDay) == 1);
        const EntityInfo& about = info(*plan.detection.kind.entity);
        CHECK_FALSE(dayIn(desk, about.entity, about.fields[std::size_t(about.happened)].name).isValid());
        CHECK(desk.import(requestOf(desk, kind, text, QDate(2026, 12, 24))).counts == Counts{1, 0, 0, 1, 0});
    }
}

TEST_CASE("Equal rows without a key are so many records, and the same so many when the file comes again")
{
    Desk desk;
    addAccounts(desk);
    const QByteArray text = "account_id,kind,severity,opened\n"
                            "A1,budget,high,2026-03-31\nA1,budget,high,2026-03-31\nA2,budget,high,2026-03-31\n";
    const auto counts = [&desk](const QByteArray& rows) {
        return desk.import(requestOf(desk, "risks", rows, QDate(2026, 11, 21))).counts;
    };
    CHECK(counts(text) == Counts{3, 3, 0, 0, 0});
    const QByteArray hash = desk.hash();
    CHECK(counts(text) == Counts{3, 0, 0, 3, 0});
    CHECK(desk.hash() == hash);
    CHECK(counts(text + "A2,budget,high,2026-03-31\n") == Counts{4, 1, 0, 3, 0});
}

TEST_CASE("A state that a later file says the day of is the one of the earlier file, and not one that began after it")
{
    struct Case
    {
        const char* kind;
        Entity entity;
        const char16_t* field;
        const char* columns;
        const char* row;
    };
    const Case cases[] = {
        {"risks", Entity::Risk, u"opened", "account_id,kind,severity", "A1,commercial,high"},
        {"escalations", Entity::Escalation, u"opened", "account_id,subject", "A1,It fails"},
        {"overrides", Entity::Override, u"from", "account_id,band,reason", "A1,red,other"},
        {"quiet_periods", Entity::QuietPeriod, u"from", "account_id,why", "A1,holidays"},
    };
    for (const Case& each : cases) {
        INFO(each.kind);
        const QByteArray undated = QByteArray(each.columns) + '\n' + each.row + '\n';
        const auto dated = [&each](const char* day) {
            return QByteArray(each.columns) + ',' + QString::fromUtf16(each.field).toUtf8() + '\n' + each.row + ',' +
                   day + '\n';
        };
        Desk desk;
        addAccounts(desk);
        desk.import(requestOf(desk, each.kind, undated, QDate(2026, 11, 21)));
        const auto later = requestOf(desk, each.kind, dated("2026-10-05"), QDate(2026, 12, 24));
        CHECK(desk.import(later).counts == Counts{1, 0, 1, 0, 0});
        CHECK(dayIn(desk, each.entity, each.field) == QDate(2026, 10, 5));
        // Both files again, in any order.
        CHECK(desk.import(later).counts == Counts{1, 0, 0, 1, 0});
        desk.import(requestOf(desk, each.kind, undated, QDate(2026, 12, 25)));
        CHECK(dayIn(desk, each.entity, each.field) == QDate(2026, 10, 5));

        Desk other;
        addAccounts(other);
        other.import(requestOf(other, each.kind, undated, QDate(2026, 11, 21)));
        const auto next = requestOf(other, each.kind, dated("2026-12-05"), QDate(2026, 12, 24));
        CHECK(other.import(next).counts == Counts{1, 1, 0, 0, 0});
    }
}

TEST_CASE("A further contract without a start began with its file, the first of an account was always there")
{
    Desk desk;
    addAccounts(desk);
    const QByteArray header = "subscription_id,account_id,seats,amount,currency,billing_period\n";
    const auto first = desk.importText(QStringLiteral("subscriptions.csv"), header + "S1,A1,5,100,EUR,month\n");
    CHECK(issuesOf(first, sinceFile) == 0);
    CHECK(issuesOf(first, Code("import.subscription.always")) == 1);
    CHECK_FALSE(dayIn(desk, Entity::Subscription, u"start").isValid());
    const QByteArray more = header + "S1,A1,5,100,EUR,month\nS2,A1,500,900,EUR,month\nS3,A2,5,100,EUR,month\n";
    const auto second = desk.import(requestOf(desk, "subscriptions", more, QDate(2026, 11, 21)));
    CHECK(second.counts == Counts{3, 2, 0, 1, 0});
    CHECK(issuesOf(second, sinceFile) == 1);
    std::vector<QDate> starts;
    for (const auto& each : desk.all<Subscription>())
        if (each.start.isValid())
            starts.push_back(each.start);
    CHECK(starts == std::vector{QDate(2026, 11, 21)});
    CHECK(desk.import(requestOf(desk, "subscriptions", more, QDate(2026, 12, 24))).counts.unchanged == 3);
}

TEST_CASE("What a later file brings of an account was not known before it")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,created_at\nA1,Acme,2025-01-01\n");
    const auto plan =
        desk.importText(QStringLiteral("more.csv"), "account_id,account_name,stage,tier,csm,segment,renewal_date\n"
                                                    "A1,Acme,adoption,Gold,Ana,mid_touch,2027-01-01\n");
    CHECK(issuesOf(plan, Code("import.change.from_today")) == 5);
    const auto book = desk.book().load({});
    REQUIRE(book);
    const auto accountOn = [&book](QDate day) {
        return asOf(book->at(0), day, LookBack::AsItHappened, book->book().zone).account;
    };
    const Account before = accountOn(QDate(2026, 11, 20));
    CHECK(before.stage.isEmpty());
    CHECK(before.tier.isEmpty());
    CHECK(before.segment.isEmpty());
    CHECK_FALSE(before.csm.isValid());
    CHECK_FALSE(before.renewalDate.isValid());
    const Account now = accountOn(QDate(2026, 11, 21));
    CHECK(now.stage == u"adoption");
    CHECK(now.tier == u"Gold");
    CHECK(now.segment == u"mid_touch");
    CHECK(now.csm.isValid());
    CHECK(now.renewalDate == QDate(2027, 1, 1));
}

TEST_CASE("A file of the book itself says what it means by no day")
{
    Desk desk;
    addAccounts(desk);
    REQUIRE(desk.book().edit({Code("edit.test"), {}}, QStringLiteral("test"), [&](book::Edit& edit) {
        Risk risk;
        risk.account = AccountId(desk.all<Account>().front().id);
        risk.kind = QStringLiteral("budget");
        const auto saved = edit.save(risk);
        return saved ? Status() : Status(tl::unexpected(saved.error()));
    }));
    const QString path = desk.path(QStringLiteral("risks.csv"));
    REQUIRE(exportKind(desk.book(), QStringLiteral("risks"), path, csv::Form::Exact));
    REQUIRE(desk.book().undo());
    const auto plan = desk.import(path);
    CHECK(plan.counts == Counts{1, 1, 0, 0, 0});
    CHECK(issuesOf(plan, sinceFile) == 0);
    CHECK_FALSE(dayIn(desk, Entity::Risk, u"opened").isValid());
}
