// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/gaps.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

#include <numeric>

using namespace steward;
using namespace steward::query;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;
using health::AccountScore;
using health::Contribution;
using health::DataKind;
using health::Gap;
using health::State;

namespace {

struct Measured
{
    const char* measure;
    int weight;
    State state;
    DataKind missing = DataKind::Count;
    Gap gap = Gap::TooLittle;
    const char* says = nullptr; ///< none: what is said of the gap
};

AccountScore scoreOf(AccountId account, std::initializer_list<Measured> measures)
{
    AccountScore score;
    score.account = account;
    for (const Measured& each : measures) {
        Contribution& added = score.contributions.emplace_back();
        added.measure = QString::fromLatin1(each.measure);
        added.weight = each.weight;
        added.state = each.state;
        added.missing = each.missing;
        if (each.state == State::Unknown)
            added.gap = each.gap;
        const std::string_view gap = each.says ? std::string_view(each.says) : nameOf(each.gap);
        added.why.key = u"unknown."_s + QString::fromLatin1(gap.data(), qsizetype(gap.size()));
        score.applicableWeight += each.state == State::NotApplicable ? 0 : each.weight;
    }
    return score;
}

/// Three accounts worth 1,000 and 3,000 a month and nothing that is known.
struct Book
{
    Portfolio portfolio = PortfolioBuilder().account(u"A"_s).account(u"B"_s).account(u"C"_s).build();
    std::vector<AccountLine> lines;

    Book()
    {
        for (const AccountFacts& each : portfolio) {
            AccountLine& line = lines.emplace_back();
            line.facts = &each;
        }
        lines[0].comparable = *Mrr::perTerm(100'000, 1);
        lines[1].comparable = *Mrr::perTerm(300'000, 1);
    }
    [[nodiscard]] AccountId id(std::size_t index) const { return portfolio.at(index).id(); }
};

} // namespace

TEST_CASE("a gap names its measures, its accounts, their value and the share that would become known", "[query]")
{
    const Book book;
    const std::vector scores = {scoreOf(book.id(0), {{"nps", 20, State::Unknown, DataKind::Surveys},
                                                     {"csat", 30, State::Unknown, DataKind::Surveys},
                                                     {"payment", 50, State::Scored}}),
                                scoreOf(book.id(1), {{"nps", 10, State::Unknown, DataKind::Surveys},
                                                     {"card", 60, State::NotApplicable},
                                                     {"payment", 30, State::KnownZero}}),
                                scoreOf(book.id(2), {{"nps", 10, State::Scored}})};
    const auto gaps = gapsOf(book.lines, scores);
    REQUIRE(gaps.size() == 1);
    const DataGap& gap = gaps.front();
    CHECK(gap.kind == DataKind::Surveys);
    CHECK(gap.why == Gap::TooLittle);
    CHECK(gap.measures == QStringList{u"nps"_s, u"csat"_s});
    CHECK(gap.accounts == std::vector{book.id(0), book.id(1)});
    CHECK(gap.value == *Mrr::perTerm(400'000, 1));
    CHECK(gap.withoutValue == 0);
    // By value: (0.5 of 1,000 and 0.25 of 3,000) of 4,000.
    CHECK(gap.gain == Approx(1250.0 / 4000));
    CHECK(gap.say.key == u"unknown.too_little");
}

TEST_CASE("what would be worth most stands first, why a kind is unknown tells gaps apart", "[query]")
{
    const Book book;
    const std::vector scores = {
        scoreOf(book.id(0),
                {{"nps", 50, State::Unknown, DataKind::Surveys, Gap::TooOld}, {"payment", 50, State::Scored}}),
        scoreOf(book.id(1),
                {{"nps", 50, State::Unknown, DataKind::Surveys, Gap::TooLittle}, {"payment", 50, State::Scored}}),
        scoreOf(book.id(2), {{"goals", 50, State::Unknown, DataKind::Goals}, {"payment", 50, State::Scored}})};
    const auto gaps = gapsOf(book.lines, scores);
    REQUIRE(gaps.size() == 3);
    CHECK(gaps[0].why == Gap::TooLittle);
    CHECK(gaps[1].why == Gap::TooOld);
    // An account without a value counts where there is nothing else to go by.
    CHECK(gaps[2].kind == DataKind::Goals);
    CHECK(gaps[2].withoutValue == 1);
    CHECK(gaps[2].gain == Approx(0.5));
}

TEST_CASE("what exactly is missing tells gaps of a kind apart, by kind they are one", "[query]")
{
    const Book book;
    const std::vector scores = {
        scoreOf(book.id(0), {{"licence_use", 50, State::Unknown, DataKind::Usage, Gap::TooLittle, "no_seat_metric"},
                             {"usage_trend", 25, State::Unknown, DataKind::Usage, Gap::TooLittle, "no_usage"},
                             {"payment", 25, State::Scored}}),
        scoreOf(book.id(1),
                {{"usage_trend", 50, State::Unknown, DataKind::Usage, Gap::TooOld}, {"payment", 50, State::Scored}})};
    const auto gaps = gapsOf(book.lines, scores);
    REQUIRE(gaps.size() == 3);
    CHECK(gaps[0].say.key == u"unknown.too_old");
    CHECK(gaps[1].say.key == u"unknown.no_seat_metric");
    CHECK(gaps[1].measures == QStringList{u"licence_use"_s});
    CHECK(gaps[2].say.key == u"unknown.no_usage");
    const auto kinds = gapsOf(book.lines, scores, GapsBy::Kind);
    REQUIRE(kinds.size() == 1);
    CHECK(kinds[0].accounts == std::vector{book.id(0), book.id(1)});
    CHECK(kinds[0].gain == Approx((0.75 * 1000 + 0.5 * 3000) / 4000));
}

TEST_CASE("a kind that only caps read is a gap of its own, worth no coverage, unless a measure names it", "[query]")
{
    const Book book;
    std::vector scores = {scoreOf(book.id(0), {{"payment", 100, State::Scored}}),
                          scoreOf(book.id(1), {{"nps", 50, State::Unknown, DataKind::Surveys, Gap::NotConnected},
                                               {"payment", 50, State::Scored}})};
    for (AccountScore& each : scores)
        each.lacking = {{DataKind::Surveys, Gap::NotConnected, u"unknown.not_connected"_s},
                        {DataKind::Risks, Gap::NotPractised, u"unknown.not_practised"_s}};
    const auto gaps = gapsOf(book.lines, scores);
    REQUIRE(gaps.size() == 2);
    CHECK(gaps[0].kind == DataKind::Surveys);
    CHECK(gaps[0].accounts == std::vector{book.id(0), book.id(1)});
    CHECK(gaps[0].gain == Approx(0.5 * 3000 / 4000));
    CHECK(gaps[1].kind == DataKind::Risks);
    CHECK(gaps[1].accounts == std::vector{book.id(0), book.id(1)});
    CHECK(gaps[1].gain == 0);
    CHECK(gaps[1].measures.isEmpty());
    CHECK(gaps[1].say.key == u"unknown.not_practised");
    CHECK(gaps[1].say.arguments == Arguments{u"risks"_s});
}

TEST_CASE("of each account what is known and its gaps add up to one, and a line without a score has none", "[query]")
{
    const Book book;
    const std::vector scores = {scoreOf(book.id(1), {{"nps", 15, State::Unknown, DataKind::Surveys},
                                                     {"goals", 25, State::Unknown, DataKind::Goals},
                                                     {"payment", 60, State::Scored}})};
    const auto gaps = gapsOf(book.lines, scores);
    const double gains =
        std::accumulate(gaps.begin(), gaps.end(), 0.0, [](double sum, const DataGap& each) { return sum + each.gain; });
    CHECK(gains + 0.6 == Approx(1));
    for (const DataGap& each : gaps)
        CHECK(each.accounts == std::vector{book.id(1)});
    CHECK(gapsOf(book.lines, {}).empty());
}
