// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/book/statement.h"

/// Internal to core/book.
namespace steward::book {

/// Calls take for every row the bound statement gives. take answers nothing, or a Status whose error ends it.
template <class Take>
[[nodiscard]] Status eachRow(Statement& statement, Take&& take)
{
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        if constexpr (std::is_void_v<decltype(take())>) {
            take();
        } else if (Status done = take(); !done) {
            statement.reset();
            return done;
        }
    }
}

/// The same for long work: "cancelled" once progress says so.
template <class Take>
[[nodiscard]] Status eachRow(Statement& statement, const Progress& progress, Take&& take)
{
    constexpr qint64 rowsBetween = 1'000;
    qint64 count = 0;
    return eachRow(statement, [&]() -> Status {
        if (count++ % rowsBetween == 0 && progress.isCancelled())
            return fail(Code("cancelled"), ErrorKind::Cancelled);
        if constexpr (std::is_void_v<decltype(take())>)
            return take(), Status();
        else
            return take();
    });
}

} // namespace steward::book
