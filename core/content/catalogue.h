// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/evidence.h"
#include "core/content/text.h"

#include <QHash>

class QJsonValue;

namespace steward::content {

struct Sentence
{
    QString en;
    std::vector<NamedArgument>
        arguments; ///< what a message with this key carries, in this order; the last may be left out
};

/// Every text of the content by its key. core/words translates QCoreApplication::translate("content", key), falls back
/// on the English here and fills the placeholders by name with the arguments of the message.
class Catalogue
{
public:
    /// Null for a key that no file has.
    [[nodiscard]] const Sentence* find(QStringView key) const;
    [[nodiscard]] QStringList keys() const { return m_sentences.keys(); }
    /// Adds every {"key", "en"} of a file. Reports "content.text.conflict" where a key already has another English
    /// text.
    void add(const QByteArray& bytes, const QString& file, Issues& issues);
    /// Gives measures and caps the arguments of their evidence.
    void setArguments(const QString& key, const QStringList& names, Issues& issues);

private:
    void addValue(const QJsonValue& value, const QString& file, Issues& issues);
    QHash<QString, Sentence> m_sentences;
};

} // namespace steward::content
