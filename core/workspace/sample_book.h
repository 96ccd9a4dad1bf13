// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

namespace steward {

/// The label of the edit that fills it; nobody undoes a whole book.
inline constexpr Code sampleMade("edit.sample");

/// A new book of sample accounts, open. Nothing is left of one that could not be filled.
[[nodiscard]] Result<std::unique_ptr<Workspace>> makeSampleBook(const QString& path, const book::OpenOptions& options);

} // namespace steward
