// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/qbr.h"
#include "core/portfolio/facts.h"

namespace steward::query {

/// What reviews say in this book: its own copy of qbr.json, newest version, else the shipped one; sentences its
/// copy lacks are the shipped ones. A copy that has been damaged is passed over.
[[nodiscard]] Result<content::Qbr> reviewContentOf(const BookFacts& book);

} // namespace steward::query
