// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/rows.h"
#include "ui/qbr/reviews_presenter.h"

/// What stands beside the list for who leads: as lines.
namespace steward::reviews {

/// What a batch has written, least ready first, and what is missing of each; each opens its account. Grouped by CSM
/// where it is of several.
[[nodiscard]] std::vector<account::Line> batchLines(const ReviewsPresenter& presenter);
[[nodiscard]] QString batchText(const ReviewsPresenter& presenter);

/// Every CSM of the quarter with what is due and how ready it is; each line names its person.
[[nodiscard]] std::vector<account::Line> csmLines(const ReviewsPresenter& presenter);

} // namespace steward::reviews
