// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/plan.h"

#include <unordered_map>

namespace steward::exchange {

/// Canonical name, before, after, as text of an exact export; references by name or key. Of a record that came along
/// with the row: "subscription.amount"; of a column kept as a field of its own: "custom.Header".
struct FieldChange
{
    QString field;
    QString before;
    QString after;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// Field by field what the rows of a plan change. The plan has to outlive it.
class Changes
{
public:
    explicit Changes(const ImportPlan& plan);
    /// Nothing of a row that is unchanged or rejected.
    [[nodiscard]] std::vector<FieldChange> of(const RowResult& row) const;
    [[nodiscard]] std::vector<FieldChange> of(const PlannedRecord& record) const;
    /// Name of the account a row is about; empty where there is none.
    [[nodiscard]] QString accountOf(const RowResult& row) const;

private:
    [[nodiscard]] QString nameOf(Entity entity, qint64 id) const;
    [[nodiscard]] QString textOf(const FieldInfo& field, const FieldValue& value, int minorDigits) const;

    const ImportPlan& m_plan;
    std::unordered_map<qint64, std::size_t> m_made; ///< records of the plan by their ids below 0
    std::unordered_multimap<qint64, std::size_t> m_customs;
};

} // namespace steward::exchange
