// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/one_of.h"
#include "core/feedback/satisfaction.h"
#include "core/health/account_view.h"

#include <cmath>

/// Satisfied ratings of all ratings, of surveys and of tickets. In onboarding only what was asked about onboarding and
/// training, and one answer is enough.
namespace steward::health::measures {

namespace {

enum Number
{
    Window,
    MinAnswers,
    MinAnswersOnboarding
};
enum Sentence
{
    Ratings
};

bool isOfOnboarding(QStringView touchpoint) { return touchpoint == u"onboarding" || touchpoint == u"training"; }

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    // Ratings come with either kind: the windows end where the one that reaches further does.
    SourceRead source = account.source(DataKind::Surveys, rule.freshDays());
    const SourceRead tickets = account.source(DataKind::Tickets, rule.freshDays());
    if (!source.isReadable() || (tickets.isReadable() && tickets.end > source.end))
        source = tickets.isReadable() ? tickets : source;
    if (!source.isReadable())
        return source.unknown(trail);
    const Period window{source.end.addDays(1 - rule.days(Window)), source.end};
    qint64 satisfied = 0;
    qint64 count = 0;
    const auto add = [&](std::optional<double> score, qint64 low, qint64 high, const auto& row) {
        const auto isSatisfied = score ? feedback::isSatisfied(*score, low, high) : std::nullopt;
        if (!isSatisfied)
            return;
        ++count;
        satisfied += *isSatisfied ? 1 : 0;
        trail.record(row);
    };
    for (const Survey& each : account.of<Survey>())
        if (isOneOf(each.kind, {u"csat"}) && window.contains(each.day) &&
            (!account.isOnboarded() || isOfOnboarding(each.touchpoint)))
            add(each.score, each.scaleLow.value_or(1), each.scaleHigh.value_or(5), each);
    for (const Ticket& each : account.of<Ticket>())
        if (!account.isOnboarded() && each.csat && window.contains(each.closed.isValid() ? each.closed : each.opened))
            add(each.csat, 1, each.csatScale.value_or(5), each);
    const qint64 enough = rule.number(account.isOnboarded() ? MinAnswersOnboarding : MinAnswers).toWhole();
    if (count < std::max<qint64>(1, enough))
        return unknown(trail, Gap::TooLittle, DataKind::Surveys);
    trail.dataTo(source.end);
    trail.say(Ratings, satisfied, count);
    return scored(rule.curve().at({satisfied * 100, count}));
}

} // namespace

extern const MeasureKind csat;
constexpr MeasureKind csat{"csat", "window min_answers min_answers_onboarding", "points", "", "ratings", "", &read};

} // namespace steward::health::measures
