// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/label.h"

#include "core/base/day.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <mutex>
#include <set>
#include <string>

namespace steward::book {

namespace {

/// Integers go as text: a JSON number holds 53 bits.
QJsonObject objectOf(const Argument& argument)
{
    if (const auto* count = std::get_if<qint64>(&argument))
        return {{QStringLiteral("count"), QString::number(*count)}};
    if (const auto* number = std::get_if<double>(&argument))
        return {{QStringLiteral("number"), *number}};
    if (const auto* day = std::get_if<QDate>(&argument))
        return {{QStringLiteral("day"), isoText(*day)}};
    if (const auto* money = std::get_if<Money>(&argument))
        return {{QStringLiteral("amount"), QJsonArray{QString::number(money->minor), money->currency.code()}}};
    return {{QStringLiteral("text"), std::get<QString>(argument)}};
}

std::optional<Argument> argumentOf(const QJsonObject& object)
{
    const QString kind = object.isEmpty() ? QString() : object.begin().key();
    const QJsonValue value = object.isEmpty() ? QJsonValue() : object.begin().value();
    if (kind == u"count")
        return value.toString().toLongLong();
    if (kind == u"number")
        return value.toDouble();
    if (kind == u"day")
        return dayFromIso(value.toString().toStdString());
    if (kind == u"amount") {
        const QJsonArray pair = value.toArray();
        return Money{pair.at(0).toString().toLongLong(),
                     Currency::fromCode(pair.at(1).toString()).value_or(Currency())};
    }
    if (kind == u"text")
        return value.toString();
    return std::nullopt;
}

} // namespace

QString argumentsText(const Arguments& arguments)
{
    QJsonArray array;
    for (const Argument& argument : arguments)
        array.append(objectOf(argument));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Arguments argumentsOf(const QString& text)
{
    Arguments arguments;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto& each : array)
        if (auto argument = argumentOf(each.toObject()))
            arguments.push_back(std::move(*argument));
    return arguments;
}

Code storedCode(const QString& id)
{
    // A Message outlives the book it was read from, so the text it points at must as well.
    static std::mutex mutex;
    static std::set<std::string> kept;
    const std::scoped_lock lock(mutex);
    return Code(*kept.insert(id.toStdString()).first);
}

} // namespace steward::book
