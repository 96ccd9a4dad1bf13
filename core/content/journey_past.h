// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/journey.h"

#include <span>

/// What earlier versions of a journey had: stages that are gone, names that stages had.
namespace steward::content {

/// An earlier version had it: nobody moves there any more; what was there stays readable. Its version is 0.
[[nodiscard]] inline bool isRetired(const JourneyStage& stage) { return stage.version == 0; }

/// The versions that can be read, in the order of the copies, and the shipped one behind them.
[[nodiscard]] std::vector<Journeys> journeyVersions(std::span<const QByteArray> copies);

/// Stages that the earlier version had and this one has not come back as retired ones, at the place they had. Called
/// with the newest of the earlier versions first. Templates are known by their id.
void addRetired(Journeys& journeys, const Journeys& earlier);

/// The stages of a template by every name accounts and old moves may call them by. The template must outlive it.
class StageNames
{
public:
    /// earlier: newest first; a name that is taken stays as it is.
    explicit StageNames(const JourneyTemplate& journey, std::span<const Journeys> earlier = {});
    /// By id or name without case; nullptr: there is none.
    [[nodiscard]] const JourneyStage* find(const QString& name) const;
    [[nodiscard]] const std::map<QString, const JourneyStage*>& all() const { return m_names; } ///< in small letters

private:
    void add(const QString& name, const JourneyStage& stage);
    std::map<QString, const JourneyStage*> m_names;
};

} // namespace steward::content
