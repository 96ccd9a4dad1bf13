// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rules.h"

namespace steward::exchange {

void completeDraft(Draft& draft, RuleContext& context)
{
    switch (draft.entity().entity) {
    case Entity::Account:
        return completeAccount(draft, context);
    case Entity::Subscription:
        return completeSubscription(draft, context);
    case Entity::Contact:
    case Entity::Person:
        return completeContact(draft, context);
    case Entity::Invoice:
        return completeInvoice(draft, context);
    case Entity::Ticket:
        return completeTicket(draft, context);
    case Entity::Survey:
        return completeSurvey(draft, context);
    case Entity::Opportunity:
        return completeOpportunity(draft, context);
    case Entity::Movement:
    case Entity::Snapshot:
        return completeMovement(draft, context);
    case Entity::Plan:
        return completePlan(draft, context);
    case Entity::FxRate:
        return completeRate(draft, context);
    case Entity::Pulse:
        return completePulse(draft, context);
    case Entity::QuietPeriod:
        return completeQuietPeriod(draft);
    default:
        return;
    }
}

void followDraft(Draft& draft, qint64 record, RuleContext& context)
{
    if (draft.entity().entity == Entity::Account)
        followAccount(draft, record, context);
    else if (draft.entity().entity == Entity::Contact)
        followContact(draft, record, context);
    else if (draft.entity().entity == Entity::Subscription)
        followSubscription(draft, record, context);
}

void finishImport(Entity entity, const std::vector<PlannedRecord>& records, RuleContext& context)
{
    if (entity == Entity::Subscription)
        linkReplacements(records, context);
    if (entity == Entity::Subscription || entity == Entity::Churn)
        deriveChurn(records, context);
    if (entity == Entity::Account || entity == Entity::Subscription)
        tellPaidAfterChurn(records, context);
}

} // namespace steward::exchange
