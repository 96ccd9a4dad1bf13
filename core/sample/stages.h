// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sample/plot.h"

namespace steward::sample {

struct StageStep
{
    QDate day;
    QString stage;
    QString why;
};

/// The stages an account went through, oldest first. Onboarding, then by the year of its contract: adoption until 180
/// days before the renewal, retention from then on, adoption again once it is renewed. So no firm that is well stays in
/// a stage longer than the journey gives it (content 4.1). Empty: nobody keeps its stage.
[[nodiscard]] std::vector<StageStep> stageStepsOf(const Plot& plot, const Months& months);

} // namespace steward::sample
