// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/content/words.h"
#include "core/portfolio/facts.h"
#include "core/work/meeting_note.h"

#include <set>

/// A conversation that is written down while it is held, and what its note becomes when it is over: records of the
/// account, in one edit.
namespace steward::work {

/// What a note is read with. All that is referred to outlives the call.
struct MeetingBook
{
    const AccountFacts& facts; ///< of the account, as of today
    const content::WordLists& words;
    QDate today;
    QLocale locale;
    PersonId us; ///< who writes, and does what we promise; none: nobody is named
};

/// The conversation an account's note is written on: one whose note was begun and that never ended, the newest first,
/// else the first that is planned for today; nullptr: none.
[[nodiscard]] const Touch* meetingOf(const AccountFacts& facts, QDate today);
/// A call of today that the book does not have yet. id: the one it will have, not 0.
[[nodiscard]] Touch newMeeting(const MeetingBook& book, qint64 id);
/// Keeps what was typed so far: the conversation stays planned, and no figure counts it. touch: with its id, which it
/// gets where the book does not have it yet. Label its edit "edit.typing-note": what is typed is one step of undo.
[[nodiscard]] Status keepNote(book::Edit& edit, Touch touch, const QString& note, const QString& invitation);

/// What a held conversation makes beside itself.
enum class Making : quint8
{
    OurPromise,
    TheirPromise,
    Question,
    Words,
    Risk,
    Value,
    Goal, ///< one of theirs that was spoken of: reviewed today, and where it stands
    Count
};
struct MeetingRecords
{
    Touch touch;                 ///< held, with the note
    std::vector<Task> ours;      ///< category "promise"
    std::vector<Task> theirs;    ///< category "promise", the customer has the next move
    std::vector<Task> questions; ///< category "insight", to be asked again
    std::vector<Feedback> words;
    std::vector<Risk> risks;
    std::vector<Value> values;
    std::vector<Goal> goals; ///< as they will be
    [[nodiscard]] std::size_t count(Making making) const;
    /// With the conversation.
    [[nodiscard]] std::size_t count() const;
};
/// What a note becomes. touch: the conversation with who took part; without: what is not to be made.
/// - A person is named in a line by name or last name; their words may begin with one and a colon. Where nobody is
///   named, the only one who took part is meant, else nobody.
/// - A risk may begin with its kind and a colon ("price: ..."); !low, !high and !urgent give its severity.
/// - A value that names one of the open goals counts for it; a number behind the name is where the goal stands.
/// - A conversation with promises, questions or results owes a recap within 24 hours of its end.
[[nodiscard]] MeetingRecords meetingRecords(const MeetingBook& book, const Touch& touch, const QString& note,
                                            const QString& invitation, const std::set<Making>& without = {});
/// Writes them; the conversation ends with the edit where nobody said how long it took.
[[nodiscard]] Status write(book::Edit& edit, const MeetingRecords& records);
/// Keeps the note as a note of ours: nobody was spoken with.
[[nodiscard]] Status keepAsNote(book::Edit& edit, Touch touch, const QString& note, const QString& invitation);

} // namespace steward::work
