// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/kinds_away.h"
#include "tests/core/health/sample_book.h"

/// What a score may know, and what it says it does not.
using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Every outcome of a list that is dated after the day comes a day later.
template <class T>
void delayOutcomes(AccountFacts& facts, QDate after)
{
    std::vector<T> rows(facts.of<T>().begin(), facts.of<T>().end());
    for (T& row : rows)
        looking::eachField<T>([&]<std::size_t I> {
            if constexpr (looking::is<T, I>(Trait::Outcome) && looking::isDay<T, I>) {
                QDate& day = row.*(looking::fieldAt<T, I>.member);
                day = day.isValid() && day > after ? day.addDays(1) : day;
            }
        });
    facts.set<T>(std::move(rows));
}

template <class... T>
void delayAll(AccountFacts& facts, QDate after, const std::tuple<Rows<T>...>&)
{
    (delayOutcomes<T>(facts, after), ...);
    if (facts.account.churnedOn > after)
        facts.account.churnedOn = facts.account.churnedOn.addDays(1);
}

} // namespace

TEST_CASE("no outcome leaks into the score of an earlier day", "[health][sample]")
{
    const SampleScores& sample = SampleScores::book();
    for (const int back : {20, 75, 200, 330}) {
        const QDate day = sampleDay.addDays(-back);
        const Portfolio delayed =
            changed(sample.facts, [&](AccountFacts& facts) { delayAll(facts, day, AccountTables()); });
        REQUIRE_FALSE(delayed.at(0) == sample.facts.at(0));
        const auto told = sample.scorer.scoreAll(day);
        const auto then = sample.scorerOf(delayed).scoreAll(day);
        REQUIRE(told.size() == then.size());
        for (std::size_t i = 0; i < told.size(); ++i) {
            INFO(sample.facts.find(told[i].account)->account.name.toStdString());
            CHECK(told[i] == then[i]);
        }
    }
}

TEST_CASE("a kind of file taken away lowers coverage by the weight of what became unknown, and is named",
          "[health][sample]")
{
    const SampleScores& sample = SampleScores::book();
    checkKindsAway(sample.facts, sampleDay, [&](const Portfolio& facts) { return sample.scorerOf(facts); });
}

TEST_CASE("an account whose own roles are missing names them where its score is better for it", "[health][sample]")
{
    const SampleScores& sample = SampleScores::book();
    int better = 0;
    for (const AccountFacts& each : sample.facts) {
        if (each.of<ContactRole>().isEmpty())
            continue;
        const auto before = sample.scorer.score(each.id(), sampleDay);
        AccountFacts bare = each;
        bare.set<ContactRole>({});
        const Portfolio left = sample.facts.with({bare}, {}, 9);
        const auto after = sample.scorer.after(left, sample.scorer.grouping()).score(each.id(), sampleDay);
        if (!before || !after || !isBetter(*before, *after))
            continue;
        INFO(each.account.name.toStdString());
        ++better;
        CHECK(isNamed({DataKind::ContactRoles}, *after));
    }
    CHECK(better > 0);
}

TEST_CASE("where no person is named, roles are missed once somebody answered by name, and not before", "[health]")
{
    Told told;
    told.account(u"A"_s, u"self"_s).customer().users(300, today, [](int) { return 12; });
    told.add<Contact>([](Contact& row) { row.id = 600'000; });
    const std::vector roles{DataKind::ContactRoles};
    CHECK_FALSE(isNamed(roles, told.score()));
    told.facts.nps(3, ago(20), ContactId(600'000));
    CHECK(isNamed(roles, told.score()));
    // Risks cap here, too, though no measure of this scorecard reads them.
    CHECK(isNamed({DataKind::Risks}, told.score()));
    told.add<ContactRole>([](ContactRole& row) {
        row.contact = ContactId(600'000);
        row.role = u"sponsor"_s;
    });
    CHECK(isCapped(told.score(), "sponsor_unhappy"));
    CHECK_FALSE(isNamed(roles, told.score()));
}

namespace {

/// Sixty firms from files: contracts, use, tickets and answers, and nothing that people type.
Told imported()
{
    Told told;
    for (int i = 0; i < 60; ++i) {
        told.account(u"Firm %1"_s.arg(i), i % 5 == 0 ? QString() : u"mid"_s).customer(200 + 7 * i);
        told.users(200, ago(3), [=](int before) { return 10 + (i + before / 7) % 9; });
        told.add<Contact>([=](Contact& row) { row.id = 600'000 + i; });
        told.add<Ticket>([=](Ticket& row) {
            row.opened = ago(10 + i * 3);
            row.closed = i % 3 ? ago(5 + i) : QDate();
            row.priority = i % 4 ? u"normal"_s : u"urgent"_s;
        });
        told.facts.nps(i % 11, ago(20 + i * 2));
    }
    told.facts.source(u"ticket"_s, ago(8)).source(u"survey"_s, ago(15)).source(u"usage"_s, ago(3));
    return told;
}

} // namespace

TEST_CASE("naming one sponsor, logging one call or agreeing one goal lowers nobody else's score", "[health]")
{
    const auto before = imported().scorer().scoreAll(today);
    REQUIRE(before.size() == 60);
    const auto check = [&](const Told& told) {
        const auto after = told.scorer().scoreAll(today);
        REQUIRE(after.size() == before.size());
        // What was typed belongs to the account named last.
        for (std::size_t i = 0; i + 1 < after.size(); ++i) {
            CHECK(before[i].shown.has_value());
            CHECK(after[i].shown >= before[i].shown);
            CHECK(after[i].knownWeight >= before[i].knownWeight);
        }
    };
    Told sponsor = imported();
    sponsor.add<ContactRole>([](ContactRole& row) {
        row.contact = ContactId(600'059);
        row.role = u"sponsor"_s;
    });
    check(sponsor);
    Told call = imported();
    call.add<Touch>([](Touch& row) {
        row.kind = u"call"_s;
        row.day = ago(1);
        row.contacts = {ContactId(600'059)};
    });
    check(call);
    Told goal = imported();
    goal.add<Goal>([](Goal& row) {
        row.agreedOn = today;
        row.due = today.addDays(90);
        row.status = u"agreed"_s;
    });
    check(goal);
    Told milestone = imported();
    milestone.add<Milestone>([](Milestone& row) {
        row.kind = u"activation"_s;
        row.reached = ago(2);
    });
    check(milestone);
    Told risk = imported();
    risk.add<Risk>([](Risk& row) {
        row.severity = u"high"_s;
        row.opened = today;
    });
    check(risk);
}

TEST_CASE("accounts that a file brings without any day make nothing unpractised on days before", "[health]")
{
    const auto gapOn = [](QDate day, int undated) {
        Told told;
        told.account(u"Without"_s, u"mid"_s).customer();
        for (int i = 0; i < 4; ++i) {
            told.account(u"Old %1"_s.arg(i), u"mid"_s).customer();
            told.add<Goal>([](Goal& row) {
                row.agreedOn = ago(200);
                row.status = u"on_track"_s;
            });
        }
        for (int i = 0; i < undated; ++i) {
            told.account(u"New %1"_s.arg(i), u"mid"_s).add<Subscription>([](Subscription& row) {
                row.amount = Minor{100'000};
                row.billingPeriod = u"month"_s;
            });
            told.facts.with([](Account& account) { account.recorded = {qint64(usageDay(today)) * 86'400'000}; });
        }
        return measure(told, "goals", day).gap;
    };
    CHECK(gapOn(ago(1), 0) == health::Gap::TooLittle);
    CHECK(gapOn(ago(1), 8) == health::Gap::TooLittle);
    CHECK(gapOn(today, 8) == health::Gap::NotPractised);
}

TEST_CASE("twelve days without a new file move no measure of use, fifteen and thirty-six make them unknown", "[health]")
{
    const Told told = imported();
    const health::Scorer scorer = told.scorer();
    const auto first = scorer.scoreAll(ago(3));
    const auto reads = [](const char* measure, const AccountScore& score) {
        const Contribution* found = score.find(QString::fromLatin1(measure));
        return found ? *found : Contribution();
    };
    for (const int later : {12, 15, 35, 36}) {
        const auto then = scorer.scoreAll(ago(3).addDays(later));
        for (std::size_t i = 0; i < first.size(); ++i)
            for (const char* measure : {"usage_trend", "last_use", "licence_use"}) {
                INFO(measure << " after " << later << " days");
                const bool isLong = QLatin1StringView(measure) == u"licence_use";
                const Contribution now = reads(measure, then[i]);
                REQUIRE(reads(measure, first[i]).takesPart());
                CHECK(now.takesPart() == (later <= (isLong ? 35 : 14)));
                if (now.takesPart() && !isLong)
                    CHECK(now.value == reads(measure, first[i]).value);
                if (!now.takesPart())
                    CHECK(now.gap == health::Gap::TooOld);
            }
    }
}

TEST_CASE("a scorer that goes on from the last snapshot says what one made anew would say", "[health][sample]")
{
    const SampleScores& sample = SampleScores::book();
    const auto told = sample.story(3);
    REQUIRE_FALSE(told.empty());
    AccountFacts edited = *told.front();
    edited.set<Contact>({});
    edited.set<Risk>({});
    edited.usage = edited.usage.until(sampleDay.addDays(-30));
    const Portfolio next = sample.facts.with({edited}, {}, 9);
    const health::Scorer after = sample.scorer.after(next, query::groupingOf(next, sample.content, sampleDay));
    CHECK(after.scoreAll(sampleDay) == sample.scorerOf(next).scoreAll(sampleDay));
    CHECK_FALSE(after.scoreAll(sampleDay) == sample.scorer.scoreAll(sampleDay));
}
