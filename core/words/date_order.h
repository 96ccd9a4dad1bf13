// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date_parser.h"

#include <QLocale>

namespace steward::words {

/// The order in which a reader of that locale writes a date in figures.
[[nodiscard]] DateOrder dateOrderOf(const QLocale& locale);

} // namespace steward::words
