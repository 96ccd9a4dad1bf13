// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/deck.h"

#include <QByteArray>

/// The parts that every deck shares: what slides look like.
namespace steward::deck {

/// Indices of the small placeholders of every layout but the cover.
inline constexpr int footerIndex = 11;
inline constexpr int numberIndex = 12;
inline constexpr int kickerIndex = 13;
inline constexpr int sourceIndex = 14;

[[nodiscard]] QByteArray themePart(const QByteArray& name);
/// layoutIds: the relationships of its layouts, in order.
[[nodiscard]] QByteArray masterPart(const std::vector<QByteArray>& layoutIds);
[[nodiscard]] QByteArray layoutPart(Layout layout);
[[nodiscard]] QByteArray notesMasterPart();

/// The namespaces of a slide, layout or master.
[[nodiscard]] QByteArray slideNamespaces();

} // namespace steward::deck
