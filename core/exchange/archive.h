// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace steward::exchange {

struct ArchiveEntry
{
    QByteArray name; ///< UTF-8
    QByteArray bytes;
};

/// A zip in memory, deflated. "export.archive" with libzip's reason.
[[nodiscard]] Result<QByteArray> zipped(const std::vector<ArchiveEntry>& entries);

} // namespace steward::exchange
