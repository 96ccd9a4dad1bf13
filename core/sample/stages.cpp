// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/stages.h"

#include <algorithm>

namespace steward::sample {

namespace {

constexpr int onboardingDays = 48; ///< as the milestone "onboarding closed" tells
constexpr int retentionDays = 180; ///< before a renewal the talk is of staying

constexpr QStringView adoption = u"adoption";
constexpr QStringView retention = u"retention";

/// One life as a customer, up to the day before `to`: in at the start, then half of each year for the work and half for
/// the renewal.
class Life
{
public:
    Life(std::vector<StageStep>& steps, QDate to)
        : m_steps(steps)
        , m_to(to)
    {
    }
    void begin(QDate start, int days)
    {
        move(start, u"onboarding", QStringLiteral("Contract signed"));
        m_inUse = start.addDays(days);
    }
    void takeUp() { move(m_inUse, adoption, QStringLiteral("Onboarding closed")); }
    /// renewal: of any year.
    void renewEachYear(QDate renewal)
    {
        int year = 0;
        while (renewal.addYears(year - 1) > m_inUse)
            --year;
        for (; renewal.addYears(year).addDays(-retentionDays) < m_to; ++year) {
            const QDate end = renewal.addYears(year);
            const QDate half = m_inUse.addDays(m_inUse.daysTo(end) / 2); // a first year that is a short one
            move(std::max(half, end.addDays(-retentionDays)), retention, QStringLiteral("Part of the working week"));
            move(end, adoption, QStringLiteral("Renewed, next goals agreed"));
        }
    }

private:
    void move(QDate day, QStringView stage, const QString& why)
    {
        const bool isNew = m_steps.empty() || m_steps.back().stage != stage;
        if (isNew && day < m_to && (m_steps.empty() || day > m_steps.back().day))
            m_steps.push_back({day, stage.toString(), why});
    }
    std::vector<StageStep>& m_steps;
    QDate m_to;
    QDate m_inUse;
};

} // namespace

std::vector<StageStep> stageStepsOf(const Plot& plot, const Months& months)
{
    std::vector<StageStep> steps;
    if (plot.isListOnly)
        return steps;
    const QDate end = plot.last(months).addDays(1);
    const bool isKept = plot.stage == retention;
    const auto live = [&](QDate start, QDate to, QDate renewal) {
        Life life(steps, to);
        life.begin(start, plot.onboardingDays.value_or(onboardingDays));
        if (plot.isOnboarding())
            return;
        life.takeUp();
        if (isKept)
            life.renewEachYear(renewal);
    };
    if (plot.paused.isValid()) {
        live(plot.start, plot.paused, plot.paused);
        live(plot.returned, end, plot.renewal);
    } else {
        // A renewal that nobody has recorded yet has not happened.
        const QDate renewal = plot.renewal.isValid() ? plot.renewal : plot.churned;
        live(plot.start, renewal <= end ? renewal : end, renewal);
    }
    // A book for its size alone tells the first and the last ones.
    const std::ptrdiff_t newest = !steps.empty() && steps.back().stage == retention ? 1 : 2;
    if (plot.isThin() && std::ssize(steps) > 2 + newest)
        steps.erase(steps.begin() + 2, steps.end() - newest);
    return steps;
}

} // namespace steward::sample
