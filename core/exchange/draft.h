// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/plan.h"
#include "core/model/values.h"

#include <array>

namespace steward::exchange {

/// One row of a file on its way to a record: typed, not yet resolved. Internal to the room.
class Draft
{
public:
    Draft(Entity entity, qint64 line, std::size_t tableRow);

    qint64 line = 0;
    std::size_t tableRow = 0;
    QString key;               ///< the tool's own key of the row
    qint64 recordId = 0;       ///< the book's id, from a file Steward wrote
    Row row;                   ///< in catalogue order
    std::vector<char> said;    ///< fields this row speaks about; said and unknown: to be cleared
    std::vector<char> onlyNew; ///< said for a new record, left alone on one that exists
    std::array<FieldValue, static_cast<std::size_t>(Special::Count)> special;
    Currency specialCurrency;                        ///< of Mrr and Arr
    std::vector<std::pair<int, QString>> references; ///< field, key or name as written
    std::vector<std::pair<QString, QString>> custom;
    Code rejected; ///< set: why the row is left out
    QString rejectedColumn;
    QString rejectedValue;

    [[nodiscard]] const EntityInfo& entity() const { return *m_entity; }
    [[nodiscard]] bool isRejected() const { return rejected != Code(); }
    void reject(Code code, const QString& column = {}, const QString& value = {});

    [[nodiscard]] const FieldValue& value(QStringView field) const;
    [[nodiscard]] QString text(QStringView field) const { return textOf(value(field)); }
    [[nodiscard]] QDate day(QStringView field) const;
    [[nodiscard]] bool has(QStringView field) const { return value(field).index() != 0; }
    [[nodiscard]] bool isSaid(QStringView field) const;
    void set(QStringView field, FieldValue value);
    void setWhenNew(QStringView field, FieldValue value);
    /// What is known is known no more.
    void clear(QStringView field);
    [[nodiscard]] const FieldValue& of(Special which) const { return special[static_cast<std::size_t>(which)]; }
    [[nodiscard]] QString textOfSpecial(Special which) const { return textOf(of(which)); }
    [[nodiscard]] QString reference(QStringView field) const;

private:
    const EntityInfo* m_entity;
};

} // namespace steward::exchange
