// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/dialect.h"

#include <optional>

namespace steward::csv {

/// What a file may ask for before it is refused or cut. Sizes in bytes.
struct Limits
{
    qint64 field = 16LL << 20;
    int columns = 4096;
    qint64 line = 60LL << 20; ///< of one record, as UTF-8: it is held in memory, and 64 MiB are promised for everything
    qint64 file = 4LL << 30;
    qint64 preview = 1LL << 20;
    qint64 issues = 10'000;
};

/// What happens to a record with a NUL: handed out with the flaw "csv.nul", or with U+FFFD in its place.
enum class NulRule
{
    Reject,
    Replace
};

/// What is set is not sniffed.
struct Options
{
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;
    std::optional<char> quote;  ///< 0: quotes are data
    std::optional<char> escape; ///< 0: only doubled quotes
    NulRule nul = NulRule::Reject;
    bool keepBlankRows = false; ///< otherwise skipped and counted
    Limits limits;
};

} // namespace steward::csv
