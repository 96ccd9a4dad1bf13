// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QByteArray>

namespace steward {

struct FileHash
{
    QByteArray hash; ///< XXH3, Xxh128::bytes long
    qint64 size = 0;
    friend bool operator==(const FileHash&, const FileHash&) = default;
};

/// Reads the whole file in pieces that stay in the processor's memory. progress in bytes. Errors: "file.unreadable",
/// "cancelled".
[[nodiscard]] Result<FileHash> hashOfFile(const QString& path, const Progress& progress = {});

} // namespace steward
