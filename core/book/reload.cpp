// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/load.h"
#include "core/book/load_parts.h"
#include "core/book/usage_reader.h"

namespace steward::book {

namespace {

/// More accounts than this are read faster table by table.
constexpr std::size_t mostAccounts = 500;

/// Single accounts, and what hangs on none.
class Reloader
{
public:
    explicit Reloader(sqlite3* database)
        : m_database(database)
    {
    }
    /// none: there is no such account any more.
    [[nodiscard]] Result<std::optional<AccountFacts>> account(AccountId id);
    [[nodiscard]] Result<AccountFacts> unlinked();
    [[nodiscard]] SharedTexts& texts() { return m_texts; }

private:
    template <class T>
    [[nodiscard]] Status readTable(AccountFacts& facts, std::vector<Change>& changes);
    [[nodiscard]] Status readChanges(Entity entity, qint64 record, std::vector<Change>& changes);
    [[nodiscard]] Status readUsage(AccountFacts& facts);
    [[nodiscard]] Status readCustomValues(AccountFacts& facts);
    [[nodiscard]] Status readKeys(AccountFacts& facts);
    [[nodiscard]] Status readAll(AccountFacts& facts);

    sqlite3* m_database;
    SharedTexts m_texts;
    Statement m_changesOf; ///< one record; asked for each
};

Status Reloader::readChanges(Entity entity, qint64 record, std::vector<Change>& changes)
{
    if (!m_changesOf.isPrepared())
        m_changesOf = Statement(m_database, changesSql(true));
    m_changesOf.bind(0, QStringView(info(entity).name));
    m_changesOf.bind(1, record);
    return eachRow(m_changesOf, [&] {
        if (auto change = takeChange(m_changesOf, info(entity)))
            changes.push_back(std::move(*change));
    });
}

template <class T>
Status Reloader::readTable(AccountFacts& facts, std::vector<Change>& changes)
{
    const bool isLinked = facts.account.id != 0;
    Statement statement(m_database, selectSql(T::entity, isLinked ? R"(WHERE "account_id" = ? ORDER BY "id")"
                                                                  : R"(WHERE "account_id" IS NULL ORDER BY "id")"));
    if (isLinked)
        statement.bind(0, facts.account.id);
    auto rows = takeAll<T>(statement, m_texts);
    if (!rows)
        return tl::unexpected(rows.error());
    std::erase_if(*rows, isOfGroup<T>);
    if constexpr (looking::keepsChanges<T>())
        for (const T& row : *rows)
            if (auto done = readChanges(T::entity, row.id, changes); !done)
                return done;
    std::sort(rows->begin(), rows->end(), liesBefore<T>);
    facts.set(std::move(*rows));
    return {};
}

Status Reloader::readUsage(AccountFacts& facts)
{
    Statement statement(m_database, R"(
SELECT "account_id", "metric_id", "month", "first_day", "samples" FROM "usage" WHERE "account_id" = ?
ORDER BY "metric_id", "month")");
    statement.bind(0, facts.account.id);
    UsageReader reader(statement);
    const auto isRow = reader.start();
    if (!isRow)
        return tl::unexpected(isRow.error());
    if (!*isRow)
        return {};
    auto usage = reader.next();
    if (!usage)
        return tl::unexpected(usage.error());
    facts.usage = std::move(*usage);
    return {};
}

Status Reloader::readCustomValues(AccountFacts& facts)
{
    Statement statement(m_database, R"(
SELECT "field", "value", "type" FROM "custom_value" WHERE "entity" = 'account' AND "record" = ? ORDER BY "field")");
    statement.bind(0, facts.account.id);
    std::vector<CustomValue> values;
    auto done = eachRow(statement, [&] {
        values.push_back({Entity::Account, facts.account.id, statement.text(0), statement.text(1), statement.text(2)});
    });
    facts.custom = Rows<CustomValue>(std::move(values));
    return done;
}

Status Reloader::readKeys(AccountFacts& facts)
{
    Statement statement(m_database, R"(
SELECT "source", "key" FROM "external_key" WHERE "record" = ? AND "entity" = 'account' ORDER BY "position")");
    statement.bind(0, facts.account.id);
    std::vector<ExternalKey> keys;
    auto done = eachRow(statement, [&] {
        keys.push_back({Entity::Account, statement.text(0), statement.text(1), facts.account.id});
    });
    facts.keys = Rows<ExternalKey>(std::move(keys));
    return done;
}

/// Tables and changes of an account, or of what has none.
Status Reloader::readAll(AccountFacts& facts)
{
    std::vector<Change> changes;
    Status status = facts.account.id != 0 ? readChanges(Entity::Account, facts.account.id, changes) : Status();
    if (status)
        status = eachTable([&]<class T>(std::type_identity<T>) { return readTable<T>(facts, changes); });
    facts.changes = Rows<Change>(std::move(changes));
    return status;
}

Result<std::optional<AccountFacts>> Reloader::account(AccountId id)
{
    Statement statement(m_database, selectSql(Entity::Account, R"(WHERE "id" = ?)"));
    statement.bind(0, id.value());
    auto found = takeAll<Account>(statement, m_texts);
    if (!found)
        return tl::unexpected(found.error());
    if (found->empty())
        return std::optional<AccountFacts>();
    AccountFacts facts;
    facts.account = std::move(found->front());
    Status status = readAll(facts);
    if (status)
        status = readUsage(facts);
    if (status)
        status = readCustomValues(facts);
    if (status)
        status = readKeys(facts);
    if (!status)
        return tl::unexpected(status.error());
    return std::optional(std::move(facts));
}

Result<AccountFacts> Reloader::unlinked()
{
    AccountFacts facts;
    if (auto status = readAll(facts); !status)
        return tl::unexpected(status.error());
    auto usage = readUnlinkedUsage(m_database);
    if (!usage)
        return tl::unexpected(usage.error());
    facts.usage = Usage(std::move(*usage));
    return facts;
}

} // namespace

Result<Portfolio> reloadPortfolio(const Connection& connection, const Portfolio& before, const Book::Edited& edited)
{
    sqlite3* const database = connection.handle();
    const quint64 generation = before.generation() + 1;
    if (edited.accounts.size() > mostAccounts) {
        const auto all = loadPortfolio(connection, {});
        return all ? Result<Portfolio>(all->withBook(all->book(), all->unlinked(), generation)) : all;
    }
    Reloader reloader(database);
    std::vector<AccountFacts> changed;
    std::vector<AccountId> removed;
    for (const AccountId id : edited.accounts) {
        auto facts = reloader.account(id);
        if (!facts)
            return tl::unexpected(facts.error());
        if (*facts)
            changed.push_back(std::move(**facts));
        else
            removed.push_back(id);
    }
    Portfolio next = before.with(std::move(changed), removed, generation);
    if (!edited.wholeBook)
        return next;
    auto book = readBookFacts(database, reloader.texts());
    if (!book)
        return tl::unexpected(book.error());
    auto unlinked = reloader.unlinked();
    if (!unlinked)
        return tl::unexpected(unlinked.error());
    return next.withBook(std::move(*book), std::move(*unlinked), generation);
}

} // namespace steward::book
