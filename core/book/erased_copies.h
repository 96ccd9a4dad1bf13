// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/book/person_text.h"

namespace steward::book {

/// A copy of a book that still holds a person.
struct HoldingCopy
{
    QString path;
    bool isReadable = true; ///< false: damaged, of an older shape or with a log beside it: it may hold the person
    friend bool operator==(const HoldingCopy&, const HoldingCopy&) = default;
};

/// Copies in the folder "backups" of the book, books that a restore put aside and copies beside it under any name, that
/// know the person by one of the traces or still have one of the contacts unerased. Also after the erasure, when only
/// the ids are left to ask by.
[[nodiscard]] std::vector<HoldingCopy> copiesHolding(const QString& book, const Traces& traces,
                                                     const Progress& progress);
/// Erases the person from a copy as from the book. The copy is replaced by one that was verified, or stays as it was.
/// "book.copy.unreadable" for one that is not readable.
[[nodiscard]] Status redactCopy(const QString& path, const Traces& traces, const QString& actor, Instant now,
                                const Progress& progress);
/// Removes a copy with what lies beside it.
[[nodiscard]] Status dropCopy(const QString& path);

} // namespace steward::book
