// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/wording.h"
#include "core/qbr/pack.h"
#include "core/query/book_content.h"
#include "core/query/review_content.h"
#include "tests/core/sample/sample_fixture.h"

#include <numeric>

using namespace steward;
using namespace steward::tests;

namespace {

struct SampleReviews
{
    SampleReviews()
        : facts(loaded())
        , content(query::reviewContentOf(facts.book()).value())
        , grouping(query::groupingOf(facts, query::contentOf(facts.book()).value(), sampleDay))
        , packs(facts, grouping, content)
    {
    }
    static Portfolio loaded()
    {
        const SampleFile file;
        return must(file.file.book->load({}));
    }
    static const SampleReviews& book()
    {
        static const SampleReviews reviews;
        return reviews;
    }
    [[nodiscard]] qbr::Pack pack(AccountId id, qbr::Quarter quarter) const
    {
        return packs.of({id, quarter, sampleDay, QStringLiteral("Linnhaven")});
    }
    [[nodiscard]] std::vector<qbr::Pack> story(int number, qbr::Quarter quarter) const
    {
        std::vector<qbr::Pack> told;
        for (const AccountFacts& each : facts)
            if (each.account.story == QString::number(number))
                told.push_back(pack(each.id(), quarter));
        return told;
    }
    [[nodiscard]] QString title(const qbr::Pack& pack, const char* slide) const
    {
        const qbr::Slide* found = pack.slide(QLatin1String(slide).toString());
        return found ? print::Wording(content, QLocale(QLocale::English)).say(found->title) : QString();
    }

    Portfolio facts;
    content::Qbr content;
    Grouping grouping;
    qbr::Packs packs;
};

constexpr qbr::Quarter third{2026, 3};
constexpr qbr::Quarter fourth{2026, 4};

} // namespace

TEST_CASE("every review of the sample book fills its hour and has a sentence for everything it says", "[qbr]")
{
    const SampleReviews& book = SampleReviews::book();
    const print::Wording wording(book.content, QLocale(QLocale::English));
    for (const AccountFacts& each : book.facts)
        for (const qbr::Quarter quarter : {third, fourth}) {
            INFO(each.account.name.toStdString());
            const qbr::Pack pack = book.pack(each.id(), quarter);
            const int minutes = std::accumulate(pack.slides.begin(), pack.slides.end(), 0,
                                                [](int sum, const qbr::Slide& slide) { return sum + slide.minutes; });
            CHECK(minutes == 60);
            CHECK(pack.summary.size() == 3);
            CHECK((pack.readiness.percent >= 0 && pack.readiness.percent <= 100));
            const auto check = [&](const qbr::Say& say) {
                INFO(say.id.toStdString());
                CHECK(book.content.sentence(say.id));
                const QString text = wording.say(say);
                INFO(text.toStdString());
                CHECK_FALSE(text.contains(u'{'));
                CHECK_FALSE(text.contains(QStringLiteral("  ")));
            };
            for (const qbr::Slide& slide : pack.slides)
                check(slide.title);
            for (const qbr::Say& say : pack.summary)
                check(say);
        }
}

TEST_CASE("titles of the stories tell the truth about use", "[qbr]")
{
    const SampleReviews& book = SampleReviews::book();
    // Quiet decline: the fall is said on the slide and in the summary.
    qint64 falls = 0;
    for (const qbr::Pack& pack : book.story(2, fourth)) {
        INFO(pack.accountName.toStdString() << ": " << book.title(pack, "use").toStdString());
        if (!pack.use.percent())
            continue;
        CHECK(book.title(pack, "use").startsWith(u"Use fell "));
        CHECK(pack.summary[1].id.startsWith(u"summary.use_down"));
        ++falls;
    }
    CHECK(falls > 0);
    // Hardly any data: nothing is claimed.
    for (const qbr::Pack& pack : book.story(20, third)) {
        CHECK(book.title(pack, "goals") == u"We have no agreed goal yet: let us set one");
        CHECK(book.title(pack, "value") == u"Value confirmed so far: none");
        CHECK(pack.summary[0].id == u"summary.goal_none");
    }
}

TEST_CASE("the three reviews that are due are as ready as the sample says", "[qbr]")
{
    const SampleReviews& book = SampleReviews::book();
    std::vector<int> percents;
    for (const AccountFacts& each : book.facts)
        for (const Qbr& review : each.of<Qbr>())
            if (review.status == u"planned")
                percents.push_back(book.pack(each.id(), fourth).readiness.percent);
    std::ranges::sort(percents);
    CHECK(percents == std::vector<int>{35, 72, 90});
}

TEST_CASE("a review that is planned is due, one that was held is not", "[qbr]")
{
    const SampleReviews& book = SampleReviews::book();
    const auto due = qbr::dueIn(book.facts, book.grouping, fourth, sampleDay);
    CHECK_FALSE(due.empty());
    for (const AccountFacts& each : book.facts) {
        const bool isDue = std::ranges::find(due, each.id()) != due.end();
        for (const Qbr& review : each.of<Qbr>()) {
            if (review.quarter != QDate(2026, 10, 1))
                continue;
            INFO(each.account.name.toStdString());
            CHECK(isDue == !review.heldOn.isValid());
        }
    }
}
