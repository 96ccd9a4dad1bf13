// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/formula.h"
#include "core/csv/reader.h"
#include "core/exchange/changes.h"
#include "core/exchange/export.h"
#include "tests/core/book/random_edits.h"
#include "tests/core/exchange/import_support.h"

#include <QDir>
#include <atomic>

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;

namespace {

/// A book with most of what a set has to carry: keys, customs, changes, usage with and without an account, a quoted
/// line break, amounts without cents.
void fill(Desk& desk)
{
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,industry,country,csm,status,color\n"
                                                    "A1,\"Acme, \"\"the\"\" firm\",Tech,DE,Ana,customer,=1+1\n"
                                                    "A2,\"Bolt\nand nut\",Food,FR,Ben,trial,'blue\n");
    desk.importText(QStringLiteral("subscriptions.csv"),
                    "subscription_id,account_id,start_date,plan,seats,amount,currency,billing_period\n"
                    "S1,A1,2024-01-01,Gold,5,1200.50,EUR,year\nS2,A2,2024-02-01,Gold,7,120000,JPY,month\n");
    desk.importText(
        QStringLiteral("usage.csv"),
        "account_id,date,logins,score_rate\nA1,2024-01-30,3,0.25\nA1,2024-02-01,4,\nA2,2024-01-30,5,1e-7\n");
    ImportRequest request = Desk::request(
        desk.write(QStringLiteral("usage2.csv"), "account_id,date,logins\nZ9,2024-01-30,3\nZ8,2024-01-31,4\n"));
    request.unlinked = Unlinked::Keep;
    desk.import(request);
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name,industry,status\nA1,Acme,Tech,former\n");
}

/// The complete export of a book read into a new one, whose hash is the same then. Returns the folder of the export.
QString roundTrip(Desk& from, Desk& to, csv::Form form = csv::Form::Exact)
{
    const QString folder = from.path(QStringLiteral("set"));
    REQUIRE(exportAll(from.book(), folder, form));
    const auto read = importAll(to.book(), folder, QStringLiteral("test"));
    if (!read)
        FAIL(std::string(read.error().code.id()));
    CHECK(to.hash() == from.hash());
    return folder;
}

} // namespace

TEST_CASE("A complete export read into a new book gives the same book hash", "[P42]")
{
    Desk desk;
    fill(desk);
    Desk other;
    const QString folder = roundTrip(desk, other);
    CHECK(other.count<Account>() == 2);
    CHECK(other.usage().size() == desk.usage().size());

    const auto again = importAll(other.book(), folder, QStringLiteral("test"));
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Code("import.set.book_not_new"));
    REQUIRE(other.book().undo());
    CHECK(other.count<Account>() == 0);
}

TEST_CASE("Whatever a book holds, its complete export gives the same book again", "[P42]")
{
    Desk desk;
    steward::tests::RandomEdits random(20261122);
    for (int batch = 0; batch < 250; ++batch)
        REQUIRE(desk.book().edit({Code("edit.test"), {}}, QStringLiteral("test"),
                                 [&](book::Edit& edit) { return random.batch(edit); }));
    for (const EntityInfo& entity : catalogue()) {
        int rows = 0;
        REQUIRE(desk.book().forEach(entity.entity, [&rows](const Row&) { return ++rows > 0; }));
        INFO(entity.name.toStdString());
        CHECK(rows > 0);
    }
    Desk other;
    roundTrip(desk, other);
}

TEST_CASE("A complete export for spreadsheets holds no cell that one evaluates, and gives the same book again",
          "[P24][P42]")
{
    Desk desk;
    fill(desk);
    desk.importText(QStringLiteral("accounts.csv"),
                    "account_id,account_name,industry,status,note\n"
                    "A3,'=1+1,Tech,customer,=cmd|' /C calc'!A0\nA4,@SUM(A1),Food,trial,-5\n");
    Desk other;
    const QString folder = roundTrip(desk, other, csv::Form::Spreadsheet);
    qint64 cells = 0;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.csv")}, QDir::Files)) {
        INFO(name.toStdString());
        auto reader = csv::Reader::open(QDir(folder).filePath(name), {});
        REQUIRE(reader);
        csv::Record record;
        while (reader->next(record))
            for (const auto& cell : record.fields) {
                ++cells;
                INFO(std::string(cell));
                CHECK_FALSE((!cell.empty() && cell.front() != '\'' && csv::needsApostrophe(cell)));
            }
    }
    CHECK(cells > 100);
}

TEST_CASE("A complete export that is stopped midway leaves no file, and what was there stays as it was", "[P35]")
{
    Desk desk;
    fill(desk);
    const QString folder = desk.path(QStringLiteral("set"));
    std::atomic<bool> cancelled = false;
    Progress progress;
    progress.cancelled = &cancelled;
    progress.report = [&](qint64 done, qint64 total) { cancelled = done == total / 2; };
    const auto entries = [](const QString& path) {
        return QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    };
    const QStringList before = entries(desk.path(QString()));
    REQUIRE_FALSE(exportAll(desk.book(), folder, csv::Form::Exact, progress));
    CHECK(cancelled);
    CHECK(entries(desk.path(QString())) == before);

    cancelled = false;
    REQUIRE(QDir().mkdir(folder));
    desk.write(QStringLiteral("set/accounts.csv"), "mine");
    REQUIRE_FALSE(exportAll(desk.book(), folder, csv::Form::Exact, progress));
    CHECK(entries(folder) == QStringList{QStringLiteral("accounts.csv")});
    // What stands in the way of one file stands in the way of all.
    REQUIRE(QDir().mkdir(folder + QStringLiteral("/usage.csv")));
    REQUIRE_FALSE(exportAll(desk.book(), folder, csv::Form::Exact));
    CHECK(entries(folder) == QStringList{QStringLiteral("accounts.csv"), QStringLiteral("usage.csv")});
    QFile mine(folder + QStringLiteral("/accounts.csv"));
    REQUIRE(mine.open(QIODevice::ReadOnly));
    CHECK(mine.readAll() == "mine");
    REQUIRE(QDir(folder).rmdir(QStringLiteral("usage.csv")));
    REQUIRE(exportAll(desk.book(), folder, csv::Form::Exact));
    CHECK(entries(folder).size() > 40);
}

TEST_CASE("Usage of a set is read in whatever order it stands")
{
    Desk desk;
    fill(desk);
    const QString folder = desk.path(QStringLiteral("set"));
    REQUIRE(exportAll(desk.book(), folder, csv::Form::Exact));
    QFile file(folder + QStringLiteral("/usage.csv"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = file.readAll().split('\n');
    file.close();
    REQUIRE(lines.size() > 6);
    const QByteArray header = lines.takeFirst();
    std::reverse(lines.begin(), lines.end());
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(header);
    for (const QByteArray& line : lines)
        file.write(line.isEmpty() ? QByteArray() : "\n" + line);
    file.write("\n");
    file.close();
    Desk other;
    const auto read = importAll(other.book(), folder, QStringLiteral("test"));
    REQUIRE(read);
    CHECK(read->empty());
    CHECK(other.hash() == desk.hash());
}

TEST_CASE("An answer or a rating outside its scale is kept as written and told with line, column and value")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
    const auto account = AccountId(desk.all<Account>().front().id);
    REQUIRE(desk.book().edit({Code("edit.test"), {}}, QStringLiteral("test"), [&](book::Edit& edit) -> Status {
        Survey survey;
        survey.account = account;
        survey.kind = QStringLiteral("nps");
        survey.score = 99;
        Pulse pulse;
        pulse.account = account;
        pulse.day = QDate(2026, 11, 1);
        pulse.rating = 7;
        Ticket ticket;
        ticket.account = account;
        ticket.csat = 5;
        REQUIRE(edit.save(survey));
        REQUIRE(edit.save(pulse));
        REQUIRE(edit.save(ticket));
        return {};
    }));
    Desk other;
    const QString folder = desk.path(QStringLiteral("set"));
    REQUIRE(exportAll(desk.book(), folder, csv::Form::Exact));
    const auto read = importAll(other.book(), folder, QStringLiteral("test"));
    REQUIRE(read);
    const auto note = [](const char* file, const char* column, double value, qint64 low, qint64 high) {
        return Message{Code("import.set.out_of_scale"),
                       {QString::fromLatin1(file), qint64(2), QString::fromLatin1(column), value, low, high}};
    };
    CHECK(std::ranges::count(*read, note("surveys.csv", "score", 99, 0, 10)) == 1);
    CHECK(std::ranges::count(*read, note("pulses.csv", "rating", 7, 1, 6)) == 1);
    CHECK(read->size() == 2);
    CHECK(other.hash() == desk.hash());
}

TEST_CASE("An incomplete set is refused with the name of what is missing, and nothing is changed")
{
    Desk desk;
    fill(desk);
    const QString folder = desk.path(QStringLiteral("set"));
    REQUIRE(exportAll(desk.book(), folder, csv::Form::Exact));
    REQUIRE(QFile::remove(folder + QStringLiteral("/tickets.csv")));
    Desk other;
    const QByteArray before = other.hash();
    const auto read = importAll(other.book(), folder, QStringLiteral("test"));
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code("import.set.incomplete"));
    CHECK(std::get<QString>(read.error().arguments[1]) == QStringLiteral("tickets.csv"));
    CHECK(other.hash() == before);
}

TEST_CASE("One kind exported in either form is read back without a change")
{
    Desk desk;
    fill(desk);
    for (const csv::Form form : {csv::Form::Exact, csv::Form::Spreadsheet})
        for (const auto* kind : {u"accounts", u"subscriptions"}) {
            const QString path = desk.path(QString::fromUtf16(kind) + u"_out.csv");
            REQUIRE(exportKind(desk.book(), QString::fromUtf16(kind), path, form));
            const QByteArray before = desk.hash();
            const ImportPlan plan = desk.import(path);
            CHECK(plan.detection.profile == QStringLiteral("steward"));
            CHECK(plan.counts == Counts{2, 0, 0, 2, 0});
            CHECK(desk.hash() == before);
        }
    CHECK(exportKind(desk.book(), QStringLiteral("planets"), desk.path(QStringLiteral("x.csv")), csv::Form::Exact)
              .error()
              .code == Code("export.kind_unknown"));
}

TEST_CASE("Usage that Steward wrote is read back by its ids, without a change and with what was edited")
{
    Desk desk;
    fill(desk);
    for (const csv::Form form : {csv::Form::Exact, csv::Form::Spreadsheet}) {
        const QString path = desk.path(QStringLiteral("used.csv"));
        REQUIRE(exportKind(desk.book(), QStringLiteral("usage"), path, form));
        const QByteArray before = desk.hash();
        const ImportPlan plan = desk.import(path);
        CHECK(plan.detection.profile == QStringLiteral("steward"));
        CHECK(plan.counts == Counts{5, 0, 0, 5, 0});
        CHECK(desk.hash() == before);
        CHECK(desk.count<Metric>() == 1);
    }
    const QString metric = QString::number(desk.all<Metric>().front().id);
    const QString account = QString::number(desk.all<Account>().front().id);
    const QString text = QStringLiteral("account_id,unlinked,metric_id,day,value\n") + account + u',' + u',' + metric +
                         u",2024-01-30,17\n" + u",account|csv|Z9," + metric + u",2024-01-30,1e-07\n" +
                         u",account|csv|A1," + metric + u",2024-03-01,19\n" + // known by now
                         u",account|csv|Z7," + metric + u",2024-01-30,20\n" + // nobody of this book
                         u"4711,," + metric + u",2024-01-30,21\n" + account + u",,4712,2024-01-30,22\n";
    const ImportPlan plan = desk.importText(QStringLiteral("edited.csv"), text.toUtf8());
    CHECK(plan.counts == Counts{6, 1, 2, 0, 3});
    REQUIRE(plan.rejected.size() == 3);
    CHECK(plan.rejected[0].code == Code("import.account.unknown"));
    CHECK(plan.rejected[1].code == Code("import.account.unknown"));
    CHECK(plan.rejected[2].code == Code("import.metric.unknown"));
    CHECK(desk.count<Metric>() == 1);
    CHECK(desk.count<Account>() == 2);
}

TEST_CASE("An edited export of one kind changes what was edited and nothing else")
{
    Desk desk;
    fill(desk);
    const QString path = desk.path(QStringLiteral("out.csv"));
    REQUIRE(exportKind(desk.book(), QStringLiteral("accounts"), path, csv::Form::Spreadsheet));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    file.close();
    text.replace("\"Food\"", "\"Catering\"");
    const ImportPlan plan = desk.importText(QStringLiteral("accounts_edited.csv"), text);
    CHECK(plan.counts == Counts{2, 0, 1, 1, 0});
    REQUIRE(plan.records.size() == 2);
    for (const auto& record : plan.records)
        for (const auto& change : Changes(plan).of(record))
            CHECK(change.field == QStringLiteral("industry"));
}

TEST_CASE("A workbook of each kind is written")
{
    Desk desk;
    fill(desk);
    for (const auto* kind : {u"accounts", u"subscriptions", u"usage", u"tickets"}) {
        const QString path = desk.path(QString::fromUtf16(kind) + u".xlsx");
        REQUIRE(exportKind(desk.book(), QString::fromUtf16(kind), path, csv::Form::Spreadsheet));
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.read(2) == "PK");
    }
}
