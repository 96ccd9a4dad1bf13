// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/play_draft.h"

#include "core/query/book_content.h"
#include "tests/support/printers.h"

/// Plays that a book changes: checked, kept as versions, read in any of them.
using namespace steward;
using namespace steward::query;
using namespace Qt::Literals::StringLiterals;

namespace {

using Part = PlayDraft::Part;

/// What savePlay() would keep, without a book.
BookFacts keeping(const BookFacts& book, const PlayDraft& draft)
{
    std::vector<Definition> all(book.definitions.begin(), book.definitions.end());
    Definition next;
    next.id = 1 + qint64(all.size());
    next.kind = QString::fromUtf16(contentKind);
    next.name = u"playbooks/"_s + draft.play() + u".json"_s;
    next.version = next.id;
    next.text = Json{QString::fromUtf8(draft.json())};
    all.push_back(next);
    BookFacts with = book;
    with.definitions = Rows<Definition>(std::move(all));
    return with;
}

} // namespace

TEST_CASE("a play that is changed is a version above, and what was not changed is as it was", "[query]")
{
    const BookFacts shipped;
    PlayDraft draft = PlayDraft::of(shipped, u"renewal"_s);
    CHECK_FALSE(draft.isChanged());
    draft.setText(Part::Mistake, u"Starting late"_s);
    auto step = draft.steps()[2];
    step.at = u"R-140"_s;
    step.title = u"Close the gaps with names"_s;
    draft.setStep(2, step);
    REQUIRE(draft.isChanged());
    const auto changed = draft.checked();
    REQUIRE(changed);
    const auto before = playOfVersion(shipped, u"renewal"_s, 1);
    REQUIRE(before);
    CHECK(changed->version == before->version + 1);
    CHECK(changed->mistake.en == u"Starting late");
    CHECK(changed->text.en == before->text.en);
    REQUIRE(changed->steps.size() == before->steps.size());
    CHECK(changed->steps[2].at == content::StepDay{content::StepFrom::Renewal, -140, false});
    CHECK(changed->steps[2].title.key != before->steps[2].title.key);
    CHECK(changed->steps[1].title.key == before->steps[1].title.key);
    CHECK(changed->drafts.size() == before->drafts.size());
}

TEST_CASE("steps are added, taken away and moved, a new one has an id that no version had", "[query]")
{
    BookFacts book;
    PlayDraft draft = PlayDraft::of(book, u"silent"_s);
    const auto steps = draft.steps();
    draft.addStep(0, u"Ask a colleague of theirs"_s);
    draft.removeStep(steps.size());
    CHECK(draft.moveStep(1, -1));
    CHECK_FALSE(draft.moveStep(0, -1));
    const auto first = draft.checked();
    REQUIRE(first);
    REQUIRE(first->steps.size() == steps.size());
    CHECK(first->steps.front().title.en == u"Ask a colleague of theirs");
    book = keeping(book, draft);
    PlayDraft again = PlayDraft::of(book, u"silent"_s);
    CHECK(again.version() == 2);
    again.addStep(0, u"And another"_s);
    const auto second = again.checked();
    REQUIRE(second);
    CHECK(second->steps[1].id != first->steps[0].id);
    book = keeping(book, again);
    for (const qint64 version : {1, 2, 3}) {
        const auto own = playOfVersion(book, u"silent"_s, version);
        REQUIRE(own);
        CHECK(own->version == version);
    }
    CHECK_FALSE(playOfVersion(book, u"silent"_s, 4));
    CHECK(content::findById(contentOf(book).value().plays, u"silent"_s)->version == 3);
}

TEST_CASE("a user's own message may break the rules for drafts, and is kept and read again as it is", "[query]")
{
    BookFacts book;
    PlayDraft draft = PlayDraft::of(book, u"detractor"_s);
    auto letter = draft.letters()[0];
    CHECK(letter.isComplaint);
    letter.body = u"Dear {first}, unfortunately our policy says no. {wrongfield}"_s;
    draft.setLetter(0, letter);
    REQUIRE(draft.checked());
    book = keeping(book, draft);
    const auto content = contentOf(book);
    REQUIRE(content);
    const auto* kept = content::findById(content->plays, u"detractor"_s);
    CHECK(kept->drafts.front().body.en == letter.body);
    CHECK(content::isOwn(kept->drafts.front()));
    CHECK_FALSE(content::isOwn(kept->drafts.back()));
    CHECK(content::checkDraft(letter.subject, letter.body, true).size() == 4);
}

TEST_CASE("a day that is none and a text that is empty are refused, and the part they stand in is known", "[query]")
{
    const BookFacts book;
    PlayDraft days = PlayDraft::of(book, u"detractor"_s);
    auto step = days.steps()[0];
    step.at = u"next week"_s;
    days.setStep(0, step);
    REQUIRE_FALSE(days.checked());
    CHECK(days.checked().error().code == Code("content.step.day"));
    CHECK(days.placeOf(days.checked().error()).step == 0);
    PlayDraft empty = PlayDraft::of(book, u"detractor"_s);
    auto letter = empty.letters()[1];
    letter.body = QString();
    empty.setLetter(1, letter);
    REQUIRE_FALSE(empty.checked());
    CHECK(empty.placeOf(empty.checked().error()).letter == 1);
}

TEST_CASE("every shipped play can be changed and read again", "[query]")
{
    const BookFacts book;
    for (const QString& id : content::playIds()) {
        PlayDraft draft = PlayDraft::of(book, id);
        INFO(id.toStdString());
        draft.setText(Part::Good, u"It is good"_s);
        draft.addStep(-1, u"First of all"_s);
        const auto changed = draft.checked();
        if (!changed)
            UNSCOPED_INFO(changed.error().code.id());
        REQUIRE(changed);
        CHECK(changed->steps.front().title.en == u"First of all");
    }
}

TEST_CASE("what a play starts at is changed, and the signals offer it then and no longer what they did", "[query]")
{
    BookFacts book;
    PlayDraft draft = PlayDraft::of(book, u"silent"_s);
    PlayDraft::Starts starts = draft.starts();
    REQUIRE(starts.signalIds.contains(u"ticket.hush"_s));
    starts.signalIds.removeAll(u"ticket.hush"_s);
    starts.signalIds << u"silent.us"_s;
    starts.needsStanding = true;
    draft.setStarts(starts);
    const auto changed = draft.checked();
    REQUIRE(changed);
    CHECK(changed->signalIds == starts.signalIds);
    CHECK(changed->needsStanding);
    book = keeping(book, draft);
    const auto content = contentOf(book);
    REQUIRE(content);
    const auto playAt = [&](const QString& id) { return content::findById(content->signalRules.kinds, id)->play; };
    CHECK(playAt(u"ticket.hush"_s).isEmpty());
    CHECK(playAt(u"silent.us"_s) == u"silent");
    CHECK(playAt(u"silent.customer"_s) == u"silent");
    // What the content offers without a play's naming it stays.
    CHECK(playAt(u"renewal.notice"_s) == u"renewal");
    CHECK(playAt(u"recap.due"_s) == u"qbr");
}

TEST_CASE("a play of one's own is copied or begun empty, kept and read again, and offered before the shipped one",
          "[query]")
{
    BookFacts book;
    PlayDraft copy = PlayDraft::fresh(book, u"silent"_s, u"Quiet ones"_s);
    CHECK(copy.isNew());
    CHECK(copy.isChanged());
    REQUIRE(copy.checked());
    CHECK(copy.checked()->version == 1);
    book = keeping(book, copy);
    PlayDraft empty = PlayDraft::fresh(book, {}, u"Something new"_s);
    CHECK(empty.play() != copy.play());
    REQUIRE(empty.checked());
    book = keeping(book, empty);
    const auto own = bookContentOf(book);
    REQUIRE(own);
    CHECK(own->passedOver.empty());
    REQUIRE(own->content.plays.size() == std::size_t(content::playIds().size()) + 2);
    const auto* quiet = content::findById(own->content.plays, copy.play());
    REQUIRE(quiet);
    CHECK(quiet->name.en == u"Quiet ones");
    CHECK(quiet->steps.size() == content::findById(own->content.plays, u"silent"_s)->steps.size());
    CHECK(content::findById(own->content.signalRules.kinds, u"silent.customer"_s)->play == copy.play());
    CHECK(playOfVersion(book, copy.play(), 1));
    // It is changed as any other.
    PlayDraft again = PlayDraft::of(book, copy.play());
    again.setText(Part::Good, u"They answered"_s);
    CHECK(again.checked()->version == 2);
}
