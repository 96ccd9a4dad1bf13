// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/print/wording.h"
#include "core/qbr/pack.h"
#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

#include <numeric>

/// Reviews of account A in the third quarter of 2026, seen on 10 October.
namespace steward::tests {

inline const QDate today(2026, 10, 10);
inline constexpr Quarter third{2026, 3};

inline const content::Qbr& shippedContent()
{
    static const content::Qbr content = content::shippedQbr().value();
    return content;
}

inline qbr::Pack packOf(const PortfolioBuilder& builder)
{
    static const Grouping grouping;
    const Portfolio book = builder.build();
    const qbr::Packs packs(book, grouping, shippedContent());
    return packs.of({builder.id(QStringLiteral("A")), third, today, QStringLiteral("Linnhaven")});
}

inline QString titleOf(const qbr::Pack& pack, const char* slide)
{
    const qbr::Slide* found = pack.slide(QLatin1String(slide).toString());
    return found ? print::Wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom)).say(found->title)
                 : QString();
}

inline int minutesOf(const qbr::Pack& pack)
{
    return std::accumulate(pack.slides.begin(), pack.slides.end(), 0,
                           [](int sum, const qbr::Slide& each) { return sum + each.minutes; });
}

/// People working, every working day of the months given, as a metric of the book.
inline PortfolioBuilder withUse(std::initializer_list<std::pair<QDate, double>> months)
{
    Metric metric;
    metric.id = 900;
    metric.name = QStringLiteral("active_users");
    metric.grain = QStringLiteral("day");
    metric.aggregate = QStringLiteral("mean");
    metric.absence = QStringLiteral("zero");
    UsageSeries series{MetricId(900), {}};
    for (const auto& [first, value] : months)
        for (QDate day = first; day < first.addMonths(1); day = day.addDays(1))
            if (day.dayOfWeek() <= 5)
                series.points.push_back({usageDay(day), value});
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A")).metric(metric).usage(std::move(series));
    return book;
}

inline PortfolioBuilder withUse(double before, double now)
{
    return withUse({{{2026, 4, 1}, before},
                    {{2026, 5, 1}, before},
                    {{2026, 6, 1}, before},
                    {{2026, 7, 1}, now},
                    {{2026, 8, 1}, now},
                    {{2026, 9, 1}, now}});
}

} // namespace steward::tests
