// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace steward {

/// Case-folded, trimmed, inner runs of white space as one blank: how names and headers are compared.
[[nodiscard]] QString folded(QStringView text);

/// text.toCaseFolded(), many times faster where all of it is ASCII, as most names are.
[[nodiscard]] QString caseFolded(const QString& text);

/// folded() without blanks, underscores, hyphens, dots and slashes: "Account ID", "account_id" and "AccountId" are one.
[[nodiscard]] QString bareName(QStringView text);

/// "Own 2" before "own 10": figures by their value, letters without case. A strict order: no two texts are equal in it.
[[nodiscard]] bool naturalLess(QStringView a, QStringView b);

/// A firm's name without its legal form ("Acme Holding GmbH" -> "acme holding"), folded. For proposing matches, never
/// for joining.
[[nodiscard]] QString firmName(QStringView text);

} // namespace steward
