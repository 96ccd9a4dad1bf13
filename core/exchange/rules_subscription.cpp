// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rules.h"

#include <map>

/// Subscriptions: what a period costs, how an end date is meant, what replaced what; and what churn says of an account.
namespace steward::exchange {

namespace {

int monthsOf(const QString& period, const FieldValue& term)
{
    if (period == u"month")
        return 1;
    if (period == u"quarter")
        return 3;
    if (period == u"half_year")
        return 6;
    if (period == u"year")
        return 12;
    return period == u"multi_year" ? static_cast<int>(integerOf(term)) : 0;
}

/// "two_years" of the word list is a multi-year period of 24 months.
void settlePeriod(Draft& draft)
{
    const QString period = draft.text(u"billing_period");
    const qint64 months = period == u"two_years" ? 24 : period == u"three_years" ? 36 : 0;
    if (months == 0)
        return;
    draft.set(u"billing_period", FieldValue(QStringLiteral("multi_year")));
    draft.set(u"term_months", FieldValue(months));
}

void settleAmount(Draft& draft)
{
    const auto* mrr = std::get_if<qint64>(&draft.of(Special::Mrr));
    const auto* arr = std::get_if<qint64>(&draft.of(Special::Arr));
    if (draft.has(u"amount") || (!mrr && !arr))
        return;
    int months = monthsOf(draft.text(u"billing_period"), draft.value(u"term_months"));
    if (months == 0) {
        months = mrr ? 1 : 12;
        draft.set(u"billing_period", FieldValue(mrr ? QStringLiteral("month") : QStringLiteral("year")));
    }
    // A month's amount is exact for every period; a year's only where the period divides or multiplies it evenly.
    if (mrr && !(arr && months == 12)) {
        draft.set(u"amount", FieldValue(*mrr * months));
    } else if (arr && *arr * months % 12 == 0) {
        draft.set(u"amount", FieldValue(*arr * months / 12));
    } else {
        draft.set(u"amount", FieldValue(*arr));
        draft.set(u"billing_period", FieldValue(QStringLiteral("year")));
    }
    if (draft.specialCurrency.isKnown() && !draft.has(u"currency"))
        draft.set(u"currency", toValue(draft.specialCurrency));
}

bool saysActive(const QString& status)
{
    return status == u"active" || status == u"trial" || status == u"past_due" || status == u"cancelling";
}

/// An imported end date is the outcome when it is not after the day the file can speak about and the row does not say
/// active; otherwise the planned end of the term.
void settleEnd(Draft& draft, RuleContext& context)
{
    const auto* end = std::get_if<QDate>(&draft.of(Special::EndDate));
    const bool isActive = saysActive(draft.text(u"status"));
    if (!end) {
        if (isActive && context.detection().column(Special::EndDate) && !draft.isSaid(u"ended_on"))
            draft.clear(u"ended_on");
        return;
    }
    if (*end <= context.dataDay() && !isActive) {
        draft.set(u"ended_on", FieldValue(*end));
    } else {
        draft.set(u"renewal_date", FieldValue(*end));
        if (*end <= context.dataDay())
            context.note(draft, Code("import.subscription.active_after_end"), QStringLiteral("end_date"),
                         isoText(*end));
    }
}

bool isPaid(const Row& subscription)
{
    static const auto trial = static_cast<std::size_t>(info(Entity::Subscription).indexOf(u"trial"));
    static const auto amount = static_cast<std::size_t>(info(Entity::Subscription).indexOf(u"amount"));
    const auto* price = std::get_if<qint64>(&subscription[amount]);
    return integerOf(subscription[trial]) == 0 && !(price && *price == 0);
}

QDate dayAt(const Row& row, std::size_t field)
{
    const auto* day = std::get_if<QDate>(&row[field]);
    return day ? *day : QDate();
}

/// A paid subscription that begins on or after the day, or still runs without an end.
bool isFollowed(QDate day, const std::vector<const Row*>& subscriptions)
{
    static const auto start = static_cast<std::size_t>(info(Entity::Subscription).indexOf(u"start"));
    static const auto ended = static_cast<std::size_t>(info(Entity::Subscription).indexOf(u"ended_on"));
    return std::any_of(subscriptions.begin(), subscriptions.end(), [&](const Row* row) {
        const QDate begins = dayAt(*row, start);
        const QDate ends = dayAt(*row, ended);
        return isPaid(*row) && (!ends.isValid() || (begins.isValid() && begins >= day && ends > begins));
    });
}

std::unordered_map<qint64, std::vector<const Row*>> byAccount(Directory& directory, Entity entity)
{
    std::unordered_map<qint64, std::vector<const Row*>> rows;
    for (const auto& [id, row] : directory.rows(entity))
        if (const qint64 account = integerOf(row[AccountField]); account != 0 && row[ArchivedField].index() == 0)
            rows[account].push_back(&row);
    return rows;
}

struct LastChurn
{
    QDate day;
    FieldValue reason;
    bool isAnyDay = false; ///< the account's churned_on came from one of its events
};

LastChurn lastChurn(const std::vector<const Row*>& events, const std::vector<const Row*>& subscriptions, QDate current)
{
    static const auto dayField = static_cast<std::size_t>(info(Entity::Churn).indexOf(u"day"));
    static const auto reasonField = static_cast<std::size_t>(info(Entity::Churn).indexOf(u"reason"));
    LastChurn last;
    for (const Row* event : events) {
        const QDate day = dayAt(*event, dayField);
        last.isAnyDay = last.isAnyDay || (day.isValid() && day == current);
        if (!day.isValid() || isFollowed(day, subscriptions) || (last.day.isValid() && day <= last.day))
            continue;
        last.day = day;
        last.reason = (*event)[reasonField];
    }
    return last;
}

} // namespace

void completeSubscription(Draft& draft, RuleContext& context)
{
    settlePeriod(draft);
    const QString period = draft.text(u"billing_period");
    if (!period.isEmpty() && period != u"one_off" && monthsOf(period, draft.value(u"term_months")) == 0)
        context.note(draft, Code("import.subscription.period_unknown"), QStringLiteral("billing_period"), period);
    settleAmount(draft);
    settleEnd(draft, context);
    if (draft.text(u"status") == u"trial" && !draft.isSaid(u"trial"))
        draft.set(u"trial", FieldValue(qint64(1)));
    const QDate start = draft.day(u"start");
    const QDate ended = draft.day(u"ended_on");
    if (start.isValid() && ended.isValid() && ended < start)
        context.note(draft, Code("import.subscription.end_before_start"), QStringLiteral("ended_on"), isoText(ended));
}

namespace {

/// What a phase cannot say of the time before: then the past is told in the new terms.
bool hasOtherTerms(const Row& before, const Row& now)
{
    static const EntityInfo& entity = info(Entity::Subscription);
    return std::ranges::any_of(std::array{u"billing_period", u"term_months", u"discount_percent", u"discount_amount"},
                               [&](const auto* name) {
                                   const auto field = static_cast<std::size_t>(entity.indexOf(name));
                                   return before[field] != now[field];
                               });
}

Draft stepOf(const Draft& draft, const Row& row, QDate from)
{
    Draft step(Entity::SubscriptionPhase, draft.line, draft.tableRow);
    const EntityInfo& entity = info(Entity::Subscription);
    step.set(u"account_id", row[AccountField]);
    if (const QString unlinked = textOf(row[UnlinkedField]); !unlinked.isEmpty())
        step.set(u"unlinked", FieldValue(unlinked));
    step.set(u"subscription_id", row[IdField]);
    step.set(u"from", FieldValue(from));
    for (const auto* name : {u"seats", u"amount", u"currency"})
        step.set(name, row[static_cast<std::size_t>(entity.indexOf(name))]);
    return step;
}

} // namespace

/// A file that brings another price or other seats of a contract that runs does not say since when: they count from the
/// day the file speaks about, what was before keeps what it had.
void followSubscription(const Draft& draft, qint64 subscription, RuleContext& context)
{
    static const EntityInfo& entity = info(Entity::Subscription);
    const Row* before = context.inBook(Entity::Subscription, subscription);
    const Row* now = context.directory().row(Entity::Subscription, subscription);
    if (now && draft.isSaid(u"amount") && isPaid(*now) &&
        (*now)[static_cast<std::size_t>(entity.indexOf(u"billing_period"))].index() == 0)
        context.note(draft, Code("import.subscription.period_assumed"), QStringLiteral("billing_period"), {});
    if (!before || !now)
        return;
    const auto differs = [&](QStringView name) {
        const auto field = static_cast<std::size_t>(entity.indexOf(name));
        return (*before)[field].index() != 0 && (*now)[field].index() != 0 && (*before)[field] != (*now)[field];
    };
    const bool isPrice = differs(u"amount") || differs(u"currency");
    const QDate start = dayAt(*now, static_cast<std::size_t>(entity.indexOf(u"start")));
    const QDate ended = dayAt(*now, static_cast<std::size_t>(entity.indexOf(u"ended_on")));
    const QDate day = context.dataDay();
    if (start.isValid() && start >= day)
        return;
    Draft next = stepOf(draft, *now, day);
    const auto known =
        context.directory().byNaturalKey(Entity::SubscriptionPhase, naturalKeyOf(next.entity(), next.row));
    if (!isPrice && !differs(u"seats")) {
        // A later row of the file takes back what an earlier one said.
        if (!known.empty() && !context.inBook(Entity::SubscriptionPhase, known.front()))
            context.putSide(Entity::SubscriptionPhase, {}, next);
        return;
    }
    const QString column = isPrice ? QStringLiteral("amount") : QStringLiteral("seats");
    if (!start.isValid() || (ended.isValid() && ended <= day) || hasOtherTerms(*before, *now))
        return context.note(draft, Code("import.subscription.past_rewritten"), column, draft.key);
    Draft first = stepOf(draft, *before, start);
    const QString firstKey = naturalKeyOf(first.entity(), first.row);
    if (context.directory().byNaturalKey(Entity::SubscriptionPhase, firstKey).empty())
        context.putSide(Entity::SubscriptionPhase, {}, first);
    context.putSide(Entity::SubscriptionPhase, {}, next);
    context.note(draft, Code("import.subscription.step"), column, isoText(day));
}

/// Closed by an upgrade: the account's subscription that begins where this one ended takes its place.
void linkReplacements(const std::vector<PlannedRecord>& records, RuleContext& context)
{
    const EntityInfo& entity = info(Entity::Subscription);
    const auto status = static_cast<std::size_t>(entity.indexOf(u"status"));
    const auto start = static_cast<std::size_t>(entity.indexOf(u"start"));
    const auto ended = static_cast<std::size_t>(entity.indexOf(u"ended_on"));
    const auto subscriptions = byAccount(context.directory(), Entity::Subscription);
    std::vector<std::pair<qint64, qint64>> replaced;
    for (const auto& record : records) {
        if (record.entity != Entity::Subscription || textOf(record.after[status]) != u"replaced")
            continue;
        const QDate end = dayAt(record.after, ended);
        const auto mates = subscriptions.find(integerOf(record.after[AccountField]));
        if (!end.isValid() || mates == subscriptions.end())
            continue;
        for (const Row* mate : mates->second)
            if (integerOf((*mate)[IdField]) != record.id && dayAt(*mate, start).isValid() &&
                std::abs(dayAt(*mate, start).daysTo(end)) <= 1)
                replaced.emplace_back(record.id, integerOf((*mate)[IdField]));
    }
    // Where two begin that day, the lower id: the same file gives the same answer.
    std::sort(replaced.begin(), replaced.end());
    replaced.erase(
        std::unique(replaced.begin(), replaced.end(), [](const auto& a, const auto& b) { return a.first == b.first; }),
        replaced.end());
    for (const auto& [id, by] : replaced)
        context.change(Entity::Subscription, id, u"replaced_by_id", FieldValue(by));
}

void tellPaidAfterChurn(const std::vector<PlannedRecord>& records, RuleContext& context)
{
    static const auto churnedField = static_cast<std::size_t>(info(Entity::Account).indexOf(u"churned_on"));
    static const auto start = static_cast<std::size_t>(info(Entity::Subscription).indexOf(u"start"));
    static const auto ended = static_cast<std::size_t>(info(Entity::Subscription).indexOf(u"ended_on"));
    Directory& directory = context.directory();
    std::map<qint64, const PlannedRecord*> churned;
    for (const auto& record : records) {
        const bool isAccount = record.entity == Entity::Account;
        if ((!isAccount && record.entity != Entity::Subscription) || record.isSide || record.after.empty())
            continue;
        const qint64 id = isAccount ? record.id : integerOf(record.after[AccountField]);
        const Row* account = directory.row(Entity::Account, id);
        const QDate day = account ? dayAt(*account, churnedField) : QDate();
        if (day.isValid() && day <= context.dataDay())
            churned.emplace(id, &record);
    }
    if (churned.empty())
        return;
    const auto subscriptions = byAccount(directory, Entity::Subscription);
    for (const auto& [id, record] : churned) {
        const auto theirs = subscriptions.find(id);
        const QDate day = dayAt(*directory.row(Entity::Account, id), churnedField);
        const auto runsOn = [&](const Row* row) {
            return isPaid(*row) && !dayAt(*row, ended).isValid() && !(dayAt(*row, start) >= day);
        };
        if (theirs != subscriptions.end() && std::ranges::any_of(theirs->second, runsOn))
            context.tell(*record, Code("import.account.churned_but_paid"), QStringLiteral("churned_on"), isoText(day));
    }
}

/// An account's churned_on and reason are those of its latest churn event not followed by a paid subscription.
void deriveChurn(const std::vector<PlannedRecord>& records, RuleContext& context)
{
    Directory& directory = context.directory();
    const auto events = byAccount(directory, Entity::Churn);
    if (events.empty())
        return;
    const auto subscriptions = byAccount(directory, Entity::Subscription);
    const auto churnedField = static_cast<std::size_t>(info(Entity::Account).indexOf(u"churned_on"));
    std::vector<qint64> accounts;
    for (const auto& record : records)
        if ((record.entity == Entity::Subscription || record.entity == Entity::Churn) && !record.after.empty())
            accounts.push_back(integerOf(record.after[AccountField]));
    std::sort(accounts.begin(), accounts.end());
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
    static const std::vector<const Row*> none;
    for (const qint64 id : accounts) {
        const auto found = events.find(id);
        const Row* account = directory.row(Entity::Account, id);
        if (found == events.end() || !account || (*account)[ArchivedField].index() != 0)
            continue;
        const auto theirs = subscriptions.find(id);
        const LastChurn last = lastChurn(found->second, theirs == subscriptions.end() ? none : theirs->second,
                                         dayAt(*account, churnedField));
        if (last.day.isValid()) {
            context.change(Entity::Account, id, u"churned_on", FieldValue(last.day));
            context.change(Entity::Account, id, u"churn_reason", last.reason);
        } else if (last.isAnyDay) {
            context.change(Entity::Account, id, u"churned_on", FieldValue());
            context.change(Entity::Account, id, u"churn_reason", FieldValue());
        }
    }
}

} // namespace steward::exchange
