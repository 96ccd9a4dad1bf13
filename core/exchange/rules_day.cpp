// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/one_of.h"
#include "core/exchange/rules.h"

/// Facts of files that do not say since when they hold.
namespace steward::exchange {

namespace {

enum class Undated
{
    Always,  ///< nothing goes by its day, or without one it was always there
    FileDay, ///< a state: it counts from the day the file speaks about
    Nowhere  ///< something that happened: without a day it counts on none
};

Undated undatedIs(Entity entity)
{
    switch (entity) {
    case Entity::StageMove:
    case Entity::Assignment:
    case Entity::ContactRole:
    case Entity::SubscriptionPhase:
    case Entity::PaymentMethod:
    case Entity::Ticket:
    case Entity::Pulse:
    case Entity::Goal:
    case Entity::Risk:
    case Entity::Escalation:
    case Entity::Opportunity:
    case Entity::RenewalCall:
    case Entity::FeatureNote:
    case Entity::QuietPeriod:
    case Entity::Override:
    case Entity::Request:
    case Entity::Feedback:
    case Entity::PlaybookRun:
    case Entity::Task:
        return Undated::FileDay;
    case Entity::Survey:
    case Entity::SurveySent:
    case Entity::Touch:
    case Entity::Churn:
    case Entity::Value:
    case Entity::AccountEvent:
    case Entity::Advocacy:
        return Undated::Nowhere;
    default:
        return Undated::Always;
    }
}

/// The field that says from when it counts; -1: there is none.
int sinceField(const EntityInfo& entity)
{
    return entity.entity == Entity::QuietPeriod ? entity.indexOf(u"from") : entity.happened;
}

/// What has ended began no later than that.
QDate firstEnd(const Draft& draft, RuleContext& context)
{
    QDate first;
    const auto see = [&first](const FieldValue& value) {
        if (const auto* day = std::get_if<QDate>(&value); day && !(first.isValid() && first <= *day))
            first = *day;
    };
    const EntityInfo& entity = draft.entity();
    for (std::size_t i = 0; i < draft.row.size(); ++i)
        if (entity.fields[i].is(Trait::Outcome) || isOneOf(entity.fields[i].name, {u"to", u"until"}))
            see(draft.row[i]);
    if (entity.entity == Entity::ContactRole)
        if (const Row* contact = context.directory().row(Entity::Contact, integerOf(draft.value(u"contact_id"))))
            see((*contact)[static_cast<std::size_t>(info(Entity::Contact).indexOf(u"left_on"))]);
    return first;
}

} // namespace

int dayBesideContent(const EntityInfo& entity)
{
    return undatedIs(entity.entity) == Undated::FileDay ? sinceField(entity) : -1;
}

void completeQuietPeriod(Draft& draft)
{
    const QDate from = draft.day(u"from");
    const QDate to = draft.day(u"to");
    if (from.isValid() && to.isValid() && to < from)
        draft.reject(Code("import.quiet.end_before_start"), QStringLiteral("to"), isoText(to));
}

bool isKnownByContent(const Draft& draft)
{
    if (naturalKeyOf(draft.entity(), draft.row).isEmpty())
        return true;
    const int since = sinceField(draft.entity());
    return since >= 0 && undatedIs(draft.entity().entity) == Undated::FileDay &&
           draft.row[static_cast<std::size_t>(since)].index() == 0 &&
           draft.entity().fields[static_cast<std::size_t>(since)].is(Trait::Key);
}

void dateNew(Draft& draft, RuleContext& context)
{
    const EntityInfo& entity = draft.entity();
    const int since = sinceField(entity);
    Undated undated = undatedIs(entity.entity);
    // A further contract began with the file. The first of an account was always there: nobody is a customer of today
    // because a file has no column for it. That is told.
    const bool isContract = entity.entity == Entity::Subscription;
    if (isContract && context.hasContract(integerOf(draft.value(u"account_id"))))
        undated = Undated::FileDay;
    if (since < 0 || draft.row[static_cast<std::size_t>(since)].index() != 0)
        return;
    const QString& field = entity.fields[static_cast<std::size_t>(since)].name;
    if (undated == Undated::Always && isContract)
        return context.note(draft, Code("import.subscription.always"), field, {});
    if (undated == Undated::Always)
        return;
    if (undated == Undated::Nowhere)
        return context.note(draft, Code("import.fact.no_day"), field, {});
    const QDate end = firstEnd(draft, context);
    const QDate day = end.isValid() ? std::min(end, context.dataDay()) : context.dataDay();
    draft.setWhenNew(field, FieldValue(day));
    context.note(draft, Code("import.fact.since_file"), field, isoText(day));
}

} // namespace steward::exchange
