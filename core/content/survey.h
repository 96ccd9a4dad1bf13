// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/text.h"

#include <optional>
#include <utility>

namespace steward::content {

/// Entry::text is what is asked, word for word, with {product}, {vendor} or {what} filled in.
struct Question : Entry
{
    QString kind; ///< "nps", "csat", "ces", "text"
    std::optional<std::pair<int, int>> scale;
    QString followUp; ///< id of the question asked next, or empty
};

/// When a survey is due: never at random, always after something (content.md 6.1).
struct SurveyRule : Entry
{
    QString question;
    QString after; ///< "ticket_closed", "first_value", "cycle" (from the last answer) ...
    int days = 0;
    QString touchpoint;
    std::optional<int> every;         ///< each n-th time only, in place of the other rule with the same "after"
    std::optional<int> notWithin;     ///< not if the same contact answered within so many days
    std::optional<int> beforeRenewal; ///< sponsor and decision maker: so many days before the renewal
    bool attendeesOnly = false;
};

struct SurveyHold : Entry
{
    std::optional<int> days;
};

/// surveys.json
struct Surveys
{
    std::vector<Question> questions;
    std::vector<SurveyRule> rules;
    std::vector<SurveyHold> holds;
};

/// brief.json: the one-minute brief and the handover pack (content.md 6.2). Entry::text is the sentence.
struct Brief
{
    std::vector<Entry> lines; ///< in this order, each only if it has something
    std::vector<Entry> questions;
    std::vector<Entry> handover;
};

/// Reads and checks surveys.json: ids unique, questions named exist.
[[nodiscard]] Parsed<Surveys> parseSurveys(const QByteArray& bytes);
/// Reads and checks brief.json: ids unique.
[[nodiscard]] Parsed<Brief> parseBrief(const QByteArray& bytes);

} // namespace steward::content
