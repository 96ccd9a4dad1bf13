// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/figure.h"
#include "core/portfolio/portfolio.h"

#include <functional>

namespace steward::query {

/// Kinds that a reader of a timeline wants or does not want to see.
enum class TimelineKind
{
    Conversations,
    Notes,
    Reviews,
    Tickets,
    Answers,
    Money,
    People,
    Risks,
    Plan,
    Tasks,
    Changes,
    Count
};

enum class TimelineTone
{
    Plain,
    Good,
    Late, ///< behind, waiting
    Hurts
};

/// Something that happened at an account, or is planned.
struct TimelineLine
{
    QDate day;
    TimelineKind kind = TimelineKind::Changes;
    RecordRef record;
    QString icon;    ///< id of a kind of touch, or the name of an entity; "open_task"
    Message what;    ///< one line
    Message outcome; ///< what came of it; no code: nothing to say
    QString who;     ///< of theirs, else of ours
    std::vector<ContactId> contacts;
    TimelineTone tone = TimelineTone::Plain; ///< of the outcome
    bool isPlanned = false;                  ///< after the day asked about
    Message landmark;                        ///< in two or three words, of what may move a score; no code: none
};

/// What a word of the content's lists is called: list, id.
using WordOf = std::function<QString(QStringView list, const QString& id)>;

/// Everything of an account that has a day, newest first. facts: as of the day. Figures are sentences' arguments; names
/// of people are in it, for our own eyes only.
[[nodiscard]] std::vector<TimelineLine> timelineOf(const AccountFacts& facts, const BookFacts& book, QDate day,
                                                   const WordOf& word);

} // namespace steward::query
