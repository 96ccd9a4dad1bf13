// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/look_back.h"

/// Short ways to make facts in tests.
namespace steward::sample {

[[nodiscard]] inline QDate day(const char* iso) { return dayFromIso(iso); }

/// Noon of a day.
[[nodiscard]] inline Instant noon(const char* iso)
{
    return Instant{(day(iso).toJulianDay() - julianOfEpoch) * 86'400'000 + 43'200'000};
}

[[nodiscard]] inline AccountFacts account(qint64 id = 1)
{
    AccountFacts facts;
    facts.account.id = id;
    facts.account.name = QStringLiteral("Acme %1").arg(id);
    return facts;
}

[[nodiscard]] inline AccountFacts on(const AccountFacts& facts, const char* iso, LookBack mode = LookBack::AsItHappened)
{
    return asOf(facts, day(iso), mode, QTimeZone::utc());
}

[[nodiscard]] inline UsageSeries series(qint64 metric, const char* from, const std::vector<double>& values)
{
    UsageSeries result{MetricId(metric), {}};
    qint32 at = usageDay(day(from));
    for (const double value : values)
        result.points.push_back({at++, value});
    return result;
}

} // namespace steward::sample
