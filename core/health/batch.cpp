// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/batch.h"

#include "core/health/roll_up.h"

#include <algorithm>

namespace steward::health {

namespace {

/// The first scorecard that applies; the last one always does.
const Model::Card& prepared(AccountView& account, const Model& model)
{
    const auto found =
        std::ranges::find_if(model.cards(), [&account](const Model::Card& each) { return each.applies(account); });
    const Model::Card& card = found == model.cards().end() ? model.cards().back() : *found;
    account.setOnboarded(card.isOnboarding);
    return card;
}

QString keyOf(const Model& model, const Rule& rule, const Reading& reading, const Trail& trail)
{
    if (reading.takesPart())
        return rule.sentence(trail.sentence());
    const bool isUnknown = reading.state == State::Unknown;
    const std::string_view id = isUnknown ? nameOf(reading.gap) : reading.reason;
    const QLatin1StringView wanted(id.data(), qsizetype(id.size()));
    for (const content::Reason& each : isUnknown ? model.content().unknown : model.content().notApplicable)
        if (each.id == wanted)
            return each.say.key;
    return {};
}

void addContribution(AccountScore& score, const AccountView& account, const Weighted& measure, Detail detail)
{
    Trail trail(detail == Detail::Evidence);
    const Rule& rule = *measure.rule;
    const Reading reading = rule.read(account, trail);
    Explanation why;
    if (trail.isWanted())
        why = {keyOf(account.book().view().model(), rule, reading, trail), trail.takeArguments(), trail.takeRecords(),
               trail.dataTo()};
    score.contributions.push_back({rule.id(), rule.group(), reading.score, measure.weight, reading.state, reading.gap,
                                   reading.missing, std::move(why)});
}

void addCap(std::vector<MatchedCap>& matched, const AccountView& account, const CapRule& cap, Detail detail)
{
    Trail trail(detail == Detail::Evidence);
    if (!cap.matches(account, trail))
        return;
    MatchedCap& each = matched.emplace_back(MatchedCap{cap.id(), cap.notAbove(), {}});
    if (trail.isWanted())
        each.why = {cap.sentence(), trail.takeArguments(), trail.takeRecords(), trail.dataTo()};
}

AccountScore begun(const AccountView& account, const Model::Card& card)
{
    AccountScore score;
    score.account = account.facts().id();
    score.day = account.day();
    score.scorecard = card.id;
    score.version = card.version;
    score.contributions.reserve(card.measures.size());
    return score;
}

} // namespace

void Batch::add(const AccountFacts& then, const BookDay& book)
{
    Seat& seat = m_seats[m_size++];
    seat.account.emplace(then, book);
    seat.card = &prepared(*seat.account, m_model);
    seat.next = 0;
}

template <class Use>
void Batch::eachMeasure(Use&& use)
{
    for (const auto& rule : m_model.rules()) {
        // A scorecard lists its measures in the order of the rules.
        for (std::size_t place = 0; place < m_size; ++place) {
            Seat& seat = m_seats[place];
            if (seat.next < seat.card->measures.size() && seat.card->measures[seat.next].rule == rule.get())
                use(place, *seat.account, seat.card->measures[seat.next++]);
        }
    }
}

void Batch::scores(Detail detail, std::vector<AccountScore>& into)
{
    const std::size_t first = into.size();
    for (std::size_t place = 0; place < m_size; ++place)
        into.push_back(begun(*m_seats[place].account, *m_seats[place].card));
    eachMeasure([&](std::size_t place, const AccountView& account, const Weighted& measure) {
        addContribution(into[first + place], account, measure, detail);
    });
    std::array<std::vector<MatchedCap>, most> caps;
    for (const CapRule& cap : m_model.caps()) {
        for (std::size_t place = 0; place < m_size; ++place)
            addCap(caps[place], *m_seats[place].account, cap, detail);
    }
    for (std::size_t place = 0; place < m_size; ++place)
        rollUp(into[first + place], std::move(caps[place]), m_model);
    m_size = 0;
}

void Batch::numbers(const std::function<void(std::size_t place, std::optional<Fraction> number)>& use)
{
    Trail silent(false);
    std::array<Sum, most> sums;
    eachMeasure([&](std::size_t place, const AccountView& account, const Weighted& measure) {
        sums[place].add(measure.weight, measure.rule->read(account, silent));
    });
    std::array<std::optional<Fraction>, most> numbers;
    for (std::size_t place = 0; place < m_size; ++place) {
        const Sum& sum = sums[place];
        if (knownOf(sum.knownWeight, sum.applicableWeight, m_model.content()) != Known::No)
            numbers[place] = Fraction(sum.parts, sum.knownWeight * content::Score::perPoint);
    }
    for (const CapRule& cap : m_model.caps()) {
        const Fraction ceiling = Fraction::whole(cap.notAbove());
        for (std::size_t place = 0; place < m_size; ++place)
            if (auto& number = numbers[place];
                number && *number > ceiling && cap.matches(*m_seats[place].account, silent))
                number = ceiling;
    }
    for (std::size_t place = 0; place < m_size; ++place)
        use(place, numbers[place]);
    m_size = 0;
}

} // namespace steward::health
