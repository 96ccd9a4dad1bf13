// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/watch.h"
#include "tests/core/health/health_fixture.h"

#include <set>

namespace steward::tests {

/// The entry of a list of the content; fails where there is none.
template <class List>
[[nodiscard]] const auto& entryOf(const List& list, const QString& id)
{
    const auto found = std::ranges::find(list, id, &List::value_type::id);
    INFO(id.toStdString());
    REQUIRE(found != list.end());
    return *found;
}

/// What a watch finds in a book that is told in few words.
[[nodiscard]] inline work::Watched watched(const Told& book, QDate day = today)
{
    const health::Scorer scorer = book.scorer();
    const auto call = [](const AccountScore&, int) { return QStringLiteral("at_risk"); };
    return work::Watch::make({scorer, shippedContent(), book.grouping(), day, LookBack::AsItHappened, call})
        .value()
        .all();
}

/// Of the account named first.
[[nodiscard]] inline std::vector<work::Signal> signalsOf(const Told& book, QDate day = today)
{
    for (const work::AccountSignals& each : watched(book, day).accounts)
        if (each.account == book.facts.id(book.names.front()))
            return each.signalList;
    return {};
}

/// The case of that signal; nullptr kind: none. Fails where there are several.
[[nodiscard]] inline std::optional<work::Signal> signalOf(const Told& book, const char* id, QDate day = today)
{
    std::optional<work::Signal> found;
    for (const work::Signal& each : signalsOf(book, day))
        if (each.signal == QString::fromLatin1(id)) {
            INFO(id);
            CHECK_FALSE(found);
            found = each;
        }
    return found;
}

[[nodiscard]] inline bool fires(const Told& book, const char* id, QDate day = today)
{
    return signalOf(book, id, day).has_value();
}

} // namespace steward::tests

template <>
struct Catch::StringMaker<steward::content::Severity>
{
    static std::string convert(steward::content::Severity severity)
    {
        return steward::content::nameOf(severity).toStdString();
    }
};
