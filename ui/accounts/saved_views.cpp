// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/saved_views.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace steward::accounts {

namespace {

std::optional<ColumnId> columnNamed(QStringView name)
{
    for (const Column& column : columns())
        if (name == QLatin1String(column.name))
            return column.id;
    return std::nullopt;
}

QString nameInSettings(ColumnId id) { return QString::fromLatin1(columnOf(id).name); }

QString sortText(const std::vector<SortKey>& keys)
{
    QStringList parts;
    for (const SortKey& key : keys)
        parts << QString((key.isDescending ? u"-" : u"") + nameInSettings(key.column));
    return parts.join(u',');
}

std::vector<SortKey> sortOf(const QString& text)
{
    std::vector<SortKey> keys;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const bool isDescending = part.startsWith(u'-');
        if (const auto column = columnNamed(isDescending ? QStringView(part).mid(1) : QStringView(part)))
            keys.push_back({*column, isDescending});
    }
    if (keys.empty())
        keys.push_back({});
    return keys;
}

} // namespace

std::vector<SavedView> firstViews()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("accounts", text); };
    return {
        {tr("All"), {}, {{ColumnId::Health, false}}, {}},
        {tr("Needs attention"), QStringLiteral("band:red,yellow standing:customer"), {{ColumnId::Health, false}}, {}},
        {tr("Renewing"), QStringLiteral("renewal:180d standing:customer"), {{ColumnId::Renewal, false}}, {}},
        {tr("Silent 21 d"), QStringLiteral("touch>21d standing:customer"), {{ColumnId::LastSpoke, true}}, {}},
        {tr("By CSM"), QStringLiteral("standing:customer"), {{ColumnId::Arr, true}}, ColumnId::Csm}};
}

QString textOf(const std::vector<SavedView>& views)
{
    QJsonArray array;
    for (const SavedView& view : views)
        array.append(QJsonObject{{QStringLiteral("name"), view.name},
                                 {QStringLiteral("filter"), view.filter},
                                 {QStringLiteral("sort"), sortText(view.sort)},
                                 {QStringLiteral("group"), view.group ? nameInSettings(*view.group) : QString()}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<SavedView> viewsOf(const QString& text)
{
    std::vector<SavedView> views;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto& value : array) {
        const QJsonObject view = value.toObject();
        const QString name = view.value(QStringLiteral("name")).toString();
        if (!name.isEmpty())
            views.push_back({name, view.value(QStringLiteral("filter")).toString(),
                             sortOf(view.value(QStringLiteral("sort")).toString()),
                             columnNamed(view.value(QStringLiteral("group")).toString())});
    }
    return views;
}

} // namespace steward::accounts
