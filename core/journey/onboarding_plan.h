// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

#include <QStringList>
#include <span>

/// What an onboarding plan says. Each part is a custom field of the account, so that it is imported, exported, undone
/// and merged by itself.
namespace steward::journey {

/// A part of the plan, in the order in which it is told.
struct PlanPart
{
    const char* field;     ///< of the account
    bool isNeeded = false; ///< before onboarding is closed
};
[[nodiscard]] std::span<const PlanPart> planParts();

inline constexpr const char* planProblem = "plan_problem"; ///< one a line
inline constexpr const char* planCan = "plan_can";
inline constexpr const char* planCannot = "plan_cannot";
inline constexpr const char* planFeatures = "plan_features"; ///< those that matter now
inline constexpr const char* planLeftOut = "plan_left_out";  ///< on purpose
inline constexpr const char* planMoment = "plan_moment";     ///< the first "that is it"
inline constexpr const char* planFirstUse = "plan_first_use";
inline constexpr const char* planTraining = "plan_training"; ///< "what > for which problem", one a line
inline constexpr const char* planVideos = "plan_videos";

/// A training, and the problem it is for.
struct PlanTraining
{
    QString what;
    QString problem;       ///< in the words of the plan; where it is none of the plan's, as it was written
    bool isOrphan = false; ///< the plan has no such problem, or none is named
    friend bool operator==(const PlanTraining&, const PlanTraining&) = default;
};

class OnboardingPlan
{
public:
    explicit OnboardingPlan(const AccountFacts& facts);
    /// Empty: nobody wrote it.
    [[nodiscard]] QString text(QStringView field) const;
    /// Of a part that has a line for each.
    [[nodiscard]] QStringList lines(QStringView field) const;
    [[nodiscard]] bool isBegun() const { return !m_texts.empty(); }
    /// The parts that have to be written before onboarding is closed, and are not.
    [[nodiscard]] QStringList missing() const;
    /// A problem is named by its beginning.
    [[nodiscard]] std::vector<PlanTraining> trainings() const;

private:
    std::vector<std::pair<QString, QString>> m_texts; ///< those that say something
};

} // namespace steward::journey
