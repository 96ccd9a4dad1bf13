// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/score.h"

#include "core/health/account_view.h"
#include "core/health/fetch_ahead.h"
#include "core/health/overrides.h"
#include "core/health/roll_up.h"
#include "core/portfolio/past_days.h"

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
    Contribution& added = score.contributions.emplace_back();
    added.measure = rule.id();
    added.group = rule.group();
    added.weight = measure.weight;
    added.state = reading.state;
    added.value = reading.score;
    added.gap = reading.gap;
    added.missing = reading.missing;
    if (trail.isWanted())
        added.why = {keyOf(account.book().view().model(), rule, reading, trail), trail.takeArguments(),
                     trail.takeRecords(), trail.dataTo()};
}

std::vector<MatchedCap> matchedCaps(const AccountView& account, const Model& model, Detail detail)
{
    std::vector<MatchedCap> matched;
    for (const CapRule& cap : model.caps()) {
        Trail trail(detail == Detail::Evidence);
        if (!cap.matches(account, trail))
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
        addContribution(score, account, measure, detail);
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
        if (number > Fraction::whole(cap.notAbove()) && cap.matches(account, silent))
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
    /// use(the account as of the day)
    template <class Use>
    auto withFacts(const AccountFacts& today, QDate day, Use&& use) const
    {
        if (mode == LookBack::AsWeKnewIt)
            return use(asOf(today, day, mode, view.facts().zone));
        PastDays past(today, view.facts().zone);
        return use(past.on(day));
    }
    [[nodiscard]] AccountScore score(const AccountFacts& today, const BookDay& book, Detail detail) const
    {
        return withFacts(today, book.day(), [&](const AccountFacts& then) {
            AccountView account(then, book);
            AccountScore result = scoreOf(account, model, detail);
            if (!then.of<Override>().isEmpty())
                setOverride(result, then, today, book);
            return result;
        });
    }
    [[nodiscard]] std::optional<Fraction> number(const AccountFacts& then, const BookDay& book) const
    {
        AccountView account(then, book);
        return numberOf(account, model);
    }
    [[nodiscard]] QString bandOn(const AccountFacts& facts, QDate day) const
    {
        if (!wasThere(facts, day))
            return {};
        return on(day, [&](const BookDay& book) {
            return withFacts(facts, day, [&](const AccountFacts& then) { return bandOf(number(then, book)); });
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
const Grouping& Scorer::grouping() const { return m_body->view.grouping(); }

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
    const Portfolio& portfolio = m_body->view.portfolio();
    return m_body->on(day, [&](const BookDay& book) {
        std::vector<AccountScore> scores;
        scores.reserve(portfolio.size());
        for (std::size_t i = 0; i < portfolio.size(); ++i) {
            if (i + 2 < portfolio.size())
                fetchEnds(portfolio.at(i + 2));
            if (i + 1 < portfolio.size())
                fetchRows(portfolio.at(i + 1));
            if (m_body->wasThere(portfolio.at(i), day))
                scores.push_back(m_body->score(portfolio.at(i), book, detail));
        }
        return scores;
    });
}

std::vector<std::vector<TrendPoint>> Scorer::trends(QDate day, int weeks) const
{
    const Portfolio& portfolio = m_body->view.portfolio();
    std::vector<std::vector<TrendPoint>> trends(portfolio.size(), std::vector<TrendPoint>(std::size_t(weeks)));
    const auto dayOf = [&](std::size_t week) { return day.addDays(7 * (qint64(week) + 1 - weeks)); };
    const auto set = [&](TrendPoint& point, const AccountFacts& then, const BookDay& book) {
        point.shown = m_body->number(then, book);
        point.band = m_body->bandOf(point.shown);
    };
    for (auto& trend : trends)
        for (std::size_t week = 0; week < trend.size(); ++week)
            trend[week].day = dayOf(week);
    if (m_body->mode == LookBack::AsWeKnewIt) {
        // Each day has a book of its own: one at a time.
        for (std::size_t week = 0; week < std::size_t(weeks); ++week)
            m_body->on(dayOf(week), [&](const BookDay& book) {
                for (std::size_t i = 0; i < portfolio.size(); ++i)
                    if (m_body->wasThere(portfolio.at(i), book.day()))
                        m_body->withFacts(portfolio.at(i), book.day(), [&](const AccountFacts& then) {
                            set(trends[i][week], then, book);
                            return true;
                        });
                return true;
            });
        return trends;
    }
    std::vector<BookDay> books;
    for (std::size_t week = 0; week < std::size_t(weeks); ++week)
        books.emplace_back(m_body->view, dayOf(week));
    for (std::size_t i = 0; i < portfolio.size(); ++i) {
        PastDays past(portfolio.at(i), m_body->view.facts().zone);
        for (std::size_t week = books.size(); week-- > 0;)
            if (past.wasThere(books[week].day()))
                set(trends[i][week], past.on(books[week].day()), books[week]);
    }
    return trends;
}

} // namespace steward::health
