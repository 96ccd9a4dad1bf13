// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rules.h"

/// Accounts. A file may say of an account what belongs to its subscription: MRR, ARR, how long it has run.
namespace steward::exchange {

namespace {

/// "https://www.acme.com/about" -> "acme.com"
QString bareDomain(const QString& text)
{
    QString domain = text.trimmed().toLower();
    if (const qsizetype scheme = domain.indexOf(QStringLiteral("://")); scheme >= 0)
        domain = domain.mid(scheme + 3);
    domain = domain.section(u'/', 0, 0);
    return domain.startsWith(u"www.") ? domain.mid(4) : domain;
}

bool isYes(const FieldValue& value) { return integerOf(value) == 1; }

QDate startByTenure(const Draft& draft, const RuleContext& context)
{
    const auto* months = std::get_if<qint64>(&draft.of(Special::TenureMonths));
    return months ? context.dataDay().addMonths(-static_cast<int>(std::clamp<qint64>(*months, 0, 1'200))) : QDate();
}

/// The subscription that an earlier file of accounts made ends with the day of the churn, also one said later.
void endDerived(const Draft& draft, qint64 account, const QString& key, RuleContext& context)
{
    const QDate churned = draft.day(u"churned_on");
    if (!churned.isValid() || churned > context.dataDay())
        return;
    Directory& directory = context.directory();
    const qint64 id = directory.byAnyKey(Entity::Subscription, context.detection().source, key);
    const Row* subscription = id != 0 ? directory.row(Entity::Subscription, id) : nullptr;
    if (!subscription || integerOf((*subscription)[AccountField]) != account)
        return;
    const FieldValue& ended =
        (*subscription)[static_cast<std::size_t>(info(Entity::Subscription).indexOf(u"ended_on"))];
    const Row* before = context.inBook(Entity::Account, account);
    const auto field = static_cast<std::size_t>(info(Entity::Account).indexOf(u"churned_on"));
    if (ended.index() == 0 || (before && (*before)[field] == ended))
        context.change(Entity::Subscription, id, u"ended_on", FieldValue(churned));
}

} // namespace

void completeAccount(Draft& draft, RuleContext& context)
{
    if (draft.has(u"domain"))
        draft.set(u"domain", FieldValue(bareDomain(draft.text(u"domain"))));
    if (!draft.has(u"name")) {
        const QString name = draft.key.isEmpty() ? draft.text(u"domain") : draft.key;
        if (name.isEmpty() && draft.recordId == 0)
            return draft.reject(Code("import.row.no_name"));
        draft.setWhenNew(u"name", FieldValue(name));
    }
    if (isYes(draft.of(Special::Churned)) && !draft.has(u"churned_on"))
        context.note(draft, Code("import.account.churn_no_day"), QStringLiteral("churned_on"), draft.text(u"name"));
    if (draft.of(Special::Churned).index() != 0 && !draft.isSaid(u"status"))
        draft.set(u"status", FieldValue(isYes(draft.of(Special::Churned)) ? QStringLiteral("former")
                                                                          : QStringLiteral("customer")));
    if (isYes(draft.of(Special::OnTrial)) && !draft.isSaid(u"status"))
        draft.set(u"status", FieldValue(QStringLiteral("trial")));
    if (const QDate start = startByTenure(draft, context); start.isValid())
        draft.setWhenNew(u"customer_since", FieldValue(start));
}

void followAccount(Draft& draft, qint64 account, RuleContext& context)
{
    const auto* mrr = std::get_if<qint64>(&draft.of(Special::Mrr));
    const auto* arr = std::get_if<qint64>(&draft.of(Special::Arr));
    const QString key = QStringLiteral("account:") + (draft.key.isEmpty() ? draft.text(u"name") : draft.key);
    if (!mrr && !arr)
        return endDerived(draft, account, key, context);
    Draft subscription(Entity::Subscription, draft.line, draft.tableRow);
    subscription.set(u"account_id", FieldValue(account));
    subscription.set(u"amount", FieldValue(arr ? *arr : *mrr));
    subscription.set(u"billing_period", FieldValue(arr ? QStringLiteral("year") : QStringLiteral("month")));
    const QString currency = draft.specialCurrency.isKnown() ? draft.specialCurrency.code() : draft.text(u"currency");
    if (!currency.isEmpty())
        subscription.set(u"currency", FieldValue(currency));
    const QDate start = draft.day(u"customer_since");
    if (start.isValid() && draft.isSaid(u"customer_since"))
        subscription.set(u"start", FieldValue(start));
    else if (start.isValid())
        subscription.setWhenNew(u"start", FieldValue(start));
    if (draft.has(u"churned_on"))
        subscription.set(u"ended_on", draft.value(u"churned_on"));
    if (const QDate renewal = draft.day(u"renewal_date"); renewal.isValid())
        subscription.set(u"renewal_date", FieldValue(renewal));
    if (const QString tier = draft.text(u"tier"); !tier.isEmpty())
        subscription.set(u"plan_id", FieldValue(context.findOrCreate(Entity::Plan, tier)));
    const qint64 id = context.putSide(Entity::Subscription, key, subscription);
    followSubscription(draft, id, context);
}

} // namespace steward::exchange
