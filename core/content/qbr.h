// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/text.h"

#include <map>

namespace steward::content {

/// Entry::text is the one thing to say; the rest is for the presenter too.
struct QbrSlide : Entry
{
    QString part; ///< id of a part; empty on the cover
    int minutes = 0;
    Text ask;   ///< the question to ask
    Text avoid; ///< what not to say
};

/// Something a review needs; name says what, text what to do about it.
struct QbrItem : Entry
{
    int weight = 0;
};

/// qbr.json: the slides of a review with their minutes, every sentence and word on them, and what makes a review ready
/// (content.md 7).
struct Qbr
{
    std::vector<Entry> parts;
    std::vector<QbrSlide> slides;
    std::vector<QbrItem> readiness;
    std::map<QString, Text> sentences; ///< by id: "use.up_people"
    QStringList internalWords;         ///< never in a sentence of ours that a customer reads

    /// Null for an id that the file lacks.
    [[nodiscard]] const Text* sentence(const QString& id) const;
};

/// Reads and checks qbr.json: minutes add up to 60, readiness to 100, parts exist, every placeholder is known, no
/// sentence has an internal word.
[[nodiscard]] Parsed<Qbr> parseQbr(const QByteArray& bytes);

/// As this Steward was built with it. "content.damaged": a broken package.
[[nodiscard]] Result<Qbr> shippedQbr();

/// "{n|thing|things}" is the word for a count; this is its name, "n".
[[nodiscard]] QString placeholderName(const QString& placeholder);

} // namespace steward::content
