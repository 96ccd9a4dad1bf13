// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/subject.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace steward::qbr {

std::vector<ActionEntry> actionEntries(const Qbr& review)
{
    std::vector<ActionEntry> entries;
    for (const QJsonValue each : QJsonDocument::fromJson(review.actions.text.toUtf8()).array()) {
        const QJsonObject object = each.toObject();
        const auto text = [&](const char* key) { return object.value(QLatin1String(key)).toString().trimmed(); };
        if (!text("what").isEmpty())
            entries.push_back(
                {text("what"), text("who"), text("state"), text("why"), dayFromIso(text("due").toStdString())});
    }
    return entries;
}

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
            lines.push_back({each.what, each.who == u"us" ? subject.vendor : each.who, each.due, isOurs, isClosed});
        }
    };
    if (subject.review)
        addAll(*subject.review, false);
    if (lines.empty() && subject.last)
        addAll(*subject.last, true);
    return lines;
}

} // namespace steward::qbr
