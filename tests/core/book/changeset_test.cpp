// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/memory_book.h"
#include "tests/support/printers.h"

#include "core/book/affected.h"
#include "core/book/changeset.h"
#include "core/book/edit_session.h"

#include <set>

using namespace steward;
using namespace steward::book;
using steward::tests::MemoryBook;
using steward::tests::must;

namespace {

constexpr const char* insertPerson = "INSERT INTO person (id, recorded, name) VALUES (1, 1, 'Ana')";

/// The rows of a changeset as text, in no order: kind, table and every value it carries.
std::multiset<QByteArray> contentOf(const QByteArray& changeset)
{
    std::multiset<QByteArray> rows;
    must(walk(changeset, [&](const ChangedRow& row) -> Status {
        QByteArray text(row.table().data(), static_cast<qsizetype>(row.table().size()));
        text += QByteArray::number(static_cast<int>(row.kind()));
        for (int column = 0; column < row.columns(); ++column)
            for (sqlite3_value* value : {row.before(column), row.after(column)}) {
                text += '|';
                if (value)
                    text += QByteArray::number(sqlite3_value_type(value)) + ' ' +
                            reinterpret_cast<const char*>(sqlite3_value_text(value));
            }
        rows.insert(text);
        return {};
    }));
    return rows;
}

std::vector<Edit::UsageSample> randomSamples(unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<Edit::UsageSample> samples;
    for (const qint64 account : {1, 2, 3})
        for (qint32 day = 19'990; day < 20'080; ++day)
            if (random() % 3 != 0)
                samples.push_back({account, 7, day, static_cast<double>(random() % 100) / (random() % 2 == 0 ? 1 : 8)});
    return samples;
}

} // namespace

TEST_CASE("a changeset whose table has got a column since is refused, not skipped", "[book][changeset]")
{
    MemoryBook book;
    QByteArray changeset;
    {
        const auto session = must(Session::start(book.handle()));
        must(execute(book.handle(), insertPerson));
        changeset = must(session->changeset());
    }
    must(execute(book.handle(), "ALTER TABLE person ADD COLUMN later TEXT"));
    const auto applied = apply(book.handle(), must(inverted(changeset)));
    REQUIRE_FALSE(applied);
    CHECK(applied.error().code == Code("book.changeset.columns"));
}

TEST_CASE("a packed changeset that lost bytes is told from a sound one", "[book][changeset]")
{
    const QByteArray bytes(10'000, 'x');
    const QByteArray small = must(packed(bytes));
    CHECK(small.size() < 1000);
    CHECK(must(unpacked(small)) == bytes);
    CHECK(unpacked(small.left(small.size() / 2)).error().kind == ErrorKind::Corrupt);
    CHECK(unpacked(QByteArray("no zstd at all")).error().kind == ErrorKind::Corrupt);
    CHECK(unpacked(QByteArray()).error().kind == ErrorKind::Corrupt);
}

TEST_CASE("usage records the changeset that the session would have recorded", "[book][changeset][usage]")
{
    MemoryBook book;
    must(execute(book.handle(), "INSERT INTO account (id, recorded) VALUES (1, 1), (2, 1), (3, 1)"));
    must(execute(book.handle(), "INSERT INTO metric (id, recorded) VALUES (7, 1)"));
    for (unsigned round = 0; round < 6; ++round) {
        CAPTURE(round);
        const auto samples = randomSamples(round);
        // Every second round touches some months and leaves others.
        const std::span<const Edit::UsageSample> part =
            round % 2 == 0 ? std::span(samples) : std::span(samples).subspan(20, 40);
        must(execute(book.handle(), "SAVEPOINT both"));
        QByteArray own;
        {
            const auto session = must(Session::start(book.handle()));
            EditSession edit(book.handle(), *session, Instant{2}, QDate(2026, 1, 1));
            // In pieces that end anywhere, as an import hands them over.
            for (std::size_t at = 0; at < part.size(); at += 7)
                must(edit.mergeUsage(part.subspan(at, std::min<std::size_t>(7, part.size() - at)), {}, {}));
            const EditChanges changes = must(edit.changes());
            own = changes.changeset;
            // What mergeUsage says it touched is what the changeset touches.
            auto affected = must(affectedBy(book.handle(), changes.recorded));
            add(affected, changes.usage);
            const auto expected = must(affectedBy(book.handle(), own));
            CHECK(affected.rows == expected.rows);
            CHECK(affected.accounts == expected.accounts);
            CHECK(affected.wholeBook == expected.wholeBook);
        }
        const auto rows = book.dump("usage");
        must(execute(book.handle(), "ROLLBACK TO both"));
        {
            const auto session = must(Session::start(book.handle()));
            EditSession edit(book.handle(), *session, Instant{2}, QDate(2026, 1, 1));
            edit.leaveUsageToSession();
            must(edit.mergeUsage(part, {}, {}));
            CHECK(contentOf(must(edit.changes()).changeset) == contentOf(own));
        }
        CHECK(book.dump("usage") == rows);
        must(execute(book.handle(), "RELEASE both"));
        // Applied backwards it gives the rows of before, forwards those of now.
        must(apply(book.handle(), must(inverted(own))));
        CHECK(book.dump("usage") != rows);
        must(apply(book.handle(), own));
        CHECK(book.dump("usage") == rows);
    }
}

TEST_CASE("usage merged twice in one edit, and an account removed after it, are one sound step",
          "[book][changeset][usage]")
{
    MemoryBook book;
    must(execute(book.handle(), "INSERT INTO account (id, recorded) VALUES (1, 1), (2, 1), (3, 1)"));
    must(execute(book.handle(), "INSERT INTO metric (id, recorded) VALUES (7, 1)"));
    const auto before = book.dump("usage");
    const auto session = must(Session::start(book.handle()));
    EditSession edit(book.handle(), *session, Instant{2}, QDate(2026, 1, 1));
    must(edit.mergeUsage(randomSamples(1), {}, {}));
    must(edit.mergeUsage(randomSamples(2), {}, {}));
    const qint64 removed = 2;
    must(edit.remove(Entity::Account, std::span(&removed, 1)));
    must(edit.mergeUsage(std::vector<Edit::UsageSample>{{3, 7, 20'000, 1}}, {}, {}));
    const QByteArray changeset = must(edit.changes()).changeset;
    const auto after = book.dump("usage");
    must(apply(book.handle(), must(inverted(changeset))));
    CHECK(book.dump("usage") == before);
    must(apply(book.handle(), changeset));
    CHECK(book.dump("usage") == after);
}
