// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/words.h"

#include "core/base/text.h"
#include "core/content/reader.h"

namespace steward::content {

namespace {

QStringList spellingsOf(const Word& word)
{
    QStringList bare{bareName(word.id)};
    const QStringList others = QStringList{word.name.en} + word.also;
    for (const QString& other : others) {
        if (const QString name = bareName(other); !bare.contains(name))
            bare.append(name);
    }
    return bare;
}

Word wordFrom(Reader reader)
{
    Word word;
    word.id = reader.word(u"id");
    word.name = reader.text(u"name");
    word.text = reader.textOr(u"text");
    word.also = reader.words(u"also");
    if (reader.has(u"value"))
        word.value = reader.whole(u"value");
    word.tags = reader.words(u"tags");
    word.seeds = reader.words(u"seeds");
    word.retired = reader.flag(u"retired");
    return word;
}

WordList listFrom(Reader reader)
{
    auto list = reader.entryAs<WordList>();
    reader.each(u"words", [&](Reader word) { list.words.push_back(wordFrom(std::move(word))); });
    list.minAnswers = reader.wholeOr(u"min_answers", 0);
    list.minAccounts = reader.wholeOr(u"min_accounts", 0);
    list.negationReach = reader.wholeOr(u"negation_reach", 0);
    list.negations = reader.words(u"negations");
    list.indexSpellings();
    return list;
}

void checkSpellings(const WordList& list, Issues& issues)
{
    QHash<QString, QString> owner;
    for (const Word& word : list.words) {
        const QStringList spellings = spellingsOf(word);
        for (const QString& spelling : spellings) {
            const QString& first = owner.value(spelling);
            if (!first.isEmpty() && first != word.id)
                issues.push_back({Code("content.spelling.twice"),
                                  {QString(u"words.json lists[" % list.id % u']'), spelling, first, word.id}});
            owner.insert(spelling, word.id);
        }
    }
}

} // namespace

void WordList::indexSpellings()
{
    m_bySpelling.clear();
    for (std::size_t at = 0; at < words.size(); ++at) {
        const QStringList spellings = spellingsOf(words[at]);
        for (const QString& spelling : spellings)
            m_bySpelling.insert(spelling, static_cast<int>(at));
    }
}

const Word* WordList::recognise(QStringView imported) const
{
    const auto found = m_bySpelling.constFind(bareName(imported));
    return found == m_bySpelling.constEnd() ? nullptr : &words[static_cast<std::size_t>(*found)];
}

Parsed<WordLists> parseWords(const QByteArray& bytes)
{
    Parsed<WordLists> parsed;
    Reader file = readFile(bytes, QStringLiteral("words.json"), parsed.issues);
    if (file.object().isEmpty())
        return parsed;
    file.each(u"lists", [&](Reader list) { parsed.value.lists.push_back(listFrom(std::move(list))); });
    checkIds(parsed.value.lists, QStringLiteral("words.json lists"), parsed.issues);
    for (const WordList& list : parsed.value.lists) {
        checkIds(list.words, u"words.json lists[" % list.id % u']', parsed.issues);
        checkSpellings(list, parsed.issues);
    }
    return parsed;
}

} // namespace steward::content
