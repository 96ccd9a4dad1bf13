// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/entity.h"

#include <QByteArray>
#include <QHash>
#include <QString>

class QJsonArray;

namespace steward::exchange {

/// Word lists turned round: what other tools write -> the id of our list.
class Words
{
public:
    /// The text of content/words.json.
    [[nodiscard]] static Result<Words> fromJson(const QByteArray& json);
    /// The lists that ship.
    [[nodiscard]] static const Words& shipped();

    /// The id, or an empty text where the list does not know the word: it is kept as written.
    [[nodiscard]] QString idOf(const QString& list, QStringView text) const;

private:
    void addList(const QString& list, const QJsonArray& entries);

    QHash<QString, QString> m_ids; // list + blank + bare word
};

/// Of a list that figures are reckoned by no other word is taken: why a row with one is left out. None: an unknown word
/// is kept as written.
[[nodiscard]] Code unknownWord(const QString& list);

/// The word list of a field, or an empty text.
[[nodiscard]] QString wordListOf(Entity entity, const QString& field);

} // namespace steward::exchange
