// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/text.h"

#include <QHash>
#include <optional>

namespace steward::content {

struct Word
{
    QString id;
    Text name;
    Text text;                ///< a hint, may be empty
    QStringList also;         ///< spellings other tools use, matched by bareName()
    std::optional<int> value; ///< rank or amount: severity, pulse, months of a billing period
    QStringList tags;         ///< "held", "written", "internal"; "up", "down"; "open", "closed"; "free", "worth"
    QStringList seeds;        ///< feedback themes: whole words, stems end with ~
    bool retired = false;     ///< no longer offered, still shown where it is used
};

class WordList : public Entry
{
public:
    std::vector<Word> words;
    // feedback_theme only:
    int minAnswers = 0; ///< no theme is shown from fewer
    int minAccounts = 0;
    int negationReach = 0; ///< words before a seed in which a negation turns the sentiment
    QStringList negations;

    [[nodiscard]] const Word* find(QStringView word) const { return findById(words, word); }
    /// What an imported text means: id, English name or a spelling of the list, without case, blanks and separators.
    /// Null: keep the text as it is written.
    [[nodiscard]] const Word* recognise(QStringView imported) const;
    /// Built once after words changed.
    void indexSpellings();

private:
    QHash<QString, int> m_bySpelling;
};

/// words.json: content.md 6. An id in use is retired, not deleted.
struct WordLists
{
    std::vector<WordList> lists;
    /// Null for an id that no list has.
    [[nodiscard]] const WordList* find(QStringView id) const { return findById(lists, id); }
};

/// Reads and checks words.json: list ids unique, word ids unique in their list, a spelling belongs to one word of a
/// list.
[[nodiscard]] Parsed<WordLists> parseWords(const QByteArray& bytes);

} // namespace steward::content
