// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/score.h"

#include "core/base/parallel.h"
#include "core/health/batch.h"
#include "core/health/overrides.h"
#include "core/portfolio/past_days.h"

#include <algorithm>
#include <map>
#include <mutex>

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

/// What the book knew on a day; as we knew it, with facts of its own.
struct DayKnown
{
    /// view outlives it.
    DayKnown(const BookView& view, QDate day)
        : book(view, day)
    {
    }
    DayKnown(Portfolio then, const Model& model, const Grouping& grouping, QDate day)
        : own(std::make_unique<BookView>(std::move(then), model, grouping))
        , book(*own, day)
    {
    }
    std::unique_ptr<const BookView> own;
    BookDay book;
};

/// Days that were asked about: the accounts are asked for the same few, one after the other.
class KnownDays
{
public:
    /// most: so many are kept.
    explicit KnownDays(std::size_t most)
        : m_most(most)
    {
    }
    template <class Make>
    [[nodiscard]] std::shared_ptr<const DayKnown> on(QDate day, const Make& make) const
    {
        const std::lock_guard lock(m_mutex);
        auto found = m_days.find(day);
        if (found == m_days.end()) {
            if (m_days.size() == m_most)
                m_days.clear();
            found = m_days.emplace(day, make()).first;
        }
        return found->second;
    }

private:
    std::size_t m_most;
    mutable std::mutex m_mutex;
    mutable std::map<QDate, std::shared_ptr<const DayKnown>> m_days;
};

constexpr std::size_t batchesAtOnce = 16; // in one thread
constexpr std::size_t fewAccounts = 2000; // of which many pasts may be kept

} // namespace

struct Scorer::Body
{
    Body(Portfolio facts, std::shared_ptr<const Model> rules, Grouping groups, LookBack lookBack,
         const BookView* before = nullptr)
        : sharedModel(std::move(rules))
        , model(*sharedModel)
        , mode(lookBack)
        , view(std::move(facts), model, std::move(groups), before)
        , days(lookBack == LookBack::AsItHappened || view.portfolio().size() < fewAccounts ? 64 : 4)
    {
    }
    /// As we knew it, what the book could know about on the day is that day's, too.
    [[nodiscard]] std::shared_ptr<const DayKnown> on(QDate day) const
    {
        return days.on(day, [&] {
            return mode == LookBack::AsItHappened ? std::make_shared<const DayKnown>(view, day)
                                                  : std::make_shared<const DayKnown>(asOf(view.portfolio(), day, mode),
                                                                                     model, view.grouping(), day);
        });
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
    /// Those of one batch at most.
    void scoreBatch(std::size_t from, std::size_t to, const BookDay& book, Detail detail,
                    std::vector<AccountScore>& scores) const
    {
        const Portfolio& accounts = view.portfolio();
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
    /// Of one batch at most; the first point is that of the account at from.
    void showBatch(std::size_t from, std::size_t to, const BookDay& book, std::span<TrendPoint> points) const
    {
        Batch batch(model);
        std::array<std::optional<Then>, Batch::most> thens;
        QVarLengthArray<std::size_t, Batch::most> added;
        for (std::size_t i = 0; i < to - from; ++i) {
            Then& account = thens[i].emplace(then(view.portfolio().at(from + i)));
            if (!account.wasThere(book.day()))
                continue;
            batch.add(account.on(book.day()), book);
            added.append(i);
        }
        batch.numbers([&](std::size_t place, std::optional<Fraction> number) {
            points[added[qsizetype(place)]] = {book.day(), number, bandOf(number)};
        });
    }
    /// The same number of accounts on the days of the books; first: the week of the first book.
    void trend(std::span<const BookDay> books, std::size_t first, std::vector<std::vector<TrendPoint>>& trends,
               const std::function<void()>& between) const
    {
        // In one thread: this is the long work of the background, and the other one is whoever types.
        for (std::size_t from = 0; from < trends.size(); from += Batch::most) {
            if (between)
                between();
            trendSome(from, std::min(from + Batch::most, trends.size()), books, first, trends);
        }
    }
    void trendSome(std::size_t from, std::size_t to, std::span<const BookDay> books, std::size_t first,
                   std::vector<std::vector<TrendPoint>>& trends) const
    {
        const Portfolio& accounts = view.portfolio();
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
        const auto known = on(day);
        QString band;
        Batch batch(model);
        batch.add(account.on(day), known->book);
        batch.numbers([&](std::size_t, std::optional<Fraction> number) { band = bandOf(number); });
        return band;
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
    KnownDays days;
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
    return m_body->score(*facts, m_body->on(day)->book, detail);
}

std::vector<AccountScore> Scorer::scoreSome(std::size_t from, std::size_t to, QDate day, Detail detail) const
{
    const auto known = m_body->on(day);
    std::vector<AccountScore> scores;
    scores.reserve(to - from);
    for (; from < to; from += Batch::most)
        m_body->scoreBatch(from, std::min(from + Batch::most, to), known->book, detail, scores);
    return scores;
}

std::vector<TrendPoint> Scorer::shownSome(std::size_t from, std::size_t to, QDate day) const
{
    const auto known = m_body->on(day);
    std::vector<TrendPoint> points(to - from, TrendPoint{day, {}, {}});
    for (std::size_t at = from; at < to; at += Batch::most)
        m_body->showBatch(at, std::min(at + Batch::most, to), known->book, std::span(points).subspan(at - from));
    return points;
}

void Scorer::prepare(QDate day, int weeks) const
{
    if (m_body->mode == LookBack::AsItHappened)
        for (int week = 0; week < weeks; ++week)
            static_cast<void>(m_body->on(day.addDays(-7 * week)));
}

QDate Scorer::horizon(DataKind kind, QDate day) const { return m_body->on(day)->book.horizon(kind); }

std::vector<AccountScore> Scorer::scoreAll(QDate day, Detail detail) const
{
    constexpr std::size_t stretch = batchesAtOnce * Batch::most;
    const std::size_t size = m_body->view.portfolio().size();
    std::vector<std::vector<AccountScore>> parts((size + stretch - 1) / stretch);
    inStretches(size, stretch,
                [&](std::size_t from, std::size_t to) { parts[from / stretch] = scoreSome(from, to, day, detail); });
    std::vector<AccountScore> scores;
    scores.reserve(size);
    for (auto& part : parts)
        std::ranges::move(part, std::back_inserter(scores));
    return scores;
}

std::vector<std::vector<TrendPoint>> Scorer::trends(QDate day, int weeks, const std::function<void()>& between) const
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
            m_body->trend({&m_body->on(dayOf(week))->book, 1}, week, trends, between);
        return trends;
    }
    std::vector<BookDay> books;
    for (std::size_t week = 0; week < std::size_t(weeks); ++week)
        books.push_back(m_body->on(dayOf(week))->book);
    m_body->trend(books, 0, trends, between);
    return trends;
}

} // namespace steward::health
