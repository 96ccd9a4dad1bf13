// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/book_fixture.h"
#include "tests/support/printers.h"

#include <fcntl.h>
#include <map>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace steward;
using namespace steward::book;
using steward::tests::must;
using steward::tests::TestBook;

namespace {

/// Whether another process sees a lock on the file. Asked by a child: a process never sees its own.
bool isLockedForOthers(const QString& path)
{
    const QByteArray file = QFile::encodeName(path);
    const pid_t child = ::fork();
    if (child == 0) {
        struct flock lock
        {
        };
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        const int descriptor = ::open(file.constData(), O_RDWR);
        ::_exit(::fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 1 : 0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

using Rows1 = std::map<std::pair<Entity, qint64>, Row>;

/// A value of the field that is like no other; references name a record made before, where there is one.
FieldValue sampleValue(const FieldInfo& field, int n, const std::map<Entity, qint64>& made)
{
    const auto target = field.target ? made.find(*field.target) : made.end();
    switch (field.type) {
    case FieldType::Text:
        return QString(field.name % QStringLiteral(" Ärger %1").arg(n));
    case FieldType::Integer:
    case FieldType::Amount:
    case FieldType::Instant:
        return qint64(1'000'000'000'000 + n);
    case FieldType::Real:
        return 0.1 + n;
    case FieldType::Flag:
        return qint64(n % 2);
    case FieldType::Day:
        return QDate(2026, 1, 1).addDays(n);
    case FieldType::Currency:
        return QStringLiteral("CHF");
    case FieldType::Reference:
        return target == made.end() ? FieldValue() : FieldValue(target->second);
    case FieldType::References:
        return target == made.end() ? FieldValue() : FieldValue(QStringLiteral("[%1]").arg(target->second));
    case FieldType::Texts:
        return QStringLiteral("[\"a %1\",\"b\"]").arg(n);
    case FieldType::Json:
        return QStringLiteral("{\"n\":%1}").arg(n);
    }
    return {};
}

Row sampleRow(const EntityInfo& entity, const std::map<Entity, qint64>& made)
{
    Row row(entity.fields.size());
    for (std::size_t i = ImportField; i < row.size(); ++i)
        if (i != ArchivedField && !(entity.ofAccount && i == UnlinkedField))
            row[i] = sampleValue(entity.fields[i], static_cast<int>(i), made);
    return row;
}

template <class T>
void collect(const Rows<T>& rows, Rows1& all)
{
    for (const T& row : rows)
        all[{T::entity, row.id}] = toRow(row);
}

Rows1 collected(const Portfolio& portfolio)
{
    Rows1 all;
    const auto take = [&](const AccountFacts& facts) {
        std::apply([&](const auto&... rows) { (collect(rows, all), ...); }, facts.tables);
    };
    for (const AccountFacts& each : portfolio) {
        take(each);
        all[{Entity::Account, each.account.id}] = toRow(each.account);
    }
    take(portfolio.unlinked());
    const BookFacts& book = portfolio.book();
    collect(book.people, all);
    collect(book.groups, all);
    collect(book.metrics, all);
    collect(book.plans, all);
    collect(book.sources, all);
    collect(book.rates, all);
    collect(book.definitions, all);
    collect(book.requests, all);
    collect(book.groupGoals, all);
    return all;
}

/// The rows of the book, but for imports, which are no facts in memory.
Rows1 stored(Book& book)
{
    Rows1 all;
    for (const EntityInfo& entity : catalogue())
        if (entity.entity != Entity::Import)
            must(book.forEach(entity.entity, [&](const Row& row) {
                all[{entity.entity, std::get<qint64>(row[IdField])}] = row;
                return true;
            }));
    return all;
}

void checkSame(const Portfolio& a, const Portfolio& b)
{
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CAPTURE(i, a.at(i).account.id);
        CHECK(a.at(i) == b.at(i));
    }
    CHECK(a.unlinked() == b.unlinked());
    CHECK(a.book() == b.book());
}

std::vector<Edit::UsageSample> samples(qint64 account, qint64 metric, QDate from, const std::vector<double>& values)
{
    std::vector<Edit::UsageSample> all;
    for (const double value : values)
        all.push_back({account, metric, usageDay(from) + static_cast<qint32>(all.size()), value});
    return all;
}

/// Random edits, one at a time.
class Scribbler
{
public:
    explicit Scribbler(TestBook& book)
        : m_book(book)
    {
        m_book.edit([this](Edit& edit) {
            Metric metric;
            metric.name = QStringLiteral("mau");
            auto saved = edit.save(metric).map([&](MetricId id) { m_metric = id.value(); });
            for (int i = 0; i < 12 && saved; ++i)
                saved = addAccount(edit);
            return saved;
        });
    }
    Book::Edited next()
    {
        switch (below(9)) {
        case 0:
            return edited([this](Edit& edit) { return addAccount(edit); });
        case 1:
            return edited([this](Edit& edit) { return addTicket(edit, someAccount(), {}); });
        case 2:
            return edited([this](Edit& edit) { return addTicket(edit, 0, someKey()); });
        case 3:
            return edited([this](Edit& edit) { return changeAccount(edit); });
        case 4:
            return edited([this](Edit& edit) { return addUsage(edit); });
        case 5:
            return edited([this](Edit& edit) {
                return edit.setKey({Entity::Account, QStringLiteral("crm"), QString::number(below(30)), someAccount()});
            });
        case 6:
            return edited([this](Edit& edit) {
                const CustomValue value{Entity::Account, someAccount(), QStringLiteral("size"),
                                        QString::number(below(5)), QStringLiteral("number")};
                return edit.setCustom(std::span(&value, 1));
            });
        case 7:
            return edited([this](Edit& edit) { return removeAccount(edit); });
        default:
            return m_book.book->undo().value_or(Book::Edited());
        }
    }

private:
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }
    Book::Edited edited(const Book::Work& work) { return m_book.edit(work); }
    QString someKey() { return QStringLiteral("account|crm|%1").arg(below(30)); }
    qint64 someAccount()
    {
        std::vector<qint64> ids;
        must(m_book.book->forEach(Entity::Account, [&](const Row& row) {
            ids.push_back(std::get<qint64>(row[IdField]));
            return true;
        }));
        return ids[static_cast<std::size_t>(below(static_cast<int>(ids.size())))];
    }
    Status addAccount(Edit& edit)
    {
        Account account;
        account.name = QStringLiteral("Account %1").arg(++m_count);
        account.stage = QStringLiteral("onboarding");
        return edit.save(account).map([](auto) {});
    }
    Status addTicket(Edit& edit, qint64 account, const QString& unlinked)
    {
        Ticket ticket;
        ticket.account = AccountId(account);
        ticket.unlinked = unlinked;
        ticket.status = QStringLiteral("open");
        ticket.opened = below(5) == 0 ? QDate() : QDate(2026, 1, 1).addDays(below(100));
        return edit.save(ticket).map([](auto) {});
    }
    Status changeAccount(Edit& edit)
    {
        const auto row = edit.row(Entity::Account, someAccount());
        if (!row || !*row)
            return {};
        auto account = fromRow<Account>(**row);
        account.stage = QStringLiteral("stage %1").arg(below(4));
        return edit.save(account).map([](auto) {});
    }
    Status addUsage(Edit& edit)
    {
        const auto owned = samples(below(3) == 0 ? 0 : someAccount(), m_metric, QDate(2026, 1, 20 + below(10)),
                                   {1.0 * below(9), 2.5, 1e300, -7});
        return edit.mergeUsage(owned, owned.front().account == 0 ? someKey() : QString(), {}).map([](auto) {});
    }
    Status removeAccount(Edit& edit)
    {
        const qint64 id = someAccount();
        return edit.remove(Entity::Account, std::span(&id, 1));
    }

    TestBook& m_book;
    std::mt19937 m_random{20261121};
    qint64 m_metric = 0;
    int m_count = 0;
};

} // namespace

TEST_CASE("every field of every entity is loaded as it was saved", "[load]")
{
    TestBook t;
    std::map<Entity, qint64> made;
    t.edit([&](Edit& edit) -> Status {
        for (const EntityInfo& entity : catalogue()) {
            Row row = sampleRow(entity, made);
            if (auto done = edit.insert(entity.entity, std::span(&row, 1)); !done)
                return done;
            made[entity.entity] = std::get<qint64>(row[IdField]);
        }
        return {};
    });
    const Rows1 expected = stored(*t.book);
    const Rows1 loaded = collected(must(t.book->load({})));
    REQUIRE(loaded.size() == expected.size());
    for (const auto& [key, row] : expected) {
        CAPTURE(info(key.first).name);
        REQUIRE(loaded.count(key) == 1);
        const Row& mine = loaded.at(key);
        for (std::size_t i = 0; i < row.size(); ++i) {
            CAPTURE(info(key.first).fields[i].name);
            CHECK(mine[i] == row[i]);
        }
    }
}

TEST_CASE("rows lie by the day they happened, what has no account is unlinked, goals of groups are the book's",
          "[load]")
{
    TestBook t;
    Account account;
    account.name = QStringLiteral("Acme");
    t.edit([&](Edit& edit) -> Status {
        must(edit.save(account));
        for (const QDate day : {QDate(2026, 3, 1), QDate(), QDate(2026, 1, 1), QDate(2026, 2, 1)}) {
            Survey answer;
            answer.account = AccountId(account.id);
            answer.day = day;
            must(edit.save(answer));
        }
        Ticket waiting;
        waiting.unlinked = QStringLiteral("account|crm|77");
        must(edit.save(waiting));
        CustomerGroup group;
        group.name = QStringLiteral("North");
        must(edit.save(group));
        Goal goal;
        goal.group = CustomerGroupId(group.id);
        must(edit.save(goal));
        return {};
    });
    const Portfolio portfolio = must(t.book->load({}));
    const auto& answers = portfolio.find(AccountId(account.id))->of<Survey>();
    REQUIRE(answers.size() == 4);
    CHECK_FALSE(answers[0].day.isValid());
    CHECK(answers[1].day == QDate(2026, 1, 1));
    CHECK(answers[3].day == QDate(2026, 3, 1));
    CHECK(portfolio.unlinked().of<Ticket>().size() == 1);
    CHECK(portfolio.unlinked().of<Goal>().isEmpty());
    CHECK(portfolio.book().groupGoals.size() == 1);

    const auto linked = t.edit([&](Edit& edit) {
        return edit.setKey({Entity::Account, QStringLiteral("crm"), QStringLiteral("77"), account.id});
    });
    const Portfolio next = must(t.book->reload(portfolio, linked));
    CHECK(next.unlinked().of<Ticket>().isEmpty());
    CHECK(next.find(AccountId(account.id))->of<Ticket>().size() == 1);
    CHECK(next.find(AccountId(account.id))->keys.size() == 1);
    CHECK(next.generation() == portfolio.generation() + 1);
}

TEST_CASE("usage comes back sample by sample, over months and gaps", "[load]")
{
    TestBook t;
    Account account;
    Metric metric;
    metric.name = QStringLiteral("mau");
    const std::vector<double> values{0, 1, 2.5, -3, 1e-9, 123456789012345678.0, 0.1, 42};
    t.edit([&](Edit& edit) -> Status {
        must(edit.save(account));
        must(edit.save(metric));
        must(edit.mergeUsage(samples(account.id, metric.id, QDate(2024, 2, 26), values), {}, {}));
        must(edit.mergeUsage(samples(account.id, metric.id, QDate(2025, 1, 31), {7}), {}, {}));
        must(edit.mergeUsage(samples(0, metric.id, QDate(2025, 1, 31), {8, 9}), QStringLiteral("account|crm|1"), {}));
        return {};
    });
    const Portfolio portfolio = must(t.book->load({}));
    const auto points = portfolio.at(0).usage.of(MetricId(metric.id));
    REQUIRE(points.size() == values.size() + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        CHECK(points[i].value == values[i]);
        CHECK(usageDate(points[i].day) == QDate(2024, 2, 26).addDays(static_cast<qint64>(i)));
    }
    CHECK(usageDate(points.back().day) == QDate(2025, 1, 31));
    CHECK(portfolio.unlinked().usage.of(MetricId(metric.id)).size() == 2);
}

TEST_CASE("a large book is read by two connections as by one, and stays locked", "[load]")
{
    TestBook t;
    std::vector<Account> accounts(1'100);
    Metric mau;
    mau.name = QStringLiteral("mau");
    Metric calls;
    calls.name = QStringLiteral("calls");
    t.edit([&](Edit& edit) -> Status {
        for (Metric* metric : {&mau, &calls})
            must(edit.save(*metric));
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            accounts[i].name = QString::number(i);
            must(edit.save(accounts[i]));
            // Some have a day, some more than the first blocks of memory hold, some nothing.
            const std::vector<double> values(i == 7 ? 40'000 : i % 50, double(i) + 0.5);
            for (const Metric& metric : {mau, calls})
                if (!values.empty())
                    must(edit.mergeUsage(samples(accounts[i].id, metric.id, QDate(2024, 2, 26), values), {}, {}));
        }
        return {};
    });
    const Portfolio byOne = must(t.book->load({})); // an edit came before: there is a log
    t.reopen();
    const Portfolio byTwo = must(t.book->load({}));
    REQUIRE(byTwo.size() == accounts.size());
    CHECK(std::equal(byOne.begin(), byOne.end(), byTwo.begin(), byTwo.end()));
    CHECK(byTwo.find(AccountId(accounts[7].id))->usage.of(MetricId(mau.id)).size() == 40'000);
    CHECK(byTwo.find(AccountId(accounts[50].id))->usage.isEmpty());
    CHECK(isLockedForOthers(t.path()));
}

TEST_CASE("settings of the book are read, what cannot be is as if not set", "[load]")
{
    TestBook t;
    const auto set = [&](const char* name, const char* text) {
        Definition setting;
        setting.kind = QStringLiteral("setting");
        setting.name = QString::fromLatin1(name);
        setting.text.text = QString::fromLatin1(text);
        t.edit([&](Edit& edit) { return edit.save(setting).map([](auto) {}); });
    };
    CHECK_FALSE(must(t.book->load({})).book().currency.isKnown());
    set("currency", "\"EUR\"");
    set("time_zone", "Europe/Berlin");
    set("fiscal_year_start", "4");
    const BookFacts book = must(t.book->load({})).book();
    CHECK(book.currency == Currency("EUR"));
    CHECK(book.zone.id() == "Europe/Berlin");
    CHECK(book.fiscalYearStart == 4);
}

TEST_CASE("reading anew what an edit touched gives what reading everything gives", "[load]")
{
    TestBook t;
    Scribbler scribbler(t);
    Portfolio portfolio = must(t.book->load({}));
    for (int round = 0; round < 120; ++round) {
        CAPTURE(round);
        portfolio = must(t.book->reload(portfolio, scribbler.next()));
        checkSame(portfolio, must(t.book->load({})));
    }
}

TEST_CASE("a cancelled load gives nothing", "[load]")
{
    TestBook t;
    const std::atomic<bool> cancelled = true;
    const auto loaded = t.book->load({{}, &cancelled});
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().kind == ErrorKind::Cancelled);
}
