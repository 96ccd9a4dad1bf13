// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/shared_goal.h"

#include "tests/core/book/book_fixture.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::query;
using steward::tests::must;
using steward::tests::TestBook;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Twelve
{
    Twelve()
    {
        t.edit([&](book::Edit& edit) -> Status {
            for (int i = 0; i < 12; ++i) {
                Account account;
                account.name = u"Site %1"_s.arg(i);
                if (auto saved = edit.save(account); !saved)
                    return tl::unexpected(saved.error());
                accounts.emplace_back(account.id);
            }
            Goal goal;
            goal.account = accounts.front();
            goal.outcome = u"Audits without paper"_s;
            goal.target = 40;
            goal.current = 10;
            goal.status = u"on_track"_s;
            const auto saved = edit.save(goal);
            return saved ? Status() : tl::unexpected(saved.error());
        });
    }
    void share(std::size_t from, std::size_t to)
    {
        const Goal goal = first();
        t.edit([&](book::Edit& edit) {
            return shareGoal(edit, facts, goal, u"Paperless"_s, std::span(accounts).subspan(from, to - from));
        });
    }
    Goal first()
    {
        facts = must(t.book->load({}));
        for (const Goal& each : facts.find(accounts.front())->of<Goal>())
            return each;
        FAIL("the goal is gone");
        return {};
    }
    [[nodiscard]] SharedGoal shared()
    {
        const auto found = sharedGoal(facts, first().group);
        REQUIRE(found);
        return *found;
    }
    TestBook t;
    Portfolio facts;
    std::vector<AccountId> accounts;
};

} // namespace

TEST_CASE("a goal for a group of twelve is told for each and in sum, and one opts out", "[query]")
{
    Twelve book;
    book.share(1, 12);
    const SharedGoal shared = book.shared();
    CHECK(shared.name == u"Paperless");
    REQUIRE(shared.members.size() == 12);
    CHECK(shared.members[3].account == book.accounts[3]);
    CHECK(shared.now == 10);
    CHECK(shared.target == 12 * 40);
    // What the first one reached is its own.
    CHECK_FALSE(shared.members[5].goal->current);
    book.t.edit([&](book::Edit& edit) -> Status {
        for (const std::size_t i : {3U, 5U}) {
            const auto done = edit.change<Goal>(shared.members[i].goal->id, [&](Goal& goal) {
                goal.current = 40;
                goal.status = i == 3 ? u"dropped"_s : u"met"_s;
            });
            if (!done)
                return done;
        }
        return {};
    });
    const SharedGoal after = book.shared();
    CHECK(after.out == 1);
    CHECK(after.members[3].isOut());
    CHECK(after.met == 1);
    CHECK(after.now == 10 + 40);
    CHECK(after.target == 11 * 40);
}

TEST_CASE("weeks that are to become fewer are not added up over customers", "[query]")
{
    Twelve book;
    book.share(1, 3);
    book.t.edit(
        [&](book::Edit& edit) { return edit.change<Goal>(book.first().id, [](Goal& goal) { goal.baseline = 90; }); });
    CHECK_FALSE(book.shared().now);
    CHECK_FALSE(book.shared().target);
}

TEST_CASE("who is asked later joins the group, nobody joins twice", "[query]")
{
    Twelve book;
    book.share(1, 4);
    book.share(2, 6);
    CHECK(book.shared().members.size() == 6);
    CHECK_FALSE(sharedGoal(book.facts, {}));
}
