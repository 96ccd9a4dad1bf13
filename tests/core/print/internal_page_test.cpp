// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/internal_page.h"

#include "core/print/review_file.h"
#include "core/query/scores.h"
#include "tests/core/print/overflows.h"
#include "tests/core/print/sample_decks.h"

#include <set>

using namespace steward;
using namespace steward::tests;

namespace {

QString textOf(const deck::Slide& slide)
{
    QStringList texts;
    for (const deck::Element& each : slide.elements)
        if (const auto* text = std::get_if<deck::Text>(&each))
            texts.append(text->text());
    return texts.join(u'\n');
}

} // namespace

TEST_CASE("every account has an internal page: score, renewal, people, promises and the hard question", "[print]")
{
    const Reviews& book = sampleReviews();
    const content::Content content = must(query::contentOf(book.facts.book()));
    const health::Scorer scorer = must(query::scorerOf(book.facts, content, sampleDay, LookBack::AsItHappened));
    std::set<QString> questions;
    for (const AccountFacts& each : book.facts) {
        INFO(each.account.name.toStdString());
        const auto score = scorer.score(each.id(), sampleDay);
        REQUIRE(score);
        const print::Internal internal{each, book.facts.book(), *score, content};
        const qbr::Pack pack = book.pack(each.id(), {2026, 3});
        const deck::Deck page = print::internalPage(pack, internal, book.wording, {1'790'000'000'000});
        REQUIRE(page.slides.size() == 1);
        CHECK(overflows(page).isEmpty());
        const QString text = textOf(page.slides.front());
        INFO(text.toStdString());
        CHECK(text.contains(QStringLiteral("Ours alone")));
        CHECK(text.contains(score->shown ? QStringLiteral("of 100") : QStringLiteral("Not known yet")));
        CHECK_FALSE(text.contains(u'{'));
        questions.insert(text.section(QStringLiteral("The hard question to expect"), 1).trimmed());
        // The deck has nothing of it.
        for (const deck::Slide& slide : book.slides(pack, print::Copy::Presenter).slides)
            CHECK_FALSE(textOf(slide).contains(QStringLiteral("Ours alone")));
    }
    CHECK(questions.size() >= 4);
}

TEST_CASE("an internal page is a file of its own and cannot be made without the score", "[print]")
{
    const Reviews& book = sampleReviews();
    const qbr::Pack pack = book.pack(book.facts.begin()->id(), {2026, 3});
    QStringList taken;
    CHECK(print::fileStem(pack, print::Copy::Internal, taken).endsWith(QStringLiteral(" (internal)")));
    // A letter that turns the direction would hide the ending.
    qbr::Pack turned = pack;
    turned.accountName = QString(u"Acme " + QString(QChar(0x202E)) + u"xtp.exe" + QString(QChar(0x2066)));
    CHECK(print::fileStem(turned, print::Copy::Customer, taken) == QString(u"Acme xtp.exe " + turned.quarter.toText()));
    // A file's name has 255 bytes at most on every system.
    qbr::Pack wide = pack;
    wide.accountName = QString(100, QChar(0x30D5));
    CHECK(print::fileStem(wide, print::Copy::Presenter, taken).toUtf8().size() <= 250);
    wide.accountName = QString(u"ab" + QString(60, QChar(0x30D5)) + QStringLiteral("\U0001F600").repeated(30));
    CHECK_FALSE(print::fileStem(wide, print::Copy::Customer, taken).toUtf8().contains("?"));
    const auto made = print::reviewBytes(
        pack, {book.wording, print::Copy::Internal, print::Form::Markdown, nullptr, {}, QTimeZone::utc()});
    CHECK_FALSE(made);
}
