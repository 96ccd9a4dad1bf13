// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/schema_text.h"

#include "core/book/library.h"
#include "core/book/migrator.h"
#include "core/book/statement.h"

#include <QCryptographicHash>
#include <array>
#include <sqlite3.h>

namespace steward::book {

namespace {

struct CloseDatabase
{
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

/// Of version 1 and so on; a test says what stands here.
constexpr std::array knownMarks{
    "d7378c72120fea13b4383fdcb1ba533a1439e96e4209946a044a60414cceb864",
};

/// Made by SQLite itself, when it gathers statistics.
bool isStatistics(const QString& name) { return name.startsWith(QStringLiteral("sqlite_stat")); }

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
        if (!isStatistics(statement.text(0)))
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

QByteArray markOf(const SchemaText& schema)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto it = schema.begin(); it != schema.end(); ++it)
        for (const QString& text : {it.key(), it.value()}) {
            const QByteArray bytes = text.toUtf8();
            hash.addData(QByteArray(QByteArray::number(bytes.size()) + ' '));
            hash.addData(bytes);
        }
    return hash.result().toHex();
}

QByteArray knownMark(int version)
{
    return version >= 1 && version <= static_cast<int>(knownMarks.size())
               ? QByteArray(knownMarks[static_cast<std::size_t>(version - 1)])
               : QByteArray();
}

Result<QStringList> foreignSchema(sqlite3* database, int version)
{
    const auto found = schemaOf(database);
    if (!found)
        return tl::unexpected(found.error());
    if (markOf(*found) == knownMark(version))
        return QStringList();
    const auto known = knownSchema(version);
    if (!known)
        return tl::unexpected(known.error());
    QStringList foreign;
    for (auto it = found->begin(); it != found->end(); ++it)
        if (known->value(it.key()) != it.value())
            foreign.append(it.key());
    for (auto it = known->begin(); it != known->end(); ++it)
        if (!found->contains(it.key()))
            foreign.append(it.key());
    return foreign;
}

} // namespace steward::book
