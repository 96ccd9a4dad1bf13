// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/migrator.h"

#include "core/base/failpoint.h"
#include "core/book/statement.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QSet>
#include <sqlite3.h>

namespace steward::book {

namespace {

/// "table.column" -> rows with a value there; "table." -> rows.
using Counts = QMap<QString, qint64>;

std::vector<SchemaStep> shippedSteps()
{
    std::vector<SchemaStep> steps;
    const QDir folder(QStringLiteral(":/schema"));
    const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            steps.push_back({name.left(4).toInt(), name, file.readAll()});
    }
    return steps;
}

Result<QStringList> names(sqlite3* database, const QString& sql)
{
    QStringList found;
    Statement statement(database, sql);
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return found;
        found.append(statement.text(0));
    }
}

Status countTable(sqlite3* database, const QString& table, Counts& counts)
{
    const auto columns = names(database, QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table));
    if (!columns)
        return tl::unexpected(columns.error());
    QString sql = QStringLiteral("SELECT count(*)");
    for (const QString& column : *columns)
        sql += QStringLiteral(", count(\"%1\")").arg(column);
    sql += QStringLiteral(" FROM \"%1\"").arg(table);
    Statement statement(database, sql);
    const auto row = statement.step();
    if (!row)
        return tl::unexpected(row.error());
    counts[table + u'.'] = statement.integer(0);
    for (int i = 0; i < columns->size(); ++i)
        counts[table + u'.' + columns->at(i)] = statement.integer(i + 1);
    return {};
}

Result<Counts> countAll(sqlite3* database)
{
    const auto tables = names(database, QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND name "
                                                       "NOT LIKE 'search%' AND name NOT LIKE 'sqlite_%'"));
    if (!tables)
        return tl::unexpected(tables.error());
    Counts counts;
    for (const QString& table : *tables)
        if (auto done = countTable(database, table, counts); !done)
            return tl::unexpected(done.error());
    return counts;
}

QSet<QString> declaredLosses(const QByteArray& sql)
{
    QSet<QString> losses;
    for (const QByteArray& line : sql.split('\n'))
        if (line.startsWith("-- loses: "))
            losses.insert(QString::fromUtf8(line.mid(10).trimmed()));
    return losses;
}

/// Columns that are gone after a step are a loss as well.
Status compareCounts(const Counts& before, const Counts& after, const SchemaStep& step)
{
    const QSet<QString> losses = declaredLosses(step.sql);
    for (auto it = before.begin(); it != before.end(); ++it)
        if (!losses.contains(it.key()) && after.value(it.key(), -1) != it.value())
            return fail(Code("book.migrate.loss"), ErrorKind::Failed,
                        {step.name, it.key(), it.value(), after.value(it.key(), 0)});
    return {};
}

Status runStatements(sqlite3* database, const SchemaStep& step)
{
    for (const QByteArray& statement : statementsOf(step.sql))
        if (auto done = execute(database, statement); !done)
            return done;
    failpoint("book.migrate.step");
    const QByteArray version = "PRAGMA user_version=" + QByteArray::number(step.version);
    if (auto done = execute(database, version); !done)
        return done;
    const auto broken = integerAnswer(database, "SELECT count(*) FROM pragma_foreign_key_check");
    if (!broken)
        return tl::unexpected(broken.error());
    return *broken == 0 ? Status() : fail(Code("book.reference"), ErrorKind::Failed, {step.name});
}

Status runStep(sqlite3* database, const SchemaStep& step)
{
    const auto before = countAll(database);
    if (!before)
        return tl::unexpected(before.error());
    if (auto begun = execute(database, "BEGIN IMMEDIATE"); !begun)
        return begun;
    Status done = runStatements(database, step);
    if (done) {
        const auto after = countAll(database);
        done = after ? compareCounts(*before, *after, step) : tl::unexpected(after.error());
    }
    if (done)
        done = execute(database, "COMMIT");
    if (!done && sqlite3_get_autocommit(database) == 0)
        if (auto back = execute(database, "ROLLBACK"); !back)
            return back;
    failpoint("book.migrate.committed");
    return done;
}

} // namespace

const std::vector<SchemaStep>& schemaSteps()
{
    static const std::vector<SchemaStep> steps = shippedSteps();
    return steps;
}

int schemaVersion(sqlite3* database)
{
    return static_cast<int>(integerAnswer(database, "PRAGMA user_version").value_or(0));
}

std::vector<QByteArray> statementsOf(const QByteArray& script)
{
    std::vector<QByteArray> statements;
    QByteArray buffer;
    for (const char c : script) {
        buffer += c;
        if (c == ';' && sqlite3_complete(buffer.constData()) != 0) {
            statements.push_back(buffer.trimmed());
            buffer.clear();
        }
    }
    return statements;
}

Result<bool> migrate(sqlite3* database, std::span<const SchemaStep> steps, const std::function<Status()>& beforeFirst)
{
    const int from = schemaVersion(database);
    bool isFirst = true;
    for (const SchemaStep& step : steps) {
        if (step.version <= from)
            continue;
        if (isFirst && from > 0)
            if (auto done = beforeFirst(); !done)
                return tl::unexpected(done.error());
        isFirst = false;
        if (auto done = runStep(database, step); !done)
            return tl::unexpected(done.error());
    }
    return !isFirst;
}

} // namespace steward::book
