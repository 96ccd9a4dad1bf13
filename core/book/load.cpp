// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/load.h"

#include "core/book/load_parts.h"
#include "core/book/usage_reader.h"

#include <future>

namespace steward::book {

namespace {

/// Accounts that have usage, by id.
using UsageOfAccounts = std::vector<std::pair<qint64, Usage>>;

/// accounts: how many the book has.
Result<UsageOfAccounts> readUsageOfAccounts(sqlite3* database, std::size_t accounts)
{
    Statement statement(database, R"(
SELECT "account_id", "metric_id", "month", "first_day", "samples" FROM "usage"
ORDER BY "account_id", "metric_id", "month")");
    UsageReader reader(statement);
    const auto isRow = reader.start();
    if (!isRow)
        return tl::unexpected(isRow.error());
    UsageOfAccounts usage;
    usage.reserve(accounts);
    for (bool isAtEnd = !*isRow; !isAtEnd; isAtEnd = reader.isAtEnd()) {
        const qint64 account = reader.owner();
        auto next = reader.next();
        if (!next)
            return tl::unexpected(next.error());
        usage.emplace_back(account, std::move(*next));
    }
    return usage;
}

/// Every page is read once, one after the other: keeping them all would cost more than reading them.
Status keepFewPages(sqlite3* database) { return execute(database, "PRAGMA cache_size=-2048"); }

/// Usage is as much work as all the rest, so a second connection reads it meanwhile. The caller's holds the lock, and
/// nobody writes before the load is done. None where a second one cannot be opened.
std::future<std::optional<Result<UsageOfAccounts>>> startReadingUsage(const QString& path, std::size_t accounts)
{
    return std::async(std::launch::async, [path, accounts]() -> std::optional<Result<UsageOfAccounts>> {
        const auto connection = Connection::open(path, OpenMode::Immutable);
        if (!connection || !keepFewPages((*connection)->handle()))
            return std::nullopt;
        return readUsageOfAccounts((*connection)->handle(), accounts);
    });
}

/// The whole book, table by table; the rows of every table in account order are merged with the accounts.
class Loader
{
public:
    Loader(const Connection& connection, const Progress& progress)
        : m_connection(connection)
        , m_database(connection.handle())
        , m_progress(progress)
    {
    }
    [[nodiscard]] Result<Portfolio> load();

private:
    /// A place among the accounts; size(): without an account.
    using Place = std::size_t;

    [[nodiscard]] Status readAccounts();
    template <class T>
    [[nodiscard]] Status readTable();
    template <class T>
    [[nodiscard]] Status readChanges(std::span<const qint64> ids, std::span<const Place> places);
    template <class T>
    void give(std::vector<T> rows, std::span<const std::size_t> order, std::span<const Place> places);
    [[nodiscard]] Status readUsage();
    [[nodiscard]] Status readCustomValues();
    [[nodiscard]] Status readKeys();
    void giveChanges();
    [[nodiscard]] Status tableDone();

    void makeAccounts(std::size_t count);
    [[nodiscard]] AccountFacts& at(Place place) { return place < m_accounts.size() ? *m_accounts[place] : m_unlinked; }
    /// Moves place on to the account; false where there is no such account.
    [[nodiscard]] bool advance(Place& place, qint64 account) const
    {
        while (place < m_accounts.size() && m_accounts[place]->account.id < account)
            ++place;
        return place < m_accounts.size() && m_accounts[place]->account.id == account;
    }

    const Connection& m_connection;
    sqlite3* m_database;
    const Progress& m_progress;
    std::future<std::optional<Result<UsageOfAccounts>>> m_usage; ///< where it is read meanwhile
    SharedTexts m_texts;
    std::vector<std::shared_ptr<AccountFacts>> m_accounts; ///< by id
    AccountFacts m_unlinked;
    std::vector<std::pair<Place, Change>> m_changes;
    qint64 m_tablesDone = 0;
};

Status Loader::tableDone()
{
    if (m_progress.isCancelled())
        return fail(Code("cancelled"), ErrorKind::Cancelled);
    constexpr auto tables = static_cast<qint64>(std::tuple_size_v<AccountTables>) + 2;
    const auto all = static_cast<qint64>(m_accounts.size());
    m_progress.at(all * std::min(++m_tablesDone, tables) / tables, all);
    return {};
}

/// Many side by side, where they stay: the memory of a run of accounts goes with the last of them.
void Loader::makeAccounts(std::size_t count)
{
    constexpr std::size_t run = 64;
    m_accounts.reserve(count);
    for (std::size_t from = 0; from < count; from += run) {
        const std::size_t size = std::min(run, count - from);
        const auto block = std::make_shared<AccountFacts[]>(size);
        for (std::size_t i = 0; i < size; ++i)
            m_accounts.emplace_back(block, &block[static_cast<std::ptrdiff_t>(i)]);
    }
}

Status Loader::readAccounts()
{
    Statement statement(m_database, selectSql(Entity::Account, "ORDER BY \"id\""));
    std::vector<qint64> ids;
    std::vector<Place> places;
    ids.reserve(m_accounts.size());
    places.reserve(m_accounts.size());
    const auto done = eachRow(statement, [&] {
        places.push_back(ids.size());
        Account& account = m_accounts[ids.size()]->account;
        fillRecord(statement, m_texts, account);
        ids.push_back(account.id);
    });
    if (!done)
        return done;
    if (auto read = readChanges<Account>(ids, places); !read)
        return read;
    return tableDone();
}

/// Changes come by record, as the ids lie.
template <class T>
Status Loader::readChanges(std::span<const qint64> ids, std::span<const Place> places)
{
    Statement statement(m_database, changesSql(false));
    statement.bind(0, QStringView(info(T::entity).name));
    std::size_t at = 0;
    return eachRow(statement, [&] {
        const qint64 record = statement.integer(0);
        while (at < ids.size() && ids[at] < record)
            ++at;
        if (at < ids.size() && ids[at] == record)
            if (auto change = takeChange(statement, info(T::entity)))
                m_changes.emplace_back(places[at], std::move(*change));
    });
}

template <class T>
Status Loader::readTable()
{
    Statement statement(m_database, selectSql(T::entity, "ORDER BY \"id\""));
    auto rows = takeAll<T>(statement, m_texts);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<std::size_t> order(rows->size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const T& x = (*rows)[a];
        const T& y = (*rows)[b];
        return x.account != y.account ? x.account < y.account : liesBefore(x, y);
    });
    std::vector<Place> places(rows->size());
    Place place = 0;
    for (const std::size_t i : order)
        places[i] = advance(place, (*rows)[i].account.value()) ? place : m_accounts.size();
    if constexpr (looking::keepsChanges<T>()) {
        std::vector<qint64> ids;
        std::vector<Place> placesOfIds;
        for (std::size_t i = 0; i < rows->size(); ++i) {
            if (isOfGroup((*rows)[i]))
                continue;
            ids.push_back((*rows)[i].id);
            placesOfIds.push_back(places[i]);
        }
        if (auto done = readChanges<T>(ids, placesOfIds); !done)
            return done;
    }
    give(std::move(*rows), order, places);
    return tableDone();
}

/// Each account its rows; what has none to the unlinked.
template <class T>
void Loader::give(std::vector<T> rows, std::span<const std::size_t> order, std::span<const Place> places)
{
    std::vector<T> withoutAccount;
    for (std::size_t from = 0; from < order.size();) {
        const Place place = places[order[from]];
        std::size_t to = from;
        while (to < order.size() && places[order[to]] == place)
            ++to;
        std::vector<T> list;
        list.reserve(to - from);
        for (; from < to; ++from)
            if (!isOfGroup(rows[order[from]]))
                list.push_back(std::move(rows[order[from]]));
        if (place < m_accounts.size())
            m_accounts[place]->set(std::move(list));
        else
            std::move(list.begin(), list.end(), std::back_inserter(withoutAccount));
    }
    std::sort(withoutAccount.begin(), withoutAccount.end(), liesBefore<T>);
    m_unlinked.set(std::move(withoutAccount));
}

Status Loader::readUsage()
{
    auto meanwhile = m_usage.valid() ? m_usage.get() : std::nullopt;
    auto usage = meanwhile ? std::move(*meanwhile) : readUsageOfAccounts(m_database, m_accounts.size());
    if (!usage)
        return tl::unexpected(usage.error());
    Place place = 0;
    for (auto& [account, ofAccount] : *usage)
        if (advance(place, account))
            m_accounts[place]->usage = std::move(ofAccount);
    auto unlinked = readUnlinkedUsage(m_database);
    if (!unlinked)
        return tl::unexpected(unlinked.error());
    m_unlinked.usage = Usage(std::move(*unlinked));
    return tableDone();
}

Status Loader::readCustomValues()
{
    Statement statement(m_database, R"(
SELECT "record", "field", "value", "type" FROM "custom_value" WHERE "entity" = 'account' ORDER BY "record", "field")");
    Place place = 0;
    std::vector<CustomValue> values;
    const auto close = [&] {
        if (!values.empty() && advance(place, values.front().record))
            m_accounts[place]->custom = Rows<CustomValue>(std::exchange(values, {}));
        values.clear();
    };
    const auto done = eachRow(statement, [&] {
        if (!values.empty() && values.front().record != statement.integer(0))
            close();
        values.push_back({Entity::Account, statement.integer(0), m_texts.of(statement.utf8(1)), statement.text(2),
                          m_texts.of(statement.utf8(3))});
    });
    close();
    return done;
}

Status Loader::readKeys()
{
    // Read as it lies and sorted here: by record would be a look-up a row.
    Statement statement(m_database, R"(
SELECT "record", "position", "source", "key" FROM "external_key" WHERE "entity" = 'account')");
    /// Sorted instead of the keys, which are several times as large.
    struct Order
    {
        qint64 record;
        qint64 position;
        std::size_t at; ///< among keys
        auto operator<=>(const Order&) const = default;
    };
    std::vector<ExternalKey> keys;
    std::vector<Order> orders;
    keys.reserve(m_accounts.size());
    orders.reserve(m_accounts.size());
    auto done = eachRow(statement, [&] {
        const qint64 record = statement.integer(0);
        orders.push_back({record, statement.integer(1), keys.size()});
        keys.push_back({Entity::Account, m_texts.of(statement.utf8(2)), statement.text(3), record});
    });
    if (!done)
        return done;
    std::ranges::sort(orders);
    Place place = 0;
    for (auto from = orders.begin(); from != orders.end();) {
        const qint64 record = from->record;
        std::vector<ExternalKey> list;
        for (; from != orders.end() && from->record == record; ++from)
            list.push_back(std::move(keys[from->at]));
        if (advance(place, record))
            m_accounts[place]->keys = Rows<ExternalKey>(std::move(list));
    }
    return {};
}

void Loader::giveChanges()
{
    std::stable_sort(m_changes.begin(), m_changes.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto from = m_changes.begin(); from != m_changes.end();) {
        const Place place = from->first;
        std::vector<Change> list;
        for (; from != m_changes.end() && from->first == place; ++from)
            list.push_back(std::move(from->second));
        at(place).changes = Rows<Change>(std::move(list));
    }
}

Result<Portfolio> Loader::load()
{
    constexpr qint64 fewAccounts = 1'000; // read before a second connection stands
    const auto count = integerAnswer(m_database, R"(SELECT count(*) FROM "account")");
    if (!count)
        return tl::unexpected(count.error());
    if (*count > fewAccounts && m_connection.isWholeInFile())
        m_usage = startReadingUsage(m_connection.path(), static_cast<std::size_t>(*count));
    auto book = readBookFacts(m_database, m_texts);
    if (!book)
        return tl::unexpected(book.error());
    makeAccounts(static_cast<std::size_t>(*count));
    Status status = readAccounts();
    if (status)
        status = eachTable([this]<class T>(std::type_identity<T>) { return readTable<T>(); });
    if (status)
        status = readCustomValues();
    if (status)
        status = readKeys();
    // Last: until here a second connection may have read it.
    if (status)
        status = readUsage();
    if (!status)
        return tl::unexpected(status.error());
    giveChanges();
    return Portfolio::of(std::move(*book), {m_accounts.begin(), m_accounts.end()}, std::move(m_unlinked), 1);
}

} // namespace

Result<Portfolio> loadPortfolio(const Connection& connection, const Progress& progress)
{
    sqlite3* const database = connection.handle();
    const auto pages = integerAnswer(database, "PRAGMA cache_size");
    if (!pages)
        return tl::unexpected(pages.error());
    if (auto done = keepFewPages(database); !done)
        return tl::unexpected(done.error());
    auto loaded = Loader(connection, progress).load();
    if (auto done = execute(database, "PRAGMA cache_size=" + QByteArray::number(*pages)); !done && loaded)
        return tl::unexpected(done.error());
    return loaded;
}

} // namespace steward::book
