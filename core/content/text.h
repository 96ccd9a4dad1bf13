// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace steward::content {

/// What is wrong with a content file. The first argument is always the place: "scorecards.json measures[nps].points".
using Issues = std::vector<Message>;

/// A user-visible text: its key in the translation catalogue and the English beside it.
struct Text
{
    QString key;
    QString en;
    friend bool operator==(const Text&, const Text&) = default;
};

/// What every entry has. Ids are stable and never shown; a version counts up when the meaning changes.
struct Entry
{
    QString id;
    int version = 0;
    Text name;
    Text text;
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// Content with all that was found wrong with it. Use the value only when there are no issues.
template <class T>
struct Parsed
{
    T value;
    Issues issues;
    [[nodiscard]] bool isGood() const { return issues.empty(); }
};

/// The names in braces, each once, in the order of the text: "{used} of {bought}" gives used, bought.
[[nodiscard]] QStringList placeholdersOf(QStringView text);

/// The entry with this id, or null. For any list of things that have an id.
template <class List>
[[nodiscard]] auto* findById(const List& list, QStringView id)
{
    for (const auto& entry : list) {
        if (entry.id == id)
            return &entry;
    }
    return static_cast<decltype(&*list.begin())>(nullptr);
}

} // namespace steward::content
