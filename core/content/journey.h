// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/points.h"
#include "core/content/text.h"

#include <map>
#include <optional>

namespace steward::content {

enum class StageKind
{
    Before,     ///< not a customer yet
    Onboarding, ///< the scorecard "onboarding" applies
    Main,
    Beside ///< runs beside a main stage with its own clock: support, escalation
};

/// Entry::text is the goal of the stage.
struct JourneyStage : Entry
{
    StageKind kind = StageKind::Main;
    Text outcome; ///< desired outcome, in the customer's voice
    std::vector<Text> metrics;
    std::vector<Text> exitCriteria;
    std::vector<Text> friction;
    std::optional<int> days; ///< a median to beat; none where the stage has no end
    QStringList milestones;  ///< ids
};

struct JourneyTemplate : Entry
{
    std::vector<JourneyStage> stages;
};

struct MilestoneKind : Entry
{
    bool required = false;
    bool fromUsage = false;      ///< known by a fact, not by a person
    bool saidByCustomer = false; ///< needs a contact or a source
    std::map<QString, int> rule; ///< activation: share_of_planned, days, window; habit: share_of_seats, weeks
};

/// journeys.json: content.md 4.
struct Journeys
{
    QString onboardingMilestone; ///< every template must hold it
    Fixed behindTimes;           ///< of the target days
    Fixed stuckTimes;
    int stuckSilentDays = 0; ///< or no step, touch or use for so long
    std::vector<JourneyTemplate> templates;
    std::vector<MilestoneKind> milestones;
    std::vector<Journeys> earlier; ///< what the book had before, newest first; none where it has no copy of its own
};

/// Reads and checks journeys.json: ids unique, milestones named by stages exist, every template holds the onboarding
/// milestone and an onboarding stage.
[[nodiscard]] Parsed<Journeys> parseJourneys(const QByteArray& bytes);

} // namespace steward::content
