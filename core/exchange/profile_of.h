// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/exchange/detection.h"

namespace steward::exchange {

/// What was said about a file, as a profile that knows the next file of its kind: four of five headers are enough, and
/// the first that stands for something has to be there. dateOrder: what was answered, where it was asked.
[[nodiscard]] QByteArray profileJson(const QString& name, const Detection& detection,
                                     std::optional<DateOrder> dateOrder);

/// Keeps it in the book as the newest version of that name.
[[nodiscard]] Status saveProfile(book::Book& book, book::Edit& edit, const QString& name, const QByteArray& json);

} // namespace steward::exchange
