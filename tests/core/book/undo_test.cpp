// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/book_fixture.h"
#include "tests/core/book/random_edits.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::book;
using steward::tests::must;
using steward::tests::RandomEdits;
using steward::tests::TestBook;

TEST_CASE("undo restores the exact book hash, redo too, over 500 random batches of all entities", "[book][undo][P18]")
{
    TestBook t;
    RandomEdits random(20261121);
    std::vector<QByteArray> hashes{t.hash()};
    std::vector<RandomEdits::Mark> marks{random.mark()};
    for (int batch = 0; batch < 500; ++batch) {
        CAPTURE(batch);
        const auto edited = t.edit([&](Edit& edit) { return random.batch(edit); });
        const QByteArray after = t.hash();
        if (edited.id == 0) {
            REQUIRE(after == hashes.back());
            continue;
        }
        REQUIRE(after != hashes.back());
        hashes.push_back(after);
        marks.push_back(random.mark());
        // Now and then some steps back, and either forth again or on from there.
        if (random.number(0, 9) != 0)
            continue;
        const auto steps = static_cast<std::size_t>(random.number(1, 8));
        const std::size_t back = hashes.size() > steps ? hashes.size() - 1 - steps : 0;
        for (std::size_t i = hashes.size() - 1; i > back; --i) {
            must(t.book->undo());
            REQUIRE(t.hash() == hashes[i - 1]);
        }
        if (random.number(0, 1) == 0) {
            for (std::size_t i = back + 1; i < hashes.size(); ++i) {
                must(t.book->redo());
                REQUIRE(t.hash() == hashes[i]);
            }
        } else {
            hashes.resize(back + 1);
            marks.resize(back + 1);
            random.restore(marks.back());
        }
    }
    const auto report = must(t.book->check({}));
    for (const Message& problem : report.problems)
        FAIL_CHECK(problem.code.id());
    CHECK_FALSE(report.isIndexRebuilt);
    while (hashes.size() > 1) {
        must(t.book->undo());
        hashes.pop_back();
        REQUIRE(t.hash() == hashes.back());
    }
    CHECK_FALSE(must(t.book->check({})).isIndexRebuilt);
}

TEST_CASE("every entity survives insert, update, removal, undo and redo", "[book][undo]")
{
    for (const EntityInfo& entity : catalogue()) {
        CAPTURE(entity.name.toStdString());
        TestBook t;
        RandomEdits random(7);
        std::vector<QByteArray> hashes{t.hash()};
        qint64 id = 0;
        const auto step = [&](const Book::Work& work) {
            t.edit(work);
            hashes.push_back(t.hash());
            REQUIRE(hashes.back() != hashes[hashes.size() - 2]);
        };
        Row first = random.row(entity);
        Row second = random.row(entity);
        second.back() = first.back() == FieldValue() ? FieldValue() : second.back();
        step([&](Edit& edit) {
            const Status done = edit.insert(entity.entity, std::span(&first, 1));
            id = integerOf(first[IdField]);
            return done;
        });
        second[IdField] = id;
        second[ArchivedField] = QDate(2026, 1, 31);
        step([&](Edit& edit) { return edit.update(entity.entity, second); });
        step([&](Edit& edit) { return edit.remove(entity.entity, std::span(&id, 1)); });
        CHECK(hashes.back() == hashes.front());
        for (std::size_t i = hashes.size() - 1; i-- > 0;) {
            must(t.book->undo());
            REQUIRE(t.hash() == hashes[i]);
        }
        for (std::size_t i = 1; i < hashes.size(); ++i) {
            must(t.book->redo());
            REQUIRE(t.hash() == hashes[i]);
        }
    }
}

TEST_CASE("undo refuses a book whose rows are not those of the edit, and changes nothing", "[book][undo]")
{
    TestBook t;
    Person person;
    person.name = QStringLiteral("Ana");
    t.edit([&](Edit& edit) { return edit.save(person).map([](auto) {}); });
    must(t.book->close());
    t.tamper("UPDATE person SET name = 'Eve'");
    t.book = must(Book::open(t.path(), t.options()));
    const QByteArray before = t.hash();
    const auto undone = t.book->undo();
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == Code("book.changeset.conflict"));
    CHECK(t.hash() == before);
    CHECK_FALSE(must(t.book->history(1)).front().undone);
}
