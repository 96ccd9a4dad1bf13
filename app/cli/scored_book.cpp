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

} // namespace steward::cli
