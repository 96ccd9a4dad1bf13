// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/tables.h"

#include <cmath>
#include <sqlite3.h>

namespace steward::book {

namespace {

QByteArray quoted(const QString& name) { return '"' + name.toLatin1() + '"'; }

std::vector<QByteArray> listTables()
{
    std::vector<QByteArray> tables;
    for (const EntityInfo& entity : catalogue())
        tables.push_back(entity.name.toLatin1());
    for (const char* other : {"external_key", "change", "custom_value", "usage", "unlinked_usage"})
        tables.emplace_back(other);
    return tables;
}

} // namespace

const std::vector<QByteArray>& modelTables()
{
    static const std::vector<QByteArray> tables = listTables();
    return tables;
}

QByteArray tableOf(Entity entity) { return modelTables()[static_cast<std::size_t>(entity)]; }

std::optional<Entity> entityOfTable(std::string_view table)
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(Entity::Count); ++i)
        if (std::string_view(modelTables()[i].constData()) == table)
            return static_cast<Entity>(i);
    return std::nullopt;
}

QByteArray columnList(Entity entity)
{
    QByteArray list;
    for (const FieldInfo& field : info(entity).fields)
        list += (list.isEmpty() ? QByteArray() : QByteArray(",")) + quoted(field.name);
    return list;
}

QByteArray selectSql(Entity entity, const char* tail)
{
    return "SELECT " + columnList(entity) + " FROM \"" + tableOf(entity) + "\" " + tail;
}

QByteArray insertSql(Entity entity)
{
    QByteArray marks("?");
    marks += QByteArray(",?").repeated(static_cast<qsizetype>(info(entity).fields.size()) - 1);
    return "INSERT INTO \"" + tableOf(entity) + "\" (" + columnList(entity) + ") VALUES (" + marks + ')';
}

QByteArray updateSql(Entity entity)
{
    QByteArray sets;
    const auto& fields = info(entity).fields;
    for (std::size_t i = RecordedField; i < fields.size(); ++i)
        sets += (sets.isEmpty() ? QByteArray() : QByteArray(",")) + quoted(fields[i].name) + "=?";
    return "UPDATE \"" + tableOf(entity) + "\" SET " + sets + " WHERE \"id\"=?";
}

FieldValue normalised(const FieldInfo& field, const FieldValue& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return text->isEmpty() ? FieldValue() : value;
    if (const auto* day = std::get_if<QDate>(&value))
        return day->isValid() ? value : FieldValue();
    if (const auto* real = std::get_if<double>(&value))
        return std::isnan(*real) ? FieldValue() : value;
    if (const auto* integer = std::get_if<qint64>(&value)) {
        if (field.type == FieldType::Reference && *integer == 0)
            return {};
        if (field.type == FieldType::Real)
            return static_cast<double>(*integer);
    }
    return value;
}

void normalise(const EntityInfo& entity, Row& row)
{
    row.resize(entity.fields.size());
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = normalised(entity.fields[i], row[i]);
}

void bindValue(Statement& statement, int parameter, const FieldValue& value)
{
    if (const auto* integer = std::get_if<qint64>(&value))
        statement.bind(parameter, *integer);
    else if (const auto* real = std::get_if<double>(&value))
        statement.bind(parameter, *real);
    else if (const auto* text = std::get_if<QString>(&value))
        statement.bind(parameter, QStringView(*text));
    else if (const auto* day = std::get_if<QDate>(&value))
        statement.bind(parameter, QStringView(isoText(*day)));
    else
        statement.bindNull(parameter);
}

FieldValue columnValue(const Statement& statement, int column, FieldType type)
{
    switch (statement.type(column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return statement.integer(column);
    case SQLITE_FLOAT:
        return statement.real(column);
    default:
        break;
    }
    if (type == FieldType::Day)
        if (const QDate day = dayFromIso(statement.utf8(column)); day.isValid())
            return day;
    return statement.text(column);
}

Row readRow(const Statement& statement, const EntityInfo& entity, int firstColumn)
{
    Row row;
    row.reserve(entity.fields.size());
    int column = firstColumn;
    for (const FieldInfo& field : entity.fields)
        row.push_back(columnValue(statement, column++, field.type));
    return row;
}

bool isPartOf(const EntityInfo& entity, const FieldInfo& reference)
{
    if (reference.type != FieldType::Reference)
        return false;
    if (entity.ofAccount && &reference == &entity.fields[AccountField])
        return true;
    return (entity.entity == Entity::SubscriptionPhase && reference.target == Entity::Subscription) ||
           (entity.entity == Entity::ContactRole && reference.target == Entity::Contact);
}

} // namespace steward::book
