// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

namespace steward {

/// Who of us held a role ("csm", "backup", "executive_sponsor" ...) on a day: the assignment begun last and not ended
/// before the day. facts as of any day that is not earlier.
[[nodiscard]] PersonId holderOn(const AccountFacts& facts, QStringView role, QDate day);

/// The CSM on a day: by assignment or by the history of the account's field, whichever began later; before both, who
/// was named first, so that no change of hands reaches back; else the field as it stands. Figures "by CSM" count an
/// account for the CSM at the first day of the period.
[[nodiscard]] PersonId csmOn(const AccountFacts& facts, QDate day);

} // namespace steward
