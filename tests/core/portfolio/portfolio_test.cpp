// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/portfolio.h"

#include "tests/core/portfolio/sample_facts.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::sample;

namespace {

Portfolio portfolioOf(qint64 count)
{
    std::vector<AccountFacts> accounts;
    for (qint64 id = count; id > 0; --id)
        accounts.push_back(account(id * 10));
    return {BookFacts(), std::move(accounts), AccountFacts(), 1};
}

} // namespace

TEST_CASE("accounts lie in id order and are found by id, also across blocks")
{
    for (const qint64 count : {0, 1, 255, 256, 257, 1000}) {
        CAPTURE(count);
        const Portfolio portfolio = portfolioOf(count);
        REQUIRE(portfolio.size() == static_cast<std::size_t>(count));
        qint64 before = 0;
        for (const AccountFacts& each : portfolio) {
            CHECK(each.account.id > before);
            before = each.account.id;
            CHECK(portfolio.find(each.id()) == &each);
        }
        CHECK(portfolio.find(AccountId(5)) == nullptr);
        CHECK(portfolio.find(AccountId(count * 10 + 1)) == nullptr);
    }
}

TEST_CASE("the next snapshot replaces, adds and removes and shares the rest")
{
    const Portfolio before = portfolioOf(600);
    AccountFacts changed = account(3000);
    changed.account.name = QStringLiteral("New name");
    const AccountId removed[] = {AccountId(10)};
    const Portfolio next = before.with({changed, account(5)}, removed, 2);
    CHECK(next.size() == 600);
    CHECK(next.generation() == 2);
    CHECK(next.find(AccountId(10)) == nullptr);
    CHECK(next.find(AccountId(5)) != nullptr);
    CHECK(next.find(AccountId(3000))->account.name == u"New name");
    CHECK(before.find(AccountId(3000))->account.name == u"Acme 3000");
    CHECK(next.find(AccountId(20)) == before.find(AccountId(20)));
}
