// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journey/onboarding_plan.h"

#include <algorithm>
#include <array>

namespace steward::journey {

namespace {

constexpr std::array parts = {PlanPart{planProblem},  PlanPart{planCan},           PlanPart{planCannot, true},
                              PlanPart{planFeatures}, PlanPart{planLeftOut, true}, PlanPart{planMoment},
                              PlanPart{planFirstUse}, PlanPart{planTraining},      PlanPart{planVideos}};

} // namespace

std::span<const PlanPart> planParts() { return parts; }

OnboardingPlan::OnboardingPlan(const AccountFacts& facts)
{
    for (const CustomValue& each : facts.custom)
        if (const QString text = each.value.trimmed();
            !text.isEmpty() && std::ranges::any_of(parts, [&](const PlanPart& part) {
                return each.field == QLatin1StringView(part.field);
            }))
            m_texts.emplace_back(each.field, text);
}

QString OnboardingPlan::text(QStringView field) const
{
    const auto found = std::ranges::find(m_texts, field, [](const auto& each) { return QStringView(each.first); });
    return found == m_texts.end() ? QString() : found->second;
}

QStringList OnboardingPlan::lines(QStringView field) const
{
    QStringList all;
    for (const QString& line : text(field).split(u'\n'))
        if (const QString said = line.trimmed(); !said.isEmpty())
            all << said;
    return all;
}

QStringList OnboardingPlan::missing() const
{
    QStringList all;
    for (const PlanPart& each : parts)
        if (const QString field = QString::fromLatin1(each.field); each.isNeeded && text(field).isEmpty())
            all << field;
    return all;
}

std::vector<PlanTraining> OnboardingPlan::trainings() const
{
    const QStringList problems = lines(QString::fromLatin1(planProblem));
    std::vector<PlanTraining> all;
    for (const QString& line : lines(QString::fromLatin1(planTraining))) {
        const qsizetype mark = line.lastIndexOf(u'>');
        PlanTraining& training = all.emplace_back();
        training.what = line.left(mark < 0 ? line.size() : mark).trimmed();
        training.problem = mark < 0 ? QString() : line.mid(mark + 1).trimmed();
        const auto found = std::ranges::find_if(problems, [&](const QString& each) {
            return !training.problem.isEmpty() && each.startsWith(training.problem, Qt::CaseInsensitive);
        });
        training.isOrphan = found == problems.end();
        if (!training.isOrphan)
            training.problem = *found;
    }
    return all;
}

} // namespace steward::journey
