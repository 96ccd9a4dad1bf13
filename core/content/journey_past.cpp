// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/journey_past.h"

#include "core/content/content.h"

#include <algorithm>

namespace steward::content {

namespace {

/// Behind the nearest stage before it that both have; else the first.
std::ptrdiff_t placeFor(const JourneyTemplate& now, const JourneyTemplate& earlier, std::size_t at)
{
    while (at-- > 0) {
        const auto found = std::ranges::find(now.stages, earlier.stages[at].id, &JourneyStage::id);
        if (found != now.stages.end())
            return found - now.stages.begin() + 1;
    }
    return 0;
}

} // namespace

std::vector<Journeys> journeyVersions(std::span<const QByteArray> copies)
{
    std::vector<Journeys> versions;
    const auto add = [&versions](const QByteArray& bytes) {
        if (auto parsed = parseJourneys(bytes); parsed.isGood())
            versions.push_back(std::move(parsed.value));
    };
    std::ranges::for_each(copies, add);
    add(shippedFile(QStringLiteral("journeys.json")));
    return versions;
}

void addRetired(Journeys& journeys, const Journeys& earlier)
{
    for (JourneyTemplate& now : journeys.templates) {
        const JourneyTemplate* before = findById(earlier.templates, now.id);
        for (std::size_t at = 0; before && at < before->stages.size(); ++at)
            if (!findById(now.stages, before->stages[at].id))
                now.stages.insert(now.stages.begin() + placeFor(now, *before, at), before->stages[at])->version = 0;
    }
}

StageNames::StageNames(const JourneyTemplate& journey, std::span<const Journeys> earlier)
{
    // What is in force takes its names before what is not.
    for (const bool isPast : {false, true})
        for (const JourneyStage& stage : journey.stages)
            if (isRetired(stage) == isPast)
                for (const QString& name : {stage.id, stage.name.en})
                    add(name, stage);
    for (const Journeys& version : earlier)
        if (const JourneyTemplate* before = findById(version.templates, journey.id))
            for (const JourneyStage& each : before->stages)
                if (const JourneyStage* own = findById(journey.stages, each.id))
                    add(each.name.en, *own);
}

void StageNames::add(const QString& name, const JourneyStage& stage) { m_names.emplace(name.toLower(), &stage); }

const JourneyStage* StageNames::find(const QString& name) const
{
    const auto found = m_names.find(name.toLower());
    return found == m_names.end() ? nullptr : found->second;
}

} // namespace steward::content
