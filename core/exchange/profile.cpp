// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/profile.h"

#include "core/base/text.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace steward::exchange {

namespace {

QStringList bareList(const QJsonValue& value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto& each : array)
        list.append(bareName(each.toString()));
    list.removeDuplicates(); // "AccountId" and "Account ID" are one
    return list;
}

std::optional<Transform> transformNamed(const QString& name)
{
    static const QHash<QString, Transform> known = {
        {QString(), Transform::None},
        {QStringLiteral("unix_seconds"), Transform::UnixSeconds},
        {QStringLiteral("unix_milliseconds"), Transform::UnixMilliseconds},
        {QStringLiteral("hours_to_minutes"), Transform::HoursToMinutes},
        {QStringLiteral("seconds_to_minutes"), Transform::SecondsToMinutes},
        {QStringLiteral("cents"), Transform::Cents},
        {QStringLiteral("percent"), Transform::Percent},
        {QStringLiteral("negate"), Transform::Negate},
    };
    const auto found = known.constFind(name);
    return found == known.constEnd() ? std::nullopt : std::optional(*found);
}

tl::unexpected<Error> wrong(const QString& id, const QString& what)
{
    return fail(Code("import.profile"), ErrorKind::Usage, {id, what});
}

Status readColumns(const QJsonObject& json, Profile& profile)
{
    const auto add = [&](const QString& header, const QString& target, const QString& transform) -> Status {
        if (!targetNamed(profile.kind, target).isKnown())
            return wrong(profile.id, target);
        const auto known = transformNamed(transform);
        if (!known)
            return wrong(profile.id, transform);
        profile.columns.push_back({bareName(header), target, *known});
        return {};
    };
    const QJsonObject map = json[u"map"].toObject();
    for (auto it = map.begin(); it != map.end(); ++it) {
        const QJsonObject detail = it->toObject();
        const QString target = it->isString() ? it->toString() : detail[u"field"].toString();
        if (auto done = add(it.key(), target, detail[u"transform"].toString()); !done)
            return done;
    }
    const QJsonObject columns = json[u"columns"].toObject();
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        const QJsonArray headers = it->toArray();
        for (const auto& header : headers)
            if (auto done = add(header.toString(), it.key(), QString()); !done)
                return done;
    }
    const QJsonObject constants = json[u"constants"].toObject();
    for (auto it = constants.begin(); it != constants.end(); ++it) {
        if (!targetNamed(profile.kind, it.key()).isKnown())
            return wrong(profile.id, it.key());
        profile.constants.insert(it.key(), it->toVariant().toString());
    }
    return {};
}

void readMatch(const QJsonObject& match, Profile& profile)
{
    const QJsonArray required = match[u"required"].toArray();
    for (const auto& each : required) {
        QStringList alternatives;
        for (const auto& name : each.toString().split(u'|'))
            alternatives.append(bareName(name));
        profile.required.push_back(alternatives);
    }
    profile.any = bareList(match[u"any"]);
    profile.anyCount = match[u"count"].toInt(profile.any.isEmpty() ? 0 : 1);
    profile.none = bareList(match[u"none"]);
    profile.own = bareList(match[u"own"]);
    profile.files = bareList(match[u"file"]);
}

Result<Profile> parseOne(const QJsonObject& json, const QString& id, const QString& source, Profile::Origin origin)
{
    Profile profile;
    profile.id = id;
    profile.source = source.isEmpty() ? id : source;
    profile.origin = origin;
    profile.kind = kindNamed(json[u"kind"].toString());
    if (id.isEmpty())
        return wrong(id, QStringLiteral("id"));
    if (!profile.kind.isKnown())
        return wrong(id, QStringLiteral("kind"));
    readMatch(json[u"match"].toObject(), profile);
    if (auto done = readColumns(json, profile); !done)
        return tl::unexpected(done.error());
    const QString order = json[u"dateOrder"].toString();
    if (order == u"dmy")
        profile.dateOrder = DateOrder::Dmy;
    else if (order == u"mdy")
        profile.dateOrder = DateOrder::Mdy;
    else if (order == u"ymd")
        profile.dateOrder = DateOrder::Ymd;
    else if (!order.isEmpty())
        return wrong(id, order);
    return profile;
}

} // namespace

Result<std::vector<Profile>> parseProfiles(const QByteArray& json, Profile::Origin origin)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return fail(Code("import.profile"), ErrorKind::Usage, {QString(), error.errorString()});
    const QJsonObject root = document.object();
    const QString id = root[u"id"].toString();
    const QString source = root[u"source"].toString();
    if (origin == Profile::Origin::Shipped && source == u"csv")
        origin = Profile::Origin::Generic;
    const QJsonArray files = root.contains(u"files") ? root[u"files"].toArray() : QJsonArray{root};
    std::vector<Profile> profiles;
    for (const auto& file : files) {
        auto profile = parseOne(file.toObject(), id, source, origin);
        if (!profile)
            return tl::unexpected(profile.error());
        profiles.push_back(std::move(*profile));
    }
    return profiles;
}

const std::vector<Profile>& shippedProfiles()
{
    static const std::vector<Profile> all = [] {
        std::vector<Profile> profiles;
        const QDir folder(QStringLiteral(":/steward/exchange/profiles"));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        for (const auto& name : names) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            // A test reads every file that ships, so a mistake in one of them does not get here.
            if (auto parsed = parseProfiles(file.readAll(), Profile::Origin::Shipped))
                profiles.insert(profiles.end(), parsed->begin(), parsed->end());
        }
        std::stable_sort(profiles.begin(), profiles.end(),
                         [](const Profile& a, const Profile& b) { return a.origin > b.origin; });
        return profiles;
    }();
    return all;
}

} // namespace steward::exchange
