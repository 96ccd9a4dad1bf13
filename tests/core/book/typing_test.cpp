// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/book_fixture.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::book;
using namespace Qt::Literals::StringLiterals;
using steward::tests::must;
using steward::tests::TestBook;

namespace {

const Message typing{Code("edit.typing-note"), {u"Acme"_s}};

struct Desk : TestBook
{
    Desk()
    {
        Account account;
        account.name = u"Acme"_s;
        edit([&](Edit& edit) { return edit.save(account).map([](auto) {}); });
        touch.account = AccountId(account.id);
        touch.kind = u"call"_s;
        touch.day = today;
    }
    Book::Edited type(const QString& text, const Message& label = typing)
    {
        now.ms += 1000;
        touch.text = text;
        return must(book->edit(label, u"Ana"_s, [&](Edit& edit) { return edit.save(touch).map([](auto) {}); }));
    }
    std::vector<HistoryEntry> history() { return must(book->history(20)); }
    Touch touch;
};

} // namespace

TEST_CASE("what is typed on one text is one edit, however often it was saved, and one undo takes it back",
          "[book][undo]")
{
    Desk desk;
    const QByteArray before = desk.hash();
    const auto first = desk.type(u"S"_s);
    for (const QString& text : {u"Se"_s, u"Sen"_s, u"Send it"_s})
        CHECK(desk.type(text).id == first.id);
    REQUIRE(desk.history().size() == 2);
    CHECK(desk.history().front().at == desk.now);
    CHECK(desk.history().front().label == typing);
    const QByteArray typed = desk.hash();
    must(desk.book->undo());
    CHECK(desk.hash() == before);
    must(desk.book->redo());
    CHECK(desk.hash() == typed);
    CHECK(must(desk.book->check({})).problems.empty());
    CHECK_FALSE(must(desk.book->check({})).isIndexRebuilt);
    CHECK(must(desk.book->search(u"Send"_s, 5)).size() == 1);
    desk.reopen();
    CHECK(desk.type(u"Send it now"_s).id == first.id);
}

TEST_CASE("typing begins a new edit after another one, on another text, and after an undo", "[book][undo]")
{
    Desk desk;
    desk.type(u"one"_s);
    Person person;
    person.name = u"Ana"_s;
    desk.edit([&](Edit& edit) { return edit.save(person).map([](auto) {}); });
    desk.type(u"two"_s);
    CHECK(desk.history().size() == 4);
    desk.type(u"three"_s, {Code("edit.typing-note"), {u"Borealis"_s}});
    CHECK(desk.history().size() == 5);
    desk.type(u"four"_s, {Code("edit.note"), {u"Borealis"_s}});
    desk.type(u"five"_s, {Code("edit.note"), {u"Borealis"_s}});
    CHECK(desk.history().size() == 7);
    must(desk.book->undo());
    desk.type(u"six"_s, {Code("edit.note"), {u"Borealis"_s}});
    CHECK(desk.history().size() == 8);
    CHECK(must(desk.book->check({})).problems.empty());
}

TEST_CASE("after an undo what is typed does not go on with what was undone", "[book][undo]")
{
    Desk desk;
    desk.type(u"one"_s);
    desk.type(u"one more"_s);
    must(desk.book->undo());
    desk.touch.id = 0;
    desk.type(u"anew"_s);
    REQUIRE(desk.history().size() == 3);
    CHECK(desk.history()[1].undone);
    CHECK_FALSE(desk.history()[1].isUndoable);
    CHECK_FALSE(must(desk.book->undo()).id == 0);
}
