// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"
#include "core/qbr/subject.h"

#include <algorithm>

namespace steward::qbr {

namespace {

/// none: the item does not apply.
using Answer = std::optional<bool>;

constexpr int reviewedDays = 30;
constexpr int usageDays = 14;

Answer goalsReviewed(const Subject& subject)
{
    bool hasGoal = false;
    for (const Goal& each : subject.facts.of<Goal>()) {
        if (!isOpen(each))
            continue;
        hasGoal = true;
        const bool isRecent = each.lastReviewed.isValid() && each.lastReviewed >= subject.asOf.addDays(-reviewedDays);
        if (!isRecent || each.outcome.trimmed().isEmpty())
            return false;
    }
    return hasGoal;
}

/// By the newest file, also where the review is about a quarter that is over.
Answer usageRecent(const Subject& subject, const Pack& pack)
{
    const QDate newest = useKnownTo(subject, subject.asOf);
    return pack.use.isKnown && newest.isValid() && newest >= subject.asOf.addDays(-usageDays);
}

Answer oldActionsClosed(const Subject& subject)
{
    if (!subject.last)
        return std::nullopt;
    const auto entries = actionEntries(*subject.last);
    if (entries.empty())
        return std::nullopt;
    return std::ranges::all_of(entries, [](const ActionEntry& each) {
        return each.state == u"done" || each.state == u"dropped" || !each.why.isEmpty();
    });
}

/// A value confirmed in the quarter itself, or a story that may be told and has a name.
Answer hasResult(const Pack& pack)
{
    const bool isFresh = std::ranges::any_of(pack.value.confirmed,
                                             [&](const ValueLine& each) { return pack.period.contains(each.day); });
    const bool isTold = pack.story.kind == Story::Kind::Told || pack.story.kind == Story::Kind::Quote;
    return isFresh || (isTold && !pack.story.goal.isEmpty() && !pack.story.by.isEmpty());
}

Answer answerOf(const QString& id, const Subject& subject, const Pack& pack)
{
    const Qbr* review = subject.review;
    if (id == u"confirmed")
        return review && review->dateConfirmedOn.isValid() && review->deciderConfirmedOn.isValid();
    if (id == u"goals")
        return goalsReviewed(subject);
    if (id == u"agenda")
        return review && review->agendaAskedOn.isValid();
    if (id == u"usage")
        return usageRecent(subject, pack);
    if (id == u"plan")
        return pack.plan.now().plan && pack.plan.unplanned.empty();
    if (id == u"value")
        return hasResult(pack);
    if (id == u"old_actions")
        return oldActionsClosed(subject);
    if (id == u"complaints")
        return !openComplaint(subject.facts, subject.year);
    if (id == u"actions") {
        const bool isDrafted =
            review && !actionEntries(*review).empty() && std::ranges::any_of(pack.actions, &ActionLine::isOpen);
        return isDrafted && std::ranges::all_of(
                                pack.actions, [](const ActionLine& each) { return !each.isOpen() || each.isWhole(); });
    }
    if (id == u"draft")
        return review && review->draftShownOn.isValid();
    return std::nullopt;
}

} // namespace

std::optional<RecordRef> openComplaint(const AccountFacts& facts, const Period& year)
{
    constexpr double unhappy = 6;
    for (const Survey& each : facts.of<Survey>())
        if (each.kind == u"nps" && each.score && *each.score <= unhappy && each.day.isValid() &&
            year.contains(each.day) && !each.repliedOn.isValid() && !each.toldOn.isValid())
            return RecordRef{Entity::Survey, each.id};
    for (const Escalation& each : facts.of<Escalation>())
        if (isOpen(each) && !each.causeToldOn.isValid())
            return RecordRef{Entity::Escalation, each.id};
    return std::nullopt;
}

Readiness readinessOf(const Subject& subject, const Pack& pack)
{
    Readiness readiness;
    int have = 0;
    int all = 0;
    for (const content::QbrItem& item : subject.content.readiness) {
        const Answer answer = answerOf(item.id, subject, pack);
        if (!answer)
            continue;
        all += item.weight;
        have += *answer ? item.weight : 0;
        if (!*answer)
            readiness.missing.push_back({item.id, item.weight});
    }
    std::ranges::stable_sort(readiness.missing, std::greater(), &Gap::weight);
    readiness.percent = all > 0 ? (have * 200 + all) / (2 * all) : 0;
    return readiness;
}

} // namespace steward::qbr
