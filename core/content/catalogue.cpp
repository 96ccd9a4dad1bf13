// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/catalogue.h"

#include "core/content/reader.h"

#include <QJsonArray>
#include <QJsonObject>

namespace steward::content {

const Sentence* Catalogue::find(QStringView key) const
{
    const auto found = m_sentences.constFind(key.toString());
    return found == m_sentences.constEnd() ? nullptr : &*found;
}

void Catalogue::addValue(const QJsonValue& value, const QString& file, Issues& issues)
{
    if (value.isArray()) {
        for (const QJsonValue element : value.toArray())
            addValue(element, file, issues);
    }
    const QJsonObject object = value.toObject();
    if (object.size() != 2 || !object.contains(u"key") || !object.contains(u"en")) {
        for (const QJsonValue part : object)
            addValue(part, file, issues);
        return;
    }
    const QString key = object.value(u"key").toString();
    const QString en = object.value(u"en").toString();
    const qsizetype before = m_sentences.size();
    Sentence& sentence = m_sentences[key];
    if (m_sentences.size() == before && sentence.en != en)
        issues.push_back({Code("content.text.conflict"), {file, key}});
    sentence.en = en;
    if (const auto names = sentenceArguments(key); !names.empty())
        setArguments(key, wordsOf(names), issues);
}

void Catalogue::add(const QByteArray& bytes, const QString& file, Issues& issues)
{
    addValue(objectOf(bytes), file, issues);
}

void Catalogue::setArguments(const QString& key, const QStringList& names, Issues& issues)
{
    const std::optional<std::vector<NamedArgument>> arguments = namedArguments(names);
    if (!arguments)
        issues.push_back({Code("content.argument.type"), {key, names.join(u' ')}});
    m_sentences[key].arguments = arguments.value_or(std::vector<NamedArgument>{});
}

} // namespace steward::content
