// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace steward::book {

/// The arguments of an edit's label as JSON, types kept: [{"text":"West"},{"count":3},{"amount":["120050","EUR"]}].
[[nodiscard]] QString argumentsText(const Arguments& arguments);
/// What cannot be read is left out.
[[nodiscard]] Arguments argumentsOf(const QString& text);
/// The code of a stored label. Codes are string literals elsewhere; those read from a file are kept for the life of the
/// program, once each (there are some dozens). Any thread.
[[nodiscard]] Code storedCode(const QString& id);

} // namespace steward::book
