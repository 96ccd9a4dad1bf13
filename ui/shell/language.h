// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

namespace steward::shell {

/// The languages the program has texts in, by their codes: "en". A file in resources/translations makes one more.
[[nodiscard]] QStringList languages();
/// What a language calls itself: "English".
[[nodiscard]] QString nameOfLanguage(const QString& code);

/// The language of all texts that are made while it lives; dates and numbers stay those of the system.
class Language
{
public:
    /// code: one of languages(); empty: as the system, and English where that is none of them.
    explicit Language(const QString& code);
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

private:
    QTranslator m_texts;
    QTranslator m_toolkit; ///< of Qt: dialogs for files
};

} // namespace steward::shell
