// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/health_json.h"

namespace steward::cli {

/// Everything a question about the score needs.
struct ScoredBook
{
    Portfolio facts; ///< as asked for
    Currency currency;
    content::Content content;
    health::Scorer scorer;
    AccountId account; ///< of the first argument; none: the whole book

    [[nodiscard]] ScoreWords words() const { return {content, words::ContentWords(content, QLocale())}; }
};

/// Of the book as the command asks for it; the account of its first argument, where it has one.
[[nodiscard]] Result<ScoredBook> scoredBook(const Invocation& invocation, const Portfolio& everything);

/// The account of the first argument on the day that is looked at.
struct ScoredAccount
{
    ScoredBook book;
    AccountFacts facts; ///< as of the day
    health::AccountScore score;
};

/// Error "account.not-there" where it was not there on the day.
[[nodiscard]] Result<ScoredAccount> scoredAccount(const Invocation& invocation, const Portfolio& everything);

} // namespace steward::cli
