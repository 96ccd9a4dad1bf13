// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/one_of.h"
#include "core/health/voice_view.h"

/// Mean of ease ratings from 1 to 7; answers on another scale do not count.
namespace steward::health::measures {

namespace {

enum Number
{
    Window,
    MinAnswers
};
enum Sentence
{
    Ease
};

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    constexpr int highest = 7;
    const SourceRead source = account.source(rule);
    if (!source.isReadable())
        return source.unknown(trail);
    const Period window{source.end.addDays(1 - rule.days(Window)), source.end};
    qint64 sum = 0;
    qint64 count = 0;
    for (const Survey& each : account.of<Survey>()) {
        const bool isEase = isOneOf(each.kind, {u"ces"}) && window.contains(each.day) && each.score &&
                            each.scaleHigh.value_or(highest) == highest && *each.score >= 1 && *each.score <= highest;
        if (!isEase)
            continue;
        sum += thousandths(each.score);
        ++count;
        trail.record(each);
    }
    if (count < std::max<qint64>(1, rule.number(MinAnswers).toWhole()))
        return unknown(trail, Gap::TooLittle, DataKind::Surveys);
    trail.dataTo(source.end);
    trail.say(Ease, double(sum) / double(count) / 1000, count);
    return scored(rule.curve().at({sum, count * 1000}));
}

} // namespace

extern const MeasureKind ces;
constexpr MeasureKind ces{"ces", "window min_answers", "points", "", "ease", "", &read};

} // namespace steward::health::measures
