// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

namespace steward {

/// The work of an edit, and after it what follows: open steps of running plays move with the renewal, the review or
/// whatever else they are counted from, and are done when it holds the fact that ticks them, in the same edit and
/// undone with it. before: the snapshot the edit begins with.
[[nodiscard]] Status editAndFollow(book::Edit& edit, const book::Book::Work& work, const Portfolio& before);

} // namespace steward
