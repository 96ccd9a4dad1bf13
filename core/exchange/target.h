// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/catalogue.h"

namespace steward::exchange {

/// What a file of this kind is about: an entity, or usage, which is a time series and no table of records.
struct Kind
{
    std::optional<Entity> entity;
    bool isUsage = false;
    [[nodiscard]] bool isKnown() const { return entity.has_value() || isUsage; }
    /// "accounts", "usage"; empty when not known.
    [[nodiscard]] QString name() const;
    friend bool operator==(const Kind&, const Kind&) = default;
};
[[nodiscard]] Kind kindNamed(QStringView name);

/// What a column can stand for beside a field of the entity: facts that a rule turns into fields or into records of
/// their own.
enum class Special
{
    None,
    Ignore,      ///< known and left out
    ExternalId,  ///< the tool's own key of the row
    RecordId,    ///< the book's id, in a file Steward wrote
    AccountName, ///< names the account where there is no key
    AccountDomain,
    ContactEmail,
    ContactName,
    FirstName,
    LastName,
    Role,    ///< of a contact
    EndDate, ///< of a subscription: outcome or plan, by the rule of imported end dates
    Mrr,
    Arr,
    TenureMonths, ///< months a subscription has run
    Churned,      ///< yes/no without a date
    OnTrial,
    Price,     ///< of a plan, its period not said
    Event,     ///< usage: id of one event
    EventType, ///< usage: what happened; counted
    Feature,   ///< usage: the feature the numbers of the row are about
    MetricName,
    MetricValue,
    MetricColumn, ///< usage: the column is a metric of its own; argument is its name
    Count
};

struct Target
{
    QString name; ///< as mappings write it: "amount", "account_name", "metric:logins"
    FieldType type = FieldType::Text;
    int field = -1; ///< index in the catalogue entry
    Special special = Special::None;
    std::optional<Entity> refers; ///< a reference: the cell is a key or a name of that entity
    [[nodiscard]] bool isKnown() const { return field >= 0 || special != Special::None; }
    [[nodiscard]] bool isKept() const { return isKnown() && special != Special::Ignore; }
    friend bool operator==(const Target&, const Target&) = default;
};

/// By canonical field name, field name without "_id", or name of a special. Unknown: a target with isKnown() false.
[[nodiscard]] Target targetNamed(Kind kind, const QString& name);
/// What can be chosen for a column of this kind, in catalogue order, for a mapping page.
[[nodiscard]] std::vector<Target> targets(Kind kind);

} // namespace steward::exchange
