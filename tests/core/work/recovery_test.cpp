// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/recovery.h"

#include "tests/core/sample/sample_fixture.h"
#include "tests/core/work/work_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

void answer(Told& book, int daysAgo, double score, qint64 contact = 7, const QString& kind = u"nps"_s)
{
    book.add<Survey>([&](Survey& row) {
        row.kind = kind;
        row.day = ago(daysAgo);
        row.score = score;
        row.contact = ContactId(contact);
    });
}

PlaybookRun runOf(int daysAgo)
{
    PlaybookRun run;
    run.playbook = u"detractor"_s;
    run.started = ago(daysAgo);
    return run;
}

} // namespace

TEST_CASE("a detractor who is asked again after the play is compared with what they said before it", "[work]")
{
    Told book;
    book.account(u"A"_s, u"mid"_s);
    answer(book, 130, 9);
    answer(book, 101, 2);
    answer(book, 60, 10, 8); // somebody else
    answer(book, 50, 4, 7, u"csat"_s);
    answer(book, 20, 8);
    const Portfolio facts = book.facts.build();
    const auto found = work::recoveryOf(runOf(100), facts.at(0));
    REQUIRE(found);
    CHECK(found->before->score == 2);
    CHECK(found->after->score == 8);
    CHECK(found->isBetter());
    const std::vector<work::Recovery> both{*found, *found};
    CHECK(work::sumOf(both).asked == 2);
    CHECK(work::sumOf(both).better == 2);
    CHECK(work::sumOf(both).after == 8);
    // Nobody was unhappy then, nobody was heard since.
    CHECK_FALSE(work::recoveryOf(runOf(110), facts.at(0)));
    CHECK_FALSE(work::recoveryOf(runOf(10), facts.at(0)));
    CHECK(work::sumOf({}).asked == 0);
}

TEST_CASE("the two detractors of the sample book who were turned round show it", "[work]")
{
    int found = 0;
    for (const AccountFacts* facts : sampleBook().story(15))
        for (const PlaybookRun& run : facts->of<PlaybookRun>())
            if (const auto recovery = work::recoveryOf(run, *facts)) {
                ++found;
                CHECK(recovery->before->score == 2);
                CHECK(recovery->after->score == 8);
            }
    CHECK(found == 2);
}
