// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/scores.h"

#include "core/query/book_content.h"

#include <algorithm>

namespace steward::query {

namespace {

constexpr int valueDays = 365;

bool isCapped(const health::AccountScore& score)
{
    return std::ranges::any_of(score.caps, [](const health::CapStep& cap) { return cap.after < cap.before; });
}

/// Known, and the customer's word is missing or old.
bool lacksValue(const health::AccountScore& score)
{
    const health::Contribution* value = score.find(u"value_recent");
    if (!value || !value->takesPart())
        return false;
    if (!value->why.key.endsWith(u".confirmed") || value->why.arguments.empty())
        return true;
    const auto* day = std::get_if<QDate>(&value->why.arguments.front());
    return day && day->daysTo(score.day) > valueDays;
}

} // namespace

Result<health::Scorer> scorerOf(const Portfolio& portfolio, const content::Content& content, QDate day, LookBack mode)
{
    return health::Scorer::make(portfolio, content.scorecards, content.journeys,
                                groupingOf(asOf(portfolio, day, mode), content, day), mode);
}

health::Scorer scorerAfter(const health::Scorer& before, const Portfolio& portfolio, const content::Content& content,
                           QDate day)
{
    return before.after(portfolio, groupingAfter(before.portfolio(), before.grouping(), portfolio, content, day));
}

void addScores(std::vector<AccountLine>& lines, std::span<const health::AccountScore> scores)
{
    auto score = scores.begin();
    for (AccountLine& line : lines) {
        score = std::ranges::lower_bound(score, scores.end(), line.facts->id(), {}, &health::AccountScore::account);
        if (score == scores.end() || score->account != line.facts->id())
            continue;
        if (score->shown)
            line.health = score->shown->toDouble();
        line.band = score->band;
        line.seatUse = score->seatUse;
        if (score->applicableWeight > 0)
            line.coverage = double(score->knownWeight) / score->applicableWeight;
    }
}

QString scoreCall(const health::AccountScore& score, int checkpoint)
{
    constexpr int lastCheckpoint = 90;
    const auto noticed = [](const health::CapStep& cap) { return cap.cap == u"notice"; };
    if (std::ranges::any_of(score.caps, noticed))
        return QStringLiteral("lost");
    if (score.band.isEmpty())
        return QStringLiteral("unknown");
    if (score.band == u"red")
        return QStringLiteral("at_risk");
    if (score.band != u"green" || isCapped(score) || lacksValue(score))
        return checkpoint == lastCheckpoint ? QStringLiteral("conditional") : QStringLiteral("watch");
    return QStringLiteral("likely");
}

} // namespace steward::query
