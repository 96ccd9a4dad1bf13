// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/record.h"

#include "core/print/slides.h"
#include "tests/core/qbr/review_fixture.h"

#include <QTimeZone>

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

Qbr reviewOfThird()
{
    Qbr review;
    review.quarter = QDate(2026, 7, 1);
    review.status = u"planned"_s;
    return review;
}

qbr::Pack packWith(const Qbr& review)
{
    PortfolioBuilder book = aBook();
    book.account(u"A"_s).row(review);
    return packOf(book);
}

} // namespace

TEST_CASE("what a review keeps is read back as it was written")
{
    Qbr review = reviewOfThird();
    const std::vector<qbr::ActionEntry> actions{
        {u"Rights"_s, u"Dana"_s, u"open"_s, u"waits for IT"_s, {2026, 12, 4}, u"Rights"_s},
        {u"Day on reports"_s, {}, {}, {}, {}, u"Day on reports"_s}};
    review.actions = qbr::actionsJson(actions);
    CHECK(qbr::actionEntries(review) == actions);
    CHECK(qbr::actionsJson({}) == Json{});

    const qbr::SlideChoice choice{{u"cover"_s, u"use"_s, u"own1"_s},
                                  {u"value"_s},
                                  {u"own1"_s},
                                  {{u"use"_s, {u"A \"title\""_s, u"two\nlines"_s}}, {u"own1"_s, {u"Mine"_s, {}}}},
                                  {{u"use"_s, deck::ChartKind::Columns}, {u"plan"_s, deck::ChartKind::Line}}};
    qbr::setSlideChoice(review, choice);
    CHECK(qbr::slideChoice(review) == choice);
    const qbr::Seen seen{{u"use/use.now"_s, u"231"_s}, {u"plan/plan.actual"_s, u"€54,000"_s}};
    qbr::setSeenFigures(review, seen);
    CHECK(qbr::seenFigures(review) == seen);
    CHECK(qbr::slideChoice(review) == choice);
    qbr::setSlideChoice(review, {});
    CHECK(qbr::slideChoice(review) == qbr::SlideChoice{});
    CHECK(qbr::seenFigures(review) == seen);
}

TEST_CASE("a record of nonsense is a review without choices")
{
    Qbr review = reviewOfThird();
    for (const char* text : {"", "[1, 2]", "{\"order\": 7, \"hidden\": {\"a\": 1}}", "{broken", "null"}) {
        INFO(text);
        review.slides.text = review.parts.text = review.actions.text = QString::fromLatin1(text);
        CHECK(qbr::slideChoice(review).order.isEmpty());
        CHECK(qbr::seenFigures(review).empty());
        CHECK(qbr::actionEntries(review).empty());
        CHECK_FALSE(packWith(review).slides.empty());
    }
}

TEST_CASE("a slide of their own stands where it was put and takes its minutes from the hour")
{
    Qbr review = reviewOfThird();
    const QString words = u"Two of three teams"_s;
    qbr::setSlideChoice(review,
                        {{u"cover"_s, u"own1"_s, u"summary"_s}, {}, {u"own1"_s}, {{u"own1"_s, {u"On site"_s, words}}}});
    const qbr::Pack pack = packWith(review);
    REQUIRE(pack.slides.size() > 3);
    CHECK(pack.slides[0].id == u"cover");
    CHECK(pack.slides[1].id == u"own1");
    CHECK(pack.slides[1].isOwn);
    CHECK(pack.slides[1].minutes > 0);
    CHECK(minutesOf(pack) == 60);
    const print::Wording wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    const deck::Deck deck = print::slidesOf(pack, wording, print::Copy::Customer, {}, QTimeZone::utc());
    CHECK(deck.slides[1].title() == u"On site");
    bool isSaid = false;
    for (const deck::Element& each : deck.slides[1].elements)
        if (const auto* text = std::get_if<deck::Text>(&each))
            isSaid = isSaid || text->text() == words;
    CHECK(isSaid);
}

TEST_CASE("what was seen at the last refresh is in no copy of the slides")
{
    Qbr review = reviewOfThird();
    qbr::setSeenFigures(review, {{u"use/use.now"_s, u"CANARY"_s}});
    const qbr::Pack pack = packWith(review);
    const print::Wording wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    for (const auto copy : {print::Copy::Customer, print::Copy::Presenter})
        for (const deck::Slide& slide : print::slidesOf(pack, wording, copy, {}, QTimeZone::utc()).slides)
            for (const deck::Element& each : slide.elements)
                if (const auto* text = std::get_if<deck::Text>(&each))
                    CHECK_FALSE(text->text().contains(u"CANARY"));
}

TEST_CASE("who is due: planned, by the rhythm since the last one, never twice a quarter")
{
    const auto dueWith = [](std::vector<Qbr> reviews, int perYear) {
        PortfolioBuilder book = aBook();
        book.account(u"A"_s);
        for (const Qbr& each : reviews)
            book.row(each);
        const Portfolio facts = book.build();
        return qbr::dueOf(*facts.find(book.id(u"A"_s)), facts.book(), perYear, third, today);
    };
    using State = qbr::DueState;
    Qbr planned = reviewOfThird();
    planned.meetingStart = Instant{1'790'000'000'000};
    CHECK(dueWith({}, 0).state == State::NotDue);
    CHECK(dueWith({planned}, 0).state == State::Due);
    CHECK(dueWith({planned}, 0).meeting == planned.meetingStart);
    Qbr cancelled = planned;
    cancelled.status = u"cancelled"_s;
    CHECK(dueWith({cancelled}, 0).state == State::NotDue);
    Qbr held = planned;
    held.heldOn = QDate(2026, 10, 5);
    CHECK(dueWith({held}, 4).state == State::Held);
    CHECK(dueWith({held}, 4).lastHeld == held.heldOn);
}
