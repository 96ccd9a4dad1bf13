// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/score.h"

#include "core/health/batch.h"
#include "core/health/overrides.h"
#include "core/portfolio/past_days.h"

#include <algorithm>

namespace steward::health {

namespace {

/// One account on past days, whichever way it is looked back at.
class Then
{
public:
    /// Both outlive it.
    Then(const AccountFacts& today, LookBack mode, const QTimeZone& zone)
        : m_today(today)
        , m_mode(mode)
        , m_zone(zone)
        , m_past(today, zone)
    {
    }
    [[nodiscard]] bool wasThere(QDate day)
    {
        return m_mode == LookBack::AsItHappened ? m_past.wasThere(day)
                                                : steward::wasThere(m_today, day, m_mode, m_zone);
    }
    /// Stays until the next call.
    [[nodiscard]] const AccountFacts& on(QDate day)
    {
        return m_mode == LookBack::AsItHappened ? m_past.on(day) : m_known.emplace(asOf(m_today, day, m_mode, m_zone));
    }

private:
    const AccountFacts& m_today;
    LookBack m_mode;
    const QTimeZone& m_zone;
    PastDays m_past;
    std::optional<AccountFacts> m_known;
};

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
    [[nodiscard]] Then then(const AccountFacts& today) const { return {today, mode, view.facts().zone}; }
    [[nodiscard]] std::optional<AccountScore> score(const AccountFacts& today, const BookDay& book, Detail detail) const
    {
        Then account = then(today);
        if (!account.wasThere(book.day()))
            return std::nullopt;
        const AccountFacts& facts = account.on(book.day());
        std::vector<AccountScore> made;
        Batch batch(model);
        batch.add(facts, book);
        batch.scores(detail, made);
        setOverride(made.front(), facts, today, book);
        return std::move(made.front());
    }
    /// As many as a batch holds, from that place in the book.
    void scoreSome(std::size_t from, const BookDay& book, Detail detail, std::vector<AccountScore>& scores) const
    {
        const Portfolio& accounts = view.portfolio();
        const std::size_t to = std::min(from + Batch::most, accounts.size());
        Batch batch(model);
        std::array<std::optional<Then>, Batch::most> thens;
        QVarLengthArray<std::pair<const AccountFacts*, const AccountFacts*>, Batch::most> added; // then, today
        const std::size_t first = scores.size();
        for (std::size_t i = from; i < to; ++i) {
            Then& account = thens[i - from].emplace(then(accounts.at(i)));
            if (!account.wasThere(book.day()))
                continue;
            added.append({&account.on(book.day()), &accounts.at(i)});
            batch.add(*added.back().first, book);
        }
        batch.scores(detail, scores);
        for (qsizetype i = 0; i < added.size(); ++i)
            setOverride(scores[first + std::size_t(i)], *added[i].first, *added[i].second, book);
    }
    /// The same number of accounts on the days of the books; first: the week of the first book.
    void trend(std::span<const BookDay> books, std::size_t first, std::vector<std::vector<TrendPoint>>& trends) const
    {
        for (std::size_t from = 0; from < trends.size(); from += Batch::most)
            trendSome(from, books, first, trends);
    }
    void trendSome(std::size_t from, std::span<const BookDay> books, std::size_t first,
                   std::vector<std::vector<TrendPoint>>& trends) const
    {
        const Portfolio& accounts = view.portfolio();
        const std::size_t to = std::min(from + Batch::most, accounts.size());
        std::vector<Then> thens;
        thens.reserve(to - from);
        for (std::size_t i = from; i < to; ++i)
            thens.push_back(then(accounts.at(i)));
        Batch batch(model);
        for (std::size_t week = books.size(); week-- > 0;) {
            QVarLengthArray<std::size_t, Batch::most> added;
            for (std::size_t i = from; i < to; ++i) {
                Then& account = thens[i - from];
                if (!account.wasThere(books[week].day()))
                    continue;
                batch.add(account.on(books[week].day()), books[week]);
                added.append(i);
            }
            batch.numbers([&](std::size_t place, std::optional<Fraction> number) {
                TrendPoint& point = trends[added[qsizetype(place)]][first + week];
                point.shown = number;
                point.band = bandOf(number);
            });
        }
    }
    [[nodiscard]] QString bandOn(const AccountFacts& facts, QDate day) const
    {
        Then account = then(facts);
        if (!account.wasThere(day))
            return {};
        return on(day, [&](const BookDay& book) {
            QString band;
            Batch batch(model);
            batch.add(account.on(day), book);
            batch.numbers([&](std::size_t, std::optional<Fraction> number) { band = bandOf(number); });
            return band;
        });
    }
    [[nodiscard]] QString bandOf(const std::optional<Fraction>& number) const
    {
        return number ? model.bandOf(number->numerator(), number->denominator()).id : QString();
    }
    void setOverride(AccountScore& result, const AccountFacts& then, const AccountFacts& facts,
                     const BookDay& book) const
    {
        if (then.of<Override>().isEmpty())
            return;
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
    if (!facts || !m_body->then(*facts).wasThere(day))
        return std::nullopt;
    return m_body->on(day, [&](const BookDay& book) { return m_body->score(*facts, book, detail); });
}

std::vector<AccountScore> Scorer::scoreAll(QDate day, Detail detail) const
{
    const std::size_t size = m_body->view.portfolio().size();
    return m_body->on(day, [&](const BookDay& book) {
        std::vector<AccountScore> scores;
        scores.reserve(size);
        for (std::size_t from = 0; from < size; from += Batch::most)
            m_body->scoreSome(from, book, detail, scores);
        return scores;
    });
}

std::vector<std::vector<TrendPoint>> Scorer::trends(QDate day, int weeks) const
{
    const std::size_t size = m_body->view.portfolio().size();
    std::vector<std::vector<TrendPoint>> trends(size, std::vector<TrendPoint>(std::size_t(weeks)));
    const auto dayOf = [&](std::size_t week) { return day.addDays(7 * (qint64(week) + 1 - weeks)); };
    for (auto& trend : trends)
        for (std::size_t week = 0; week < trend.size(); ++week)
            trend[week].day = dayOf(week);
    if (m_body->mode == LookBack::AsWeKnewIt) {
        // Each day has a book of its own: one at a time.
        for (std::size_t week = 0; week < std::size_t(weeks); ++week)
            m_body->on(dayOf(week), [&](const BookDay& book) {
                m_body->trend({&book, 1}, week, trends);
                return true;
            });
        return trends;
    }
    std::vector<BookDay> books;
    for (std::size_t week = 0; week < std::size_t(weeks); ++week)
        books.emplace_back(m_body->view, dayOf(week));
    m_body->trend(books, 0, trends);
    return trends;
}

} // namespace steward::health
