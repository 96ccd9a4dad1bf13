// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

namespace steward::shell {

namespace {

const QString folder = QStringLiteral(":/i18n");
const QString prefix = QStringLiteral("steward");
const QString english = QStringLiteral("en");

} // namespace

QStringList languages()
{
    QStringList codes;
    for (const QString& file : QDir(folder).entryList({QString(prefix + QStringLiteral("_*.qm"))}))
        codes << file.mid(prefix.size() + 1).chopped(3);
    return codes;
}

QString nameOfLanguage(const QString& code)
{
    QString name = QLocale(code).nativeLanguageName();
    // Qt says which English it is.
    return code == english ? QStringLiteral("English") : name.replace(0, 1, name.left(1).toUpper());
}

Language::Language(const QString& code)
{
    const QLocale wanted = code.isEmpty() ? QLocale::system() : QLocale(code);
    const QString gap = QStringLiteral("_");
    if (!m_texts.load(wanted, prefix, gap, folder) && !m_texts.load(QString(prefix + gap + english), folder))
        return;
    QCoreApplication::installTranslator(&m_texts);
    if (m_toolkit.load(QLocale(m_texts.language()), QStringLiteral("qtbase"), gap,
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_toolkit);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_toolkit);
    QCoreApplication::removeTranslator(&m_texts);
}

} // namespace steward::shell
