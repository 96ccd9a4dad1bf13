// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/journey.h"
#include "core/content/scorecard.h"
#include "core/health/cap_kind.h"
#include "core/health/measure_kind.h"

namespace steward::health {

/// Conditions that make a measure not applicable whatever its kind.
enum class SharedLimit : quint8
{
    QuietPeriod, ///< the day the data reach to lies in one
    Age,         ///< younger than so many days
    NoPeople     ///< its segment names no person
};

/// A measure of the scorecards with its kind, looked up once: measures ask by index, never by name.
class Rule
{
public:
    /// measure has everything its kind demands.
    Rule(const content::Measure& measure, const MeasureKind& kind);

    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] const QString& group() const { return m_group; }
    [[nodiscard]] const MeasureKind& kind() const { return *m_kind; }
    [[nodiscard]] Reading read(const AccountView& account, Trail& trail) const;

    /// Index into the kind's lists.
    [[nodiscard]] content::Fixed number(int which) const { return m_numbers[std::size_t(which)]; }
    [[nodiscard]] int days(int which) const { return static_cast<int>(number(which).toWhole()); }
    [[nodiscard]] const content::Points& curve(int which = 0) const { return m_curves[std::size_t(which)]; }
    [[nodiscard]] content::Score state(int which) const { return content::Score::whole(m_states[std::size_t(which)]); }
    /// none: the data does not ask for it.
    [[nodiscard]] std::optional<content::Fixed> limit(int which) const { return m_limits[std::size_t(which)]; }
    /// Key of a sentence of the content, "measure.nps.scores".
    [[nodiscard]] const QString& sentence(int which) const { return m_sentences[std::size_t(which)]; }

    [[nodiscard]] std::optional<int> freshDays() const { return m_fresh; }
    [[nodiscard]] std::span<const DataKind> reads() const { return m_reads; }
    [[nodiscard]] std::span<const DataKind> practised() const { return m_practised; }
    /// Also practised where the rule reads "seen" or "met".
    [[nodiscard]] std::span<const DataKind> seenPractised() const { return m_seenPractised; }
    [[nodiscard]] std::span<const DataKind> connectedAny() const { return m_connectedAny; }

private:
    struct Shared
    {
        SharedLimit limit;
        int days = 0;
    };

    QString m_id;
    QString m_group;
    const MeasureKind* m_kind;
    std::vector<content::Fixed> m_numbers;
    std::vector<content::Points> m_curves;
    std::vector<int> m_states;
    std::vector<std::optional<content::Fixed>> m_limits;
    std::vector<QString> m_sentences;
    std::vector<Shared> m_shared;
    std::optional<int> m_fresh;
    std::vector<DataKind> m_reads;
    std::vector<DataKind> m_practised;
    std::vector<DataKind> m_seenPractised;
    std::vector<DataKind> m_connectedAny;
};

/// When a scorecard applies: one of its conditions, its name looked up once.
struct CardCondition
{
    enum class Ask : quint8
    {
        Never, ///< a name nobody knows
        OnboardingStage,
        NotActivated,
        Age,
        Cadence, ///< of its segment
        NoPeople
    };
    Ask ask = Ask::Never;
    char comparison = '<'; ///< of an age or a cadence
    content::Fixed limit;

    explicit CardCondition(const content::Condition& condition);
    [[nodiscard]] bool holds(const AccountView& account) const;
};

/// A measure in a scorecard.
struct Weighted
{
    const Rule* rule = nullptr;
    int weight = 0;
};

/// The scorecards of a book, ready to be applied. Keeps its own copy of the content; movable, not copied.
class Model
{
public:
    struct Card
    {
        QString id;
        int version = 0;
        std::vector<std::vector<CardCondition>> appliesWhen; ///< one of the rows, all of its conditions
        std::vector<Weighted> measures;                      ///< in the order of the scorecards' list of measures
        bool isOnboarding = false;
        DataKinds reads = 0; ///< kinds of data that its measures read

        [[nodiscard]] bool applies(const AccountView& account) const;
    };

    /// Error "health.scorecards" with the place and what is missing where a measure lacks what its kind demands.
    [[nodiscard]] static Result<Model> make(content::Scorecards scorecards, const content::Journeys& journeys);

    [[nodiscard]] const content::Scorecards& content() const { return m_content; }
    [[nodiscard]] std::span<const Card> cards() const { return m_cards; }
    [[nodiscard]] std::span<const CapRule> caps() const { return m_caps; }
    [[nodiscard]] std::span<const std::unique_ptr<Rule>> rules() const { return m_rules; } ///< in the content's order
    /// nullptr: none of that id.
    [[nodiscard]] const Rule* rule(QStringView id) const;
    /// The measure of the seats; nullptr: these scorecards have none.
    [[nodiscard]] const Rule* seatRule() const { return m_seatRule; }
    /// A stage of one of the journeys in which an account is being onboarded, by id or name, without case.
    [[nodiscard]] bool isOnboardingStage(const QString& stage) const;
    [[nodiscard]] bool isOnboardingMilestone(const QString& kind) const
    {
        return m_onboardingMilestones.contains(kind);
    }
    [[nodiscard]] bool isRequiredMilestone(const QString& kind) const { return m_requiredMilestones.contains(kind); }
    /// The band of a score of 0 to 100, given as numerator / denominator.
    [[nodiscard]] const content::Band& bandOf(qint64 numerator, qint64 denominator) const;

private:
    void readJourneys(const content::Journeys& journeys);

    content::Scorecards m_content;
    std::vector<std::unique_ptr<Rule>> m_rules;
    const Rule* m_seatRule = nullptr;
    std::vector<Card> m_cards;
    std::vector<CapRule> m_caps;
    QStringList m_onboardingStages;
    QStringList m_onboardingMilestones; ///< of stages of onboarding, and those before them
    QStringList m_requiredMilestones;
};

/// What measures lack or have too much against their kinds: "content.evidence.missing", "content.evidence.unknown" with
/// the place and the name.
[[nodiscard]] content::Issues checkKinds(const content::Scorecards& scorecards);

} // namespace steward::health
