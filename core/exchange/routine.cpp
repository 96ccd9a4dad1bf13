// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/routine.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace steward::exchange {

namespace {

const QString routineKind = QStringLiteral("import_routine");
constexpr const char* orderNames[] = {"dmy", "mdy", "ymd"};
constexpr DateOrder orders[] = {DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd};

QJsonObject jsonOf(const Routine::File& file)
{
    QJsonObject json{{QStringLiteral("path"), file.path}};
    if (file.hints.kind.isKnown())
        json.insert(QStringLiteral("kind"), file.hints.kind.name());
    if (file.hints.isKindSure)
        json.insert(QStringLiteral("sure"), true);
    QJsonArray map;
    for (const auto& [header, target] : file.hints.map)
        map.append(QJsonArray{header, target});
    if (!map.isEmpty())
        json.insert(QStringLiteral("map"), map);
    for (std::size_t i = 0; i < std::size(orders); ++i)
        if (file.answers.dateOrder == orders[i])
            json.insert(QStringLiteral("dateOrder"), QLatin1String(orderNames[i]));
    if (file.answers.decimal)
        json.insert(QStringLiteral("decimal"),
                    *file.answers.decimal == DecimalSign::Comma ? QStringLiteral("comma") : QStringLiteral("point"));
    return json;
}

Routine::File fileOf(const QJsonValue& json)
{
    Routine::File file;
    file.path = json[QStringLiteral("path")].toString();
    file.hints.fileName = QFileInfo(file.path).fileName();
    file.hints.kind = kindNamed(json[QStringLiteral("kind")].toString());
    file.hints.isKindSure = json[QStringLiteral("sure")].toBool();
    for (const QJsonValue pair : json[QStringLiteral("map")].toArray())
        file.hints.map.emplace_back(pair[0].toString(), pair[1].toString());
    for (std::size_t i = 0; i < std::size(orders); ++i)
        if (json[QStringLiteral("dateOrder")].toString() == QLatin1String(orderNames[i]))
            file.answers.dateOrder = orders[i];
    if (const QString sign = json[QStringLiteral("decimal")].toString(); !sign.isEmpty())
        file.answers.decimal = sign == u"comma" ? DecimalSign::Comma : DecimalSign::Point;
    return file;
}

} // namespace

std::vector<Routine> routinesOf(const Rows<Definition>& definitions)
{
    std::map<QString, const Definition*> newest;
    for (const Definition& each : definitions) {
        if (each.kind != routineKind || each.archivedOn.isValid())
            continue;
        const Definition*& known = newest[each.name];
        if (!known || known->version.value_or(0) < each.version.value_or(0))
            known = &each;
    }
    std::vector<Routine> routines;
    for (const auto& [name, definition] : newest) {
        Routine routine{name, {}};
        const QJsonObject json = QJsonDocument::fromJson(definition->text.text.toUtf8()).object();
        for (const QJsonValue file : json.value(QStringLiteral("files")).toArray())
            routine.files.push_back(fileOf(file));
        if (!routine.files.empty())
            routines.push_back(std::move(routine));
    }
    return routines;
}

Status saveRoutine(book::Edit& edit, const Rows<Definition>& definitions, const Routine& routine)
{
    qint64 newest = 0;
    for (const Definition& each : definitions)
        if (each.kind == routineKind && each.name == routine.name)
            newest = std::max(newest, each.version.value_or(0));
    QJsonArray files;
    for (const Routine::File& file : routine.files)
        files.append(jsonOf(file));
    Definition definition;
    definition.kind = routineKind;
    definition.name = routine.name;
    definition.version = newest + 1;
    definition.text = Json{
        QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("files"), files}}).toJson(QJsonDocument::Compact))};
    const auto saved = edit.save(definition);
    return saved ? Status() : Status(tl::unexpected(saved.error()));
}

} // namespace steward::exchange
