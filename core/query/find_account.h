// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/portfolio/portfolio.h"

namespace steward::query {

/// The account a person means by a text: its id, an outside key, its exact name, then a prefix of its name that only
/// one has. Case and outer blanks do not matter for names. ErrorKind::NotFound names the text; ErrorKind::Ambiguous
/// names it and up to ten candidates as "name (key)".
[[nodiscard]] Result<AccountId> findAccount(const Portfolio& portfolio, const QString& text);

/// The first outside key an account got, empty where it has none.
[[nodiscard]] QString firstKey(const AccountFacts& facts);

} // namespace steward::query
