// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/content_words.h"

#include "core/words/kind_words.h"
#include "core/words/sentence_filling.h"
#include "core/words/words.h"

#include <QCoreApplication>
#include <array>

namespace steward::words {

namespace {

QString translated(const char* text) { return QCoreApplication::translate("words", text); }

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

ContentWords::ContentWords(const content::Content& content, QLocale locale)
    : m_content(content)
    , m_locale(std::move(locale))
{
}

QString ContentWords::sentence(const QString& key, const Arguments& arguments) const
{
    const content::Sentence* found = m_content.catalogue.find(key);
    if (!found) {
        QStringList parts{key};
        for (const Argument& each : arguments)
            parts << inWords(each, m_locale);
        return parts.join(u' ');
    }
    return filled(m_content, m_locale, {key, found->en}, found->arguments, arguments);
}

QString ContentWords::text(const content::Text& text) const
{
    const QByteArray key = text.key.toUtf8();
    const QString translation = QCoreApplication::translate("content", key.constData());
    return translation == text.key ? text.en : translation;
}

QString ContentWords::word(QStringView list, const QString& id) const
{
    if (list == u"stage")
        return stage(id);
    const content::Entry* entry = nullptr;
    if (list == u"milestone")
        entry = content::findById(m_content.journeys.milestones, id);
    else if (list == u"segment")
        entry = content::findById(m_content.segments, id);
    if (entry)
        return text(entry->name);
    if (list == u"band")
        if (const auto* band = content::findById(m_content.scorecards.bands, id))
            return text(band->name);
    const content::WordList* words = m_content.words.find(list);
    const content::Word* word = words ? words->find(id) : nullptr;
    return word ? capitalised(text(word->name)) : id;
}

QString ContentWords::stage(const QString& id) const
{
    for (const content::JourneyTemplate& journey : m_content.journeys.templates)
        for (const content::JourneyStage& each : journey.stages)
            if (each.id == id)
                return text(each.name);
    return id;
}

QString ContentWords::kinds(QStringView kind) const
{
    const KindWords* found = kindNamed(kind);
    return found ? translated(found->many) : kind.toString();
}

QString ContentWords::advice(QStringView gap, QStringView kind, QStringView sentence) const
{
    constexpr std::array<std::pair<QStringView, const char*>, 4> exact = {
        {{u"unknown.no_usage", QT_TRANSLATE_NOOP("words", "See why these accounts send no usage")},
         {u"unknown.no_primary_metric", QT_TRANSLATE_NOOP("words", "Say which metric shows that people work in it")},
         {u"unknown.no_seat_metric", QT_TRANSLATE_NOOP("words", "Say which metric counts the seats in use")},
         {u"unknown.no_feature_metric", QT_TRANSLATE_NOOP("words", "Import usage of single features")}}};
    if (const auto one = std::ranges::find(exact, sentence, [](const auto& each) { return each.first; });
        one != exact.end())
        return translated(one->second);
    const KindWords* found = kindNamed(kind);
    if (found && gap == u"too_little")
        return translated(found->littleAdvice);
    // What tools export is imported; what only people know is typed in.
    constexpr std::array<QStringView, 7> exported = {u"usage",   u"subscriptions", u"invoices", u"tickets",
                                                     u"surveys", u"touches",       u"contacts"};
    const bool isExported = std::ranges::find(exported, kind) != exported.end();
    const char* text = isExported ? QT_TRANSLATE_NOOP("words", "Import %1") : QT_TRANSLATE_NOOP("words", "Record %1");
    if (gap == u"too_old")
        text = isExported ? QT_TRANSLATE_NOOP("words", "Import newer %1") : QT_TRANSLATE_NOOP("words", "Review the %1");
    else if (gap == u"not_practised" && kind != u"risks" && kind != u"escalations")
        text = QT_TRANSLATE_NOOP("words", "Record %1 for at least half of the accounts");
    return translated(text).arg(kinds(kind));
}

} // namespace steward::words
