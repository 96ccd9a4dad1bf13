// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/memory_book.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::book;
using steward::tests::MemoryBook;
using steward::tests::must;

namespace {

std::vector<SchemaStep> withNext(const char* sql)
{
    std::vector<SchemaStep> steps = schemaSteps();
    steps.push_back({static_cast<int>(steps.size()) + 1, QStringLiteral("next"), sql});
    return steps;
}

} // namespace

TEST_CASE("a script is split where SQLite ends a statement, and nowhere else", "[book][migrate]")
{
    const auto parts = statementsOf("-- a; comment\nCREATE TABLE a (b TEXT DEFAULT ';');\n"
                                    "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; SELECT 1; END;\n"
                                    "SELECT \"x;y\" /* ; */;\n-- the end");
    REQUIRE(parts.size() == 3);
    CHECK(parts[1].startsWith("CREATE TRIGGER"));
    CHECK(parts[2].startsWith("SELECT"));
}

TEST_CASE("a migration runs its steps once, backs up first, and loses nothing", "[book][migrate]")
{
    MemoryBook book;
    must(execute(book.handle(), "INSERT INTO person (id, recorded, name) VALUES (1, 1, 'Ana')"));
    int backups = 0;
    const auto backup = [&]() -> Status {
        ++backups;
        return {};
    };
    CHECK_FALSE(must(migrate(book.handle(), schemaSteps(), backup)));
    CHECK(backups == 0);
    const auto next = withNext("ALTER TABLE person ADD COLUMN nickname TEXT;");
    CHECK(must(migrate(book.handle(), next, backup)));
    CHECK(backups == 1);
    CHECK(schemaVersion(book.handle()) == static_cast<int>(next.size()));
    CHECK_FALSE(must(migrate(book.handle(), next, backup)));
    CHECK(backups == 1);
}

TEST_CASE("a step that breaks, or loses a value it does not declare, leaves the book as it was", "[book][migrate]")
{
    const auto [sql, isRefused] = GENERATE(table<const char*, bool>({
        {"ALTER TABLE person ADD COLUMN nickname TEXT; SELECT no_such_column FROM person;", true},
        {"UPDATE person SET name = NULL;", true},
        {"DELETE FROM person;", true},
        {"INSERT INTO ticket (id, recorded, account_id) VALUES (1, 1, 99);", true},
        {"-- loses: person.name\nUPDATE person SET name = NULL;", false},
    }));
    CAPTURE(sql);
    MemoryBook book;
    must(execute(book.handle(), "INSERT INTO person (id, recorded, name) VALUES (1, 1, 'Ana')"));
    const QStringList before = book.dump("person");
    const auto migrated = migrate(book.handle(), withNext(sql), [] { return Status(); });
    CHECK(migrated.has_value() != isRefused);
    if (isRefused) {
        CHECK(book.dump("person") == before);
        CHECK(schemaVersion(book.handle()) == 1);
        CHECK(sqlite3_get_autocommit(book.handle()) == 1);
    }
}
