// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/watch.h"

#include "core/base/parallel.h"
#include "core/portfolio/standing.h"
#include "core/work/book_signals.h"
#include "core/work/decisions.h"

#include <algorithm>

namespace steward::work {

namespace {

bool isWatched(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    const AccountStanding standing = standingOn(facts, book, day);
    return standing != AccountStanding::Former && standing != AccountStanding::Prospect;
}

QString latin(std::string_view text) { return QString::fromLatin1(text.data(), qsizetype(text.size())); }

} // namespace

QString nameOf(SignalState state)
{
    switch (state) {
    case SignalState::Open:
        return QStringLiteral("open");
    case SignalState::Snoozed:
        return QStringLiteral("snoozed");
    case SignalState::Dismissed:
        return QStringLiteral("dismissed");
    case SignalState::Done:
        return QStringLiteral("done");
    }
    return {};
}

struct Watch::Body
{
    explicit Body(WatchOver asked)
        : over(std::move(asked))
        , everything(over.scorer.portfolio())
        , facts(asOf(everything, over.day, over.mode))
        , rules(rulesOf(over.content.signalRules))
        , book(facts, over.content, over.scorer, over.grouping, over.scoreCall)
        , bookwide(bookwideFall(facts, book, rules, over.day))
    {
    }

    [[nodiscard]] QDate dayBefore(QDate day) const { return day.addDays(-over.content.signalRules.ranking.changeDays); }

    /// What the rules find, without decisions.
    [[nodiscard]] AccountSignals found(const AccountFacts& then, const health::AccountScore& score,
                                       const health::TrendPoint& before) const
    {
        const AccountFacts* all = everything.find(then.id());
        const Subject subject(then, all ? *all : then, book, score, before);
        Findings findings(subject);
        for (const Rule& rule : rules)
            if (rule.kind().find && !(bookwide && rule.content().id == u"usage.drop"))
                rule.kind().find(subject, rule, findings);
        AccountSignals result{then.id(), findings.take(), std::nullopt, 0};
        if (result.signalList.empty())
            return result;
        std::ranges::stable_sort(result.signalList, {}, &Signal::severity);
        result.daysToTurn = subject.daysToTurn();
        if (before.shown && score.shown)
            result.pointsLost = (*before.shown - *score.shown).toDouble();
        return result;
    }
    [[nodiscard]] AccountSignals foundOn(AccountId account, QDate day) const
    {
        const AccountFacts* all = everything.find(account);
        const auto score = over.scorer.score(account, day);
        if (!all || !score)
            return {account, {}, std::nullopt, 0};
        const AccountFacts then = asOf(*all, day, over.mode, everything.book().zone);
        if (!isWatched(then, facts.book(), day))
            return {account, {}, std::nullopt, 0};
        const auto before = over.scorer.score(account, dayBefore(day), health::Detail::Numbers);
        return found(then, *score,
                     before ? health::TrendPoint{before->day, before->shown, before->computedBand}
                            : health::TrendPoint{dayBefore(day), {}, {}});
    }
    void decide(std::vector<Signal>& all, const AccountFacts& then) const
    {
        applyDecisions(all, then, over.content.signalRules, over.day,
                       [&](QDate day) { return foundOn(then.id(), day).signalList; });
    }

    void watch(const health::AccountScore& score, const health::TrendPoint& before,
               std::vector<AccountSignals>& into) const
    {
        const AccountFacts* then = facts.find(score.account);
        if (!then || !isWatched(*then, facts.book(), over.day))
            return;
        AccountSignals signalsOf = found(*then, score, before);
        decide(signalsOf.signalList, *then);
        if (!signalsOf.signalList.empty())
            into.push_back(std::move(signalsOf));
    }

    WatchOver over;
    Portfolio everything;
    Portfolio facts;
    std::vector<Rule> rules;
    BookKnown book;
    std::optional<Signal> bookwide;
};

Watch::Watch(std::unique_ptr<Body> body)
    : m_body(std::move(body))
{
}
Watch::~Watch() = default;
Watch::Watch(Watch&&) noexcept = default;
Watch& Watch::operator=(Watch&&) noexcept = default;

Result<Watch> Watch::make(WatchOver over)
{
    if (const content::Issues issues = checkRules(over.content.signalRules); !issues.empty()) {
        Arguments arguments = issues.front().arguments;
        arguments.emplace_back(latin(issues.front().code.id()));
        return fail(Code("work.signals"), ErrorKind::Failed, std::move(arguments));
    }
    return Watch(std::make_unique<Body>(std::move(over)));
}

const Portfolio& Watch::facts() const { return m_body->facts; }

std::vector<Signal> Watched::flat() const
{
    std::vector<Signal> all = ofBook;
    for (const AccountSignals& each : accounts)
        std::ranges::copy(each.signalList, std::back_inserter(all));
    return all;
}

/// Scores live as long as their stretch is looked at: with evidence, those of a large book fill a processor's caches
/// many times over.
Watched Watch::all() const
{
    const Body& body = *m_body;
    const QDate day = body.over.day;
    const StaleData unseen(body.book, body.rules, day);
    struct Part
    {
        StaleData stale;
        std::vector<AccountSignals> accounts;
    };
    constexpr std::size_t stretch = 64;
    const std::size_t size = body.everything.size();
    std::vector<Part> parts((size + stretch - 1) / stretch, Part{unseen, {}});
    inStretches(size, stretch, [&](std::size_t from, std::size_t to) {
        const auto scores = body.over.scorer.scoreSome(from, to, day);
        const auto before = body.over.scorer.shownSome(from, to, body.dayBefore(day));
        Part& part = parts[from / stretch];
        part.stale.look(scores);
        // Scores leave out who was not there, places do not.
        std::size_t place = from;
        for (const health::AccountScore& score : scores) {
            while (body.everything.at(place).id() != score.account)
                ++place;
            body.watch(score, before[place - from], part.accounts);
        }
    });
    Watched result;
    if (body.bookwide)
        result.ofBook.push_back(*body.bookwide);
    StaleData stale = unseen;
    for (Part& part : parts) {
        stale.add(part.stale);
        std::ranges::move(part.accounts, std::back_inserter(result.accounts));
    }
    std::ranges::move(stale.found(), std::back_inserter(result.ofBook));
    return result;
}

AccountSignals Watch::of(AccountId account) const
{
    AccountSignals found = m_body->foundOn(account, m_body->over.day);
    if (const AccountFacts* then = m_body->facts.find(account))
        m_body->decide(found.signalList, *then);
    return found;
}

} // namespace steward::work
