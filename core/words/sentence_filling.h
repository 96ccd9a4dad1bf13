// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/content/content.h"

#include <QLocale>

namespace steward::words {

/// A sentence of the content with its arguments in place: words of lists by their names, "1 day" and "2 days", and no
/// empty quotes. What ContentWords::sentence() says.
[[nodiscard]] QString filled(const content::Content& content, const QLocale& locale, const content::Text& sentence,
                             const std::vector<content::NamedArgument>& names, const Arguments& arguments);

} // namespace steward::words
