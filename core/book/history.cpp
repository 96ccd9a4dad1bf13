// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/history.h"

#include "core/book/changeset.h"
#include "core/book/each_row.h"
#include "core/book/erasures.h"
#include "core/book/label.h"

namespace steward::book {

namespace {

constexpr const char* insertSql = R"(
INSERT INTO "edit" ("id", "label", "label_arguments", "actor", "at", "rows", "changeset_size", "changeset")
VALUES ((SELECT ifnull(max("id"), 0) + 1 FROM "edit"), ?, ?, ?, ?, ?, ?, ?) RETURNING "id")";

constexpr const char* newestSql = R"(
SELECT "id", "label", "label_arguments", "actor", "undone" FROM "edit" ORDER BY "id" DESC LIMIT 1)";

constexpr const char* goOnSql = R"(
UPDATE "edit" SET "at" = ?, "rows" = ?, "changeset_size" = ?, "changeset" = ? WHERE "id" = ?)";

constexpr const char* endRedoSql = R"(
UPDATE "edit" SET "changeset" = NULL WHERE "undone" = 1 AND "changeset" IS NOT NULL)";

constexpr const char* undoSql = R"(
SELECT "id", "rows", "changeset" FROM "edit" WHERE "undone" = 0 AND "label" NOT IN ('edit.erase-contact', 'history.other-writer')
ORDER BY "id" DESC LIMIT 1)";

constexpr const char* redoSql = R"(
SELECT "id", "rows", "changeset" FROM "edit" WHERE "undone" = 1 AND "changeset" IS NOT NULL ORDER BY "id" LIMIT 1)";

constexpr const char* historySql = R"(
SELECT "id", "label", "label_arguments", "actor", "at", "rows", "undone", "changeset" IS NOT NULL
FROM "edit" ORDER BY "id" DESC LIMIT ?)";

constexpr const char* foreignSql = R"(
INSERT INTO "edit" ("id", "label", "label_arguments", "actor", "at", "rows", "changeset_size")
VALUES ((SELECT ifnull(max("id"), 0) + 1 FROM "edit"), ?, ?, '', ?, 0, 0))";

constexpr const char* pruneSql = R"(
UPDATE "edit" SET "changeset" = NULL WHERE "id" IN (
    SELECT "id" FROM (
        SELECT "id", "at", row_number() OVER (ORDER BY "id" DESC) AS "place",
               sum("changeset_size") OVER (ORDER BY "id" DESC) AS "bytes"
        FROM "edit" WHERE "changeset" IS NOT NULL AND "undone" = 0)
    WHERE "place" > ?1 AND "at" < ?2 AND "bytes" > ?3)
RETURNING "id")";

Result<StoredEdit> readOne(sqlite3* database, const char* sql, Code none)
{
    Statement statement(database, sql);
    const auto row = statement.step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || statement.isNull(2))
        return fail(none, ErrorKind::NotFound);
    auto changeset = unpacked(statement.blob(2));
    if (!changeset)
        return tl::unexpected(changeset.error());
    return StoredEdit{statement.integer(0), statement.integer(1), std::move(*changeset)};
}

/// The edit that this one goes on with; none: it stands by itself.
Result<std::optional<StoredEdit>> continued(sqlite3* database, const NewEdit& edit)
{
    if (!edit.label.code.id().starts_with("edit.typing-"))
        return std::optional<StoredEdit>();
    Statement newest(database, newestSql);
    const auto row = newest.step();
    if (!row)
        return tl::unexpected(row.error());
    const bool isSame = *row && newest.text(1) == QLatin1String(edit.label.code.id()) &&
                        newest.text(2) == argumentsText(edit.label.arguments) && newest.text(3) == edit.actor &&
                        newest.integer(4) == 0;
    if (!isSame)
        return std::optional<StoredEdit>();
    // Where an erasure ends undo, or its changeset is gone, a new one begins.
    const auto stored = nextUndo(database);
    if (!stored && stored.error().kind != ErrorKind::NotFound)
        return tl::unexpected(stored.error());
    return stored && stored->id == newest.integer(0) ? std::optional(*stored) : std::nullopt;
}

Result<qint64> goOnWith(sqlite3* database, const StoredEdit& before, const NewEdit& edit)
{
    const QByteArray parts[] = {before.changeset, edit.changeset};
    const auto whole = joined(parts);
    if (!whole)
        return tl::unexpected(whole.error());
    const auto bytes = packed(*whole);
    if (!bytes)
        return tl::unexpected(bytes.error());
    Statement update(database, goOnSql);
    update.bind(0, edit.at.ms);
    update.bind(1, std::max(before.rows, edit.rows));
    update.bind(2, bytes->size());
    update.bindBlob(3, *bytes);
    update.bind(4, before.id);
    const auto done = update.run();
    return done ? Result<qint64>(before.id) : tl::unexpected(done.error());
}

} // namespace

Result<qint64> recordEdit(sqlite3* database, const NewEdit& edit)
{
    const auto before = continued(database, edit);
    if (!before)
        return tl::unexpected(before.error());
    if (*before)
        return goOnWith(database, **before, edit);
    if (auto done = execute(database, endRedoSql); !done)
        return tl::unexpected(done.error());
    const auto bytes = packed(edit.changeset);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const std::string_view code = edit.label.code.id();
    Statement insert(database, insertSql);
    insert.bindStatic(0, code);
    insert.bind(1, QStringView(argumentsText(edit.label.arguments)));
    insert.bind(2, QStringView(edit.actor));
    insert.bind(3, edit.at.ms);
    insert.bind(4, edit.rows);
    insert.bind(5, bytes->size());
    insert.bindBlob(6, *bytes);
    const auto row = insert.step();
    if (!row)
        return tl::unexpected(row.error());
    return insert.integer(0);
}

Status eachChangeset(sqlite3* database, const std::function<Status(qint64, const QByteArray&)>& each)
{
    Statement edits(database, R"(SELECT "id", "changeset" FROM "edit" WHERE "changeset" IS NOT NULL ORDER BY "id")");
    return eachRow(edits, [&]() -> Status {
        const auto changeset = unpacked(edits.blob(1));
        return changeset ? each(edits.integer(0), *changeset) : tl::unexpected(changeset.error());
    });
}

Status recordForeignWrite(sqlite3* database, Instant at)
{
    Statement insert(database, foreignSql);
    insert.bindStatic(0, foreignLabel);
    insert.bind(1, QStringView(argumentsText({})));
    insert.bind(2, at.ms);
    return insert.run();
}

Result<StoredEdit> nextUndo(sqlite3* database)
{
    auto edit = readOne(database, undoSql, Code("book.undo.none"));
    const auto floor = undoFloor(database);
    if (!edit || !floor)
        return edit ? tl::unexpected(floor.error()) : edit;
    if (edit->id <= *floor)
        return fail(Code("book.undo.erased"), ErrorKind::NotFound);
    return edit;
}

Result<StoredEdit> nextRedo(sqlite3* database) { return readOne(database, redoSql, Code("book.redo.none")); }

Status markUndone(sqlite3* database, qint64 id, bool undone)
{
    Statement statement(database, R"(UPDATE "edit" SET "undone" = ? WHERE "id" = ?)");
    statement.bind(0, qint64(undone));
    statement.bind(1, id);
    return statement.run();
}

Result<std::vector<HistoryEntry>> readHistory(sqlite3* database, int limit)
{
    const auto floor = undoFloor(database);
    if (!floor)
        return tl::unexpected(floor.error());
    Statement statement(database, historySql);
    statement.bind(0, qint64(limit));
    std::vector<HistoryEntry> entries;
    const auto done = eachRow(statement, [&] {
        HistoryEntry entry;
        entry.id = statement.integer(0);
        entry.label = {storedCode(statement.text(1)), argumentsOf(statement.text(2))};
        entry.actor = statement.text(3);
        entry.at = Instant{statement.integer(4)};
        entry.rows = statement.integer(5);
        entry.undone = statement.integer(6) != 0;
        const bool isKept = statement.integer(7) != 0;
        entry.isUndoable = isKept && entry.id > *floor;
        if (entry.label.code.id() == eraseLabel)
            entry.whyNot = Message{Code("history.erasure"), {}};
        else if (entry.label.code.id() == foreignLabel)
            entry.whyNot = Message{Code("history.foreign"), {}};
        else if (isKept && !entry.isUndoable)
            entry.whyNot = Message{Code("history.erased"), {}};
        entries.push_back(std::move(entry));
    });
    return done ? Result<std::vector<HistoryEntry>>(std::move(entries)) : tl::unexpected(done.error());
}

Result<Instant> newestEditTime(sqlite3* database)
{
    const auto at = integerAnswer(database, R"(SELECT ifnull(max("at"), 0) FROM "edit")");
    return at ? Result<Instant>(Instant{*at}) : tl::unexpected(at.error());
}

Result<qint64> pruneHistory(sqlite3* database, Instant now, const HistoryLimits& limits)
{
    constexpr qint64 dayMs = 86'400'000;
    Statement prune(database, pruneSql);
    prune.bind(0, limits.newest);
    prune.bind(1, now.ms - limits.days * dayMs);
    prune.bind(2, limits.bytes);
    qint64 count = 0;
    const auto done = eachRow(prune, [&] { ++count; });
    return done ? Result<qint64>(count) : tl::unexpected(done.error());
}

} // namespace steward::book
