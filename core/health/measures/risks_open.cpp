// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/voice_view.h"
#include "core/portfolio/standing.h"

#include <array>

/// The worst open risk; less where its date has passed.
namespace steward::health::measures {

namespace {

enum Number
{
    LateLess
};
enum Points
{
    None,
    Low,
    Medium,
    High,
    Critical
};
enum Sentence
{
    Open,
    Undated,
    SaidNone
};

/// A severity nobody knows counts as medium.
int severityOf(const Risk& risk)
{
    static constexpr std::array names = {u"low", u"medium", u"high", u"critical"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (risk.severity == QStringView(names[i]))
            return Low + static_cast<int>(i);
    return Medium;
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const Risk* worst = nullptr;
    content::Score lowest;
    for (const Risk& each : account.of<Risk>()) {
        if (!isOpen(each))
            continue;
        const bool isLate = each.due.isValid() && each.due < account.day();
        const content::Score score = rule.state(severityOf(each));
        const content::Score counted = isLate ? lessBy(score, rule.number(LateLess)) : score;
        if (!worst || counted < lowest) {
            worst = &each;
            lowest = counted;
        }
    }
    trail.dataTo(account.day());
    if (!worst) {
        if (const auto kind = account.notPractised(rule.practised()))
            return unknown(trail, Gap::NotPractised, *kind);
        trail.say(SaidNone);
        return knownZero(rule.state(None));
    }
    trail.record(*worst);
    if (trail.isWanted())
        trail.say(worst->due.isValid() ? Open : Undated, worst->kind, worst->severity,
                  personName(account, worst->owner), worst->due);
    return scored(lowest);
}

} // namespace

extern const MeasureKind risks_open;
constexpr MeasureKind risks_open{"risks_open",        "late_less", "",   "none low medium high critical",
                                 "open undated none", "",          &read};

} // namespace steward::health::measures
