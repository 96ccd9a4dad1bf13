// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/content.h"
#include "core/health/score.h"
#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

template <>
struct Catch::StringMaker<steward::health::Fraction>
{
    static std::string convert(const steward::health::Fraction& fraction)
    {
        return std::to_string(fraction.numerator()) + '/' + std::to_string(fraction.denominator());
    }
};

/// Books for tests of the score: a day, accounts that are told in few words, one measure asked for.
namespace steward::tests {

using health::AccountScore;
using health::Contribution;
using health::Fraction;
using health::State;

inline const QDate today(2026, 11, 19); // a Thursday

[[nodiscard]] inline QDate ago(int days) { return today.addDays(-days); }

[[nodiscard]] inline const content::Content& shippedContent()
{
    static const content::Content content = content::shipped().value();
    return content;
}

/// Accounts in the order they were named, each in the segment told; none: in no segment.
struct Told
{
    PortfolioBuilder facts;
    std::map<QString, QString> segments;
    QStringList names;

    Told& account(const QString& name, const QString& segment = {})
    {
        facts.account(name);
        names.append(name);
        if (!segment.isEmpty())
            segments[name] = segment;
        return *this;
    }
    /// Any row of the account named last, filled by a function.
    template <class T, class Fill>
    Told& add(Fill&& fill)
    {
        facts.make<T>(std::forward<Fill>(fill));
        return *this;
    }
    /// A contract of 20 seats that began so many days ago.
    Told& customer(int daysAgo = 400, qint64 seats = 20)
    {
        return add<Subscription>([&](Subscription& row) {
            row.amount = Minor{100'000};
            row.billingPeriod = QStringLiteral("month");
            row.seats = seats;
            row.start = ago(daysAgo);
        });
    }
    /// Active users by day, ending on a day; fn(days before the end) gives the value.
    template <class Fn>
    Told& users(int days, QDate end, Fn&& fn)
    {
        if (!m_hasMetric) {
            Metric metric;
            metric.id = usersMetric;
            metric.name = QStringLiteral("active_users");
            metric.aggregate = QStringLiteral("max");
            metric.absence = QStringLiteral("zero");
            metric.grain = QStringLiteral("day");
            facts.metric(metric);
            m_hasMetric = true;
        }
        UsageSeries series{MetricId(usersMetric), {}};
        for (int before = days - 1; before >= 0; --before)
            series.points.push_back({usageDay(end.addDays(-before)), double(fn(before))});
        facts.usage(std::move(series));
        return *this;
    }

    [[nodiscard]] Grouping grouping() const
    {
        std::vector<GroupRules> groups;
        std::vector<std::pair<AccountId, std::size_t>> members;
        for (const content::Segment& each : shippedContent().segments) {
            GroupRules rules;
            rules.id = each.id;
            if (each.touch)
                rules.touch = Cadence{each.touch->everyDays, each.touch->untilMonth,
                                      each.touch->untilMonth ? std::optional(each.touch->thenDays) : std::nullopt,
                                      each.touch->onRequest};
            rules.onboardingDays = each.onboardingDays;
            rules.namedPerson = each.hasNamedPerson;
            groups.push_back(std::move(rules));
        }
        for (const auto& [name, segment] : segments) {
            const auto at = std::ranges::find(groups, segment, &GroupRules::id);
            members.emplace_back(facts.id(name), static_cast<std::size_t>(at - groups.begin()));
        }
        return {std::move(groups), std::move(members)};
    }
    [[nodiscard]] health::Scorer scorer() const
    {
        const content::Content& content = shippedContent();
        return health::Scorer::make(facts.build(), content.scorecards, content.journeys, grouping()).value();
    }
    /// Of the account named first, or of the one named.
    [[nodiscard]] AccountScore score(QDate day = today, const QString& name = {}) const
    {
        return scorer().score(facts.id(name.isEmpty() ? names.front() : name), day).value();
    }

    static constexpr qint64 usersMetric = 900'001;

private:
    bool m_hasMetric = false;
};

/// The contribution of one measure; fails where the scorecard has none.
[[nodiscard]] inline Contribution measure(const Told& book, const char* id, QDate day = today, const QString& name = {})
{
    const AccountScore score = book.score(day, name);
    const Contribution* found = score.find(QString::fromLatin1(id));
    INFO(score.scorecard.toStdString());
    REQUIRE(found);
    return *found;
}

/// In millionths of a point: 14.25 is 14'250'000.
[[nodiscard]] inline qint64 micro(const Contribution& contribution)
{
    REQUIRE(contribution.takesPart());
    return contribution.value.micro;
}

[[nodiscard]] inline bool isCapped(const AccountScore& score, const char* cap)
{
    return std::ranges::any_of(score.caps,
                               [cap](const health::CapStep& each) { return each.cap == QString::fromLatin1(cap); });
}

} // namespace steward::tests
