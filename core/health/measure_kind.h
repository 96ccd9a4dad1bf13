// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/reading.h"

#include <span>

namespace steward::health {

class AccountView;
class Rule;

/// A way to read an account, told apart from the numbers it is read with: those are data (scorecards.json). One file a
/// kind in core/health/measures, named like the constant it defines; the build collects them, so that a new measure
/// touches its file, its data and its test. Lists are words with a blank between; their order is that of the indexes
/// the file uses.
struct MeasureKind
{
    std::string_view id;        ///< "evidence" of the measures that use it
    std::string_view numbers;   ///< numbers its data must have
    std::string_view curves;    ///< points its data must have: "points", or the names under points_by
    std::string_view states;    ///< states its data must have
    std::string_view sentences; ///< the keys under "say"
    std::string_view limits;    ///< conditions of "not_applicable" that it judges itself
    Reading (*read)(const AccountView& account, const Rule& rule, Trail& trail);
};

/// Every kind there is, by id. Made by the build from the files of core/health/measures.
[[nodiscard]] std::span<const MeasureKind* const> measureKinds();
/// nullptr: none.
[[nodiscard]] const MeasureKind* measureKind(QStringView id);

} // namespace steward::health
