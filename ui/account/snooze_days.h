// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"
#include "ui/account/record_form.h"

namespace steward::account {

/// The days something can be put off to, working days all: id (an ISO date) and text.
[[nodiscard]] std::vector<Option> snoozeDays(const BookNumbers& numbers, const QLocale& locale);

} // namespace steward::account
