// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>

namespace steward::sheet {

/// Reads a finished workbook back: every part unpacks to its end with the right checksum, and every sheet holds so many
/// cells. The library that writes workbooks does not notice when a disk is full.
[[nodiscard]] bool isWholePackage(const QString& path, std::span<const qint64> cellsOfSheet);

} // namespace steward::sheet
