// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"

#include <QString>
#include <vector>

namespace steward::shell {

/// From this score on what was typed stands in the name as it is; below it, letter by letter.
constexpr int wholeScore = 300;

/// How well a name answers what was typed: the letters in order, best at beginnings of words. none: not at all. Both
/// folded.
[[nodiscard]] std::optional<int> matchScore(QStringView typed, QStringView name);

struct Finding
{
    enum class Kind
    {
        Account,
        Action,
        Person,
        Text
    };
    Kind kind = Kind::Account;
    QString title;
    QString note;
    AccountId account; ///< of all but actions
    int action = -1;   ///< position in the table of actions
    int score = 0;     ///< higher is better
};
/// By kind; kinds that have what was typed in a name come before those that only have its letters.
void sortByKind(std::vector<Finding>& findings);

/// The names of a book, folded and side by side: looking through those of 100,000 accounts takes some milliseconds.
/// Immutable, and holds no numbers: what was found is looked up in those of the moment.
class Finder
{
public:
    /// Not on the thread that paints.
    explicit Finder(const BookNumbers& numbers);
    /// Of which facts, and as of which day.
    [[nodiscard]] bool isOf(const BookNumbers& numbers) const;
    /// The accounts and people whose names answer, best first, at most `most` of each.
    [[nodiscard]] std::vector<Finding> find(const BookNumbers& numbers, const QString& typed, std::size_t most) const;

private:
    struct Name
    {
        AccountId account;
        qint64 contact = 0; ///< 0: the account's own
        qsizetype end = 0;  ///< in m_text, where the next begins
    };
    QString m_text;
    std::vector<Name> m_names;
    quint64 m_generation = 0;
    DayAsked m_asked;
};

} // namespace steward::shell
