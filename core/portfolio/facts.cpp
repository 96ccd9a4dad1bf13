// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/facts.h"

namespace steward {

template <class T>
Rows<T>::Rows(std::vector<T> rows)
    : m_size(rows.size())
{
    if (rows.empty())
        return;
    const looking::DaySpan span = looking::daySpan(rows);
    m_body = std::make_shared<const Body>(std::move(rows), span);
}

template class Rows<StageMove>;
template class Rows<Assignment>;
template class Rows<Contact>;
template class Rows<ContactRole>;
template class Rows<Subscription>;
template class Rows<SubscriptionPhase>;
template class Rows<PaymentMethod>;
template class Rows<Invoice>;
template class Rows<Movement>;
template class Rows<Snapshot>;
template class Rows<Churn>;
template class Rows<Ticket>;
template class Rows<Survey>;
template class Rows<SurveySent>;
template class Rows<Touch>;
template class Rows<Pulse>;
template class Rows<Goal>;
template class Rows<Milestone>;
template class Rows<Risk>;
template class Rows<Escalation>;
template class Rows<Opportunity>;
template class Rows<RenewalCall>;
template class Rows<Value>;
template class Rows<PlanFigure>;
template class Rows<Baseline>;
template class Rows<FeatureNote>;
template class Rows<QuietPeriod>;
template class Rows<AccountEvent>;
template class Rows<Override>;
template class Rows<Advocacy>;
template class Rows<Feedback>;
template class Rows<Qbr>;
template class Rows<PlaybookRun>;
template class Rows<Task>;
template class Rows<SignalDecision>;
template class Rows<Change>;
template class Rows<CustomValue>;
template class Rows<ExternalKey>;
template class Rows<Person>;
template class Rows<CustomerGroup>;
template class Rows<Metric>;
template class Rows<Plan>;
template class Rows<Source>;
template class Rows<FxRate>;
template class Rows<Definition>;
template class Rows<Request>;

AccountFacts::AccountFacts() = default;
AccountFacts::AccountFacts(const AccountFacts&) = default;
AccountFacts::AccountFacts(AccountFacts&&) noexcept = default;
AccountFacts& AccountFacts::operator=(const AccountFacts&) = default;
AccountFacts& AccountFacts::operator=(AccountFacts&&) noexcept = default;
AccountFacts::~AccountFacts() = default;

bool operator==(const AccountFacts& a, const AccountFacts& b)
{
    return a.account == b.account && a.tables == b.tables && a.usage == b.usage && a.changes == b.changes &&
           a.custom == b.custom && a.keys == b.keys;
}

BookFacts::BookFacts() = default;
BookFacts::BookFacts(const BookFacts&) = default;
BookFacts::BookFacts(BookFacts&&) noexcept = default;
BookFacts& BookFacts::operator=(const BookFacts&) = default;
BookFacts& BookFacts::operator=(BookFacts&&) noexcept = default;
BookFacts::~BookFacts() = default;

bool operator==(const BookFacts& a, const BookFacts& b)
{
    return a.people == b.people && a.groups == b.groups && a.metrics == b.metrics && a.plans == b.plans &&
           a.sources == b.sources && a.rates == b.rates && a.definitions == b.definitions && a.requests == b.requests &&
           a.groupGoals == b.groupGoals && a.currency == b.currency && a.zone == b.zone &&
           a.fiscalYearStart == b.fiscalYearStart;
}

} // namespace steward
