// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/score.h"

#include "core/health/account_view.h"
#include "core/health/overrides.h"
#include "core/health/roll_up.h"

#include <algorithm>

namespace steward::health {

namespace {

bool holds(const content::Condition& condition, const AccountView& account)
{
    const auto compare = [&condition](std::optional<int> value) {
        return value && (condition.comparison == '<' ? content::Fixed::whole(*value) < condition.limit
                                                     : content::Fixed::whole(*value) > condition.limit);
    };
    if (condition.name == u"onboarding_stage")
        return account.isOnboardingStage();
    if (condition.name == u"not_activated")
        return !account.isAdopted();
    if (condition.name == u"age")
        return compare(account.age());
    if (condition.name == u"cadence")
        return account.hasSegment() && compare(account.cadence());
    return condition.name == u"no_people" && !account.hasPeople();
}

/// The first scorecard that applies; the last one always does.
const Model::Card& cardOf(const Model& model, const AccountView& account)
{
    const auto applies = [&account](const Model::Card& card) {
        return std::ranges::any_of(card.appliesWhen, [&account](const auto& all) {
            return std::ranges::all_of(all, [&account](const auto& each) { return holds(each, account); });
        });
    };
    const auto found = std::ranges::find_if(model.cards(), applies);
    return found == model.cards().end() ? model.cards().back() : *found;
}

const Model::Card& prepared(AccountView& account, const Model& model)
{
    const Model::Card& card = cardOf(model, account);
    account.setOnboarded(card.id == u"onboarding");
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

Contribution contributionOf(const AccountView& account, const Weighted& measure, Detail detail)
{
    Trail trail(detail == Detail::Evidence);
    const Rule& rule = *measure.rule;
    const Reading reading = rule.read(account, trail);
    Contribution contribution{rule.id(),     rule.group(), measure.weight,  reading.state,
                              reading.score, reading.gap,  reading.missing, {}};
    if (trail.isWanted())
        contribution.why = {keyOf(account.book().view().model(), rule, reading, trail), trail.takeArguments(),
                            trail.takeRecords(), trail.dataTo()};
    return contribution;
}

std::vector<MatchedCap> matchedCaps(const AccountView& account, const Model& model, Detail detail)
{
    std::vector<MatchedCap> matched;
    for (const CapRule& cap : model.caps()) {
        Trail trail(detail == Detail::Evidence);
        if (!cap.kind().matches(account, cap, trail))
            continue;
        MatchedCap& each = matched.emplace_back(MatchedCap{cap.id(), cap.notAbove(), {}});
        if (trail.isWanted())
            each.why = {cap.sentence(), trail.takeArguments(), trail.takeRecords(), trail.dataTo()};
    }
    return matched;
}

AccountScore scoreOf(AccountView& account, const Model& model, Detail detail)
{
    const Model::Card& card = prepared(account, model);
    AccountScore score;
    score.account = account.facts().id();
    score.day = account.day();
    score.scorecard = card.id;
    score.version = card.version;
    score.contributions.reserve(card.measures.size());
    for (const Weighted& measure : card.measures)
        score.contributions.push_back(contributionOf(account, measure, detail));
    rollUp(score, matchedCaps(account, model, detail), model);
    return score;
}

/// The score after caps without a list of anything.
std::optional<Fraction> numberOf(AccountView& account, const Model& model)
{
    const Model::Card& card = prepared(account, model);
    Trail silent(false);
    Sum sum;
    for (const Weighted& measure : card.measures)
        sum.add(measure.weight, measure.rule->read(account, silent));
    if (knownOf(sum.knownWeight, sum.applicableWeight, model.content()) == Known::No)
        return std::nullopt;
    Fraction number(sum.parts, sum.knownWeight * content::Score::perPoint);
    for (const CapRule& cap : model.caps())
        if (number > Fraction::whole(cap.notAbove()) && cap.kind().matches(account, cap, silent))
            number = Fraction::whole(cap.notAbove());
    return number;
}

} // namespace

struct Scorer::Body
{
    Body(Portfolio facts, std::shared_ptr<const Model> rules, Grouping groups, LookBack lookBack,
         const BookView* before = nullptr)
        : sharedModel(std::move(rules))
        , model(*sharedModel)
        , mode(lookBack)
        , view(std::move(facts), model, std::move(groups), before)
    {
    }
    /// As we knew it, what the book could know about on the day is that day's, too.
    [[nodiscard]] BookView viewOn(QDate day) const
    {
        return {asOf(view.portfolio(), day, LookBack::AsWeKnewIt), model, view.grouping()};
    }
    template <class Use>
    auto on(QDate day, Use&& use) const
    {
        if (mode == LookBack::AsItHappened)
            return use(BookDay(view, day));
        const BookView known = viewOn(day);
        return use(BookDay(known, day));
    }
    [[nodiscard]] bool wasThere(const AccountFacts& facts, QDate day) const
    {
        return steward::wasThere(facts, day, mode, view.facts().zone);
    }
    [[nodiscard]] AccountFacts factsOn(const AccountFacts& facts, QDate day) const
    {
        return asOf(facts, day, mode, view.facts().zone);
    }
    [[nodiscard]] AccountScore score(const AccountFacts& facts, const BookDay& book, Detail detail) const
    {
        const AccountFacts then = factsOn(facts, book.day());
        AccountView account(then, book);
        AccountScore result = scoreOf(account, model, detail);
        if (!then.of<Override>().isEmpty())
            setOverride(result, then, facts, book);
        return result;
    }
    [[nodiscard]] QString bandOn(const AccountFacts& facts, QDate day) const
    {
        if (!wasThere(facts, day))
            return {};
        return on(day, [&](const BookDay& book) {
            const AccountFacts then = factsOn(facts, day);
            AccountView account(then, book);
            return bandOf(numberOf(account, model));
        });
    }
    [[nodiscard]] QString bandOf(const std::optional<Fraction>& number) const
    {
        return number ? model.bandOf(number->numerator(), number->denominator()).id : QString();
    }
    void setOverride(AccountScore& result, const AccountFacts& then, const AccountFacts& facts,
                     const BookDay& book) const
    {
        result.override = overrideOn(then, book.day(), model.content(), [&](QDate day) { return bandOn(facts, day); });
        if (result.override)
            result.band = result.override->band;
    }

    std::shared_ptr<const Model> sharedModel;
    const Model& model;
    LookBack mode;
    BookView view;
};

Scorer::Scorer(std::unique_ptr<Body> body)
    : m_body(std::move(body))
{
}
Scorer::~Scorer() = default;
Scorer::Scorer(Scorer&&) noexcept = default;
Scorer& Scorer::operator=(Scorer&&) noexcept = default;

const Model& Scorer::model() const { return m_body->model; }
const Portfolio& Scorer::portfolio() const { return m_body->view.portfolio(); }

Result<Scorer> Scorer::make(Portfolio portfolio, content::Scorecards scorecards, const content::Journeys& journeys,
                            Grouping grouping, LookBack mode)
{
    auto model = Model::make(std::move(scorecards), journeys);
    if (!model)
        return tl::unexpected(model.error());
    return Scorer(std::make_unique<Body>(std::move(portfolio), std::make_shared<const Model>(std::move(*model)),
                                         std::move(grouping), mode));
}

Scorer Scorer::after(Portfolio edited, Grouping grouping) const
{
    return Scorer(std::make_unique<Body>(std::move(edited), m_body->sharedModel, std::move(grouping), m_body->mode,
                                         &m_body->view));
}

std::optional<AccountScore> Scorer::score(AccountId account, QDate day, Detail detail) const
{
    const AccountFacts* facts = m_body->view.portfolio().find(account);
    if (!facts || !m_body->wasThere(*facts, day))
        return std::nullopt;
    return m_body->on(day, [&](const BookDay& book) { return m_body->score(*facts, book, detail); });
}

std::vector<AccountScore> Scorer::scoreAll(QDate day, Detail detail) const
{
    return m_body->on(day, [&](const BookDay& book) {
        std::vector<AccountScore> scores;
        scores.reserve(m_body->view.portfolio().size());
        for (const AccountFacts& facts : m_body->view.portfolio())
            if (m_body->wasThere(facts, day))
                scores.push_back(m_body->score(facts, book, detail));
        return scores;
    });
}

std::vector<std::vector<TrendPoint>> Scorer::trends(QDate day, int weeks) const
{
    const Portfolio& portfolio = m_body->view.portfolio();
    std::vector<std::vector<TrendPoint>> trends(portfolio.size(), std::vector<TrendPoint>(std::size_t(weeks)));
    const auto read = [&](TrendPoint& point, const AccountFacts& today, const BookDay& book) {
        point.day = book.day();
        if (!m_body->wasThere(today, book.day()))
            return;
        const AccountFacts facts = m_body->factsOn(today, book.day());
        AccountView account(facts, book);
        point.shown = numberOf(account, m_body->model);
        point.band = m_body->bandOf(point.shown);
    };
    if (m_body->mode == LookBack::AsWeKnewIt) {
        // Each day has a book of its own: one at a time.
        for (int week = 0; week < weeks; ++week)
            m_body->on(day.addDays(-7 * (weeks - 1 - week)), [&](const BookDay& book) {
                for (std::size_t i = 0; i < portfolio.size(); ++i)
                    read(trends[i][std::size_t(week)], portfolio.at(i), book);
                return true;
            });
        return trends;
    }
    std::vector<BookDay> books;
    for (int week = 0; week < weeks; ++week)
        books.emplace_back(m_body->view, day.addDays(-7 * (weeks - 1 - week)));
    for (std::size_t i = 0; i < portfolio.size(); ++i)
        for (std::size_t week = 0; week < books.size(); ++week)
            read(trends[i][week], portfolio.at(i), books[week]);
    return trends;
}

} // namespace steward::health
