// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date_parser.h"

#include <QLocale>
#include <QStringList>

namespace steward::words {

/// The order in which a reader of that locale writes a date in figures.
[[nodiscard]] DateOrder dateOrderOf(const QLocale& locale);
/// The one in which dates that were copied together are read: the locale's, unless more of them are dates in the other
/// order of day and month.
[[nodiscard]] DateOrder dateOrderOf(const QStringList& together, const QLocale& locale);

} // namespace steward::words
