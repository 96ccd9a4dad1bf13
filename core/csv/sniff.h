// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/options.h"

#include <string_view>

namespace steward::csv {

/// Finds out how the file is written from its first bytes (one preview). What the options set is taken as it is.
/// complete: the bytes are the whole file. Pure; the time is bounded by the preview.
[[nodiscard]] Sniffed sniff(std::string_view bytes, bool complete, const Options& options = {});

} // namespace steward::csv
