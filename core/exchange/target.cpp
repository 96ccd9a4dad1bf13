// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/target.h"

#include "core/base/text.h"

namespace steward::exchange {

namespace {

struct SpecialInfo
{
    Special special;
    const char* name;
    FieldType type;
    /// Kinds it belongs to, blank-separated; empty: every kind.
    const char* kinds;
};

constexpr std::array specials = {
    SpecialInfo{Special::Ignore, "ignore", FieldType::Text, ""},
    SpecialInfo{Special::ExternalId, "external_id", FieldType::Text, ""},
    SpecialInfo{Special::RecordId, "record_id", FieldType::Integer, ""},
    SpecialInfo{Special::AccountName, "account_name", FieldType::Text, ""},
    SpecialInfo{Special::AccountDomain, "account_domain", FieldType::Text, ""},
    SpecialInfo{Special::ContactEmail, "contact_email", FieldType::Text, ""},
    SpecialInfo{Special::ContactName, "contact_name", FieldType::Text, ""},
    SpecialInfo{Special::FirstName, "first_name", FieldType::Text, "contacts people"},
    SpecialInfo{Special::LastName, "last_name", FieldType::Text, "contacts people"},
    SpecialInfo{Special::Role, "role", FieldType::Text, "contacts"},
    SpecialInfo{Special::EndDate, "end_date", FieldType::Day, "subscriptions"},
    SpecialInfo{Special::Mrr, "mrr", FieldType::Amount, "accounts subscriptions"},
    SpecialInfo{Special::Arr, "arr", FieldType::Amount, "accounts subscriptions"},
    SpecialInfo{Special::TenureMonths, "tenure_months", FieldType::Integer, "accounts subscriptions"},
    SpecialInfo{Special::Churned, "churned", FieldType::Flag, "accounts subscriptions"},
    SpecialInfo{Special::OnTrial, "on_trial", FieldType::Flag, "accounts"},
    SpecialInfo{Special::Price, "price", FieldType::Amount, "plans"},
    SpecialInfo{Special::Event, "event_id", FieldType::Text, "usage"},
    SpecialInfo{Special::EventType, "event_type", FieldType::Text, "usage"},
    SpecialInfo{Special::Feature, "feature", FieldType::Text, "usage"},
    SpecialInfo{Special::MetricName, "metric", FieldType::Text, "usage"},
    SpecialInfo{Special::MetricValue, "value", FieldType::Real, "usage"},
};

bool belongs(const SpecialInfo& special, const QString& kind)
{
    return special.kinds[0] == 0 || QString::fromLatin1(special.kinds).split(u' ').contains(kind);
}

const QString& metricPrefix()
{
    static const QString prefix = QStringLiteral("metric:");
    return prefix;
}

/// Usage has no record; these stand for its fields.
Target usageField(const QString& bare)
{
    if (bare == u"accountid" || bare == u"account")
        return {QStringLiteral("account_id"), FieldType::Reference, 0, Special::None, Entity::Account};
    if (bare == u"subscriptionid" || bare == u"subscription")
        return {QStringLiteral("subscription_id"), FieldType::Reference, 1, Special::None, Entity::Subscription};
    if (bare == u"day" || bare == u"month")
        return {QStringLiteral("day"), FieldType::Day, 2, Special::None, std::nullopt};
    return {};
}

Target fieldTarget(const EntityInfo& entity, std::size_t index)
{
    const FieldInfo& field = entity.fields[index];
    return {field.name, field.type, static_cast<int>(index), Special::None, field.target};
}

Target specialTarget(Kind kind, const QString& bare)
{
    const QString kindName = kind.name();
    for (const auto& special : specials)
        if (bareName(QString::fromLatin1(special.name)) == bare && belongs(special, kindName))
            return {QString::fromLatin1(special.name), special.type, -1, special.special, std::nullopt};
    return {};
}

} // namespace

QString Kind::name() const
{
    if (isUsage)
        return QStringLiteral("usage");
    return entity ? info(*entity).kind : QString();
}

Kind kindNamed(QStringView name)
{
    const QString bare = bareName(name);
    if (bare == u"usage" || bare == u"events" || bare == u"usagesamples")
        return {std::nullopt, true};
    if (bare == u"churnevents" || bare == u"churned")
        return {Entity::Churn, false};
    if (bare == u"payments")
        return {Entity::Invoice, false};
    return {entityNamed(name), false};
}

Target targetNamed(Kind kind, const QString& name)
{
    if (kind.isUsage && name.startsWith(metricPrefix()))
        return {name, FieldType::Real, -1, Special::MetricColumn, std::nullopt};
    const QString bare = bareName(name);
    if (kind.isUsage) {
        if (Target field = usageField(bare); field.isKnown())
            return field;
        return specialTarget(kind, bare);
    }
    if (!kind.entity)
        return {};
    const EntityInfo& entity = info(*kind.entity);
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const QString field = bareName(entity.fields[i].name);
        if (field == bare || (entity.fields[i].target && field == bare + u"id"))
            return fieldTarget(entity, i);
    }
    // A list of moves, answers or goals has one date as a rule: when it happened.
    if (bare == u"date" && entity.ofAccount && entity.happened >= 0)
        return fieldTarget(entity, static_cast<std::size_t>(entity.happened));
    return specialTarget(kind, bare);
}

std::vector<Target> targets(Kind kind)
{
    std::vector<Target> all;
    if (kind.isUsage) {
        for (const auto* name : {u"accountid", u"subscriptionid", u"day"})
            all.push_back(usageField(QString::fromUtf16(name)));
    } else if (kind.entity) {
        const EntityInfo& entity = info(*kind.entity);
        for (std::size_t i = AccountField; i < entity.fields.size(); ++i)
            if (!entity.ofAccount || i != UnlinkedField)
                all.push_back(fieldTarget(entity, i));
    }
    for (const auto& special : specials)
        if (belongs(special, kind.name()))
            all.push_back({QString::fromLatin1(special.name), special.type, -1, special.special, std::nullopt});
    return all;
}

} // namespace steward::exchange
