// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/content.h"
#include "core/work/meeting.h"

#include <QLocale>

/// What a note is understood as, in words.
namespace steward::meeting {

/// "promise of ours, Fri 20 Nov"; empty: a plain line.
[[nodiscard]] QString readingOf(const work::NoteLine& line, const QLocale& locale);
/// "Fri 20 Nov"
[[nodiscard]] QString dayWord(QDate day, const QLocale& locale);

/// One kind of record that a note makes.
struct MakingText
{
    work::Making making = work::Making::Count; ///< Count: the conversation itself
    QString icon;
    QString title;  ///< "2 promises of ours"
    QString detail; ///< what they say
};
/// What is made, the conversation first. all: what the note says; the kinds that are not wanted are among them.
[[nodiscard]] std::vector<MakingText> makingTexts(const work::MeetingRecords& all, const AccountFacts& facts,
                                                  const content::Content& content, const QLocale& locale);

} // namespace steward::meeting
