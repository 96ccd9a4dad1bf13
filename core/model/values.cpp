// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/values.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace steward {

FieldValue toValue(const QStringList& v)
{
    if (v.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(v)).toJson(QJsonDocument::Compact));
}

void assign(QStringList& to, const FieldValue& v)
{
    to.clear();
    const QJsonArray array = QJsonDocument::fromJson(textOf(v).toUtf8()).array();
    for (const auto& each : array)
        to.append(each.toString());
}

FieldValue idsValue(std::span<const qint64> ids)
{
    if (ids.empty())
        return {};
    QString text = QStringLiteral("[");
    for (const qint64 id : ids) {
        if (text.size() > 1)
            text += u',';
        text += QString::number(id);
    }
    text += u']';
    return text;
}

std::vector<qint64> idsOf(const FieldValue& value)
{
    std::vector<qint64> ids;
    const QString text = textOf(value);
    for (const auto& part : QStringView(text).split(u',')) {
        QStringView digits = part;
        while (!digits.isEmpty() && !digits.front().isDigit())
            digits = digits.mid(1);
        while (!digits.isEmpty() && !digits.back().isDigit())
            digits.chop(1);
        if (!digits.isEmpty())
            ids.push_back(digits.toLongLong());
    }
    return ids;
}

} // namespace steward
