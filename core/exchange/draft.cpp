// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/draft.h"

namespace steward::exchange {

Draft::Draft(Entity entity, qint64 fileLine, std::size_t rowOfTable)
    : line(fileLine)
    , tableRow(rowOfTable)
    , row(info(entity).fields.size())
    , said(row.size(), 0)
    , onlyNew(row.size(), 0)
    , m_entity(&info(entity))
{
}

void Draft::reject(Code code, const QString& column, const QString& value)
{
    if (isRejected())
        return;
    rejected = code;
    rejectedColumn = column;
    rejectedValue = value;
}

const FieldValue& Draft::value(QStringView field) const
{
    return row[static_cast<std::size_t>(m_entity->indexOf(field))];
}

QDate Draft::day(QStringView field) const
{
    const auto* day = std::get_if<QDate>(&value(field));
    return day ? *day : QDate();
}

bool Draft::isSaid(QStringView field) const { return said[static_cast<std::size_t>(m_entity->indexOf(field))]; }

void Draft::set(QStringView field, FieldValue value)
{
    const auto index = static_cast<std::size_t>(m_entity->indexOf(field));
    row[index] = std::move(value);
    said[index] = 1;
    onlyNew[index] = 0;
}

void Draft::setWhenNew(QStringView field, FieldValue value)
{
    const auto index = static_cast<std::size_t>(m_entity->indexOf(field));
    if (said[index])
        return;
    row[index] = std::move(value);
    onlyNew[index] = 1;
}

void Draft::clear(QStringView field) { set(field, FieldValue()); }

QString Draft::reference(QStringView field) const
{
    const int index = m_entity->indexOf(field);
    for (const auto& [at, text] : references)
        if (at == index)
            return text;
    return {};
}

} // namespace steward::exchange
