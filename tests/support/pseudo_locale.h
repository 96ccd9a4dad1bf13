// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/catalogue.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QTranslator>

namespace steward::tests {

/// A language of its own while it lives: every vowel twice and accented, which makes words about as long as in German,
/// each text between marks. What lacks the marks was not asked for a translation.
class PseudoLocale final : public QTranslator
{
public:
    PseudoLocale()
    {
        content::Issues issues;
        QDirIterator files(QStringLiteral(":/content"), {QStringLiteral("*.json")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            if (QFile file(files.next()); file.open(QIODevice::ReadOnly))
                m_content.add(file.readAll(), file.fileName(), issues);
        QCoreApplication::installTranslator(this);
    }
    ~PseudoLocale() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        QString text = QString::fromUtf8(source);
        if (QLatin1String(context) == QLatin1String("content")) // asked for by key
            if (const content::Sentence* sentence = m_content.find(text))
                text = sentence->en;
        return u'\u27e6' + lengthened(text) + u'\u27e7';
    }

private:
    static QString lengthened(const QString& text)
    {
        static constexpr std::pair<QChar, QChar> vowels[] = {{u'a', u'\u00e4'}, {u'e', u'\u00e9'}, {u'i', u'\u00ef'},
                                                             {u'o', u'\u00f6'}, {u'u', u'\u00fc'}, {u'A', u'\u00c4'},
                                                             {u'E', u'\u00c9'}, {u'O', u'\u00d6'}, {u'U', u'\u00dc'}};
        QString longer;
        int braces = 0; // what stands between braces is a name of something that is put in
        for (const QChar c : text) {
            braces += c == u'{' ? 1 : c == u'}' ? -1 : 0;
            const auto vowel = std::ranges::find(vowels, c, &std::pair<QChar, QChar>::first);
            if (braces == 0 && vowel != std::end(vowels))
                longer += vowel->second;
            longer += c;
        }
        return longer;
    }
    content::Catalogue m_content;
};

} // namespace steward::tests
