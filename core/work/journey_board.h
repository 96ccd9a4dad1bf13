// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/content/journey_past.h"
#include "core/feedback/satisfaction.h"
#include "core/journey/milestones.h"

/// Where every account stands on its way (content 4), and the move it is ready for.
namespace steward::work {

/// A move to the next stage, offered because every milestone of the present one is reached.
struct OfferedMove
{
    QString to;        ///< id of the stage; empty: no move is offered
    QString milestone; ///< the one reached last, id
    QDate reached;
    int milestones = 0; ///< of the stage, all reached
    friend bool operator==(const OfferedMove&, const OfferedMove&) = default;
};

/// One account in its stage.
struct BoardCard
{
    AccountId account;
    journey::StageClock clock;
    QString stuckAt;  ///< milestone that is planned, past and not reached; empty: none
    QString friction; ///< where they get stuck, as a person said it since the stage began; empty: nobody did
    QDate frictionOn;
    RecordRef frictionBy;
    OfferedMove offer; ///< to nowhere: none
};

struct BoardLane
{
    const content::JourneyStage* stage = nullptr; ///< of the content given; nullptr: a stage that no template has
    QString called;                               ///< as the accounts call it, where no template has it
    std::vector<BoardCard> cards;                 ///< stuck, then behind, then the rest; in each the longest first
    std::optional<qint64> medianDays;             ///< in the stage so far
    feedback::CsatCount csat;                     ///< answers of the last year that were given in the stage
    /// Milestones at which accounts of the lane stand still, most accounts first.
    std::vector<std::pair<QString, qsizetype>> standstills;
    /// Where accounts of the lane get stuck, as people said, most accounts first.
    std::vector<std::pair<QString, qsizetype>> frictions;
    [[nodiscard]] qsizetype count(journey::ClockState state) const;
    [[nodiscard]] qsizetype offers() const;
};

/// The lanes of the template that most accounts' stages are of, in its order; then those of stages it does not have.
/// Former customers and accounts without a stage are on no lane; the latter are counted.
struct Board
{
    const content::JourneyTemplate* journey = nullptr; ///< nullptr: no account has a stage of any
    std::vector<BoardLane> lanes;
    qsizetype withoutStage = 0;
};
/// The stage an account's text means, by id or name without case; nullptr: the template has none such.
[[nodiscard]] const content::JourneyStage* stageCalled(const content::JourneyTemplate& journey, const QString& name);
/// The template the book has chosen, else the one that knows most of the stages the accounts are in, of several the
/// first; nullptr: none knows any.
[[nodiscard]] const content::JourneyTemplate* journeyOf(const Portfolio& facts, const content::Journeys& journeys);
/// What the stages ask, of every template: a book uses one, imported names may come from another. Those of `first`
/// count before the others'.
[[nodiscard]] std::vector<journey::StageRule> stageRules(const content::Journeys& journeys,
                                                         const content::JourneyTemplate* first);
/// When somebody is behind or stuck.
[[nodiscard]] journey::ClockRules stageClocks(const content::Journeys& journeys);
/// The stage that comes behind one on the way, beside which others may run; nullptr: it is the last, or not of it.
[[nodiscard]] const content::JourneyStage* stageAfter(const content::JourneyTemplate& journey,
                                                      const content::JourneyStage* stage);
/// Of an even number the mean of the two in the middle, rounded down; none: there are none.
[[nodiscard]] std::optional<qint64> medianOf(std::vector<qint64> days);

/// facts: as of the day. journeys must outlive it.
[[nodiscard]] Board boardOf(const Portfolio& facts, const content::Journeys& journeys, QDate day);

[[nodiscard]] OfferedMove offerOf(const AccountFacts& facts, const BookFacts& book,
                                  const content::JourneyTemplate& journey, const content::JourneyStage& stage,
                                  QDate day);

/// The kind of the event that says where an account gets stuck; its note says it.
inline constexpr auto stuckEvent = u"stuck";
/// Writes down where the account gets stuck, on the day of the edit.
[[nodiscard]] Status confirmFriction(book::Edit& edit, AccountId account, const QString& friction);

/// Records the move of an account on the day of the edit, and the stage with it. Nothing happens where the account is
/// in that stage. by: who says so, may be none.
[[nodiscard]] Status moveStage(book::Edit& edit, const AccountFacts& facts, const content::JourneyStage& to,
                               const QString& why, PersonId by);

} // namespace steward::work
