// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace steward {

/// Every table of facts. The order is the order in which a set of files is written and read back: what is referred to
/// comes first.
enum class Entity
{
    Import,
    Source,
    Definition,
    FxRate,
    Person,
    CustomerGroup,
    Metric,
    Plan,
    Account,
    StageMove,
    Assignment,
    Contact,
    ContactRole,
    Subscription,
    SubscriptionPhase,
    PaymentMethod,
    Invoice,
    Movement,
    Snapshot,
    Churn,
    Ticket,
    Survey,
    SurveySent,
    Touch,
    Pulse,
    Goal,
    Milestone,
    Risk,
    Escalation,
    Opportunity,
    RenewalCall,
    Value,
    PlanFigure,
    Baseline,
    FeatureNote,
    QuietPeriod,
    AccountEvent,
    Override,
    Advocacy,
    Request,
    Feedback,
    Qbr,
    PlaybookRun,
    Task,
    SignalDecision,
    Count
};

} // namespace steward
