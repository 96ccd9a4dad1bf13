// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scored_book.h"

#include "app/cli/open_book.h"
#include "core/portfolio/book_currency.h"
#include "core/query/book_content.h"
#include "core/query/find_account.h"

namespace steward::cli {

Result<ScoredBook> scoredBook(const Invocation& invocation, const Portfolio& everything)
{
    auto content = query::contentOf(everything.book());
    if (!content)
        return tl::unexpected(content.error());
    auto scorer = query::scorerOf(everything, *content, invocation.asOf, invocation.mode);
    if (!scorer)
        return tl::unexpected(scorer.error());
    ScoredBook book{factsAskedFor(everything, invocation), {}, std::move(*content), std::move(*scorer), {}};
    book.currency = bookCurrency(book.facts).currency;
    if (!invocation.arguments.isEmpty()) {
        const auto account = query::findAccount(book.facts, invocation.arguments.first());
        if (!account)
            return tl::unexpected(account.error());
        book.account = *account;
    }
    return book;
}

Result<ScoredAccount> scoredAccount(const Invocation& invocation, const Portfolio& everything)
{
    auto book = scoredBook(invocation, everything);
    if (!book)
        return tl::unexpected(book.error());
    const AccountFacts* all = everything.find(book->account);
    auto score = book->scorer.score(book->account, invocation.asOf);
    if (!all || !score)
        return fail(Code("account.not-there"), ErrorKind::NotFound, {invocation.arguments.first(), invocation.asOf});
    AccountFacts facts = asOf(*all, invocation.asOf, invocation.mode, everything.book().zone);
    return ScoredAccount{std::move(*book), std::move(facts), std::move(*score)};
}

} // namespace steward::cli
