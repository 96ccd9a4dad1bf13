// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entity.h"

#include <QStringView>
#include <optional>

namespace steward::exchange {

/// The field of a ticket or an answer that a customer rates with.
[[nodiscard]] bool isRating(std::optional<Entity> entity, QStringView field);

/// Help desks rate with a thumb up or down, both ends of a scale to 5, or in words from "very dissatisfied" to "very
/// satisfied". 0: asked and not answered; none: no such word. bare: letters alone, small.
[[nodiscard]] std::optional<double> ratingOf(QStringView bare);

} // namespace steward::exchange
