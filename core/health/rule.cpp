// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/rule.h"

#include "core/content/evidence.h"
#include "core/health/account_view.h"

#include <algorithm>

namespace steward::health {

namespace {

std::optional<SharedLimit> sharedLimit(QStringView name)
{
    if (name == u"quiet_period")
        return SharedLimit::QuietPeriod;
    if (name == u"age")
        return SharedLimit::Age;
    return name == u"no_people" ? std::optional(SharedLimit::NoPeople) : std::nullopt;
}

std::vector<DataKind> kindsOf(const QStringList& names)
{
    std::vector<DataKind> kinds;
    for (const QString& name : names)
        if (const auto kind = dataKindNamed(name))
            kinds.push_back(*kind);
    return kinds;
}

DataKinds bitsOf(std::span<const DataKind> kinds)
{
    DataKinds bits = 0;
    for (const DataKind kind : kinds)
        bits |= bitOf(kind);
    return bits;
}

/// Reports what is there but not wanted, and what is wanted but not there.
template <class Map>
void compareNames(const Map& present, std::string_view wanted, const QString& place, content::Issues& issues)
{
    const QStringList names = content::wordsOf(wanted);
    for (const QString& name : names)
        if (!present.contains(name))
            issues.push_back({Code("content.evidence.missing"), {place, name}});
    for (const auto& [name, value] : present)
        if (!names.contains(name))
            issues.push_back({Code("content.evidence.unknown"), {place, name}});
}

const CapKind* capKind(QStringView id)
{
    const auto found = std::ranges::find_if(capKinds(), [id](const CapKind& each) {
        return id == QLatin1StringView(each.id.data(), qsizetype(each.id.size()));
    });
    return found == capKinds().end() ? nullptr : &*found;
}

void checkKind(const content::Measure& measure, content::Issues& issues)
{
    const QString place = QStringLiteral("scorecards.json measures[") % measure.id % u']';
    const MeasureKind* kind = measureKind(measure.evidence);
    if (!kind) {
        issues.push_back({Code("content.evidence.unknown"), {place, measure.evidence}});
        return;
    }
    compareNames(measure.numbers, kind->numbers, place, issues);
    compareNames(measure.curves, kind->curves, place, issues);
    compareNames(measure.states, kind->states, place, issues);
    compareNames(measure.say, kind->sentences, place, issues);
    const QStringList limits = content::wordsOf(kind->limits);
    for (const content::Condition& condition : measure.notApplicable)
        if (!sharedLimit(condition.name) && !limits.contains(condition.name))
            issues.push_back({Code("content.evidence.unknown"), {place, condition.name}});
    for (const QStringList& names : {measure.reads, measure.practised, measure.seenPractised, measure.connectedAny})
        for (const QString& name : names)
            if (!dataKindNamed(name))
                issues.push_back({Code("content.evidence.unknown"), {place, name}});
    if (measure.reads.isEmpty())
        issues.push_back({Code("content.evidence.missing"), {place, QStringLiteral("reads")}});
}

} // namespace

Rule::Rule(const content::Measure& measure, const MeasureKind& kind)
    : m_id(measure.id)
    , m_group(measure.group)
    , m_kind(&kind)
    , m_fresh(measure.freshDays)
    , m_reads(kindsOf(measure.reads))
    , m_practised(kindsOf(measure.practised))
    , m_seenPractised(kindsOf(measure.seenPractised))
    , m_connectedAny(kindsOf(measure.connectedAny))
{
    for (const QString& name : content::wordsOf(kind.numbers))
        m_numbers.push_back(measure.number(name));
    for (const QString& name : content::wordsOf(kind.curves))
        m_curves.push_back(measure.points(name));
    for (const QString& name : content::wordsOf(kind.states))
        m_states.push_back(measure.states.at(name));
    for (const QString& name : content::wordsOf(kind.sentences))
        m_sentences.push_back(measure.say.at(name).key);
    const QStringList limits = content::wordsOf(kind.limits);
    m_limits.resize(std::size_t(limits.size()));
    for (const content::Condition& condition : measure.notApplicable) {
        if (const auto shared = sharedLimit(condition.name))
            m_shared.push_back({*shared, static_cast<int>(condition.limit.toWhole())});
        else
            m_limits[std::size_t(limits.indexOf(condition.name))] = condition.limit;
    }
}

CapRule::CapRule(const content::Cap& cap, const CapKind& kind, const Rule* basis)
    : m_id(cap.id)
    , m_notAbove(cap.notAbove)
    , m_sentence(cap.say.key)
    , m_kind(&kind)
    , m_basis(basis)
{
    for (const QString& name : content::wordsOf(kind.numbers))
        m_numbers.push_back(cap.number(name));
    m_reads = bitsOf(kindsOf(content::wordsOf(kind.reads)));
}

CardCondition::CardCondition(const content::Condition& condition)
    : comparison(condition.comparison)
    , limit(condition.limit)
{
    static constexpr std::pair<QStringView, Ask> names[] = {{u"onboarding_stage", Ask::OnboardingStage},
                                                            {u"not_activated", Ask::NotActivated},
                                                            {u"age", Ask::Age},
                                                            {u"cadence", Ask::Cadence},
                                                            {u"no_people", Ask::NoPeople}};
    for (const auto& [name, what] : names)
        if (condition.name == name)
            ask = what;
}

bool CardCondition::holds(const AccountView& account) const
{
    const auto compare = [this](std::optional<int> value) {
        const auto whole = content::Fixed::whole(value.value_or(0));
        return value && (comparison == '<' ? whole < limit : whole > limit);
    };
    switch (ask) {
    case Ask::OnboardingStage:
        return account.isOnboardingStage();
    case Ask::NotActivated:
        return !account.isAdopted();
    case Ask::Age:
        return compare(account.age());
    case Ask::Cadence:
        return account.hasSegment() && compare(account.cadence());
    case Ask::NoPeople:
        return !account.hasPeople();
    case Ask::Never:
        break;
    }
    return false;
}

bool Model::Card::applies(const AccountView& account) const
{
    return std::ranges::any_of(appliesWhen, [&account](const auto& all) {
        return std::ranges::all_of(all, [&account](const CardCondition& each) { return each.holds(account); });
    });
}

Reading Rule::read(const AccountView& account, Trail& trail) const
{
    for (const Shared& each : m_shared) {
        if (each.limit == SharedLimit::NoPeople && !account.hasPeople())
            return notApplicable(trail, "no_people");
        if (each.limit == SharedLimit::Age) {
            const auto age = account.age();
            if (age && *age < each.days)
                return notApplicable(trail, "age", *age);
        }
        if (each.limit == SharedLimit::QuietPeriod)
            if (const QuietPeriod* quiet = account.quietPeriod(account.end(*this)))
                return notApplicable(trail, "quiet_period", quiet->to);
    }
    return m_kind->read(account, *this, trail);
}

Result<Model> Model::make(content::Scorecards scorecards, const content::Journeys& journeys)
{
    if (const content::Issues issues = checkKinds(scorecards); !issues.empty())
        return fail(Code("health.scorecards"), ErrorKind::Failed, issues.front().arguments);
    Model model;
    model.m_content = std::move(scorecards);
    for (const content::Measure& measure : model.m_content.measures) {
        model.m_rules.push_back(std::make_unique<Rule>(measure, *measureKind(measure.evidence)));
        if (measure.evidence == u"licence" && !model.m_seatRule)
            model.m_seatRule = model.m_rules.back().get();
    }
    for (const content::Scorecard& card : model.m_content.scorecards) {
        Card compiled{card.id, card.version, {}, {}, card.id == u"onboarding"};
        for (const auto& conditions : card.appliesWhen) {
            auto& row = compiled.appliesWhen.emplace_back(conditions.begin(), conditions.end());
            // All must hold: what costs most is asked last.
            std::ranges::stable_partition(
                row, [](const CardCondition& each) { return each.ask != CardCondition::Ask::NotActivated; });
        }
        for (const auto& rule : model.m_rules)
            if (const int weight = card.weightOf(rule->id()); weight > 0) {
                compiled.measures.push_back({rule.get(), weight});
                for (const auto& kinds :
                     {rule->reads(), rule->practised(), rule->seenPractised(), rule->connectedAny()})
                    compiled.reads |= bitsOf(kinds);
            }
        model.m_cards.push_back(std::move(compiled));
    }
    for (const content::Cap& cap : model.m_content.caps) {
        const CapKind& kind = *capKind(cap.id);
        const auto basis = std::find_if(model.m_rules.begin(), model.m_rules.end(),
                                        [&](const auto& each) { return each->kind().id == kind.basis; });
        model.m_caps.emplace_back(cap, kind, basis == model.m_rules.end() ? nullptr : basis->get());
    }
    model.readJourneys(journeys);
    return model;
}

void Model::readJourneys(const content::Journeys& journeys)
{
    for (const content::JourneyTemplate& journey : journeys.templates)
        for (const content::JourneyStage& stage : journey.stages)
            if (stage.kind == content::StageKind::Onboarding)
                m_onboardingStages << stage.id << stage.name.en;
    // The milestones stand in the order in which they are reached.
    bool isOver = false;
    for (const content::MilestoneKind& each : journeys.milestones) {
        if (!isOver)
            m_onboardingMilestones << each.id;
        if (each.required)
            m_requiredMilestones << each.id;
        isOver = isOver || each.id == journeys.onboardingMilestone;
    }
}

const Rule* Model::rule(QStringView id) const
{
    const auto found =
        std::find_if(m_rules.begin(), m_rules.end(), [id](const auto& each) { return each->id() == id; });
    return found == m_rules.end() ? nullptr : found->get();
}

bool Model::isOnboardingStage(const QString& stage) const
{
    return !stage.isEmpty() && m_onboardingStages.contains(stage, Qt::CaseInsensitive);
}

const content::Band& Model::bandOf(qint64 numerator, qint64 denominator) const
{
    const auto& bands = m_content.bands;
    const auto found = std::find_if(bands.begin(), bands.end(), [&](const content::Band& band) {
        return Wide(numerator) >= Wide(band.from) * denominator;
    });
    return found == bands.end() ? bands.back() : *found;
}

content::Issues checkKinds(const content::Scorecards& scorecards)
{
    content::Issues issues;
    for (const content::Measure& measure : scorecards.measures)
        checkKind(measure, issues);
    for (const content::Cap& cap : scorecards.caps) {
        const QString place = QStringLiteral("scorecards.json caps[") % cap.id % u']';
        if (const CapKind* kind = capKind(cap.id))
            compareNames(cap.numbers, kind->numbers, place, issues);
        else
            issues.push_back({Code("content.evidence.unknown"), {place, cap.id}});
    }
    return issues;
}

} // namespace steward::health
