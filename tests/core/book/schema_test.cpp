// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/book_fixture.h"
#include "tests/core/book/schema_rules.h"
#include "tests/support/printers.h"

#include "core/book/migrator.h"
#include "core/book/schema_text.h"
#include "core/book/tables.h"

#include <QCryptographicHash>
#include <QFile>
#include <sqlite3.h>

using namespace steward;
using namespace steward::book;
using steward::tests::must;
using steward::tests::schemaBreaches;
using steward::tests::TestBook;

namespace {

struct CloseDatabase
{
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

Database memoryWith(const QByteArray& script)
{
    sqlite3* raw = nullptr;
    sqlite3_open(":memory:", &raw);
    Database database(raw);
    REQUIRE(sqlite3_exec(raw, script.constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
    return database;
}

QStringList names(sqlite3* database, const QString& sql)
{
    QStringList found;
    Statement statement(database, sql);
    while (statement.step().value())
        found.append(statement.text(0));
    return found;
}

QStringList sessionTables()
{
    QStringList tables;
    for (const QByteArray& table : modelTables())
        tables.append(QString::fromLatin1(table));
    return tables;
}

} // namespace

TEST_CASE("the schema keeps the rules that undo stands on", "[book][schema]")
{
    const Database database = memoryWith(schemaSteps().front().sql);
    CHECK(schemaBreaches(database.get(), sessionTables()).join(u'\n') == QString());
}

TEST_CASE("the schema rules catch every kind of breach", "[book][schema]")
{
    const auto [script, breach] = GENERATE(table<const char*, const char*>({
        {"CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT", "t.id: nullable key"},
        {"CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY)", "t: not strict"},
        {"CREATE TABLE t (id INTEGER NOT NULL) STRICT", "t: no primary key"},
        {"CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, o INTEGER REFERENCES t ON DELETE CASCADE DEFERRABLE "
         "INITIALLY DEFERRED) STRICT",
         "t.o: reference with an action"},
        {"CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, o INTEGER REFERENCES t ON DELETE SET NULL DEFERRABLE "
         "INITIALLY DEFERRED) STRICT",
         "t.o: reference with an action"},
        {"CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, o INTEGER REFERENCES t) STRICT",
         "t: reference that is not deferred"},
        {"CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, place REAL UNIQUE) STRICT",
         "t.sqlite_autoindex_t_1: unique"},
        {"CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, b INTEGER AS (id + 1)) STRICT", "t.b: generated"},
        {"CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY) STRICT; CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; "
         "END",
         "tr: trigger"},
        {"CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, j TEXT CHECK (json_valid(j))) STRICT", "t: JSON function"},
    }));
    CAPTURE(script);
    const Database database = memoryWith(script);
    CHECK(schemaBreaches(database.get(), {QStringLiteral("t")}) == QStringList{QString::fromLatin1(breach)});
}

TEST_CASE("every entity has a table with exactly the catalogue's columns, in its order", "[book][schema]")
{
    const Database database = memoryWith(schemaSteps().front().sql);
    for (const EntityInfo& entity : catalogue()) {
        QStringList expected;
        for (const FieldInfo& field : entity.fields)
            expected.append(field.name);
        CHECK(names(database.get(), QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(entity.name)) ==
              expected);
    }
}

TEST_CASE("a column has the type its field is stored as", "[book][schema]")
{
    const Database database = memoryWith(schemaSteps().front().sql);
    for (const EntityInfo& entity : catalogue()) {
        const QStringList types =
            names(database.get(), QStringLiteral("SELECT type FROM pragma_table_info('%1')").arg(entity.name));
        for (std::size_t i = 0; i < entity.fields.size(); ++i) {
            CAPTURE(entity.name.toStdString(), entity.fields[i].name.toStdString());
            const FieldType type = entity.fields[i].type;
            const bool isInteger = type == FieldType::Integer || type == FieldType::Flag ||
                                   type == FieldType::Instant || type == FieldType::Amount ||
                                   type == FieldType::Reference;
            const QString expected = isInteger                 ? QStringLiteral("INTEGER")
                                     : type == FieldType::Real ? QStringLiteral("REAL")
                                                               : QStringLiteral("TEXT");
            CHECK(types[static_cast<qsizetype>(i)] == expected);
        }
    }
}

TEST_CASE("every table is an entity or one that the book knows by name", "[book][schema]")
{
    const Database database = memoryWith(schemaSteps().front().sql);
    QStringList tables = names(database.get(), QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                                              "AND name NOT LIKE 'search%'"));
    for (const QString& table : sessionTables())
        CHECK(tables.removeAll(table) == 1);
    tables.sort();
    CHECK(tables == QStringList{QStringLiteral("edit"), QStringLiteral("meta")});
}

TEST_CASE("released steps of the schema never change", "[book][schema]")
{
    const std::vector<const char*> frozen = {
        "1dc8fce2e8a6b8fd47775199d12d2333c8f73af536588206a2005ad65e856cd0",
    };
    REQUIRE(schemaSteps().size() == frozen.size());
    for (std::size_t i = 0; i < frozen.size(); ++i) {
        const SchemaStep& step = schemaSteps()[i];
        CHECK(step.version == static_cast<int>(i) + 1);
        CHECK(QCryptographicHash::hash(step.sql, QCryptographicHash::Sha256).toHex() == QByteArray(frozen[i]));
    }
}

TEST_CASE("the schema of every version is known by its mark", "[book][schema]")
{
    for (const SchemaStep& step : schemaSteps()) {
        const auto known = knownSchema(step.version);
        REQUIRE(known.has_value());
        CHECK(markOf(*known) == knownMark(step.version));
        SchemaText other = *known;
        other.last() += QStringLiteral(" ");
        CHECK(markOf(other) != knownMark(step.version));
    }
    CHECK(knownMark(0).isEmpty());
    CHECK(knownMark(static_cast<int>(schemaSteps().size()) + 1).isEmpty());
}

TEST_CASE("the documented views answer on a book that is closed", "[book][schema]")
{
    TestBook t;
    Account account;
    account.name = QStringLiteral("Acme");
    Metric metric;
    metric.name = QStringLiteral("logins");
    t.edit([&](Edit& edit) -> Status {
        must(edit.save(account));
        must(edit.save(metric));
        must(edit.setKey({Entity::Account, QStringLiteral("crm"), QStringLiteral("001A"), account.id}));
        const std::vector<Edit::UsageSample> samples{{account.id, metric.id, usageDay({2026, 2, 27}), 3},
                                                     {account.id, metric.id, usageDay({2026, 3, 1}), 0.5},
                                                     {account.id, metric.id, usageDay({2026, 3, 3}), 7}};
        return edit.mergeUsage(samples, {}, {}).map([](auto) {});
    });
    must(t.book->close());
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open_v2(QFile::encodeName(t.path()).constData(), &raw, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    const Database database(raw);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    for (const QString& view : names(raw, QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'view'"))) {
        CAPTURE(view.toStdString());
        CHECK(view.startsWith(QStringLiteral("v_")));
        CHECK(integerAnswer(raw, QStringLiteral("SELECT count(*) FROM \"%1\"").arg(view)));
    }
    CHECK(
        names(raw, QStringLiteral("SELECT day || ' ' || value FROM v_usage ORDER BY day")) ==
        QStringList{QStringLiteral("2026-02-27 3"), QStringLiteral("2026-03-01 0.5"), QStringLiteral("2026-03-03 7")});
    CHECK(names(raw, QStringLiteral("SELECT key || ' ' || name FROM v_accounts")) ==
          QStringList{QStringLiteral("001A Acme")});
}
