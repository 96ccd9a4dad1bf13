// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/points.h"
#include "core/content/text.h"

#include <map>
#include <optional>

namespace steward::content {

/// "quiet_period", or a name with a limit: "age<60" (days), "cadence<22", "days_since_invoice>400".
struct Condition
{
    QString name;
    char comparison = 0; ///< '<', '>' or 0 where the name stands alone
    Fixed limit;
    friend bool operator==(const Condition&, const Condition&) = default;
};

/// none when the text is no condition.
[[nodiscard]] std::optional<Condition> conditionFrom(QStringView text);

/// One measure of content.md 1.1. What its evidence demands (numbers, points, states, sentences) is core/health's to
/// check: health::checkKinds().
struct Measure : Entry
{
    QString group;
    QString evidence;             ///< the rule that computes x
    QString metric;               ///< "primary", "seat" or empty
    QStringList reads;            ///< kinds of data: named under Gaps where they are missing
    std::optional<int> freshDays; ///< older than this: unknown
    std::vector<Condition> notApplicable;
    QStringList practised;            ///< kinds that must be practised before "none" means none
    QStringList seenPractised;        ///< also these, where the rule reads "seen" or "met"
    QStringList connectedAny;         ///< one of these must be connected
    QStringList arguments;            ///< of its sentences, in the order in which a message carries them
    std::map<QString, Fixed> numbers; ///< "window", "seasonal_relief.within"
    std::map<QString, Points> curves; ///< "points", or the names of points_by
    std::map<QString, int> states;    ///< state -> score
    std::map<QString, Text> say;      ///< sentence -> text with key "measure.<id>.<sentence>"

    [[nodiscard]] Fixed number(const QString& which) const { return numbers.at(which); }
    /// The whole part of a number: windows and ages.
    [[nodiscard]] int days(const QString& which) const { return static_cast<int>(numbers.at(which).toWhole()); }
    [[nodiscard]] const Points& points(const QString& curve = QStringLiteral("points")) const
    {
        return curves.at(curve);
    }
    [[nodiscard]] Score state(const QString& which) const { return Score::whole(states.at(which)); }
};

struct Cap : Entry
{
    QString when; ///< for people; the rule is core/health's, by id
    int notAbove = 0;
    std::map<QString, Fixed> numbers;
    Text say; ///< key "cap.<id>"

    [[nodiscard]] Fixed number(const QString& which) const { return numbers.at(which); }
    [[nodiscard]] int days(const QString& which) const { return static_cast<int>(numbers.at(which).toWhole()); }
};

/// Applies where one of the alternatives holds, all conditions of which must hold; [[]] applies always.
struct Scorecard : Entry
{
    std::vector<std::vector<Condition>> appliesWhen;
    std::map<QString, int> weights; ///< measure -> weight; they add to 100

    /// 0 where the measure is not part of it.
    [[nodiscard]] int weightOf(const QString& measure) const;
};

/// Half-open on the exact score: from <= score.
struct Band
{
    QString id;
    Text name;
    int from = 0;
};

struct Override
{
    int mostDays = 0;
    int minNote = 0; ///< characters
    std::vector<Entry> reasons;
};

/// A reason why a measure is unknown or not applicable, by id; key "unknown.<id>", "not_applicable.<id>".
struct Reason
{
    QString id;
    Text say;
};

/// scorecards.json: everything of content.md 1.
struct Scorecards
{
    std::vector<Band> bands; ///< best first
    int unknownBelow = 0;    ///< coverage in per cent
    int partlyBelow = 0;
    int practisedShare = 0; ///< per cent of the accounts concerned
    int practisedTouchDays = 0;
    Override override;
    std::vector<Reason> unknown;
    std::vector<Reason> notApplicable;
    std::vector<Entry> groups;
    std::vector<Measure> measures;
    std::vector<Scorecard> scorecards; ///< the first that applies is the one
    std::vector<Cap> caps;
};

/// Reads and checks scorecards.json, shipped or from a book.
[[nodiscard]] Parsed<Scorecards> parseScorecards(const QByteArray& bytes);

/// The checks of content.md 10 that concern scorecards, on content already read: ids unique, points rise, scores within
/// 0 to 100, weights of each scorecard add to 100 and name measures that exist, every placeholder among the arguments,
/// the last scorecard applies always, caps inside a band.
[[nodiscard]] Issues check(const Scorecards& scorecards);

} // namespace steward::content
