// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/check.h"

#include "core/book/changeset.h"
#include "core/book/each_row.h"
#include "core/book/samples.h"
#include "core/book/tables.h"

#include <sqlite3.h>

namespace steward::book {

namespace {

constexpr int listed = 20;

class Checker
{
public:
    Checker(sqlite3* database, const Progress& progress)
        : m_database(database)
        , m_progress(progress)
    {
    }
    [[nodiscard]] Result<CheckReport> run();

private:
    /// Calls problem for every row of a query.
    [[nodiscard]] Status forRows(const QByteArray& sql, const std::function<void(Statement&)>& each);
    [[nodiscard]] Status checkFile();
    [[nodiscard]] Status checkRows();
    [[nodiscard]] Status checkHistoryFields(const EntityInfo& entity);
    [[nodiscard]] Status checkOwners(const EntityInfo& entity);
    [[nodiscard]] Status checkUsage(const char* table);
    [[nodiscard]] Status checkEdits();
    void found(Code code, Arguments arguments);

    sqlite3* m_database;
    const Progress& m_progress;
    CheckReport m_report;
    std::vector<std::pair<Code, int>> m_counts;
};

void Checker::found(Code code, Arguments arguments)
{
    auto at = std::find_if(m_counts.begin(), m_counts.end(), [&](const auto& each) { return each.first == code; });
    if (at == m_counts.end())
        at = m_counts.insert(at, {code, 0});
    if (++at->second <= listed)
        m_report.problems.push_back({code, std::move(arguments)});
}

Status Checker::forRows(const QByteArray& sql, const std::function<void(Statement&)>& each)
{
    Statement statement(m_database, sql);
    return eachRow(statement, m_progress, [&] { each(statement); });
}

Status Checker::checkFile()
{
    auto done = forRows("PRAGMA integrity_check(20)", [&](Statement& row) {
        if (row.text(0) != u"ok")
            found(Code("check.file"), {row.text(0)});
    });
    if (!done)
        return done;
    return forRows("PRAGMA foreign_key_check", [&](Statement& row) {
        found(Code("check.reference"), {row.text(0), row.integer(1), row.text(2)});
    });
}

Status Checker::checkRows()
{
    qint64 step = 0;
    for (const EntityInfo& entity : catalogue()) {
        const auto rows = integerAnswer(m_database, "SELECT count(*) FROM \"" + tableOf(entity.entity) + '"');
        if (!rows)
            return tl::unexpected(rows.error());
        m_report.rows += *rows;
        if (auto done = checkHistoryFields(entity); !done)
            return done;
        if (auto done = checkOwners(entity); !done)
            return done;
        m_progress.at(++step, static_cast<qint64>(Entity::Count));
    }
    return {};
}

/// The column holds the value of the newest change.
Status Checker::checkHistoryFields(const EntityInfo& entity)
{
    for (const FieldInfo& field : entity.fields) {
        if (!field.is(Trait::History))
            continue;
        const QByteArray table = entity.name.toLatin1();
        const QByteArray column = field.name.toLatin1();
        const auto done = forRows(
            "SELECT c.\"record\" FROM (SELECT \"record\", \"value\", row_number() OVER (PARTITION "
            "BY \"record\" ORDER BY \"day\" DESC, \"recorded\" DESC) AS \"place\" FROM \"change\" "
            "WHERE \"entity\" = '" +
                table + "' AND \"field\" = '" + column + "') AS c JOIN \"" + table +
                "\" AS t ON t.\"id\" = c.\"record\" WHERE c.\"place\" = 1 AND t.\"" + column + "\" IS NOT c.\"value\"",
            [&](Statement& row) {
                found(Code("check.history"), {entity.name, row.integer(0), field.name});
            });
        if (!done)
            return done;
    }
    return {};
}

/// Keys, custom values and changes belong to a record that is there.
Status Checker::checkOwners(const EntityInfo& entity)
{
    for (const char* table : {"external_key", "custom_value", "change"}) {
        const QByteArray name = entity.name.toLatin1();
        const auto done =
            forRows(QByteArray("SELECT DISTINCT \"record\" FROM \"") + table + "\" WHERE \"entity\" = '" + name +
                        "' AND \"record\" NOT IN (SELECT \"id\" FROM \"" + name + "\")",
                    [&](Statement& row) {
                        found(Code("check.owner"), {QString::fromLatin1(table), entity.name, row.integer(0)});
                    });
        if (!done)
            return done;
    }
    return {};
}

Status Checker::checkUsage(const char* table)
{
    MonthSamples month;
    return forRows(QByteArray("SELECT \"month\", \"first_day\", \"samples\", \"metric_id\" FROM \"") + table + '"',
                   [&](Statement& row) {
                       ++m_report.rows;
                       const auto span = monthOfText(row.utf8(0));
                       const auto first = static_cast<int>(row.integer(1));
                       const bool isSound = span && readSamples(row.utf8(2), first, month) && month.has(first) &&
                                            (month.present >> span->days) == 0;
                       if (!isSound)
                           found(Code("check.usage"), {QString::fromLatin1(table), row.integer(3), row.text(0)});
                   });
}

/// Every changeset that is kept can be unpacked and read to its end.
Status Checker::checkEdits()
{
    return forRows(R"(SELECT "id", "changeset" FROM "edit" WHERE "changeset" IS NOT NULL)", [&](Statement& row) {
        const auto bytes = unpacked(row.blob(1));
        const auto nothing = [](const ChangedRow&) { return Status(); };
        if (!bytes || !walk(*bytes, nothing))
            found(Code("check.edit"), {row.integer(0)});
    });
}

Result<CheckReport> Checker::run()
{
    if (auto done = checkFile(); !done)
        return tl::unexpected(done.error());
    // A damaged file answers further questions at random.
    if (!m_report.problems.empty() && m_report.problems.front().code == Code("check.file"))
        return m_report;
    for (const auto& part : {std::function<Status()>([&] { return checkRows(); }),
                             std::function<Status()>([&] { return checkUsage("usage"); }),
                             std::function<Status()>([&] { return checkUsage("unlinked_usage"); }),
                             std::function<Status()>([&] { return checkEdits(); })})
        if (auto done = part(); !done)
            return tl::unexpected(done.error());
    for (const auto& [code, count] : m_counts)
        if (count > listed)
            m_report.problems.push_back(
                {Code("check.more"), {QString::fromLatin1(QByteArrayView(code.id())), qint64(count - listed)}});
    return m_report;
}

} // namespace

Result<CheckReport> checkBook(sqlite3* database, const Progress& progress) { return Checker(database, progress).run(); }

} // namespace steward::book
