// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/book_content.h"

#include "core/query/scorecard_draft.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::query;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A shipped file with one text replaced, as the book's own.
Definition own(const QString& file, const QByteArray& from, const QByteArray& to, qint64 version = 3)
{
    QByteArray bytes = content::shippedFile(file);
    REQUIRE(bytes.contains(from));
    bytes.replace(from, to);
    Definition definition;
    definition.id = 1 + version;
    definition.kind = QString::fromUtf16(contentKind);
    definition.name = file;
    definition.version = version;
    definition.text = Json{QString::fromUtf8(bytes)};
    return definition;
}

BookFacts bookWith(std::vector<Definition> definitions)
{
    BookFacts book;
    book.definitions = Rows<Definition>(std::move(definitions));
    return book;
}

const QString scorecards = u"scorecards.json"_s;
const QString journeys = u"journeys.json"_s;

} // namespace

TEST_CASE("scorecards of the book that fail their checks are told: which, why, and what is used instead", "[query]")
{
    const BookFacts book = bookWith({own(scorecards, "\"sponsor\": 7", "\"sponsor\": 8")});
    const auto used = bookContentOf(book);
    REQUIRE(used);
    REQUIRE(used->passedOver.size() == 1);
    CHECK(used->passedOver[0].file == scorecards);
    CHECK(used->passedOver[0].version == 3);
    const auto weightsIn = [](const content::Content& content) {
        return content::findById(content.scorecards.scorecards, u"onboarding")->weights;
    };
    CHECK(weightsIn(used->content) == weightsIn(*content::shipped()));
    const auto told = contentNotices(book);
    REQUIRE(told.size() >= 2);
    CHECK(told[0] == Message{Code("content.passed-over"), {scorecards, qint64(3)}});
    CHECK(told[1].code == Code("content.weights.sum"));
    CHECK(std::get<QString>(told[1].arguments[0]).contains(u"scorecards["));
    CHECK(std::get<qint64>(told[1].arguments[1]) == 101);
}

TEST_CASE("one copy that fails takes none of the others with it, and a good book tells nothing", "[query]")
{
    const Definition good = own(journeys, "\"en\": \"Onboarding\"", "\"en\": \"Setting up\"", 2);
    const auto used = bookContentOf(bookWith({good, own(scorecards, "\"sponsor\": 7", "\"sponsor\": 8")}));
    REQUIRE(used);
    CHECK(used->passedOver.size() == 1);
    CHECK(content::findById(used->content.journeys.templates.front().stages, u"onboarding")->name.en == u"Setting up");
    CHECK(contentNotices(bookWith({good})).empty());
    CHECK(contentNotices(bookWith({})).empty());
}

TEST_CASE("a copy that its kinds of measures cannot read, or that is no JSON, is told as well", "[query]")
{
    CHECK(contentNotices(bookWith({own(scorecards, "\"min_history\": 42", "\"min_histories\": 42")})).size() >= 2);
    const BookFacts cut = bookWith({own(scorecards, "\"measures\": [", "\"measures\": (")});
    const auto told = contentNotices(cut);
    REQUIRE(told.size() == 2);
    CHECK(told[1].code == Code("content.syntax"));
    // What can no longer be read is corrected from the shipped numbers.
    CHECK(ScorecardDraft::of(cut).sum(u"high_touch"_s) == 100);
    CHECK(ScorecardDraft::of(bookWith({own(scorecards, "\"sponsor\": 7", "\"sponsor\": 8")})).sum(u"onboarding"_s) ==
          101);
}

TEST_CASE("a lower version that fails does not matter while a newer one is good", "[query]")
{
    const Definition old = own(scorecards, "\"sponsor\": 7", "\"sponsor\": 8", 1);
    const Definition now = own(scorecards, "\"not_above\": 25", "\"not_above\": 24", 2);
    for (const auto& order : {std::vector{old, now}, std::vector{now, old}}) {
        const BookFacts book = bookWith(order);
        CHECK(contentNotices(book).empty());
        CHECK(content::findById(contentOf(book)->scorecards.caps, u"notice")->notAbove == 24);
    }
}
