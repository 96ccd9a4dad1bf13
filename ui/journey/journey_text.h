// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/journey_board.h"
#include "core/workspace/numbers.h"
#include "ui/account/rows.h"
#include "ui/style/theme.h"

#include <QLocale>

/// What the board says. Pure functions of the numbers.
namespace steward::journeys {

/// The board of a book on one day; shared, immutable. What looks at every account is worked out with it, away from the
/// window.
struct Shown
{
    struct Place
    {
        std::size_t lane = 0;
        std::size_t card = 0;
    };
    Numbers numbers;
    work::Board board;
    std::vector<std::optional<qint64>> laneArr; ///< by lane, in minor units, of all accounts that say one
    std::vector<Place> listed; ///< who is stuck first, then behind, then who is ready to move; in each by their worth
    [[nodiscard]] const content::JourneyStage* stageOf(const QString& id) const;
};
using ShownBoard = std::shared_ptr<const Shown>;
[[nodiscard]] ShownBoard boardOn(const Numbers& numbers);

/// A card in words.
struct CardText
{
    QString name;
    style::Band band = style::Band::Unknown;
    QString score; ///< empty: too little is known
    QString arr;
    QString days;      ///< "288 d"
    double share = -1; ///< of the target; below 0: there is none
    journey::ClockState state = journey::ClockState::NoTarget;
    QString clock; ///< "stuck", "behind"; empty: on time
    QString why;   ///< it is stuck or behind
    QString offer; ///< "to Adoption"; empty: none
};
[[nodiscard]] CardText cardText(const work::BoardCard& card, const Shown& shown, const QLocale& locale);
[[nodiscard]] QString spoken(const CardText& text);

[[nodiscard]] QString nameOf(const work::BoardLane& lane, const Shown& shown, const QLocale& locale);
/// A lane in words: what its head says.
struct LaneText
{
    QString name;
    QString count;
    QString arr;
    QString csat;     ///< "CSAT 79 % of 14 answers"; empty: none
    QString still;    ///< where accounts stand still, the two most frequent
    QString friction; ///< where they get stuck, as somebody said it, the two most frequent
    QString median;   ///< "median 34 d of 45"; empty: nobody is there
    QString stuck;    ///< "2 stuck"; empty: none
    QString behind;
    QString offered;
};
[[nodiscard]] LaneText laneText(std::size_t lane, const Shown& shown, const QLocale& locale);

/// Why a move is offered, in one sentence.
[[nodiscard]] QString reasonOf(const work::OfferedMove& offer, const work::BoardLane& lane, const Shown& shown,
                               const QLocale& locale);
/// What is behind a card: the clock and why, the move offered, what is to be reached, where others get stuck.
[[nodiscard]] std::vector<account::Line> behindCard(const work::BoardCard& card, const work::BoardLane& lane,
                                                    const Shown& shown, const QLocale& locale);

} // namespace steward::journeys
