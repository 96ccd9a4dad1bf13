// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/content/content.h"
#include "core/words/short_words.h"

#include <QLocale>

namespace steward::words {

/// The content's own sentences and words for a reader: keys and typed arguments of figures become text when somebody
/// looks. Arguments that are ids of a word list (role, kind, severity, reasons ...) are shown by the list's words, in
/// small letters inside a sentence; an id that no list has is shown as it was written. Counts of exactly one take the
/// singular. A part of a sentence that leads to an argument by a comma, a colon, "by" or "with" is left out where the
/// argument is empty.
class ContentWords
{
public:
    /// content must outlive it.
    ContentWords(const content::Content& content, QLocale locale);

    /// The sentence of a key; a key that the content lacks is shown itself with its arguments.
    [[nodiscard]] QString sentence(const QString& key, const Arguments& arguments) const;
    [[nodiscard]] QString text(const content::Text& text) const;
    /// What a word of a list is called, as at the beginning of a line. Beside the lists of words: "stage", "milestone",
    /// "segment" and "band".
    [[nodiscard]] QString word(QStringView list, const QString& id) const;
    /// A kind of data by its id, several of it: "contact_roles" is "contact roles".
    [[nodiscard]] QString kinds(QStringView kind) const;
    /// What to do about a kind of data of which the score knows too little. gap: an id of the scorecards' "unknown";
    /// sentence: the key of what is said of it, which may know more exactly what is missing.
    [[nodiscard]] QString advice(QStringView gap, QStringView kind, QStringView sentence = {}) const;

    [[nodiscard]] QString date(QDate day) const { return dayText(day, m_locale); }

private:
    [[nodiscard]] QString stage(const QString& id) const;

    const content::Content& m_content;
    QLocale m_locale;
};

} // namespace steward::words
