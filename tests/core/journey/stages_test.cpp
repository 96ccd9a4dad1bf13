// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journey/stages.h"

#include "core/portfolio/stage_steps.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

#include <random>

using namespace steward;
using namespace steward::journey;
using tests::aBook;

namespace {

const QDate today(2026, 11, 19);
const std::vector<StageRule> rules{
    {QStringLiteral("onboarding"), 45}, {QStringLiteral("adoption"), 180}, {QStringLiteral("upsell"), {}}};

void move(tests::PortfolioBuilder& book, QDate day, const char16_t* from, const char16_t* to, qint64 recorded = 0)
{
    book.make<StageMove>([&](StageMove& m) {
        m.day = day;
        m.fromStage = QString::fromUtf16(from);
        m.toStage = QString::fromUtf16(to);
        m.recorded.ms = recorded;
    });
}

tests::PortfolioBuilder started(QDate day)
{
    auto book = aBook().account(QStringLiteral("A"));
    book.subscription(100, day);
    return book;
}

std::vector<StageSpan> spansOf(const tests::PortfolioBuilder& book, QDate day = today)
{
    const Portfolio portfolio = book.build();
    return stageSpans(portfolio.at(0), portfolio.book(), day);
}

std::optional<StageClock> clockOf(const tests::PortfolioBuilder& book, QDate day)
{
    const Portfolio portfolio = book.build();
    return stageClock(portfolio.at(0), portfolio.book(), rules, {}, day);
}

qint64 total(const std::vector<StageTime>& times)
{
    qint64 days = 0;
    for (const StageTime& each : times)
        days += each.days;
    return days;
}

} // namespace

TEST_CASE("days by stage add up to the account's age, moved back or not", "[journey]")
{
    auto book = started({2026, 1, 1});
    move(book, {2026, 2, 1}, u"onboarding", u"adoption");
    move(book, {2026, 3, 1}, u"adoption", u"onboarding");
    move(book, {2026, 3, 11}, u"onboarding", u"adoption");
    const auto times = stageTimes(spansOf(book));
    REQUIRE(times.size() == 2);
    CHECK(times[0] == StageTime{QStringLiteral("onboarding"), 41, 2, false});
    CHECK(times[1].visits == 2);
    CHECK(times[1].isCurrent);
    CHECK(total(times) == QDate(2026, 1, 1).daysTo(today));
}

TEST_CASE("a move entered late counts on the day it is dated to", "[journey]")
{
    auto book = started({2026, 1, 1});
    move(book, {2026, 5, 1}, u"adoption", u"retention", 1);
    move(book, {2026, 2, 1}, u"onboarding", u"adoption", 2);
    const auto spans = spansOf(book);
    REQUIRE(spans.size() == 3);
    CHECK(spans[0].stage == QStringLiteral("onboarding"));
    CHECK(spans[1].stage == QStringLiteral("adoption"));
    CHECK(spans[1].days() == 89);
}

TEST_CASE("of two moves in one day the one that begins where the other ends is last", "[journey]")
{
    auto book = started({2026, 1, 1});
    move(book, {2026, 2, 1}, u"adoption", u"retention", 1);
    move(book, {2026, 2, 1}, u"onboarding", u"adoption", 2);
    move(book, {2026, 1, 1}, u"", u"onboarding", 0);
    const auto spans = spansOf(book);
    REQUIRE(spans.size() == 3);
    CHECK(spans[1].stage == QStringLiteral("adoption"));
    CHECK(spans[1].days() == 0);
    CHECK(spans[2].stage == QStringLiteral("retention"));
}

TEST_CASE("two moves on the first day known are read from the one that begins, in whatever order they lie", "[journey]")
{
    for (const bool isTurned : {false, true}) {
        auto book = started({2026, 1, 1});
        if (isTurned)
            move(book, {2026, 2, 1}, u"adoption", u"retention");
        move(book, {2026, 2, 1}, u"onboarding", u"adoption");
        if (!isTurned)
            move(book, {2026, 2, 1}, u"adoption", u"retention");
        const auto spans = spansOf(book);
        REQUIRE(spans.size() == 3);
        CHECK(spans[0].stage == QStringLiteral("onboarding"));
        CHECK(spans[0].days() == 31);
        CHECK(spans[2].stage == QStringLiteral("retention"));
        const Portfolio portfolio = book.build();
        CHECK(stageOn(portfolio.at(0), today) == QStringLiteral("retention"));
        CHECK(stageOn(portfolio.at(0), {2026, 1, 31}) == QStringLiteral("onboarding"));
    }
}

TEST_CASE("an account without moves is in its stage since it began, later moves do not exist yet", "[journey]")
{
    auto book = started({2026, 1, 1}).with([](Account& a) { a.stage = QStringLiteral("adoption"); });
    CHECK(spansOf(book).size() == 1);
    CHECK(spansOf(book)[0].from == QDate(2026, 1, 1));
    CHECK(spansOf(book, {2025, 12, 31}).empty());
    auto moved = started({2026, 1, 1});
    move(moved, {2026, 6, 1}, u"onboarding", u"adoption");
    CHECK(spansOf(moved, {2026, 5, 31}).size() == 1);
}

TEST_CASE("for any moves the days of all stages are the age", "[journey][property]")
{
    std::mt19937 engine(3);
    const auto random = [&engine](int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(engine); };
    const std::array names{u"a", u"b", u"c"};
    for (int round = 0; round < 300; ++round) {
        auto book = started(QDate(2026, 1, 1));
        QDate first(2026, 1, 1);
        for (int count = random(8); count > 0; --count) {
            const QDate day = QDate(2025, 12, 1).addDays(random(120));
            first = std::min(first, day);
            move(book, day, names[static_cast<std::size_t>(random(3))], names[static_cast<std::size_t>(random(3))],
                 random(5));
        }
        const auto spans = spansOf(book);
        REQUIRE(total(stageTimes(spans)) == first.daysTo(today));
        for (std::size_t i = 1; i < spans.size(); ++i)
            REQUIRE(spans[i - 1].to == spans[i].from);
    }
}

TEST_CASE("a clock is on track, behind, or stuck by the target days", "[journey]")
{
    auto book = started({2026, 1, 1}).with([](Account& a) { a.stage = QStringLiteral("onboarding"); });
    const QDate start(2026, 1, 1);
    CHECK(clockOf(book, start.addDays(45))->state == ClockState::OnTrack);
    CHECK(clockOf(book, start.addDays(46))->state == ClockState::Behind);
    CHECK(clockOf(book, start.addDays(67))->state == ClockState::Behind);
    CHECK(clockOf(book, start.addDays(68))->state == ClockState::Stuck);
    auto open = started(start).with([](Account& a) { a.stage = QStringLiteral("upsell"); });
    CHECK(clockOf(open, today)->state == ClockState::NoTarget);
}

TEST_CASE("without a step, touch or use for three weeks a stage is stuck, unless none is known at all", "[journey]")
{
    auto book = started({2026, 1, 1}).with([](Account& a) { a.stage = QStringLiteral("onboarding"); });
    CHECK(clockOf(book, {2026, 1, 30})->state == ClockState::OnTrack);
    book.make<Touch>([](Touch& t) {
        t.day = {2026, 1, 9};
        t.kind = QStringLiteral("call");
    });
    CHECK(clockOf(book, {2026, 1, 29})->state == ClockState::OnTrack);
    CHECK(clockOf(book, {2026, 1, 30})->state == ClockState::Stuck);
}

TEST_CASE("the clock of a firm that has left stands still", "[journey]")
{
    auto book = aBook().account(QStringLiteral("A")).with([](Account& a) { a.stage = QStringLiteral("adoption"); });
    book.subscription(100, {2026, 1, 1}, {2026, 6, 1});
    CHECK(clockOf(book, {2026, 5, 31})->stage == u"adoption");
    CHECK_FALSE(clockOf(book, {2026, 6, 1}));
    CHECK_FALSE(clockOf(book, today));
}
