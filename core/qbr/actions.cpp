// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/subject.h"

namespace steward::qbr {

/// Those of this review, else what the last one left open. The reason why one stayed open is ours.
std::vector<ActionLine> actionsOf(const Subject& subject)
{
    std::vector<ActionLine> lines;
    const auto addAll = [&](const Qbr& review, bool onlyOpen) {
        for (const ActionEntry& each : actionEntries(review)) {
            const bool isClosed = each.state == u"done" || each.state == u"dropped";
            if (onlyOpen && isClosed)
                continue;
            const bool isOurs = each.who.isEmpty() || each.who == u"us" || each.who == subject.vendor;
            const bool isAllOfUs = each.who == u"us";
            lines.push_back(
                {each.what, isAllOfUs ? subject.vendor : each.who, each.due, isOurs, isClosed, isAllOfUs, onlyOpen});
        }
    };
    if (subject.review)
        addAll(*subject.review, false);
    if (lines.empty() && subject.last)
        addAll(*subject.last, true);
    return lines;
}

} // namespace steward::qbr
