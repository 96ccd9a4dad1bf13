// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/changes.h"
#include "tests/core/exchange/import_support.h"

#include <set>

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;

/// What a row changes beside its own record is a change of the row.
namespace {

const QByteArray accounts = "account_id,account_name,industry,arr,start_date,size class\n"
                            "A1,Acme,Tech,1200,2025-01-01,small\n"
                            "A2,Bolt,Food,2400,2025-01-01,large\n"
                            "A3,Cord,Food,3600,2025-01-01,large\n"
                            "A4,Dune,Food,4800,2025-01-01,large\n";
const QByteArray contacts = "contact_id,account_id,name,email,role\n"
                            "C1,A1,Ana,ana@acme.example,champion\n"
                            "C2,A2,Ben,ben@bolt.example,sponsor\n";

QString accountsName() { return QStringLiteral("accounts.csv"); }
QString contactsName() { return QStringLiteral("contacts.csv"); }

std::vector<Action> actionsOf(const ImportPlan& plan)
{
    std::vector<Action> actions;
    for (const auto& row : plan.rows)
        actions.push_back(row.action);
    return actions;
}

FieldChange change(const char* field, const char* before, const char* after)
{
    return {QString::fromUtf8(field), QString::fromUtf8(before), QString::fromUtf8(after)};
}

} // namespace

TEST_CASE("A changed ARR, a changed role and a changed field of its own are updates of their rows", "[P19][P20]")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    desk.importText(contactsName(), contacts);
    QByteArray changed = accounts;
    changed.replace("1200", "2400").replace("A3,Cord,Food,3600,2025-01-01,large", "A3,Cord,Food,3600,2025-01-01,small");
    changed.replace("A4,Dune,Food", "A4,Dune,Steel");
    const ImportPlan plan = desk.importText(accountsName(), changed);
    CHECK(plan.counts == Counts{4, 0, 3, 1, 0});
    CHECK(actionsOf(plan) == std::vector{Action::Updated, Action::Unchanged, Action::Updated, Action::Updated});
    const Changes changes(plan);
    CHECK(changes.of(plan.rows[0]) == std::vector{change("subscription.amount", "1200.00", "2400.00"),
                                                  change("subscription_phase.from", "", "2026-11-21")});
    CHECK(changes.of(plan.rows[1]).empty());
    CHECK(changes.of(plan.rows[2]) == std::vector{change("custom.size class", "large", "small")});
    CHECK(changes.of(plan.rows[3]) == std::vector{change("industry", "Food", "Steel")});
    const QByteArray before = desk.hash();
    CHECK(desk.importText(accountsName(), changed).counts == Counts{4, 0, 0, 4, 0});
    CHECK(desk.hash() == before);

    QByteArray roles = contacts;
    roles.replace("sponsor", "decision maker");
    const ImportPlan people = desk.importText(contactsName(), roles);
    CHECK(actionsOf(people) == std::vector{Action::Unchanged, Action::Updated});
    CHECK(Changes(people).accountOf(people.rows[1]) == QStringLiteral("Bolt"));
    CHECK(desk.importText(contactsName(), roles).counts == Counts{2, 0, 0, 2, 0});
}

TEST_CASE("A preview calls what a row refers to by its name, also what the file itself makes", "[P20]")
{
    Desk desk;
    desk.importText(accountsName(), "account_id,account_name,industry\nA1,Acme,Tech\n");
    const ImportPlan plan = desk.plan(Desk::request(desk.write(
        accountsName(), "account_id,account_name,industry,csm,parent\nA1,Acme,Tech,Dana,A2\nA2,Bolt,Tech,Dana,\n")));
    const Changes changes(plan);
    std::set<QString> told;
    for (const auto& each : changes.of(plan.rows[0]))
        told.insert(each.field + u'=' + each.after);
    CHECK(told == std::set<QString>{QStringLiteral("csm_id=Dana"), QStringLiteral("parent_id=Bolt"),
                                    QStringLiteral("person.name=Dana")});
}

TEST_CASE("Of every row of a mixed file the class is the one that is known", "[P20]")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    desk.importText(QStringLiteral("subscriptions.csv"), "subscription_id,account_id,start_date,plan,seats,mrr\n"
                                                         "S1,A1,2025-01-01,Pro,5,10\n"
                                                         "S2,A2,2025-01-01,Pro,5,20\n");
    const std::pair<QByteArray, Action> rows[] = {
        {"S1,A1,2025-01-01,Pro,5,10", Action::Unchanged}, {"S2,A2,2025-01-01,Pro,6,20", Action::Updated},
        {"S3,A3,2025-02-01,Basic,1,5", Action::Created},  {"S4,A9,2025-02-01,Basic,1,5", Action::Rejected},
        {"S5,A4,2025-02-31,Basic,1,5", Action::Rejected}, {"S6,A4,2025-02-01,Basic,one,5", Action::Rejected},
        {"S7,A4,2025-02-01,,,", Action::Created},         {"S3,A3,2025-02-01,Basic,1,5", Action::Unchanged},
        {"S3,A3,2025-02-01,Basic,2,5", Action::Updated},  {"S1,A1,,,,", Action::Unchanged}};
    QByteArray text = "subscription_id,account_id,start_date,plan,seats,mrr\n";
    for (const auto& [row, action] : rows)
        text += row + '\n';
    const ImportPlan plan = desk.importText(QStringLiteral("subscriptions.csv"), text);
    REQUIRE(plan.rows.size() == std::size(rows));
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        INFO(rows[i].first.constData());
        CHECK(plan.rows[i].action == rows[i].second);
    }
    CHECK(plan.counts == Counts{10, 2, 2, 3, 3});
}

TEST_CASE("Usage that waited under several keys of an account keeps every figure when it links", "[links]")
{
    Desk desk;
    ImportRequest request = Desk::request(desk.write(
        QStringLiteral("usage.csv"), "subscription_id,usage_date,feature_name,usage_count,active_users\n"
                                     "S1,2025-01-31,export,5,3\nS2,2025-01-31,export,7,9\nS3,2025-01-31,export,2,1\n"
                                     "S2,2025-02-01,export,4,4\n"));
    request.unlinked = Unlinked::Keep;
    CHECK(desk.import(request).counts.created == 4);
    const auto sums = [&] {
        std::map<QString, double> figures;
        for (const auto& sample : desk.usage())
            figures[sample.metric + isoText(sample.day)] += sample.value;
        return figures;
    };
    desk.importText(accountsName(), accounts);
    // S1 links before the others, so the rest comes to a day that the account has.
    const QByteArray head = "subscription_id,account_id,start_date,plan,mrr\n";
    desk.importText(QStringLiteral("one.csv"), head + "S1,A1,2025-01-01,Pro,10\n");
    desk.importText(QStringLiteral("rest.csv"), head + "S2,A1,2025-01-01,Pro,20\nS3,A1,2025-01-01,Pro,30\n");
    const auto linked = sums();
    Desk other;
    other.importText(accountsName(), accounts);
    other.importText(QStringLiteral("all.csv"),
                     head + "S1,A1,2025-01-01,Pro,10\nS2,A1,2025-01-01,Pro,20\nS3,A1,2025-01-01,Pro,30\n");
    other.import(other.write(QStringLiteral("usage.csv"),
                             "subscription_id,usage_date,feature_name,usage_count,active_users\n"
                             "S1,2025-01-31,export,5,3\nS2,2025-01-31,export,7,9\nS3,2025-01-31,export,2,1\n"
                             "S2,2025-02-01,export,4,4\n"));
    std::map<QString, double> direct;
    for (const auto& sample : other.usage())
        direct[sample.metric + isoText(sample.day)] += sample.value;
    CHECK(linked == direct);
    CHECK(desk.import(request).counts == Counts{4, 0, 0, 4, 0});
}

TEST_CASE("A book open for reading previews usage like one open for writing, and is not touched")
{
    Desk desk;
    desk.importText(accountsName(), accounts);
    desk.importText(QStringLiteral("usage.csv"), "account_id,day,metric,value\nA1,2025-01-31,logins,9\n");
    const QByteArray before = desk.hash();
    const QString path = desk.path(QStringLiteral("copy.steward"));
    REQUIRE(desk.book().backup(path, {}));
    book::OpenOptions options;
    options.access = book::Access::ReadOnly;
    options.clock.today = [] { return QDate(2026, 11, 21); };
    options.clock.now = [] { return Instant{1'795'000'000'000}; };
    const auto reading = book::Book::open(path, options);
    REQUIRE(reading);
    ImportRequest request = Desk::request(desk.write(
        QStringLiteral("usage.csv"), "account_id,day,metric,value\nA1,2025-01-31,logins,8\nA1,2025-02-01,logins,1\n"));
    request.isPreview = true;
    const auto profiles = profilesOf(**reading);
    REQUIRE(profiles);
    const auto plan = planImport(**reading, request, *profiles);
    REQUIRE(plan);
    CHECK(plan->counts == Counts{2, 1, 1, 0, 0});
    const auto after = (*reading)->hash();
    REQUIRE(after);
    CHECK(*after == before);
}
