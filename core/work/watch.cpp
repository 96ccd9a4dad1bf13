// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/watch.h"

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

const health::AccountScore* scoreOf(const std::vector<health::AccountScore>& scores, AccountId account)
{
    const auto found = std::ranges::lower_bound(scores, account, {}, &health::AccountScore::account);
    return found != scores.end() && found->account == account ? &*found : nullptr;
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
                                       const health::AccountScore* before) const
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
        if (before && before->shown && score.shown)
            result.pointsLost = (*before->shown - *score.shown).toDouble();
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
        return found(then, *score, before ? &*before : nullptr);
    }
    void decide(std::vector<Signal>& all, const AccountFacts& then) const
    {
        applyDecisions(all, then, over.content.signalRules, over.day,
                       [&](QDate day) { return foundOn(then.id(), day).signalList; });
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

Watched Watch::all() const
{
    const Body& body = *m_body;
    const auto scores = body.over.scorer.scoreAll(body.over.day);
    const auto before = body.over.scorer.scoreAll(body.dayBefore(body.over.day), health::Detail::Numbers);
    Watched result;
    if (body.bookwide)
        result.ofBook.push_back(*body.bookwide);
    for (Signal& each : staleData(scores, body.book, body.rules, body.over.day))
        result.ofBook.push_back(std::move(each));
    for (const AccountFacts& then : body.facts) {
        const health::AccountScore* score = scoreOf(scores, then.id());
        if (!score || !isWatched(then, body.facts.book(), body.over.day))
            continue;
        AccountSignals found = body.found(then, *score, scoreOf(before, then.id()));
        body.decide(found.signalList, then);
        if (!found.signalList.empty())
            result.accounts.push_back(std::move(found));
    }
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
