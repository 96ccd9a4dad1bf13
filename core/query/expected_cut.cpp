// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/expected_cut.h"

#include <cmath>

namespace steward::query {

namespace {

double numberAt(const Arguments& arguments, std::size_t at)
{
    if (at >= arguments.size())
        return 0;
    if (const auto* number = std::get_if<double>(&arguments[at]))
        return *number;
    const auto* whole = std::get_if<qint64>(&arguments[at]);
    return whole ? double(*whole) : 0;
}

} // namespace

std::optional<ExpectedCut> expectedCut(const health::AccountScore& score, const Money& renewal,
                                       const content::Signals& signalRules)
{
    constexpr int daysOfMonth = 30;
    const auto* rule = content::findById(signalRules.kinds, QStringLiteral("licence.low"));
    const auto licence =
        std::ranges::find(score.contributions, QStringLiteral("licence_use"), &health::Contribution::measure);
    if (!rule || licence == score.contributions.end() || !licence->takesPart())
        return std::nullopt;
    const double used = numberAt(licence->why.arguments, 0);
    const double bought = numberAt(licence->why.arguments, 1);
    const double month = numberAt(licence->why.arguments, 3);
    const auto limit = [&](const char* name) {
        const auto found = rule->numbers.find(QString::fromLatin1(name));
        return found == rule->numbers.end() ? 0.0 : double(found->second.thousandths) / 1000;
    };
    if (bought <= 0 || 100 * used / bought >= limit("under") || month * daysOfMonth <= limit("after"))
        return std::nullopt;
    const auto unused = std::llround(bought - used);
    return ExpectedCut{unused,
                       std::llround(bought),
                       {std::llround(double(renewal.minor) * double(unused) / bought), renewal.currency}};
}

} // namespace steward::query
