// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/csv/options.h"

#include <QByteArray>
#include <QIODevice>
#include <memory>

namespace steward::csv {

/// Bytes that may hold CSV: the beginning, and the device with what follows.
struct Source
{
    std::unique_ptr<QIODevice> device;
    QByteArray preview;
    bool complete = false; ///< the preview is all there is
    qint64 size = -1;      ///< when it was opened; -1: not known
};

/// Opens a file that can be CSV text. Errors, argument 1 is the path: "csv.not-found", "csv.not-a-file" (folder, pipe,
/// device), "csv.unreadable", "csv.empty", "csv.too-large", "csv.compressed", "csv.spreadsheet", "csv.pdf", "csv.html",
/// "csv.not-text".
[[nodiscard]] Result<Source> openSource(const QString& path, const Limits& limits);

/// The same checks on a device that is open for reading; `name` goes into the errors.
[[nodiscard]] Result<Source> openSource(std::unique_ptr<QIODevice> device, const QString& name, const Limits& limits);

} // namespace steward::csv
