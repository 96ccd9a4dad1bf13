// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/typing.h"

namespace steward::exchange {

/// What a file is, from the file alone and the profiles given (the book's before those that ship). Reads the whole
/// file: evidence for dates and decimal signs counts every row. Nothing is changed anywhere.
[[nodiscard]] Result<Detection> detect(const QString& path, const Hints& hints, std::span<const Profile> profiles,
                                       const Answers& answers = {});

} // namespace steward::exchange
