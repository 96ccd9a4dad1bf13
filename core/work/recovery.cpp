// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/recovery.h"

#include <algorithm>

namespace steward::work {

namespace {

constexpr int halfYear = 180;

/// NPS of 0 to 6, satisfaction of 1 or 2, ease of 1 to 3.
bool isUnhappy(const Survey& answer)
{
    const double most = answer.kind == u"nps" ? 6 : answer.kind == u"ces" ? 3 : 2;
    return answer.score && *answer.score <= most;
}

} // namespace

const Survey* unhappyAnswer(const PlaybookRun& run, const AccountFacts& facts)
{
    // Others are about use, money or people; an answer beside them says nothing of the play.
    if (run.playbook != u"detractor" && run.playbook != u"recovery")
        return nullptr;
    const Survey* found = nullptr;
    for (const Survey& each : facts.of<Survey>())
        if (isUnhappy(each) && !each.archivedOn.isValid() && each.day.isValid() && each.day <= run.started &&
            each.day.daysTo(run.started) <= halfYear && (!found || each.day >= found->day))
            found = &each;
    return found;
}

std::optional<Recovery> recoveryOf(const PlaybookRun& run, const AccountFacts& facts)
{
    Recovery found{unhappyAnswer(run, facts), nullptr};
    if (!found.before)
        return std::nullopt;
    for (const Survey& each : facts.of<Survey>())
        if (each.score && !each.archivedOn.isValid() && each.day.isValid() && each.day > run.started &&
            each.kind == found.before->kind && each.contact == found.before->contact &&
            (!found.after || each.day >= found.after->day))
            found.after = &each;
    return found.after ? std::optional(found) : std::nullopt;
}

RecoverySum sumOf(std::span<const Recovery> all)
{
    RecoverySum sum;
    for (const Recovery& each : all) {
        ++sum.asked;
        sum.better += each.isBetter() ? 1 : 0;
        sum.before += *each.before->score;
        sum.after += *each.after->score;
    }
    if (sum.asked > 0) {
        sum.before /= sum.asked;
        sum.after /= sum.asked;
    }
    return sum;
}

} // namespace steward::work
