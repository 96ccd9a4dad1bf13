// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/search.h"

#include "core/book/reading_guard.h"
#include "core/book/tables.h"

namespace steward::book {

namespace {

constexpr QChar markStart(1);
constexpr QChar markEnd(2);
constexpr QChar fieldEnd(30);
constexpr int excerptBefore = 40;
constexpr int excerptLength = 160;

constexpr const char* searchSql = R"(
SELECT "entity", "record", "account_id", highlight("search", 3, char(1), char(2)), bm25("search")
FROM "search" WHERE "search" MATCH ? ORDER BY bm25("search"), "rowid" LIMIT ?)";

QString fieldNumber(const EntityInfo& entity, int number)
{
    for (const FieldInfo& field : entity.fields)
        if (field.is(Trait::Searchable) && number-- == 0)
            return field.name;
    return {};
}

/// The part of the first field with a hit around that hit, on one line.
void describe(SearchHit& hit, const QString& marked)
{
    const qsizetype mark = std::max<qsizetype>(marked.indexOf(markStart), 0);
    hit.field = fieldNumber(info(hit.entity), static_cast<int>(QStringView(marked).left(mark).count(fieldEnd)));
    const qsizetype start = marked.lastIndexOf(fieldEnd, mark) + 1;
    qsizetype end = marked.indexOf(fieldEnd, mark);
    end = end < 0 ? marked.size() : end;
    const qsizetype from = mark - start > excerptBefore ? mark - excerptBefore : start;
    QString text = marked.mid(from, end - from);
    text.remove(markStart).remove(markEnd);
    hit.excerpt = text.left(excerptLength).simplified();
}

} // namespace

QString matchExpression(const QString& text)
{
    QString expression;
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty())
            expression += (expression.isEmpty() ? QString() : QStringLiteral(" ")) + u'"' + word + u"\"*";
        word.clear();
    };
    for (const uint c : text.toUcs4()) {
        const bool belongs = QChar::isLetterOrNumber(c) || QChar::isMark(c);
        if (belongs)
            word += QChar::fromUcs4(c);
        else
            flush();
    }
    flush();
    return expression;
}

Result<std::vector<SearchHit>> searchIndex(sqlite3* database, const QString& text, int limit)
{
    std::vector<SearchHit> hits;
    const QString expression = matchExpression(text);
    if (expression.isEmpty() || limit <= 0)
        return hits;
    // The first use of the index after the schema was read sets it up, which is more than reading.
    Statement setUp(database, R"(SELECT "rowid" FROM "search" LIMIT 0)");
    if (const auto row = setUp.step(); !row)
        return tl::unexpected(row.error());
    const ReadingGuard guard(database);
    Statement statement(database, searchSql);
    statement.bind(0, QStringView(expression));
    statement.bind(1, qint64(limit));
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return hits;
        const auto entity = entityOfTable(statement.utf8(0));
        if (!entity)
            continue;
        SearchHit hit;
        hit.entity = *entity;
        hit.record = statement.integer(1);
        hit.account = AccountId(statement.integer(2));
        hit.rank = statement.real(4);
        describe(hit, statement.text(3));
        hits.push_back(std::move(hit));
    }
}

} // namespace steward::book
