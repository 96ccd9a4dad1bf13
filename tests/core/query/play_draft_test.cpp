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

TEST_CASE("a draft that breaks a rule, a day that is none and a text that is empty are refused", "[query]")
{
    const BookFacts book;
    PlayDraft draft = PlayDraft::of(book, u"detractor"_s);
    auto letter = draft.letters()[0];
    letter.body = u"Dear {first}, unfortunately our policy says no."_s;
    draft.setLetter(0, letter);
    CHECK_FALSE(draft.checked());
    PlayDraft days = PlayDraft::of(book, u"detractor"_s);
    auto step = days.steps()[0];
    step.at = u"next week"_s;
    days.setStep(0, step);
    REQUIRE_FALSE(days.checked());
    CHECK(days.checked().error().code == Code("content.step.day"));
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
