// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/affected.h"

#include "core/book/changeset.h"
#include "core/book/tables.h"

#include <sqlite3.h>

namespace steward::book {

namespace {

class Affected
{
public:
    explicit Affected(sqlite3* database)
        : m_database(database)
    {
    }
    [[nodiscard]] Status add(const ChangedRow& row);
    [[nodiscard]] Book::Edited result();

private:
    [[nodiscard]] Status addOwned(Entity entity, const ChangedRow& row);
    [[nodiscard]] Status addOwnerOf(Entity entity, qint64 record);
    void addAccount(qint64 account);

    sqlite3* m_database;
    std::array<Statement, static_cast<std::size_t>(Entity::Count)> m_owner;
    std::vector<AccountId> m_accounts;
    Book::Edited m_edited;
};

void Affected::addAccount(qint64 account)
{
    if (account == 0)
        m_edited.wholeBook = true;
    else if (m_accounts.empty() || m_accounts.back().value() != account)
        m_accounts.emplace_back(account);
}

/// The account of a record as it is now. A record that is gone says nothing: its own row in the changeset does.
Status Affected::addOwnerOf(Entity entity, qint64 record)
{
    if (entity == Entity::Account) {
        addAccount(record);
        return {};
    }
    if (!info(entity).ofAccount) {
        m_edited.wholeBook = true;
        return {};
    }
    Statement& find = m_owner[static_cast<std::size_t>(entity)];
    if (!find.isPrepared())
        find = Statement(m_database, "SELECT \"account_id\" FROM \"" + tableOf(entity) + "\" WHERE \"id\" = ?");
    find.bind(0, record);
    const auto found = find.step();
    if (!found)
        return tl::unexpected(found.error());
    if (*found)
        addAccount(find.integer(0));
    find.reset();
    return {};
}

Status Affected::addOwned(Entity entity, const ChangedRow& row)
{
    if (!info(entity).ofAccount)
        return addOwnerOf(entity, row.integerKey(IdField));
    if (!row.touches(AccountField))
        return addOwnerOf(entity, row.integerKey(IdField));
    for (sqlite3_value* value : {row.before(AccountField), row.after(AccountField)})
        if (value)
            addAccount(sqlite3_value_int64(value));
    return {};
}

Status Affected::add(const ChangedRow& row)
{
    ++m_edited.rows;
    if (const auto entity = entityOfTable(row.table()))
        return addOwned(*entity, row);
    if (row.table() == "usage") {
        addAccount(row.integerKey(0));
        return {};
    }
    if (row.table() == "unlinked_usage") {
        m_edited.wholeBook = true;
        return {};
    }
    // external_key moves between records; its record is no key column.
    const auto entity = entityOfTable(row.textKey(0));
    if (!entity)
        return {};
    if (row.table() != "external_key")
        return addOwnerOf(*entity, row.integerKey(1));
    for (sqlite3_value* value : {row.before(3), row.after(3)})
        if (value)
            if (auto done = addOwnerOf(*entity, sqlite3_value_int64(value)); !done)
                return done;
    return {};
}

void sortOnce(std::vector<AccountId>& accounts)
{
    std::sort(accounts.begin(), accounts.end());
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
}

Book::Edited Affected::result()
{
    sortOnce(m_accounts);
    m_edited.accounts = std::move(m_accounts);
    return std::move(m_edited);
}

} // namespace

void add(Book::Edited& to, Book::Edited more)
{
    to.rows += more.rows;
    to.wholeBook = to.wholeBook || more.wholeBook;
    to.accounts.insert(to.accounts.end(), more.accounts.begin(), more.accounts.end());
    sortOnce(to.accounts);
}

Result<Book::Edited> affectedBy(sqlite3* database, const QByteArray& changeset)
{
    Affected affected(database);
    if (auto done = walk(changeset, [&](const ChangedRow& row) { return affected.add(row); }); !done)
        return tl::unexpected(done.error());
    return affected.result();
}

} // namespace steward::book
