// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/detection.h"

/// The currency that the header of a column names. Internal to the room.
namespace steward::exchange {

/// Of "amount_usd", "Amount (USD)" or "MRR ($)"; stem becomes the bare name without it. A "$" is the US dollar until
/// settleDollars() has been asked.
[[nodiscard]] Currency currencyOfHeader(const QString& header, QString& stem);

/// A "$" is the dollar of the file's currency column, else that of the book, else that of the US.
void settleDollars(Detection& detection, Currency ofBook);

} // namespace steward::exchange
