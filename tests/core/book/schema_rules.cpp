// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/schema_rules.h"

#include <functional>
#include <sqlite3.h>

namespace steward::tests {

namespace {

using Values = QStringList;

void forRows(sqlite3* database, const QString& sql, const std::function<void(const Values&)>& each)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, sql.toUtf8().constData(), -1, &statement, nullptr);
    while (statement && sqlite3_step(statement) == SQLITE_ROW) {
        Values values;
        for (int i = 0; i < sqlite3_column_count(statement); ++i)
            values.append(QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, i))));
        each(values);
    }
    sqlite3_finalize(statement);
}

void checkTable(sqlite3* database, const QString& table, QStringList& breaches)
{
    int keys = 0;
    forRows(database,
            QStringLiteral("SELECT \"name\", \"notnull\", \"pk\", \"hidden\" FROM pragma_table_xinfo('%1')").arg(table),
            [&](const Values& column) {
                if (column[2] != u"0") {
                    ++keys;
                    if (column[1] != u"1")
                        breaches.append(table + u'.' + column[0] + QStringLiteral(": nullable key"));
                }
                if (column[3] != u"0")
                    breaches.append(table + u'.' + column[0] + QStringLiteral(": generated"));
            });
    if (keys == 0)
        breaches.append(table + QStringLiteral(": no primary key"));
    forRows(
        database,
        QStringLiteral("SELECT \"from\", \"on_update\", \"on_delete\" FROM pragma_foreign_key_list('%1')").arg(table),
        [&](const Values& key) {
            if (key[1] != u"NO ACTION" || key[2] != u"NO ACTION")
                breaches.append(table + u'.' + key[0] + QStringLiteral(": reference with an action"));
        });
    forRows(database,
            QStringLiteral("SELECT \"name\" FROM pragma_index_list('%1') WHERE \"unique\" = 1 AND \"origin\" <> 'pk'")
                .arg(table),
            [&](const Values& index) { breaches.append(table + u'.' + index[0] + QStringLiteral(": unique")); });
    forRows(database, QStringLiteral("SELECT \"strict\" FROM pragma_table_list('%1')").arg(table),
            [&](const Values& list) {
                if (list[0] != u"1")
                    breaches.append(table + QStringLiteral(": not strict"));
            });
    forRows(database,
            QStringLiteral("SELECT \"sql\" FROM sqlite_schema WHERE \"type\" = 'table' AND \"name\" = '%1'").arg(table),
            [&](const Values& schema) {
                const QString sql = schema[0].toUpper();
                if (sql.count(QStringLiteral("REFERENCES")) !=
                    sql.count(QStringLiteral("DEFERRABLE INITIALLY DEFERRED")))
                    breaches.append(table + QStringLiteral(": reference that is not deferred"));
            });
}

} // namespace

QStringList schemaBreaches(sqlite3* database, const QStringList& tables)
{
    QStringList breaches;
    for (const QString& table : tables)
        checkTable(database, table, breaches);
    forRows(database, QStringLiteral("SELECT \"type\", \"name\", \"sql\" FROM sqlite_schema WHERE \"sql\" IS NOT NULL"),
            [&](const Values& schema) {
                if (schema[0] == u"trigger")
                    breaches.append(schema[1] + QStringLiteral(": trigger"));
                QString sql = schema[2].toLower();
                sql.remove(QStringLiteral("json_each"));
                if (sql.contains(QStringLiteral("json_")) || sql.contains(QStringLiteral("json(")))
                    breaches.append(schema[1] + QStringLiteral(": JSON function"));
            });
    return breaches;
}

} // namespace steward::tests
