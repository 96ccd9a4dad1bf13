// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/profile_of.h"

#include "core/model/facts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace steward::exchange {

namespace {

QString nameOf(Transform transform)
{
    switch (transform) {
    case Transform::None:
        break;
    case Transform::UnixSeconds:
        return QStringLiteral("unix_seconds");
    case Transform::UnixMilliseconds:
        return QStringLiteral("unix_milliseconds");
    case Transform::HoursToMinutes:
        return QStringLiteral("hours_to_minutes");
    case Transform::SecondsToMinutes:
        return QStringLiteral("seconds_to_minutes");
    case Transform::Cents:
        return QStringLiteral("cents");
    case Transform::Percent:
        return QStringLiteral("percent");
    case Transform::Negate:
        return QStringLiteral("negate");
    }
    return {};
}

QJsonValue targetJson(const Column& column)
{
    if (column.transform == Transform::None)
        return column.target.name;
    return QJsonObject{{QStringLiteral("field"), column.target.name},
                       {QStringLiteral("transform"), nameOf(column.transform)}};
}

QString nameOf(DateOrder order)
{
    return order == DateOrder::Dmy   ? QStringLiteral("dmy")
           : order == DateOrder::Mdy ? QStringLiteral("mdy")
                                     : QStringLiteral("ymd");
}

} // namespace

QByteArray profileJson(const QString& name, const Detection& detection, std::optional<DateOrder> dateOrder)
{
    QJsonObject map;
    QJsonArray headers;
    QJsonArray required;
    for (const Column& column : detection.columns) {
        headers.append(column.header);
        if (!column.target.isKnown())
            continue;
        map.insert(column.header, targetJson(column));
        if (required.isEmpty() && column.target.isKept())
            required.append(column.header);
    }
    QJsonObject json{{QStringLiteral("id"), name},
                     {QStringLiteral("source"), detection.source},
                     {QStringLiteral("kind"), detection.kind.name()},
                     {QStringLiteral("match"), QJsonObject{{QStringLiteral("required"), required},
                                                           {QStringLiteral("any"), headers},
                                                           {QStringLiteral("count"), (headers.size() * 4 + 4) / 5}}},
                     {QStringLiteral("map"), map}};
    if (const auto order = dateOrder ? dateOrder : detection.dateOrder)
        json.insert(QStringLiteral("dateOrder"), nameOf(*order));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Status saveProfile(book::Book& book, book::Edit& edit, const QString& name, const QByteArray& json)
{
    qint64 newest = 0;
    const auto read = book.forEach(Entity::Definition, [&](const Row& row) {
        const auto definition = fromRow<Definition>(row);
        if (definition.kind == u"import_profile" && definition.name == name)
            newest = std::max(newest, definition.version.value_or(0));
        return true;
    });
    if (!read)
        return read;
    Definition definition;
    definition.kind = QStringLiteral("import_profile");
    definition.name = name;
    definition.version = newest + 1;
    definition.text = Json{QString::fromUtf8(json)};
    const auto saved = edit.save(definition);
    return saved ? Status() : Status(tl::unexpected(saved.error()));
}

} // namespace steward::exchange
