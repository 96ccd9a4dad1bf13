// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/change.h"
#include "core/query/gaps.h"
#include "core/query/scores.h"
#include "core/words/content_words.h"

#include <QJsonArray>
#include <QJsonObject>
#include <span>

/// Scores as JSON. Sentences in the reader's language; records as "invoice:12".
namespace steward::cli {

/// With what a score is shown.
struct ScoreWords
{
    const content::Content& content;
    words::ContentWords words;
};

/// {message, records, data_to}
/// Oldest first; null where too little was known or the account was not there.
[[nodiscard]] QJsonArray trendJson(std::span<const health::TrendPoint> trend);
/// One block a week, as high as the score; a dot where there is none.
[[nodiscard]] QString trendLine(std::span<const health::TrendPoint> trend);
[[nodiscard]] QJsonObject explanationJson(const health::Explanation& why, const ScoreWords& words);
/// score, band, coverage, uncapped, caps, contributions ... of one account. Points add up to "uncapped"; parts, whole
/// numbers, add up to it exactly when divided by parts_of; points_shown to its one decimal.
[[nodiscard]] QJsonObject scoreJson(const health::AccountScore& score, const ScoreWords& words);
/// {from, to, points, other_scorecard, by: [{measure, name, points, before, after}]}; the points of all add up to
/// "points". null where there is none.
[[nodiscard]] QJsonValue changeJson(const std::optional<health::ScoreChange>& change, const ScoreWords& words);
/// The sentence that says most about the score: the cap that holds it down, else the measure below the best band that
/// costs most, where there is no score what is missing most. Empty: nothing stands out.
[[nodiscard]] QString mainReason(const health::AccountScore& score, const ScoreWords& words);

} // namespace steward::cli
