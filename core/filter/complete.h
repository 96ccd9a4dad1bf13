// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/field.h"

namespace steward::filter {

/// What may be typed at a place of a filter.
struct Completion
{
    struct Candidate
    {
        enum class Kind
        {
            Name, ///< of a field
            Word, ///< a value
            Keyword
        };
        Kind kind = Kind::Name;
        /// Replaces the part below; quoted where needed.
        QString text;
        friend bool operator==(const Candidate&, const Candidate&) = default;
    };
    /// The part of the text that a candidate replaces, in UTF-16 units.
    qsizetype from = 0;
    qsizetype length = 0;
    std::vector<Candidate> candidates;
};

/// Candidates for the word that ends at the cursor: fields and keywords, or values behind a field. What begins with the
/// typed text comes first, then what contains it. Wrong filters complete as well as right ones.
[[nodiscard]] Completion complete(QStringView text, qsizetype cursor, std::span<const Field> fields);

} // namespace steward::filter
