// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/subject.h"

#include <algorithm>

namespace steward::qbr {

namespace {

/// One of ours, by name: a person of the book, unless somebody of theirs is called the same.
bool isOneOfUs(const Subject& subject, const QString& who)
{
    const auto isCalled = [&](const auto& each) {
        return each.name.simplified().compare(who, Qt::CaseInsensitive) == 0;
    };
    const auto contacts = subject.facts.of<Contact>();
    return std::ranges::any_of(subject.book.people, isCalled) && std::ranges::none_of(contacts, isCalled);
}

} // namespace

/// Those of this review, else what the last one left open. The reason why one stayed open is ours.
std::vector<ActionLine> actionsOf(const Subject& subject)
{
    std::vector<ActionLine> lines;
    const auto addAll = [&](const Qbr& review, bool onlyOpen) {
        for (const ActionEntry& each : actionEntries(review)) {
            const bool isDropped = each.state == u"dropped";
            if (onlyOpen && (isDropped || each.state == u"done"))
                continue;
            const QString who = each.who.simplified();
            const bool isAllOfUs = who.compare(u"us", Qt::CaseInsensitive) == 0;
            const bool isOurs = who.isEmpty() || isAllOfUs || who.compare(subject.vendor, Qt::CaseInsensitive) == 0 ||
                                isOneOfUs(subject, who);
            lines.push_back({each.what, isAllOfUs ? subject.vendor : who, each.due, isOurs, each.state == u"done",
                             isAllOfUs, onlyOpen, isDropped, each.id});
        }
    };
    if (subject.review)
        addAll(*subject.review, false);
    if (lines.empty() && subject.last)
        addAll(*subject.last, true);
    return lines;
}

} // namespace steward::qbr
