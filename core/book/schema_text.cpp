// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/schema_text.h"

#include "core/book/migrator.h"
#include "core/book/statement.h"

#include <QMap>
#include <sqlite3.h>

namespace steward::book {

namespace {

struct CloseDatabase
{
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

/// Name -> type and text.
using Schema = QMap<QString, QString>;

Result<Schema> schemaOf(sqlite3* database)
{
    Schema schema;
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

/// What the steps make of an empty database; some milliseconds.
Result<Schema> knownSchema(int version)
{
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

} // namespace

Result<QStringList> foreignSchema(sqlite3* database, int version)
{
    const auto known = knownSchema(version);
    const auto found = schemaOf(database);
    if (!known || !found)
        return tl::unexpected(known ? found.error() : known.error());
    QStringList foreign;
    for (auto it = found->begin(); it != found->end(); ++it)
        if (known->value(it.key()) != it.value() && !it.key().startsWith(QStringLiteral("sqlite_stat")))
            foreign.append(it.key());
    for (auto it = known->begin(); it != known->end(); ++it)
        if (!found->contains(it.key()))
            foreign.append(it.key());
    return foreign;
}

} // namespace steward::book
