// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

struct sqlite3;

namespace steward::book {

/// XXH3 (128 bits) over the model tables in catalogue order, each with its columns, its rows in the order of their key,
/// every value with its type and length. Internal to core/book.
[[nodiscard]] Result<QByteArray> contentHash(sqlite3* database);

} // namespace steward::book
