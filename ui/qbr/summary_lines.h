// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/rows.h"
#include "ui/qbr/reviews_presenter.h"

/// What is said of reviews in lines.
namespace steward::reviews {

/// What is missing of the review chosen, under a head with its points; none: nothing. ids: of the gaps by row, empty
/// for the head.
[[nodiscard]] std::vector<account::Line> gapLines(const ReviewsPresenter& presenter, QStringList& ids);

/// What a batch has written, least ready first, and what is missing of each; each opens its account. Grouped by CSM
/// where it is of several.
[[nodiscard]] std::vector<account::Line> batchLines(const ReviewsPresenter& presenter);
[[nodiscard]] QString batchText(const ReviewsPresenter& presenter);

/// Every CSM of the quarter with what is due and how ready it is; each line names its person.
[[nodiscard]] std::vector<account::Line> csmLines(const ReviewsPresenter& presenter);

} // namespace steward::reviews
