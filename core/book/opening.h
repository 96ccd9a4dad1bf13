// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/book/holder.h"

/// Internal to core/book: what creating and opening begin with.
namespace steward::book {

[[nodiscard]] Status requireClock(const OpenOptions& options);
/// This process as the holder of a book from now on.
[[nodiscard]] Holder self(const OpenOptions& options);

} // namespace steward::book
