// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/change.h"
#include "core/work/rule.h"

#include <array>

/// What is said only where nothing else is, and what is said once for the book.
namespace steward::work {

namespace {

using content::Severity;

/// The measures that took most, the largest first, and among them the cap that holds the score.
QString mostLost(const health::ScoreChange& change, const health::AccountScore& now)
{
    constexpr qsizetype most = 2;
    QStringList lost;
    for (const health::Moved& each : change.by) {
        const bool isCap = each.measure.isEmpty();
        if (each.points < health::Fraction() && lost.size() < most && !(isCap && now.caps.empty()))
            lost << (isCap ? now.caps.back().cap : each.measure);
    }
    return lost.join(QStringLiteral(", "));
}

/// Bands lie from the best to the worst.
qsizetype placeOf(const Subject& account, const QString& band)
{
    const auto& bands = account.book().content.scorecards.bands;
    const auto found = std::ranges::find(bands, band, &content::Band::id);
    return found - bands.begin();
}

void healthFell(const Subject& account, const Rule& rule, Findings& found)
{
    const health::TrendPoint& was = account.before();
    const health::AccountScore& now = account.score();
    if (found.hasTrouble() || !was.shown || !now.shown)
        return;
    const double lost = (*was.shown - *now.shown).toDouble();
    const QString& is = now.computedBand;
    const bool isLower = placeOf(account, is) > placeOf(account, was.band);
    if (lost < rule.number(0) && !(isLower && lost > 0))
        return;
    // What it was made of is asked of the few that fell.
    const auto before = account.book().scorer.score(now.account, was.day, health::Detail::Numbers);
    if (!before || before->scorecard != now.scorecard)
        return;
    const auto change = health::changeOf(*before, now);
    found.add(rule, {.severity = isLower && is == u"red" ? Severity::High : Severity::Medium,
                     .arguments = {before->shown->toDouble(), now.shown->toDouble(), mostLost(*change, now)},
                     .opened = before->day.addDays(1),
                     .figure = lost});
}

constexpr std::array rules = {
    RuleKind{"health.fell", "points", "fell", &healthFell},
};

constexpr std::array ofTheBook = {
    RuleKind{"data.bookwide", "share under weeks accounts", "fell", nullptr},
    RuleKind{"data.stale", "usage tickets invoices", "stale", nullptr},
};

} // namespace

std::span<const RuleKind> lastRules() { return rules; }
std::span<const RuleKind> bookRules() { return ofTheBook; }

} // namespace steward::work
