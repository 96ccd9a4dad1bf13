// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/error.h"
#include "core/base/progress.h"

#include <QByteArray>

namespace steward::book {

/// SQLite's own checks miss about half of single-bit flips, so a closed book has its XXH3 (128 bits) beside it.
struct Digest
{
    QByteArray hash; ///< 32 bytes
    quint32 changeCounter = 0;
    qint64 size = 0;
    Instant checked = {}; ///< when the book was last examined in full; no part of what is compared
    friend bool operator==(const Digest&, const Digest&) = default;
};

enum class DigestVerdict
{
    None,       ///< nothing recorded, or it cannot be read
    Same,       ///< byte for byte what was closed
    Damaged,    ///< same change counter, other bytes: the disk changed them
    OtherWriter ///< another program wrote to the file since
};

/// "West book.steward" -> ".West book.steward.digest" in the same folder.
[[nodiscard]] QString digestPath(const QString& file);
/// Reads the whole file. ErrorKind::Cancelled when stopped.
[[nodiscard]] Result<Digest> digestOf(const QString& file, const Progress& progress);
[[nodiscard]] std::optional<Digest> readDigest(const QString& file);
/// Whole or not at all; mode 0600.
[[nodiscard]] Status writeDigest(const QString& file, const Digest& digest);
[[nodiscard]] DigestVerdict compare(const std::optional<Digest>& recorded, const Digest& now);

} // namespace steward::book
