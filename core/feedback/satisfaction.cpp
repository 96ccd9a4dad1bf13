// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/satisfaction.h"

#include <algorithm>

namespace steward::feedback {

namespace {

struct CesRule
{
    double highest;
    double agreesFrom;
    bool isMean;
};

CesRule ruleOf(CesMethod method)
{
    switch (method) {
    case CesMethod::Mean7:
        return {7, 0, true};
    case CesMethod::Agree7:
        return {7, 5, false};
    case CesMethod::Agree5:
        break;
    }
    return {5, 4, false};
}

} // namespace

std::optional<double> satisfiedFrom(qint64 scaleHigh)
{
    if (scaleHigh == 5)
        return 4.0;
    if (scaleHigh == 10)
        return 9.0;
    return std::nullopt;
}

std::optional<bool> isSatisfied(double score, qint64 scaleLow, qint64 scaleHigh)
{
    const auto from = satisfiedFrom(scaleHigh);
    if (!from || !(score >= static_cast<double>(scaleLow) && score <= static_cast<double>(scaleHigh)))
        return std::nullopt;
    return score >= *from;
}

std::optional<double> csatOf(const CsatCount& count)
{
    if (count.all == 0)
        return std::nullopt;
    return 100.0 * static_cast<double>(count.satisfied) / static_cast<double>(count.all);
}

std::optional<Interval> csatInterval(const CsatCount& count)
{
    const auto share = wilson(count.satisfied, count.all);
    return share ? std::optional(Interval{100 * share->low, 100 * share->high}) : std::nullopt;
}

Ces cesOf(std::span<const CesAnswer> answers, CesMethod method)
{
    const CesRule rule = ruleOf(method);
    QDate newest;
    for (const CesAnswer& answer : answers)
        newest = std::max(newest, answer.day);
    const QDate oldest = rule.isMean && newest.isValid() ? newest.addMonths(-12) : QDate();
    double sum = 0;
    Ces result;
    for (const CesAnswer& answer : answers) {
        const bool tooOld = oldest.isValid() && answer.day.isValid() && answer.day < oldest;
        if (tooOld || !(answer.score >= 1 && answer.score <= rule.highest))
            continue;
        ++result.counted;
        sum += rule.isMean ? answer.score : (answer.score >= rule.agreesFrom ? 100.0 : 0.0);
    }
    if (result.counted > 0)
        result.value = sum / static_cast<double>(result.counted);
    return result;
}

} // namespace steward::feedback
