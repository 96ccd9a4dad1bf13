// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/batch.h"

#include "core/health/practice.h"
#include "core/health/roll_up.h"
#include "core/health/use_view.h"
#include "core/health/voice_view.h"

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
    const auto keyOf = [](const std::vector<content::Reason>& reasons, std::string_view id) {
        const QLatin1StringView wanted(id.data(), qsizetype(id.size()));
        const auto found = std::ranges::find(reasons, wanted, &content::Reason::id);
        return found == reasons.end() ? QString() : found->say.key;
    };
    if (!isUnknown)
        return keyOf(model.content().notApplicable, reading.reason);
    // A book's own scorecards may lack the sentence of one reason.
    const QString key = keyOf(model.content().unknown, reading.reason);
    return key.isEmpty() ? keyOf(model.content().unknown, nameOf(reading.gap)) : key;
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

bool hasRoles(const AccountView& account)
{
    return std::ranges::any_of(account.of<ContactRole>(), [](const ContactRole& each) { return isTelling(each.role); });
}

/// Some NPS answer counts by who gave it.
bool isAnsweredByName(const AccountView& account)
{
    constexpr int days = 365;
    return std::ranges::any_of(latestScores(account, account.day(), days),
                               [](const ContactAnswer& each) { return each.contact != nullptr; });
}

QString sentenceOf(const Model& model, Gap gap)
{
    const std::string_view id = nameOf(gap);
    const auto& reasons = model.content().unknown;
    const auto found =
        std::ranges::find(reasons, QLatin1StringView(id.data(), qsizetype(id.size())), &content::Reason::id);
    return found == reasons.end() ? QString() : found->say.key;
}

void addLacking(AccountScore& score, const AccountView& account, const Model::Card& card, const Model& model)
{
    DataKinds reads = card.reads;
    for (const CapRule& cap : model.caps())
        if (account.hasPeople() || !cap.isOfPeople())
            reads |= cap.reads();
    DataKinds lacking = reads & account.book().lacking();
    if (!account.isOnboarded() && !(card.reads & bitOf(DataKind::Milestones)))
        lacking &= ~bitOf(DataKind::Milestones);
    // Where no person is named, roles matter only to what contacts answered.
    constexpr DataKinds roles = bitOf(DataKind::ContactRoles);
    if (!account.hasPeople())
        lacking &= ~roles;
    const bool asksForRoles = (reads & roles) && !(lacking & roles) && !hasRoles(account);
    for (std::size_t i = 0; i < std::size_t(DataKind::Count); ++i) {
        const auto kind = DataKind(i);
        if (lacking & bitOf(kind)) {
            const Gap gap = account.book().isPractised(kind) ? Gap::NotConnected : Gap::NotPractised;
            score.lacking.push_back({kind, gap, sentenceOf(model, gap)});
        } else if (kind == DataKind::ContactRoles && asksForRoles &&
                   (account.hasPeople() || isAnsweredByName(account))) {
            score.lacking.push_back({kind, Gap::TooLittle, sentenceOf(model, Gap::TooLittle)});
        }
    }
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

Batch::Batch(const Model& model)
    : m_model(model)
{
}

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
    for (std::size_t place = 0; place < m_size; ++place) {
        const Seat& seat = m_seats[place];
        into.push_back(begun(*seat.account, *seat.card));
        if (m_model.seatRule())
            into.back().seatUse = seatShare(*seat.account, *m_model.seatRule());
        if (detail == Detail::Evidence)
            addLacking(into.back(), *seat.account, *seat.card, m_model);
    }
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
