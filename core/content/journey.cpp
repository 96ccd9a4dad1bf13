// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/journey.h"

#include "core/content/reader.h"

#include <algorithm>

namespace steward::content {

namespace {

StageKind kindFrom(Reader& reader)
{
    const QString kind = reader.word(u"kind");
    if (kind == u"before")
        return StageKind::Before;
    if (kind == u"onboarding")
        return StageKind::Onboarding;
    if (kind == u"beside")
        return StageKind::Beside;
    if (kind != u"main")
        reader.report(Code("content.stage.kind"), u"kind", {kind});
    return StageKind::Main;
}

JourneyStage stageFrom(Reader reader)
{
    auto stage = reader.entryAs<JourneyStage>();
    stage.kind = kindFrom(reader);
    stage.outcome = reader.text(u"outcome");
    stage.metrics = reader.texts(u"metrics");
    stage.exitCriteria = reader.texts(u"exit");
    stage.friction = reader.texts(u"friction");
    if (reader.has(u"days"))
        stage.days = reader.whole(u"days");
    if (stage.days && *stage.days <= 0)
        reader.report(Code("content.days.range"), u"days");
    stage.milestones = reader.words(u"milestones");
    return stage;
}

MilestoneKind milestoneFrom(Reader reader)
{
    auto milestone = reader.entryAs<MilestoneKind>();
    milestone.required = reader.flag(u"required");
    milestone.fromUsage = reader.flag(u"from_usage");
    milestone.saidByCustomer = reader.flag(u"said_by_customer");
    if (reader.has(u"rule")) {
        Reader rule = reader.child(u"rule");
        const QStringList names = rule.object().keys();
        for (const QString& name : names)
            milestone.rule.emplace(name, rule.whole(name));
    }
    return milestone;
}

void checkTemplate(const JourneyTemplate& journey, const Journeys& journeys, Issues& issues)
{
    const QString place = u"journeys.json journeys[" % journey.id % u']';
    checkIds(journey.stages, place, issues);
    bool holdsMilestone = false;
    for (const JourneyStage& stage : journey.stages) {
        for (const QString& milestone : stage.milestones) {
            if (!findById(journeys.milestones, milestone))
                issues.push_back({Code("content.milestone.unknown"), {place, milestone}});
        }
        holdsMilestone = holdsMilestone || stage.milestones.contains(journeys.onboardingMilestone);
    }
    if (!holdsMilestone)
        issues.push_back({Code("content.journey.onboarding"), {place, journeys.onboardingMilestone}});
    const auto isOnboarding = [](const JourneyStage& stage) { return stage.kind == StageKind::Onboarding; };
    if (std::none_of(journey.stages.begin(), journey.stages.end(), isOnboarding))
        issues.push_back({Code("content.journey.onboarding"), {place, QStringLiteral("onboarding")}});
}

} // namespace

Parsed<Journeys> parseJourneys(const QByteArray& bytes)
{
    Parsed<Journeys> parsed;
    Reader file = readFile(bytes, QStringLiteral("journeys.json"), parsed.issues);
    if (file.object().isEmpty())
        return parsed;
    Journeys& journeys = parsed.value;
    journeys.onboardingMilestone = file.word(u"onboarding_milestone");
    journeys.behindTimes = file.decimal(u"behind_times");
    journeys.stuckTimes = file.decimal(u"stuck_times");
    journeys.stuckSilentDays = file.whole(u"stuck_silent_days");
    file.each(u"milestones", [&](Reader kind) { journeys.milestones.push_back(milestoneFrom(std::move(kind))); });
    file.each(u"journeys", [&](Reader reader) {
        JourneyTemplate journey{reader.entry(), {}};
        reader.each(u"stages", [&](Reader stage) { journey.stages.push_back(stageFrom(std::move(stage))); });
        journeys.templates.push_back(std::move(journey));
    });
    checkIds(journeys.milestones, QStringLiteral("journeys.json milestones"), parsed.issues);
    checkIds(journeys.templates, QStringLiteral("journeys.json journeys"), parsed.issues);
    for (const JourneyTemplate& journey : journeys.templates)
        checkTemplate(journey, journeys, parsed.issues);
    return parsed;
}

} // namespace steward::content
