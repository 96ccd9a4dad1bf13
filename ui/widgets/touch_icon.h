// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace steward::widgets {

/// The icon of a kind of conversation ("call", "video", ...); empty: none of those known.
[[nodiscard]] QString touchIcon(QStringView kind);

} // namespace steward::widgets
