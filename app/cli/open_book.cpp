// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/open_book.h"

#include "core/portfolio/archived.h"
#include "core/query/book_content.h"
#include "core/query/find_account.h"

namespace steward::cli {

namespace {

Status nameBook(const Invocation& invocation)
{
    if (invocation.book.isEmpty())
        return fail(Code("request.no-book"), ErrorKind::Usage);
    return {};
}

book::OpenOptions optionsOf(const Invocation& invocation)
{
    return {book::Access::ReadWrite, invocation.clock, invocation.progress};
}

/// An account that nobody knew on the day may be known today.
Error ofThatDay(const Error& error, const Invocation& invocation, const Portfolio& everything)
{
    const bool isUnknown = error.code == Code("account.unknown") && invocation.looksBack && !error.arguments.empty();
    const auto* text = isUnknown ? std::get_if<QString>(&error.arguments.front()) : nullptr;
    return text && query::findAccount(everything, *text)
               ? Error{Code("account.not-there"), ErrorKind::NotFound, {*text, invocation.asOf}}
               : error;
}

} // namespace

Result<std::unique_ptr<Workspace>> openToRead(const Invocation& invocation)
{
    if (auto named = nameBook(invocation); !named)
        return tl::unexpected(named.error());
    return Workspace::openToRead(invocation.book, optionsOf(invocation));
}

Result<std::unique_ptr<Workspace>> openToWrite(const Invocation& invocation)
{
    if (auto named = nameBook(invocation); !named)
        return tl::unexpected(named.error());
    if (invocation.looksBack)
        return fail(Code("request.past"), ErrorKind::Usage);
    return Workspace::openToWrite(invocation.book, optionsOf(invocation));
}

Result<Outcome> closed(Workspace& workspace, Outcome outcome)
{
    if (auto done = workspace.close(); !done)
        return tl::unexpected(done.error());
    const auto& notices = workspace.notices();
    outcome.notices.insert(outcome.notices.begin(), notices.begin(), notices.end());
    return outcome;
}

Portfolio factsAskedFor(const Portfolio& everything, const Invocation& invocation)
{
    return invocation.looksBack ? asOf(everything, invocation.asOf, invocation.mode)
                                : withoutArchived(everything, invocation.asOf);
}

Result<Portfolio> factsOf(Workspace& workspace, const Invocation& invocation)
{
    const auto everything = workspace.portfolio(invocation.progress);
    if (!everything)
        return tl::unexpected(everything.error());
    return factsAskedFor(*everything, invocation);
}

Result<Outcome> answerFromAll(const Invocation& invocation, const FromFacts& answer)
{
    auto workspace = openToRead(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto everything = (*workspace)->portfolio(invocation.progress);
    if (!everything)
        return tl::unexpected(everything.error());
    auto answered = answer(*everything);
    if (!answered)
        return tl::unexpected(ofThatDay(answered.error(), invocation, *everything));
    Outcome outcome{std::move(*answered), (*workspace)->notices(), 0};
    const auto passedOver = query::contentNotices(everything->book());
    outcome.notices.insert(outcome.notices.end(), passedOver.begin(), passedOver.end());
    return outcome;
}

Result<Outcome> answerFrom(const Invocation& invocation, const FromFacts& answer)
{
    return answerFromAll(invocation,
                         [&](const Portfolio& everything) { return answer(factsAskedFor(everything, invocation)); });
}

} // namespace steward::cli
