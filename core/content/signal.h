// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/points.h"
#include "core/content/text.h"

#include <map>
#include <optional>

namespace steward::content {

enum class Severity
{
    Critical,
    High,
    Medium,
    Low,
    Good ///< good news
};
/// "critical"
[[nodiscard]] QString nameOf(Severity severity);

/// Where a signal is shown.
enum class SignalLane
{
    Clock, ///< on the clock, by time
    Value, ///< ranked by value
    Good,  ///< good news, ranked by what may be gained
    Book   ///< once for the whole book
};

/// A signal of content.md 2.1. Its rule is core/work's, by id; what the rule demands of numbers and sentences is its to
/// check: work::checkRules(). Entry::text says the rule to people.
struct SignalKind : Entry
{
    SignalLane lane = SignalLane::Value;
    QString play;                     ///< id of the play to run; empty: none
    QString key;                      ///< what stands for one case of an account; empty: there is only one
    std::optional<int> cooldownDays;  ///< days of rest after it was done or dismissed; none: no rest
    bool asks = false;                ///< asks something of the customer: only in good standing
    std::map<QString, Fixed> numbers; ///< "medium" -> 25
    QStringList arguments;            ///< of its sentences, in the order in which a message carries them
    std::map<QString, Text> say;      ///< sentence -> text with key "signal.<id>.<sentence>"
};

/// Linear between its points, flat outside.
using Curve = std::vector<std::pair<Fixed, Fixed>>;

/// The numbers of the order (content.md 2.2).
struct Ranking
{
    std::map<QString, Fixed> severity; ///< by nameOf(Severity)
    Fixed furtherShare;                ///< of its own weight that each further signal adds
    Fixed severityMost;
    Curve time; ///< by days to renewal or notice
    Fixed timePassed;
    Fixed timeUnknown;
    int pointsForDouble = 1; ///< so many points lost double the value
    int changeDays = 0;      ///< counted over so many days
    Curve age;               ///< by days since the newest evidence
    Fixed thanksShare;       ///< of ARR: what advocacy and thanks are worth
    int seatsAt = 100;       ///< per cent of use at which more seats are bought
    int budget = 0;          ///< rows that fit a day
    int goodAmong = 0;       ///< one row of good news among the first so many
    Fixed worseBy;           ///< a figure worse by this share wakes what was dismissed
};

/// What an account must be before it is asked for anything (content.md 2.1, good standing).
struct GoodStanding
{
    QString band;
    int known = 0; ///< per cent of the score
    int npsLeast = 0;
    int npsDays = 0;
    int overdueDays = 0; ///< beyond habit
};

/// Why a signal was dismissed. days: how long it rests; none: its own cool-down.
struct DismissReason : Entry
{
    std::optional<int> days;
};

/// signals.json: content.md 2.
struct Signals
{
    Ranking ranking;
    GoodStanding standing;
    std::vector<DismissReason> dismiss;
    std::vector<SignalKind> kinds;
};

/// Reads and checks signals.json: ids unique, curves rise, every severity has a weight, lanes are known.
[[nodiscard]] Parsed<Signals> parseSignals(const QByteArray& bytes);

} // namespace steward::content
