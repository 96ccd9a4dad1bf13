// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/overrides.h"

#include <algorithm>

namespace steward::health {

namespace {

/// Best band 0; none: unknown.
std::optional<std::ptrdiff_t> rankOf(const QString& band, const content::Scorecards& content)
{
    const auto found = std::ranges::find(content.bands, band, &content::Band::id);
    return found == content.bands.end() ? std::nullopt : std::optional(found - content.bands.begin());
}

QDate lastDayOf(const Override& row, int mostDays)
{
    const QDate latest = row.from.addDays(mostDays);
    return row.until.isValid() ? std::min(row.until, latest) : latest;
}

bool endedEarly(const Override& row, QDate day, const content::Scorecards& content,
                const std::function<QString(QDate)>& bandOn)
{
    const auto wanted = rankOf(row.band, content);
    const auto before = rankOf(bandOn(row.from), content);
    for (QDate each = row.from.addDays(1); wanted && each <= day; each = each.addDays(1))
        if (const auto now = rankOf(bandOn(each), content)) {
            const bool isFromAbove = before && *before < *wanted;
            if (isFromAbove ? *now >= *wanted : *now <= *wanted)
                return true;
        }
    return false;
}

} // namespace

std::optional<OverrideStep> overrideOn(const AccountFacts& facts, QDate day, const content::Scorecards& content,
                                       const std::function<QString(QDate)>& bandOn)
{
    const auto rows = facts.of<Override>().all();
    const auto newest = std::find_if(rows.rbegin(), rows.rend(), [&](const Override& each) {
        return each.from.isValid() && each.from <= day && rankOf(each.band, content).has_value();
    });
    if (newest == rows.rend())
        return std::nullopt;
    const QDate until = lastDayOf(*newest, content.override.mostDays);
    if (day > until || endedEarly(*newest, day, content, bandOn))
        return std::nullopt;
    return OverrideStep{newest->id, newest->band, newest->reason, newest->note, newest->from, until, newest->by};
}

} // namespace steward::health
