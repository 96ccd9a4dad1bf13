// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"

namespace steward::tests {

/// One record of every entity with a value in every field, an outside key, a custom value and a usage sample; every
/// text begins with mark and names its field. The same mark gives the same facts.
[[nodiscard]] Status fillBook(book::Edit& edit, const QString& mark);

} // namespace steward::tests
