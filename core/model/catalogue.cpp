// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/catalogue.h"

#include "core/base/text.h"
#include "core/model/values.h"

namespace steward {

namespace {

template <class M>
std::optional<Entity> targetOf()
{
    if constexpr (IsId<M>::value)
        return IsId<M>::Target::entity;
    else if constexpr (fieldType<M>() == FieldType::References)
        return IsId<typename M::value_type>::Target::entity;
    else
        return std::nullopt;
}

template <class T>
EntityInfo describe(const char* name, const char* kind)
{
    EntityInfo entry{
        T::entity, QString::fromLatin1(name), QString::fromLatin1(kind), {}, std::is_base_of_v<AccountRecord, T>};
    const auto add = [&]<class O, class M>(const Field<O, M>& f) {
        const int index = static_cast<int>(entry.fields.size());
        if (has(f.traits, Trait::Happened))
            entry.happened = index;
        if (fieldType<M>() == FieldType::Currency && entry.currency < 0)
            entry.currency = index;
        entry.fields.push_back({QString::fromLatin1(f.name), fieldType<M>(), f.traits, targetOf<M>()});
    };
    std::apply([&](const auto&... f) { (add(f), ...); }, T::fields());
    return entry;
}

const std::vector<EntityInfo>& entries()
{
    static const std::vector<EntityInfo> all = {
        describe<Import>("import", "imports"),
        describe<Source>("source", "sources"),
        describe<Definition>("definition", "definitions"),
        describe<FxRate>("fx_rate", "fx_rates"),
        describe<Person>("person", "people"),
        describe<CustomerGroup>("customer_group", "customer_groups"),
        describe<Metric>("metric", "metrics"),
        describe<Plan>("plan", "plans"),
        describe<Account>("account", "accounts"),
        describe<StageMove>("stage_move", "stage_moves"),
        describe<Assignment>("assignment", "assignments"),
        describe<Contact>("contact", "contacts"),
        describe<ContactRole>("contact_role", "contact_roles"),
        describe<Subscription>("subscription", "subscriptions"),
        describe<SubscriptionPhase>("subscription_phase", "subscription_phases"),
        describe<PaymentMethod>("payment_method", "payment_methods"),
        describe<Invoice>("invoice", "invoices"),
        describe<Movement>("movement", "movements"),
        describe<Snapshot>("snapshot", "snapshots"),
        describe<Churn>("churn", "churn"),
        describe<Ticket>("ticket", "tickets"),
        describe<Survey>("survey", "surveys"),
        describe<SurveySent>("survey_sent", "surveys_sent"),
        describe<Touch>("touch", "touches"),
        describe<Pulse>("pulse", "pulses"),
        describe<Goal>("goal", "goals"),
        describe<Milestone>("milestone", "milestones"),
        describe<Risk>("risk", "risks"),
        describe<Escalation>("escalation", "escalations"),
        describe<Opportunity>("opportunity", "opportunities"),
        describe<RenewalCall>("renewal_call", "renewal_calls"),
        describe<Value>("value", "values"),
        describe<PlanFigure>("plan_figure", "plan_figures"),
        describe<Baseline>("baseline", "baselines"),
        describe<FeatureNote>("feature_note", "feature_notes"),
        describe<QuietPeriod>("quiet_period", "quiet_periods"),
        describe<AccountEvent>("account_event", "account_events"),
        describe<Override>("override", "overrides"),
        describe<Advocacy>("advocacy", "advocacies"),
        describe<Request>("request", "requests"),
        describe<Feedback>("feedback", "feedback"),
        describe<Qbr>("qbr", "qbrs"),
        describe<PlaybookRun>("playbook_run", "playbook_runs"),
        describe<Task>("task", "tasks"),
        describe<SignalDecision>("signal_decision", "signal_decisions"),
    };
    return all;
}

} // namespace

int EntityInfo::indexOf(QStringView field) const
{
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].name == field)
            return static_cast<int>(i);
    return -1;
}

const EntityInfo& info(Entity entity) { return entries()[static_cast<std::size_t>(entity)]; }

std::span<const EntityInfo> catalogue() { return entries(); }

std::optional<Entity> entityNamed(QStringView name)
{
    const QString bare = bareName(name);
    for (const auto& entry : entries())
        if (bareName(entry.name) == bare || bareName(entry.kind) == bare)
            return entry.entity;
    return std::nullopt;
}

template <class T>
Row toRow(const T& record)
{
    return std::apply([&](const auto&... f) { return Row{toValue(record.*(f.member))...}; }, T::fields());
}

template <class T>
T fromRow(const Row& row)
{
    T record;
    std::size_t i = 0;
    const auto take = [&](const auto& f) {
        if (i < row.size())
            assign(record.*(f.member), row[i]);
        ++i;
    };
    std::apply([&](const auto&... f) { (take(f), ...); }, T::fields());
    return record;
}

#define STEWARD_ROWS(T)                                                                                                \
    template Row toRow<T>(const T&);                                                                                   \
    template T fromRow<T>(const Row&)
STEWARD_ROWS(Import);
STEWARD_ROWS(Source);
STEWARD_ROWS(Definition);
STEWARD_ROWS(FxRate);
STEWARD_ROWS(Person);
STEWARD_ROWS(CustomerGroup);
STEWARD_ROWS(Metric);
STEWARD_ROWS(Plan);
STEWARD_ROWS(Account);
STEWARD_ROWS(StageMove);
STEWARD_ROWS(Assignment);
STEWARD_ROWS(Contact);
STEWARD_ROWS(ContactRole);
STEWARD_ROWS(Subscription);
STEWARD_ROWS(SubscriptionPhase);
STEWARD_ROWS(PaymentMethod);
STEWARD_ROWS(Invoice);
STEWARD_ROWS(Movement);
STEWARD_ROWS(Snapshot);
STEWARD_ROWS(Churn);
STEWARD_ROWS(Ticket);
STEWARD_ROWS(Survey);
STEWARD_ROWS(SurveySent);
STEWARD_ROWS(Touch);
STEWARD_ROWS(Pulse);
STEWARD_ROWS(Goal);
STEWARD_ROWS(Milestone);
STEWARD_ROWS(Risk);
STEWARD_ROWS(Escalation);
STEWARD_ROWS(Opportunity);
STEWARD_ROWS(RenewalCall);
STEWARD_ROWS(Value);
STEWARD_ROWS(PlanFigure);
STEWARD_ROWS(Baseline);
STEWARD_ROWS(FeatureNote);
STEWARD_ROWS(QuietPeriod);
STEWARD_ROWS(AccountEvent);
STEWARD_ROWS(Override);
STEWARD_ROWS(Advocacy);
STEWARD_ROWS(Request);
STEWARD_ROWS(Feedback);
STEWARD_ROWS(Qbr);
STEWARD_ROWS(PlaybookRun);
STEWARD_ROWS(Task);
STEWARD_ROWS(SignalDecision);
#undef STEWARD_ROWS

} // namespace steward
