// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/saved_views.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace steward::accounts {

std::vector<SortKey> sortOf(const QString& sort, const BookNumbers& numbers)
{
    std::vector<SortKey> keys;
    for (const QString& part : sort.split(u',', Qt::SkipEmptyParts)) {
        const bool isDescending = part.startsWith(u'-');
        if (const auto column = columnNamed(isDescending ? QStringView(part).mid(1) : QStringView(part), numbers))
            keys.push_back({*column, isDescending});
    }
    if (keys.empty())
        keys.push_back({});
    return keys;
}

QString sortText(std::span<const SortKey> keys, const BookNumbers& numbers)
{
    QStringList parts;
    for (const SortKey& key : keys)
        parts << QString((key.isDescending ? u"-" : u"") + nameInSettings(key.column, numbers));
    return parts.join(u',');
}

std::vector<SavedView> firstViews()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("accounts", text); };
    return {{tr("All"), {}, QStringLiteral("health"), {}},
            {tr("Needs attention"), QStringLiteral("band:red,yellow standing:customer"), QStringLiteral("health"), {}},
            {tr("Renewing"), QStringLiteral("renewal:180d standing:customer"), QStringLiteral("renewal"), {}},
            {tr("Silent 21 d"), QStringLiteral("touch>21d standing:customer"), QStringLiteral("-last_touch"), {}},
            {tr("By CSM"), QStringLiteral("standing:customer"), QStringLiteral("-arr"), QStringLiteral("csm")}};
}

QString textOf(const std::vector<SavedView>& views)
{
    QJsonArray array;
    for (const SavedView& view : views)
        array.append(QJsonObject{{QStringLiteral("name"), view.name},
                                 {QStringLiteral("filter"), view.filter},
                                 {QStringLiteral("sort"), view.sort},
                                 {QStringLiteral("group"), view.group}});
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
                             view.value(QStringLiteral("sort")).toString(),
                             view.value(QStringLiteral("group")).toString()});
    }
    return views;
}

} // namespace steward::accounts
