// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/book_content.h"
#include "core/query/scores.h"
#include "core/work/watch.h"
#include "tests/core/sample/sample_fixture.h"
#include "tests/support/printers.h"

#include <algorithm>
#include <set>

/// What the signals make of the stories of the sample book (content 9.2), and of the accounts that look like them.
using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The sample book watched on a day.
class Watched
{
public:
    explicit Watched(const SampleFacts& sample = sampleBook(), QDate day = sampleDay)
        : m_sample(sample)
        , m_content(must(query::contentOf(sample.facts.book())))
        , m_scorer(must(query::scorerOf(sample.facts, m_content, day, LookBack::AsItHappened)))
        , m_watch(must(work::Watch::make({m_scorer, m_content, query::groupingOf(sample.facts, m_content, day), day,
                                          LookBack::AsItHappened, &query::scoreCall})))
    {
    }
    [[nodiscard]] std::vector<work::Signal> all() const { return m_watch.all().flat(); }
    [[nodiscard]] std::vector<work::Signal> of(const AccountFacts& facts) const
    {
        return m_watch.of(facts.id()).signalList;
    }
    [[nodiscard]] std::multiset<QString> idsOf(const AccountFacts& facts) const
    {
        std::multiset<QString> ids;
        for (const work::Signal& each : of(facts))
            ids.insert(each.signal);
        return ids;
    }
    /// How many accounts of the story have it.
    [[nodiscard]] int count(int story, const QString& signal) const
    {
        int found = 0;
        for (const AccountFacts* each : m_sample.story(story))
            found += idsOf(*each).count(signal) > 0 ? 1 : 0;
        return found;
    }

private:
    const SampleFacts& m_sample;
    content::Content m_content;
    health::Scorer m_scorer;
    work::Watch m_watch;
};

const Watched& today()
{
    static const Watched watched;
    return watched;
}

struct Told
{
    const char* signal;
    int story;
    int accounts; ///< of the story that have it; 0: its twin
};

} // namespace

TEST_CASE("each signal fires in the story that tells it and not in its twin")
{
    const auto told = GENERATE(values<Told>({
        {"usage.slide", 2, 4},       // quiet decline
        {"silent.customer", 2, 4},   //
        {"usage.drop", 2, 0},        //   before any drop
        {"usage.drop", 18, 0},       // season
        {"usage.slide", 18, 0},      //
        {"sponsor.left", 3, 3},      // sponsor gone
        {"usage.drop", 3, 0},        //   while use is flat
        {"sponsor.left", 11, 0},     // replaced, and met
        {"onb.stuck", 6, 4},         // stuck onboarding
        {"onb.stuck", 7, 0},         // quick start
        {"onb.behind", 7, 0},        //
        {"expand.ready", 8, 4},      // ready to grow
        {"expand.ready", 9, 0},      // full but unhappy
        {"expand.ready", 10, 0},     //
        {"detractor.reply", 9, 1},   //
        {"ticket.urgent", 9, 1},     //
        {"licence.low", 10, 3},      // shelfware
        {"licence.low", 8, 0},       //
        {"licence.low", 7, 0},       // young
        {"licence.low", 18, 0},      // out of season
        {"pay.late", 11, 0},         // habit
        {"pay.late", 12, 2},         // payment trouble
        {"org.change", 12, 2},       //
        {"card.expired", 13, 3},     // dead card
        {"card.expired", 11, 0},     // pays by transfer
        {"ticket.spike", 14, 0},     // noisy but loyal
        {"detractor.reply", 14, 0},  //
        {"detractor.reply", 15, 0},  // turned round
        {"renewal.disagree", 21, 1}, // calls apart
        {"renewal.disagree", 1, 0},  //
    }));
    INFO(told.signal << " in story " << told.story);
    CHECK(today().count(told.story, QString::fromLatin1(told.signal)) == told.accounts);
}

TEST_CASE("who is steady and well asks for nothing, what there is to say is good and in hand")
{
    for (const AccountFacts* each : sampleBook().story(1))
        for (const work::Signal& signal : today().of(*each)) {
            INFO(each->account.name.toStdString() << ": " << signal.signal.toStdString());
            CHECK(signal.severity == content::Severity::Good);
            // They were thanked and asked: nothing of it is in Today.
            CHECK(signal.state != work::SignalState::Open);
        }
}

TEST_CASE("the same facts give the same signals in the same order, one account at a time or all at once")
{
    const auto all = today().all();
    CHECK(all == Watched().all());
    std::vector<work::Signal> one;
    for (const AccountFacts& each : sampleBook().facts)
        std::ranges::copy(today().of(each), std::back_inserter(one));
    std::vector<work::Signal> ofAccounts;
    std::ranges::copy_if(all, std::back_inserter(ofAccounts),
                         [](const work::Signal& each) { return each.account.isValid(); });
    CHECK(one == ofAccounts);
    std::set<std::tuple<AccountId, QString, QString>> cases;
    for (const work::Signal& each : all)
        CHECK(cases.emplace(each.account, each.signal, each.key).second);
}

TEST_CASE("what was put off rests until its day")
{
    int snoozed = 0;
    for (const AccountFacts* each : sampleBook().story(10))
        for (const work::Signal& signal : today().of(*each))
            if (signal.state == work::SignalState::Snoozed) {
                ++snoozed;
                CHECK(signal.signal == u"licence.low");
                CHECK(signal.until == sampleDay.addDays(19));
            }
    CHECK(snoozed == 1);
}

TEST_CASE("the slide is seen before any single month is a drop")
{
    // Month by month of the decline: slides come, drops never do.
    int slides = 0;
    for (int days = 0; days <= 56; days += 14) {
        const Watched then(sampleBook(), sampleDay.addDays(-days));
        slides += then.count(2, u"usage.slide"_s);
        CHECK(then.count(2, u"usage.drop"_s) == 0);
    }
    CHECK(slides > 4);
}
