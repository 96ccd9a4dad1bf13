// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

#include <span>

/// Whether a play made somebody happier: what they answered before it and after it (content 9.2, story 15).
namespace steward::work {

/// The answer a play for somebody unhappy was begun for: the newest unhappy one of the half year up to its start;
/// nullptr: another play, or there is none.
[[nodiscard]] const Survey* unhappyAnswer(const PlaybookRun& run, const AccountFacts& facts);

/// Answers of one person to the same question around a run.
struct Recovery
{
    const Survey* before = nullptr; ///< the one it was begun for
    const Survey* after = nullptr;  ///< the newest since
    [[nodiscard]] bool isBetter() const { return *after->score > *before->score; }
};
/// Of a play that answers somebody unhappy. none: another play, nobody was unhappy in the half year before, or was not
/// heard since.
[[nodiscard]] std::optional<Recovery> recoveryOf(const PlaybookRun& run, const AccountFacts& facts);

/// Over several runs, each with what came of it.
struct RecoverySum
{
    int asked = 0; ///< runs with an answer before and after
    int better = 0;
    double before = 0; ///< means
    double after = 0;
};
[[nodiscard]] RecoverySum sumOf(std::span<const Recovery> all);

} // namespace steward::work
