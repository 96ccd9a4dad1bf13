// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/cap_kind.h"
#include "core/health/payment_view.h"
#include "core/health/people_view.h"
#include "core/health/use_view.h"
#include "core/health/voice_view.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"

#include <algorithm>
#include <array>

namespace steward::health {

namespace {

bool rolesArePractised(const AccountView& account)
{
    return account.hasPeople() && account.book().isPractised(DataKind::ContactRoles);
}

/// The sponsor left and nobody met stands in their place; "not met" says something only where conversations are
/// recorded. nullptr: nothing of the kind is known.
const RoleState* sponsorGone(const AccountView& account)
{
    if (!rolesArePractised(account))
        return nullptr;
    const RoleState& state = account.role(KeyRole::Sponsor);
    const bool canTell = !state.successor || account.book().isPractised(DataKind::Touches);
    return state.isOpen() && canTell ? &state : nullptr;
}

/// Days to the end of the term, where it lies within so many.
std::optional<qint64> renewalWithin(const AccountView& account, int days)
{
    const QDate renewal = account.renewal();
    const qint64 left = renewal.isValid() ? account.day().daysTo(renewal) : 0;
    return renewal.isValid() && left <= days ? std::optional(left) : std::nullopt;
}

bool sponsorLeft(const AccountView& account, const CapRule&, Trail& trail)
{
    const RoleState* state = sponsorGone(account);
    if (!state)
        return false;
    trail.record(*state->former);
    trail.say(0, state->left);
    return true;
}

bool sponsorLeftRenewal(const AccountView& account, const CapRule& rule, Trail& trail)
{
    enum Number
    {
        RenewalWithin,
        LeftFor
    };
    const RoleState* state = sponsorGone(account);
    if (!state || state->left.daysTo(account.day()) < rule.days(LeftFor))
        return false;
    const auto days = renewalWithin(account, rule.days(RenewalWithin));
    if (!days)
        return false;
    trail.record(*state->former);
    trail.say(0, state->left, *days);
    return true;
}

bool sponsorUnhappy(const AccountView& account, const CapRule& rule, Trail& trail)
{
    enum Number
    {
        Window,
        Most
    };
    const Survey* lowest = nullptr;
    QString role;
    for (const ContactAnswer& each : latestScores(account, account.day(), rule.days(Window))) {
        const bool isLow = each.contact && each.thousandths <= rule.number(Most).thousandths;
        if (!isLow || (lowest && each.thousandths >= thousandths(lowest->score)))
            continue;
        for (const QStringView wanted : {u"sponsor", u"decision_maker"})
            if (holdsRole(account, ContactId(each.contact->id), wanted) && lowest != each.survey) {
                lowest = each.survey;
                role = wanted.toString();
            }
    }
    if (!lowest)
        return false;
    trail.record(*lowest);
    trail.say(0, role, *lowest->score, lowest->day);
    return true;
}

bool payment60(const AccountView& account, const CapRule& rule, Trail& trail)
{
    enum Number
    {
        OverdueFor
    };
    if (!account.book().invoicesTell())
        return false;
    const QDate end = account.end(*rule.basis());
    const Overdue& overdue = account.overdue(end, habitRule(*rule.basis()));
    const content::Ratio beyond = overdue.beyondHabit();
    if (!overdue.invoice || beyond.numerator < rule.number(OverdueFor).toWhole() * beyond.denominator)
        return false;
    trail.record(*overdue.invoice);
    trail.dataTo(end);
    trail.say(0, overdue.invoice->number, overdue.days);
    return true;
}

bool cardDead(const AccountView& account, const CapRule& rule, Trail& trail)
{
    enum Number
    {
        UnpaidFor
    };
    const CardOnFile& card = account.card();
    if (!card.method)
        return false;
    const QDate end = account.end(*rule.basis());
    const QDate expired = card.method->cardExpires;
    const Invoice* charge = expired < end ? unpaidAfter(account, expired, end) : nullptr;
    if (!charge || charge->due.daysTo(end) < rule.days(UnpaidFor))
        return false;
    trail.record(*card.method);
    trail.record(*charge);
    trail.dataTo(end);
    trail.say(0, expired, amountOf(account, *charge));
    return true;
}

/// By any metric that counts use: who no longer signs in may still work through an interface.
bool isUsedAfter(const AccountView& account, QDate day)
{
    return std::ranges::any_of(account.usage(), [&](const UsageRead& usage) {
        return usage.role->countsUse && std::ranges::any_of(AccountView::within(usage, day.addDays(1), account.day()),
                                                            [](const auto& point) { return point.value > 0; });
    });
}

bool noUse(const AccountView& account, const CapRule& rule, Trail& trail)
{
    enum Number
    {
        WorkingDays
    };
    if (!account.primary())
        return false;
    const QDate used = lastUsed(account, *account.primary());
    const QDate end = account.primary()->end;
    if (account.workingDays(used, end) <= rule.days(WorkingDays) || !account.isAdopted() || isUsedAfter(account, used))
        return false;
    trail.add(Entity::Metric, account.primary()->role->id.value());
    trail.dataTo(end);
    trail.say(0, used);
    return true;
}

bool licenceEmpty(const AccountView& account, const CapRule& rule, Trail& trail)
{
    enum Number
    {
        Under,
        After
    };
    const auto age = account.age();
    if (!age || *age <= rule.days(After))
        return false;
    const auto use = licenceUse(account, *rule.basis());
    if (!use || licenceQuiet(account, *rule.basis()) ||
        use->usedThousandths * 100 >= rule.number(Under).thousandths * use->bought)
        return false;
    trail.add(Entity::Metric, account.seats()->role->id.value());
    trail.dataTo(account.seats()->end);
    trail.say(0, use->used(), use->bought, use->month);
    return true;
}

bool singleThread(const AccountView& account, const CapRule& rule, Trail& trail)
{
    enum Number
    {
        Most,
        RenewalWithin
    };
    const auto days = renewalWithin(account, rule.days(RenewalWithin));
    if (!days || !rolesArePractised(account) || !account.book().isPractised(DataKind::Touches))
        return false;
    const auto engaged = account.engaged(engagedDays);
    if (qint64(engaged.size()) > rule.number(Most).toWhole())
        return false;
    for (const ContactId each : engaged)
        trail.add(Entity::Contact, each.value());
    trail.say(0, qint64(engaged.size()), *days);
    return true;
}

bool escalated(const AccountView& account, const CapRule&, Trail& trail)
{
    const auto& rows = account.of<Escalation>();
    const auto open = std::ranges::find_if(rows, [](const Escalation& each) { return isOpen(each); });
    if (open == rows.end())
        return false;
    trail.record(*open);
    trail.say(0, open->subject, open->opened);
    return true;
}

bool riskCritical(const AccountView& account, const CapRule&, Trail& trail)
{
    const auto& rows = account.of<Risk>();
    const auto critical =
        std::ranges::find_if(rows, [](const Risk& each) { return isOpen(each) && each.severity == u"critical"; });
    if (critical == rows.end())
        return false;
    trail.record(*critical);
    trail.say(0, critical->kind);
    return true;
}

bool stuck(const AccountView& account, const CapRule& rule, Trail& trail)
{
    enum Number
    {
        Times
    };
    const auto age = account.age();
    const bool canTell = account.book().isPractised(DataKind::Milestones);
    const qint64 target = account.onboardingTarget();
    if (!age || !canTell || !account.isOnboarded() || *age * 1000 <= rule.number(Times).thousandths * target ||
        account.isAdopted())
        return false;
    trail.say(0, *age, double(target));
    return true;
}

/// Every paid subscription in force was given notice: a contract that goes while another stays is a smaller contract.
bool notice(const AccountView& account, const CapRule&, Trail& trail)
{
    const Subscription* last = nullptr;
    for (const Subscription& each : account.of<Subscription>()) {
        if (!isPaid(each, planOf(account.book().facts(), each.plan), account.day()))
            continue;
        if (!each.noticeGivenOn.isValid())
            return false;
        if (!last || each.noticeGivenOn > last->noticeGivenOn)
            last = &each;
    }
    if (!last)
        return false;
    trail.record(*last);
    trail.say(0, last->noticeGivenOn, last->renewalDate);
    return true;
}

bool pulseSevere(const AccountView& account, const CapRule& rule, Trail& trail)
{
    enum Number
    {
        Rating
    };
    const Pulse* pulse = freshPulse(account, rule.basis()->freshDays());
    if (!pulse || *pulse->rating != rule.number(Rating).toWhole())
        return false;
    trail.record(*pulse);
    trail.say(0, personName(account, pulse->by), pulse->reasons.join(QStringLiteral(", ")));
    return true;
}

constexpr std::array kinds = {
    CapKind{"sponsor_left", "", "", "contacts contact_roles touches", true, &sponsorLeft},
    CapKind{"sponsor_left_renewal", "renewal_within left_for", "", "contacts contact_roles touches subscriptions", true,
            &sponsorLeftRenewal},
    CapKind{"sponsor_unhappy", "window most", "", "surveys contacts contact_roles", false, &sponsorUnhappy},
    CapKind{"payment_60", "overdue", "payment", "invoices", false, &payment60},
    CapKind{"card_dead", "unpaid", "card", "invoices", false, &cardDead},
    CapKind{"no_use", "working_days", "last_use", "usage", false, &noUse},
    CapKind{"licence_empty", "under after", "licence", "usage subscriptions", false, &licenceEmpty},
    CapKind{"single_thread", "most renewal_within", "", "contacts contact_roles touches subscriptions", true,
            &singleThread},
    CapKind{"escalated", "", "", "escalations", false, &escalated},
    CapKind{"risk_critical", "", "", "risks", false, &riskCritical},
    CapKind{"stuck", "times", "", "milestones", false, &stuck},
    CapKind{"notice", "", "", "subscriptions", false, &notice},
    CapKind{"pulse_severe", "rating", "pulse", "pulse", false, &pulseSevere},
};

} // namespace

std::span<const CapKind> capKinds() { return kinds; }

bool CapRule::matches(const AccountView& account, Trail& trail) const
{
    if (m_kind->basis.empty())
        return m_kind->matches(account, *this, trail);
    Trail silent(false);
    return m_basis && m_kind->matches(account, *this, trail) && m_basis->read(account, silent).takesPart();
}

} // namespace steward::health
