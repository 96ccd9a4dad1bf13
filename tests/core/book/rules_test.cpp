// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/book_fixture.h"
#include "tests/support/printers.h"

#include "core/model/values.h"
#include "core/portfolio/look_back.h"

#include <QDir>
#include <QFileInfo>
#include <sys/stat.h>

using namespace steward;
using namespace steward::book;
using steward::tests::must;
using steward::tests::TestBook;

namespace {

Status done(const Result<Edit::UsageCounts>& merged) { return merged ? Status() : tl::unexpected(merged.error()); }

struct Setup
{
    Setup()
    {
        account.name = QStringLiteral("Acme");
        account.stage = QStringLiteral("onboarding");
        metric.name = QStringLiteral("logins");
        t.edit([&](Edit& edit) -> Status {
            must(edit.save(account));
            must(edit.save(metric));
            return {};
        });
    }
    std::vector<Change> changesOf(const QString& field)
    {
        auto all = must(t.book->changes());
        std::erase_if(all, [&](const Change& change) { return change.field != field; });
        return all;
    }
    Account read(qint64 id)
    {
        Account found;
        must(t.book->forEach(Entity::Account, [&](const Row& row) {
            if (integerOf(row[IdField]) == id)
                found = fromRow<Account>(row);
            return true;
        }));
        return found;
    }
    QStringList usage(const char* sql = "SELECT month || ' ' || first_day || ' ' || samples FROM usage ORDER BY 1")
    {
        QStringList rows;
        must(t.book->close());
        sqlite3* raw = nullptr;
        sqlite3_open(QFile::encodeName(t.path()).constData(), &raw);
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(raw, sql, -1, &statement, nullptr);
        while (sqlite3_step(statement) == SQLITE_ROW)
            rows.append(QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0))));
        sqlite3_finalize(statement);
        sqlite3_close(raw);
        t.book = must(Book::open(t.path(), t.options()));
        return rows;
    }
    TestBook t;
    Account account;
    Metric metric;
};

} // namespace

TEST_CASE("a field with a history keeps every value, and the record shows the newest", "[book][changes]")
{
    Setup s;
    s.account.stage = QStringLiteral("live");
    s.t.edit([&](Edit& edit) { return edit.save(s.account, QDate(2026, 12, 1)).map([](auto) {}); });
    CHECK(s.read(s.account.id).stage == QStringLiteral("live"));
    // Learnt late: what was before the newest value leaves the record alone.
    s.t.edit([&](Edit& edit) {
        return edit.addChange(
            {Entity::Account, s.account.id, QStringLiteral("stage"), QDate(2026, 1, 5), QStringLiteral("trial"), {}});
    });
    CHECK(s.read(s.account.id).stage == QStringLiteral("live"));
    s.t.edit([&](Edit& edit) {
        return edit.addChange({Entity::Account,
                               s.account.id,
                               QStringLiteral("stage"),
                               QDate(2026, 12, 24),
                               QStringLiteral("renewing"),
                               {}});
    });
    CHECK(s.read(s.account.id).stage == QStringLiteral("renewing"));
    const auto stages = s.changesOf(QStringLiteral("stage"));
    REQUIRE(stages.size() == 4);
    CHECK(stages[0].day == QDate(2026, 1, 5));
    CHECK(stages[1].day == s.t.today);
    CHECK(textOf(stages[3].value) == QStringLiteral("renewing"));
    CHECK(must(s.t.book->check({})).problems.empty());
    const auto again = s.t.edit([&](Edit& edit) {
        return edit.addChange({Entity::Account,
                               s.account.id,
                               QStringLiteral("stage"),
                               QDate(2026, 12, 24),
                               QStringLiteral("renewing"),
                               {}});
    });
    CHECK(again.id == 0);
}

TEST_CASE("what becomes known of a record that was there was not known before", "[book][changes]")
{
    Setup s;
    s.account.tier = QStringLiteral("gold");
    s.t.now.ms += 1'000;
    s.t.edit([&](Edit& edit) { return edit.save(s.account).map([](auto) {}); });
    auto tiers = s.changesOf(QStringLiteral("tier"));
    REQUIRE(tiers.size() == 2);
    CHECK(tiers[0].day == s.t.today.addDays(-1));
    CHECK(tiers[0].value.index() == 0);
    CHECK(tiers[1].day == s.t.today);
    CHECK(must(s.t.book->check({})).problems.empty());
    // Of one that the edit makes nothing was known anyway.
    s.t.edit([&](Edit& edit) -> Status {
        Account made;
        made.name = QStringLiteral("Bolt");
        must(edit.save(made));
        made.segment = QStringLiteral("mid_touch");
        return edit.save(made).map([](auto) {});
    });
    CHECK(s.changesOf(QStringLiteral("segment")).size() == 1);
}

TEST_CASE("a later edit takes nothing from what was known on an earlier day", "[book][changes]")
{
    Setup s;
    Touch touch;
    touch.kind = QStringLiteral("call");
    touch.day = QDate(2026, 11, 18);
    Invoice invoice;
    invoice.issued = QDate(2026, 11, 1);
    Opportunity lost;
    lost.created = QDate(2026, 11, 1);
    s.t.edit([&](Edit& edit) -> Status {
        touch.account = invoice.account = lost.account = AccountId(s.account.id);
        must(edit.save(touch));
        must(edit.save(invoice));
        must(edit.save(lost));
        return {};
    });
    const QDate first = s.t.today;
    const auto known = [&](QDate day) {
        const auto book = must(s.t.book->load({}));
        return asOf(book.at(0), day, LookBack::AsWeKnewIt, book.book().zone);
    };
    const auto happened = [&](QDate day) {
        const auto book = must(s.t.book->load({}));
        return asOf(book.at(0), day, LookBack::AsItHappened, book.book().zone);
    };
    const AccountFacts before = known(first);
    REQUIRE(before.of<Touch>().size() == 1);

    // Ten days later the text of the call is completed, a payment of the first day learnt of, a loss entered.
    s.t.today = first.addDays(10);
    s.t.now.ms += 10LL * 86'400'000;
    s.t.edit([&](Edit& edit) -> Status {
        touch.text = QStringLiteral("They want more seats");
        invoice.paidOn = first;
        lost.won = false;
        lost.reason = QStringLiteral("price");
        must(edit.save(touch));
        must(edit.save(invoice));
        must(edit.save(lost));
        return {};
    });
    const AccountFacts then = known(first);
    CHECK(then.of<Touch>().size() == 1);
    CHECK(then.of<Invoice>() == before.of<Invoice>());
    CHECK(then.of<Opportunity>() == before.of<Opportunity>());
    // As it happened the invoice was paid; nobody says on which day it was lost, so it was when it became known.
    CHECK(happened(first).of<Invoice>()[0].paidOn == first);
    CHECK_FALSE(happened(s.t.today.addDays(-1)).of<Opportunity>()[0].won);
    CHECK(happened(s.t.today).of<Opportunity>()[0].won == false);
    CHECK(known(s.t.today).of<Invoice>()[0].paidOn == first);
    // A second edit of the same outcome leaves the first what was known in between.
    s.t.today = first.addDays(20);
    s.t.now.ms += 10LL * 86'400'000;
    s.t.edit([&](Edit& edit) -> Status {
        invoice.paidOn = first.addDays(2);
        lost.won = true;
        must(edit.save(invoice));
        must(edit.save(lost));
        return {};
    });
    CHECK(known(first).of<Invoice>() == before.of<Invoice>());
    CHECK(known(first.addDays(10)).of<Invoice>()[0].paidOn == first);
    CHECK(happened(first.addDays(10)).of<Opportunity>()[0].won == false);
    CHECK(happened(s.t.today).of<Opportunity>()[0].won == true);
    CHECK(must(s.t.book->check({})).problems.empty());
}

TEST_CASE("the order of changes survives a clock that goes back", "[book][changes]")
{
    Setup s;
    for (const auto* stage : {"live", "renewing"}) {
        s.t.now.ms -= 3'600'000;
        s.account.stage = QString::fromLatin1(stage);
        s.t.edit([&](Edit& edit) { return edit.save(s.account).map([](auto) {}); });
    }
    CHECK(s.read(s.account.id).stage == QStringLiteral("renewing"));
    CHECK(must(s.t.book->check({})).problems.empty());
}

TEST_CASE("check names a record whose column is not its newest change, and rebuilds an index that is wrong",
          "[book][check]")
{
    Setup s;
    CHECK_FALSE(must(s.t.book->check({})).isIndexRebuilt);
    must(s.t.book->close());
    s.t.tamper("UPDATE account SET stage = 'lost', name = 'Zebra'");
    s.t.book = must(Book::open(s.t.path(), s.t.options()));
    REQUIRE(s.t.book->opened().notices.size() == 2);
    CHECK(s.t.book->opened().notices[0].code == Code("book.other-writer"));
    CHECK(s.t.book->opened().notices[1].code == Code("book.check-found"));
    const auto report = must(s.t.book->check({}));
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].code == Code("check.history"));
    CHECK(report.isIndexRebuilt);
    CHECK(must(s.t.book->search(QStringLiteral("zeb"), 5)).size() == 1);
    CHECK(must(s.t.book->search(QStringLiteral("acme"), 5)).empty());
}

TEST_CASE("a sample replaces the day it names and nothing else", "[book][usage]")
{
    Setup s;
    std::array<quint8, 3> outcome{};
    const qint32 first = usageDay({2026, 2, 27});
    std::vector<Edit::UsageSample> samples{{s.account.id, s.metric.id, first, 3},
                                           {s.account.id, s.metric.id, first + 1, 4},
                                           {s.account.id, s.metric.id, first + 4, 0.1}};
    s.t.edit([&](Edit& edit) { return done(edit.mergeUsage(samples, {}, outcome)); });
    CHECK(outcome == std::array<quint8, 3>{0, 0, 0});
    CHECK(s.usage() == QStringList{QStringLiteral("2026-02 27 [3,4]"), QStringLiteral("2026-03 3 [0.1]")});
    samples[0].value = 5;
    samples[2].day = first + 2;
    s.t.edit([&](Edit& edit) { return done(edit.mergeUsage(samples, {}, outcome)); });
    CHECK(outcome == std::array<quint8, 3>{1, 2, 0});
    CHECK(s.usage() == QStringList{QStringLiteral("2026-02 27 [5,4]"), QStringLiteral("2026-03 1 [0.1,null,0.1]")});
    const auto same = s.t.edit([&](Edit& edit) { return done(edit.mergeUsage(samples, {}, outcome)); });
    CHECK(same.id == 0);
    CHECK(outcome == std::array<quint8, 3>{2, 2, 2});
    std::swap(samples[0], samples[1]);
    const auto refused = s.t.book->edit({Code("test.edit"), {}}, QStringLiteral("Ana"),
                                        [&](Edit& edit) { return done(edit.mergeUsage(samples, {}, {})); });
    CHECK(refused.error().code == Code("book.usage.order"));
}

TEST_CASE("what waits for an account links by itself when the key appears", "[book][unlinked]")
{
    Setup s;
    Ticket ticket;
    ticket.unlinked = QStringLiteral("account|crm|001A");
    ticket.subject = QStringLiteral("Export fails");
    const std::vector<Edit::UsageSample> samples{{0, s.metric.id, usageDay({2026, 3, 1}), 7}};
    const auto waiting = s.t.edit([&](Edit& edit) -> Status {
        must(edit.save(ticket));
        return done(edit.mergeUsage(samples, ticket.unlinked, {}));
    });
    CHECK(waiting.wholeBook);
    const QByteArray before = s.t.hash();
    const auto linked = s.t.edit([&](Edit& edit) {
        return edit.setKey({Entity::Account, QStringLiteral("crm"), QStringLiteral("001A"), s.account.id});
    });
    CHECK(linked.accounts == std::vector<AccountId>{AccountId(s.account.id)});
    must(s.t.book->forEach(Entity::Ticket, [&](const Row& row) {
        CHECK(fromRow<Ticket>(row).account == AccountId(s.account.id));
        return true;
    }));
    CHECK(s.usage() == QStringList{QStringLiteral("2026-03 1 [7]")});
    CHECK(s.usage("SELECT unlinked FROM unlinked_usage").isEmpty());
    must(s.t.book->undo());
    CHECK(s.t.hash() == before);
}

TEST_CASE("joining moves keys, facts and usage to the survivor and leaves the way there, as one step", "[book][join]")
{
    Setup s;
    Account twin;
    twin.name = QStringLiteral("ACME Inc");
    Ticket ticket;
    const qint32 day = usageDay({2026, 3, 1});
    s.t.edit([&](Edit& edit) -> Status {
        must(edit.save(twin));
        ticket.account = AccountId(twin.id);
        must(edit.save(ticket));
        must(edit.setKey({Entity::Account, QStringLiteral("zendesk"), QStringLiteral("42"), twin.id}));
        std::vector<Edit::UsageSample> samples{
            {s.account.id, s.metric.id, day, 1}, {twin.id, s.metric.id, day, 100}, {twin.id, s.metric.id, day + 1, 2}};
        std::sort(samples.begin(), samples.end(), [](const auto& a, const auto& b) {
            return std::pair(a.account, a.day) < std::pair(b.account, b.day);
        });
        return done(edit.mergeUsage(samples, {}, {}));
    });
    const QByteArray before = s.t.hash();
    s.t.edit([&](Edit& edit) { return edit.join(AccountId(twin.id), AccountId(s.account.id)); });
    CHECK(s.usage() == QStringList{QStringLiteral("2026-03 1 [1,2]")});
    CHECK(s.read(twin.id).archivedOn == s.t.today);
    const auto keys = must(s.t.book->keys(Entity::Account));
    REQUIRE(keys.size() == 2);
    CHECK(keys[0].key == QStringLiteral("42"));
    CHECK(keys[0].record == s.account.id);
    CHECK(keys[1].source == QStringLiteral("merged_into"));
    CHECK(keys[1].key == QString::number(twin.id));
    CHECK(must(s.t.book->check({})).problems.empty());
    must(s.t.book->undo());
    CHECK(s.t.hash() == before);
}

TEST_CASE("removing an account takes everything that hangs on it", "[book]")
{
    Setup s;
    const QByteArray before = s.t.hash();
    Account child;
    Subscription subscription;
    s.t.edit([&](Edit& edit) -> Status {
        must(edit.save(child));
        subscription.account = AccountId(child.id);
        must(edit.save(subscription));
        SubscriptionPhase phase;
        phase.account = AccountId(child.id);
        phase.subscription = SubscriptionId(subscription.id);
        must(edit.save(phase));
        s.account.parent = AccountId(child.id);
        must(edit.save(s.account));
        return edit.setKey({Entity::Subscription, QStringLiteral("stripe"), QStringLiteral("sub_1"), subscription.id});
    });
    s.t.edit([&](Edit& edit) { return edit.remove(Entity::Account, std::array<qint64, 1>{child.id}); });
    CHECK_FALSE(s.read(s.account.id).parent.isValid());
    CHECK(must(s.t.book->keys(Entity::Subscription)).empty());
    CHECK(must(s.t.book->check({})).problems.empty());
    must(s.t.book->undo());
    must(s.t.book->undo());
    CHECK(s.t.hash() == before);
}

TEST_CASE("search matches beginnings of words and takes any text for what it is", "[book][search]")
{
    Setup s;
    Ticket ticket;
    ticket.account = AccountId(s.account.id);
    ticket.subject = QStringLiteral("Der Übertrag schlägt fehl: NEAR OR \"quote\" <b>fett</b>");
    s.t.edit([&](Edit& edit) { return edit.save(ticket).map([](auto) {}); });
    const auto hits = must(s.t.book->search(QStringLiteral("ubertr fehl"), 10));
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].entity == Entity::Ticket);
    CHECK(hits[0].record == ticket.id);
    CHECK(hits[0].account == AccountId(s.account.id));
    CHECK(hits[0].field == QStringLiteral("subject"));
    CHECK(hits[0].excerpt.contains(QStringLiteral("<b>fett</b>")));
    for (const char* text :
         {"\"", "'", "*", "NEAR(", "a AND", "-x", "(", "content:", "\"\"\"", "\\", "^a", "{a b}:c", ""}) {
        CAPTURE(text);
        CHECK(s.t.book->search(QString::fromLatin1(text), 10));
    }
    CHECK(must(s.t.book->search(QStringLiteral("NEAR quote"), 10)).size() == 1);
    must(s.t.book->undo());
    CHECK(must(s.t.book->search(QStringLiteral("fehl"), 10)).empty());
    must(s.t.book->redo());
    CHECK(must(s.t.book->search(QStringLiteral("fehl"), 10)).size() == 1);
}

TEST_CASE("book, log, lock, digest and backup are for their owner only, whatever the umask", "[book][perm]")
{
    const mode_t old = ::umask(0);
    Setup s;
    must(s.t.book->backup(s.t.folder.filePath(QStringLiteral("backups/b.steward")), {}));
    const QDir folder(s.t.folder.path());
    QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
    CHECK(names.contains(QStringLiteral("West book.steward-wal")));
    for (const QString& name : names) {
        CAPTURE(name.toStdString());
        struct stat status;
        REQUIRE(::stat(QFile::encodeName(folder.filePath(name)).constData(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0600U);
    }
    struct stat copy;
    REQUIRE(::stat(QFile::encodeName(folder.filePath(QStringLiteral("backups/b.steward"))).constData(), &copy) == 0);
    CHECK((copy.st_mode & 0777U) == 0600U);
    must(s.t.book->close());
    CHECK(folder.entryList(QDir::Files | QDir::Hidden).size() == 2); // the book and its digest
    ::umask(old);
}
