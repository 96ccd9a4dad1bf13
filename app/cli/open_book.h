// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/workspace/workspace.h"

namespace steward::cli {

/// The book that --book or STEWARD_BOOK names. ErrorKind::Usage where neither does.
[[nodiscard]] Result<std::unique_ptr<Workspace>> openToRead(const Invocation& invocation);
/// Refuses --as-of: the past is not changed.
[[nodiscard]] Result<std::unique_ptr<Workspace>> openToWrite(const Invocation& invocation);

/// Closes a book that was changed, and adds to the outcome what opening and closing had to say.
[[nodiscard]] Result<Outcome> closed(Workspace& workspace, Outcome outcome);

/// The facts the command was asked about: today's, or as of the day it names.
[[nodiscard]] Result<Portfolio> factsOf(Workspace& workspace, const Invocation& invocation);

/// Opens for looking, answers from the facts, passes on what opening had to say.
using FromFacts = std::function<Result<Answer>(const Portfolio& portfolio)>;
[[nodiscard]] Result<Outcome> answerFrom(const Invocation& invocation, const FromFacts& answer);
/// The same from everything the book holds: for what looks back by itself.
[[nodiscard]] Result<Outcome> answerFromAll(const Invocation& invocation, const FromFacts& answer);
/// Of everything, what the command was asked about.
[[nodiscard]] Portfolio factsAskedFor(const Portfolio& everything, const Invocation& invocation);

} // namespace steward::cli
