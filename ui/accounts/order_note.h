// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"

#include <QLocale>

namespace steward::accounts {

/// How accounts without a score are ordered and what most of them lack, for the list by health; empty: most have a
/// score.
[[nodiscard]] QString orderNote(const BookNumbers& numbers, const QLocale& locale);

} // namespace steward::accounts
