// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/schema_text.h"

#include "core/book/library.h"
#include "core/book/migrator.h"
#include "core/book/statement.h"

#include <sqlite3.h>

namespace steward::book {

namespace {

struct CloseDatabase
{
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

Result<SchemaText> schemaOf(sqlite3* database)
{
    SchemaText schema;
    Statement statement(database, R"(SELECT "name", "type" || ' ' || ifnull("sql", '') FROM sqlite_schema)");
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return schema;
        schema.insert(statement.text(0), statement.text(1));
    }
}

} // namespace

Result<SchemaText> knownSchema(int version)
{
    prepareLibrary();
    sqlite3* raw = nullptr;
    if (const int code = sqlite3_open(":memory:", &raw); code != SQLITE_OK) {
        sqlite3_close(raw);
        return tl::unexpected(errorOf(code));
    }
    const Database database(raw);
    for (const SchemaStep& step : schemaSteps())
        if (step.version <= version)
            for (const QByteArray& statement : statementsOf(step.sql))
                if (auto done = execute(raw, statement); !done)
                    return tl::unexpected(done.error());
    return schemaOf(raw);
}

Result<QStringList> foreignSchema(sqlite3* database, const SchemaText& known)
{
    const auto found = schemaOf(database);
    if (!found)
        return tl::unexpected(found.error());
    QStringList foreign;
    for (auto it = found->begin(); it != found->end(); ++it)
        if (known.value(it.key()) != it.value() && !it.key().startsWith(QStringLiteral("sqlite_stat")))
            foreign.append(it.key());
    for (auto it = known.begin(); it != known.end(); ++it)
        if (!found->contains(it.key()))
            foreign.append(it.key());
    return foreign;
}

} // namespace steward::book
