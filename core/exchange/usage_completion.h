// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/exchange/usage_samples.h"

#include <map>
#include <set>

namespace steward::exchange {

/// Rows of usage that an import left out carry the digest of their file and their line there ("steward_file",
/// "steward_line"). Mended and imported they complete the days of that file: what the book holds of their account,
/// metric and day and what they say become one by the metric's aggregate (a mean takes what is there as one number).
/// A line that is in the book counts no second time, until its file is imported again and replaces its days. Where the
/// book knows nothing of that file, the rows stand for themselves.
/// The lines of each import are kept with it, as a field of its own. Internal to the room.
struct Completion
{
    using Lines = std::set<qint64>;
    std::set<QString> known;        ///< digests of which the book holds rows
    std::map<QString, Lines> taken; ///< by digest, since its file was imported last
};

[[nodiscard]] Result<Completion> completionOf(book::Book& book);

/// A digest as the column "steward_file" writes it; never a number to a spreadsheet.
[[nodiscard]] QString completionMark(const QString& digest);
/// The fields to keep with an import.
[[nodiscard]] std::vector<CustomValue> completionFields(const std::map<QString, Completion::Lines>& lines,
                                                        qint64 import);
/// One number for what was there and what comes: count numbers of the file are in it.
[[nodiscard]] double completed(double there, double comes, quint32 count, Aggregate aggregate);

} // namespace steward::exchange
