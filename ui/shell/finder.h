// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"

#include <QString>
#include <vector>

namespace steward::shell {

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

/// The accounts and people whose names answer, best first, at most `most` of each.
[[nodiscard]] std::vector<Finding> findRecords(const BookNumbers& numbers, const QString& typed, std::size_t most);

} // namespace steward::shell
