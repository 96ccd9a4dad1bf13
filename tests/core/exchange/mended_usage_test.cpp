// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/import_support.h"

#include <map>

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;
using steward::exchange::tests::issuesOf;

/// Rows of usage that were left out, mended and imported: they complete their day and do not replace it.

namespace {

/// A1 through the subscriptions S1 and S2, whose first file wrote S2X for the second.
class Mending
{
public:
    Mending()
    {
        m_desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
        m_desk.importText(QStringLiteral("subscriptions.csv"), "subscription_id,account_id,start,amount\n"
                                                               "S1,A1,2024-01-01,10\nS2,A1,2024-01-01,10\n");
    }
    Desk& desk() { return m_desk; }

    ImportPlan import(const QByteArray& text)
    {
        const ImportPlan plan = m_desk.importText(QStringLiteral("usage.csv"), text);
        REQUIRE(writeRejects(plan, m_desk.path(QStringLiteral("rejects.csv")),
                             [](Code code) { return QString::fromLatin1(code.id().data()); }));
        return plan;
    }
    /// The file of rejects with one text for another.
    QByteArray mended(const QByteArray& wrong, const QByteArray& right) const
    {
        QFile file(m_desk.path(QStringLiteral("rejects.csv")));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll().replace(wrong, right);
    }
    std::map<QString, double> values()
    {
        std::map<QString, double> values;
        for (const auto& sample : m_desk.usage())
            values[sample.metric + u' ' + isoText(sample.day)] = sample.value;
        return values;
    }

private:
    Desk m_desk;
};

const QByteArray first = "subscription_id,date,logins,active_users\nS1,2025-01-01,5,4\nS2X,2025-01-01,7,9\n"
                         "S1,2025-01-02,1,1\nS2Y,2025-01-02,2,1\n";

} // namespace

TEST_CASE("Mended rows of usage complete the day of their file")
{
    Mending mending;
    CHECK(mending.import(first).counts == Counts{4, 2, 0, 0, 2});
    const ImportPlan plan = mending.import(mending.mended("S2X", "S2"));
    CHECK(plan.counts == Counts{2, 0, 1, 0, 1});
    CHECK(issuesOf(plan, Code("import.usage.completed")) == 1);
    const std::map<QString, double> half = {{QStringLiteral("logins 2025-01-01"), 12},
                                            {QStringLiteral("active_users 2025-01-01"), 9},
                                            {QStringLiteral("logins 2025-01-02"), 1},
                                            {QStringLiteral("active_users 2025-01-02"), 1}};
    CHECK(mending.values() == half);
    SECTION("and what is still wrong there can be mended again")
    {
        CHECK(mending.import(mending.mended("S2Y", "S2")).counts == Counts{1, 0, 1, 0, 0});
        CHECK(mending.values()[QStringLiteral("logins 2025-01-02")] == 3);
    }
}

TEST_CASE("Mended rows that come again count once, until their file replaces the day")
{
    Mending mending;
    mending.import(first);
    const QByteArray mended = mending.mended("S2X", "S2").replace("S2Y", "S2");
    CHECK(mending.desk().importText(QStringLiteral("mended.csv"), mended).counts == Counts{2, 0, 2, 0, 0});
    const auto complete = mending.values();
    const QByteArray before = mending.desk().hash();
    CHECK(mending.desk().importText(QStringLiteral("mended.csv"), mended).counts == Counts{2, 0, 0, 2, 0});
    CHECK(mending.desk().hash() == before);
    mending.desk().importText(QStringLiteral("usage.csv"), first);
    CHECK(mending.values()[QStringLiteral("logins 2025-01-01")] == 5);
    mending.desk().importText(QStringLiteral("mended.csv"), mended);
    CHECK(mending.values() == complete);
}

TEST_CASE("Undone, mended rows can be imported anew")
{
    Mending mending;
    mending.import(first);
    const QByteArray mended = mending.mended("S2X", "S2");
    mending.desk().importText(QStringLiteral("mended.csv"), mended);
    REQUIRE(mending.desk().book().undo());
    CHECK(mending.values()[QStringLiteral("logins 2025-01-01")] == 5);
    mending.desk().importText(QStringLiteral("mended.csv"), mended);
    CHECK(mending.values()[QStringLiteral("logins 2025-01-01")] == 12);
}

TEST_CASE("A preview of mended rows tells what the import does")
{
    Mending mending;
    mending.import(first);
    ImportRequest request =
        Desk::request(mending.desk().write(QStringLiteral("mended.csv"), mending.mended("S2X", "S2")));
    request.isPreview = true;
    const ImportPlan plan = mending.desk().plan(request);
    CHECK(plan.counts == Counts{2, 0, 1, 0, 1});
    CHECK(mending.values()[QStringLiteral("logins 2025-01-01")] == 5);
    REQUIRE(applyImport(mending.desk().book(), plan));
    CHECK(mending.values()[QStringLiteral("logins 2025-01-01")] == 12);
}

TEST_CASE("Rejects of a file of which nothing was taken stand for themselves and complete each other")
{
    Mending mending;
    CHECK(mending.import("subscription_id,date,logins\nS2X,2025-01-01,7\nS2Y,2025-01-01,2\n").counts ==
          Counts{2, 0, 0, 0, 2});
    CHECK(mending.import(mending.mended("S2X", "S2")).counts == Counts{2, 1, 0, 0, 1});
    CHECK(mending.import(mending.mended("S2Y", "S2")).counts == Counts{1, 0, 1, 0, 0});
    CHECK(mending.values()[QStringLiteral("logins 2025-01-01")] == 9);
}

TEST_CASE("Files of one tool without a number in common know of different days")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
    desk.importText(QStringLiteral("logins.csv"), "account_id,date,logins\nA1,2025-01-01,5\nA1,2025-01-02,6\n");
    desk.importText(QStringLiteral("levels.csv"), "account_id,date,active_users\nA1,2025-03-01,5\n");
    desk.importText(QStringLiteral("more.csv"), "account_id,date,logins,errors\nA1,2025-01-09,5,1\n");
    std::map<QString, QDate> known;
    REQUIRE(desk.book().forEach(Entity::Source, [&](const Row& row) {
        const auto source = fromRow<Source>(row);
        if (source.kind == u"usage")
            known[source.name] = source.dataUpTo;
        return true;
    }));
    CHECK(known ==
          std::map<QString, QDate>{{QStringLiteral("csv"), {2025, 1, 9}}, {QStringLiteral("csv 2"), {2025, 3, 1}}});
}
