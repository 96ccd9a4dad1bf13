// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/deck/chart.h"
#include "core/portfolio/facts.h"

/// What a review's record keeps, read and written.
namespace steward::qbr {

/// The review of a quarter, cancelled ones left out; nullptr: it has no record yet. Where there are several, the next
/// one planned, else the newest one held.
[[nodiscard]] const Qbr* reviewOf(const AccountFacts& facts, const Period& quarter);
/// The newest one held of a quarter before that day; nullptr: none.
[[nodiscard]] const Qbr* reviewBefore(const AccountFacts& facts, QDate quarterStart);

struct ActionEntry
{
    QString what;
    QString who;   ///< a name; "us" or empty: ours
    QString state; ///< "open", "done", "dropped"
    QString why;   ///< why it is still open; ours alone
    QDate due;
    QString id = {}; ///< its words when it was written down: its task stays its own when they are changed
    friend bool operator==(const ActionEntry&, const ActionEntry&) = default;
};
/// In their order; what cannot be read is left out.
[[nodiscard]] std::vector<ActionEntry> actionEntries(const Qbr& review);
[[nodiscard]] Json actionsJson(const std::vector<ActionEntry>& entries);

/// What the CSM made of the slides.
struct SlideChoice
{
    struct Own
    {
        QString title;
        QString text;
        friend bool operator==(const Own&, const Own&) = default;
    };
    QStringList order;  ///< ids; those that are not named follow in their own order
    QStringList hidden; ///< ids
    QStringList added;  ///< ids of slides of their own, "own1"
    std::map<QString, Own> own;
    std::map<QString, deck::ChartKind> charts = {}; ///< of slides whose chart is drawn another way than it is at first
    friend bool operator==(const SlideChoice&, const SlideChoice&) = default;
};
[[nodiscard]] SlideChoice slideChoice(const Qbr& review);
/// Into the record; what else its parts keep stays.
void setSlideChoice(Qbr& review, const SlideChoice& choice);

/// The figures as they stood when they were refreshed last: id of the slide and of the figure ("use/use.now") and its
/// value as text.
using Seen = std::map<QString, QString>;
[[nodiscard]] Seen seenFigures(const Qbr& review);
void setSeenFigures(Qbr& review, const Seen& seen);

} // namespace steward::qbr
