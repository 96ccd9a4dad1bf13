// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/quick_task.h"

/// A note of a conversation as it is typed: plain lines, and lines whose first letter says what they are.
namespace steward::work {

enum class Mark : quint8
{
    None,
    OurPromise,   ///< !
    TheirPromise, ///< >
    Question,     ///< ? still open
    Words,        ///< " theirs, as they said it
    Risk,         ///< *
    Value         ///< + a value or a success
};
/// None: an invalid letter.
[[nodiscard]] QChar signOf(Mark mark);
/// By a line's first letter that is no blank; the typographic quotation marks and the star of a list count, too.
[[nodiscard]] Mark markOf(QStringView line);

struct NoteLine
{
    Mark mark = Mark::None;
    QString text; ///< without sign, day and priority; of plain lines and of their words: as typed
    QDate due;
    QString priority; ///< low, normal, high, urgent; empty: not said
    TextPart day;     ///< where the line says it, with the word before it ("by"); empty: it does not
    friend bool operator==(const NoteLine&, const NoteLine&) = default;
};
/// Days (see dayFrom()) are understood in promises, questions and risks of up to `longestItem` letters.
[[nodiscard]] NoteLine readLine(const QString& line, QDate today, const QLocale& locale);
/// The lines that say something; a sign alone says nothing.
[[nodiscard]] std::vector<NoteLine> readNote(const QString& note, QDate today, const QLocale& locale);
inline constexpr qsizetype longestItem = 400;

/// The note with another priority in the risk of that number, from 0; "normal": none is said. The same note where it
/// has no such risk.
[[nodiscard]] QString withRiskPriority(const QString& note, int risk, const QString& priority);

/// The text of a conversation that is being written down: the note, then what its invitation said. Of one that is over
/// the invitation is left out where there was none.
[[nodiscard]] QString textWhileWritten(const QString& note, const QString& invitation);
[[nodiscard]] QString textWhenHeld(const QString& note, const QString& invitation);
/// The same, taken apart again.
struct WrittenText
{
    QString note;
    QString invitation;
    bool isBegun = false; ///< somebody writes, or wrote, a note on it
};
[[nodiscard]] WrittenText writtenText(const QString& text);

} // namespace steward::work
