// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/account_view.h"

/// Days since the customer last confirmed value: a goal met, a value figure that is no estimate, a success story, the
/// milestone. None so far: days since the onboarding ended, or should have.
namespace steward::health::measures {

namespace {

enum Limit
{
    InOnboardingTime
};
enum Sentence
{
    Confirmed,
    None
};

struct Word
{
    QDate day;
    const QString* text = nullptr;
    RecordRef record;
    template <class T>
    void see(const T& row, QDate on, QDate until, const QString& said)
    {
        if (on.isValid() && on <= until && (!day.isValid() || on > day)) {
            day = on;
            text = &said;
            record = {T::entity, row.id};
        }
    }
};

Word lastWord(const AccountView& account)
{
    Word word;
    const QDate until = account.day();
    for (const Goal& each : account.of<Goal>())
        word.see(each, each.metOn, until, each.shortName.isEmpty() ? each.outcome : each.shortName);
    for (const Value& each : account.of<Value>())
        if (each.confirmedBy.isValid() || each.method.isEmpty())
            word.see(each, each.day, until, each.text);
    for (const Advocacy& each : account.of<Advocacy>())
        if (!each.storyResult.isEmpty() || each.kind == u"case_study" || each.kind == u"quote")
            if (each.status == u"done")
                word.see(each, each.day, until, each.storyResult);
    for (const Milestone& each : account.of<Milestone>())
        if (each.kind == u"value_confirmed")
            word.see(each, each.reached, until, each.name);
    return word;
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const auto age = account.age();
    if (rule.limit(InOnboardingTime) && age && *age < account.onboardingTarget())
        return notApplicable(trail, "in_onboarding_time");
    const Word word = lastWord(account);
    trail.dataTo(account.day());
    if (word.day.isValid()) {
        trail.add(word.record.entity, word.record.id);
        trail.say(Confirmed, word.day, *word.text);
        return scored(rule.curve().at({word.day.daysTo(account.day()), 1}));
    }
    // Goals met make values practised too: "none" still says nothing in a book that holds no value.
    const auto kind = account.notPractised(rule.practised());
    if (kind || !account.book().holds(DataKind::Values))
        return unknown(trail, Gap::NotPractised, kind.value_or(DataKind::Values));
    QDate since = account.reached(u"onboarding_done");
    if (!since.isValid() && account.start().isValid())
        since = account.start().addDays(account.onboardingTarget());
    for (const Milestone& each : account.of<Milestone>())
        if (each.kind == u"onboarding_done" && each.reached.isValid())
            trail.record(each);
    account.addStart(trail);
    if (!since.isValid())
        return unknown(trail, Gap::TooLittle, DataKind::Values);
    trail.say(None);
    return scored(rule.curve().at({std::max<qint64>(0, since.daysTo(account.day())), 1}));
}

} // namespace

extern const MeasureKind value_recent;
constexpr MeasureKind value_recent{"value_recent", "", "points", "", "confirmed none", "in_onboarding_time", &read};

} // namespace steward::health::measures
