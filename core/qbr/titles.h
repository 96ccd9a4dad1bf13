// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qbr/pack.h"

namespace steward::qbr {

/// The title of a slide follows its figures (content 7.1); none: the slide is left out, because nothing is known.
[[nodiscard]] std::optional<Say> titleOf(const QString& slide, const Pack& pack);
/// What to check before the slide is shown, for who presents it: where the book says two things.
[[nodiscard]] std::vector<Say> doubtsOf(const QString& slide, const Pack& pack);
/// The figures a slide shows, in the order they are read. Those of a sentence are the ones its text names.
[[nodiscard]] std::vector<Number> numbersOf(const QString& slide, const Pack& pack, const content::Qbr& content);
/// Of the fiscal year up to the quarter: those whose plan the readiness waits for.
[[nodiscard]] std::vector<Quarter> quartersToPlan(const Pack& pack);

} // namespace steward::qbr
