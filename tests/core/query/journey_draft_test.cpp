// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/journey_draft.h"

#include "core/content/journey_past.h"
#include "core/query/book_content.h"
#include "tests/support/printers.h"

/// Journeys that a book changes: checked, kept as versions, with everything earlier versions had still known.
using namespace steward;
using namespace steward::query;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString lifecycle = u"lifecycle"_s;

JourneyDraft draftOf(const BookFacts& book)
{
    const auto known = contentOf(book);
    REQUIRE(known);
    return JourneyDraft::of(book, known->journeys, lifecycle);
}

/// What saveJourney() would keep, without a book.
BookFacts keeping(const BookFacts& book, const JourneyDraft& draft)
{
    std::vector<Definition> all(book.definitions.begin(), book.definitions.end());
    Definition next;
    next.id = 1 + qint64(all.size());
    next.kind = QString::fromUtf16(contentKind);
    next.name = u"journeys.json"_s;
    next.version = next.id;
    next.text = Json{QString::fromUtf8(draft.json())};
    all.push_back(next);
    BookFacts with = book;
    with.definitions = Rows<Definition>(std::move(all));
    return with;
}

std::size_t placeOf(const JourneyDraft& draft, const QString& id)
{
    const auto found = std::ranges::find(draft.stages(), id, &StageText::id);
    REQUIRE(found != draft.stages().end());
    return std::size_t(found - draft.stages().begin());
}

const content::JourneyStage& stageOf(const content::Journeys& journeys, const QString& id)
{
    const auto* journey = content::findById(journeys.templates, lifecycle);
    REQUIRE(journey);
    const auto* stage = content::findById(journey->stages, id);
    REQUIRE(stage);
    return *stage;
}

QStringList namesOf(const content::Journeys& journeys)
{
    QStringList names;
    for (const content::JourneyStage& each : content::findById(journeys.templates, lifecycle)->stages)
        names << (content::isRetired(each) ? QString(u'(' + each.name.en + u')') : each.name.en);
    return names;
}

} // namespace

TEST_CASE("a stage renamed is the same stage, is known by its old name, and the rest is as it was", "[query]")
{
    const BookFacts shipped;
    JourneyDraft draft = draftOf(shipped);
    CHECK_FALSE(draft.isChanged());
    CHECK(draft.version() == 1);
    StageText stage = draft.stages()[placeOf(draft, u"adoption"_s)];
    stage.name = u"Daily use"_s;
    stage.days = 120;
    stage.friction << u"Nobody has time to learn it"_s;
    draft.setStage(placeOf(draft, u"adoption"_s), stage);
    CHECK(draft.changes() == 1);
    REQUIRE(draft.checked());
    const auto kept = bookContentOf(keeping(shipped, draft));
    REQUIRE(kept);
    CHECK(kept->passedOver.empty());
    const content::JourneyStage& now = stageOf(kept->content.journeys, u"adoption"_s);
    const content::JourneyStage& before = stageOf(shippedContent()->content.journeys, u"adoption"_s);
    CHECK(now.name.en == u"Daily use");
    CHECK(now.name.key != before.name.key);
    CHECK(now.text.key == before.text.key);
    CHECK(now.days == 120);
    CHECK(now.friction.size() == before.friction.size() + 1);
    CHECK(now.friction.front().key == before.friction.front().key);
    const content::StageNames names(*content::findById(kept->content.journeys.templates, lifecycle),
                                    kept->content.journeys.earlier);
    for (const QString& name : {u"adoption"_s, u"Adoption"_s, u"Daily use"_s})
        CHECK(names.find(name) == &now);
    CHECK(names.find(u"Retention"_s)->id == u"retention");
    CHECK(content::findById(kept->content.journeys.templates, lifecycle)->version == 2);
}

TEST_CASE("a stage removed stays known at its place, and comes back with nothing lost by one version more", "[query]")
{
    BookFacts book;
    JourneyDraft draft = draftOf(book);
    draft.removeStage(placeOf(draft, u"adoption"_s));
    REQUIRE(draft.removed().size() == 1);
    CHECK(draft.changes() == 1);
    book = keeping(book, draft);
    const auto kept = contentOf(book);
    REQUIRE(kept);
    CHECK(namesOf(kept->journeys) ==
          QStringList{u"Acquisition"_s, u"Purchase"_s, u"Onboarding"_s, u"(Adoption)"_s, u"Support"_s, u"Retention"_s});
    // Another version on top of it still knows what the first had.
    JourneyDraft next = draftOf(book);
    CHECK(next.version() == 2);
    StageText renamed = next.stages()[placeOf(next, u"retention"_s)];
    renamed.name = u"Staying"_s;
    next.setStage(placeOf(next, u"retention"_s), renamed);
    const auto last = contentOf(keeping(book, next));
    REQUIRE(last);
    CHECK(namesOf(last->journeys).contains(u"(Adoption)"_s));
    CHECK(namesOf(last->journeys).last() == u"Staying");
}

TEST_CASE("a stage split shares its days, and what ends it is asked of the second part", "[query]")
{
    const BookFacts shipped;
    JourneyDraft draft = draftOf(shipped);
    const std::size_t second = draft.splitStage(placeOf(draft, u"onboarding"_s), u"Going live"_s);
    CHECK(draft.stages()[second].id.startsWith(u'+'));
    CHECK(draft.keptId(draft.stages()[second].id) == u"going_live");
    const auto checked = draft.checked();
    REQUIRE(checked);
    const content::JourneyStage& first = stageOf(*checked, u"onboarding"_s);
    const content::JourneyStage& late = stageOf(*checked, u"going_live"_s);
    const content::JourneyStage& before = stageOf(shippedContent()->content.journeys, u"onboarding"_s);
    CHECK(*first.days + *late.days == *before.days);
    CHECK(first.milestones.isEmpty());
    CHECK(late.milestones == before.milestones);
    CHECK(late.kind == content::StageKind::Onboarding);
    // Kept, changed once more: the milestones are still those of the second.
    JourneyDraft again = draftOf(keeping(shipped, draft));
    again.addStage(0, u"Trial"_s);
    StageText trial = again.stages()[1];
    trial.goal = u"They see it at work"_s;
    trial.outcome = u"I saw it with my own data"_s;
    again.setStage(1, trial);
    const auto more = again.checked();
    REQUIRE(more);
    CHECK(stageOf(*more, u"going_live"_s).milestones == before.milestones);
    CHECK(stageOf(*more, u"trial"_s).days == 30);
}

TEST_CASE("what a journey cannot do without is told in words", "[query]")
{
    JourneyDraft draft = draftOf({});
    const auto wrong = [&draft] {
        const auto checked = draft.checked();
        REQUIRE_FALSE(checked);
        return checked.error().code;
    };
    SECTION("the stage in which customers are set up")
    {
        draft.removeStage(placeOf(draft, u"onboarding"_s));
        CHECK(wrong() == Code("journeys.onboarding"));
    }
    SECTION("a name, no name twice, a goal and an outcome, days that are some")
    {
        const std::size_t at = draft.addStage(0, u" "_s);
        CHECK(wrong() == Code("journeys.name"));
        StageText stage = draft.stages()[at];
        stage.name = u"adoption"_s;
        draft.setStage(at, stage);
        CHECK(wrong() == Code("journeys.words"));
        stage.goal = stage.outcome = u"Something"_s;
        draft.setStage(at, stage);
        CHECK(wrong() == Code("journeys.twice"));
        stage.name = u"Pilot"_s;
        stage.days = 0;
        draft.setStage(at, stage);
        CHECK(wrong() == Code("journeys.days"));
        stage.days.reset();
        draft.setStage(at, stage);
        CHECK(draft.checked());
    }
}
