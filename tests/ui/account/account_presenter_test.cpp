// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/account/account_fixture.h"
#include "ui/account/account_presenter.h"
#include "ui/account/header.h"
#include "ui/account/lines.h"
#include "ui/account/score_list.h"

#include <QSignalSpy>

using namespace steward;
using namespace steward::account;
using tests::british;

namespace {

struct Shown : tests::SampleBook
{
    Shown()
        : presenter(book, british)
    {
        presenter.show(troubled());
        REQUIRE(presenter.state() == AccountPresenter::State::Ready);
    }
    [[nodiscard]] const AccountFigures& figures() const { return presenter.figures(); }
    [[nodiscard]] RecordDraft draft(NewRecord kind) const { return draftOf(kind, figures(), british); }
    AccountPresenter presenter;
};

template <class T>
std::size_t countOf(const Shown& shown)
{
    return shown.figures().facts->of<T>().size();
}

} // namespace

TEST_CASE("an account is shown with its score, the reasons, and half a year of it")
{
    Shown shown;
    REQUIRE(shown.figures().score);
    REQUIRE(shown.figures().score->shown);
    CHECK(shown.figures().trend.size() == 26);
    CHECK(shown.figures().trend.back().shown == shown.figures().score->shown);
    CHECK_FALSE(shown.figures().timeline.empty());
    const auto rows = scoreRows(shown.figures(), british);
    REQUIRE(rows.size() == shown.figures().sheet.size());
    for (const ScoreRow& row : rows) {
        INFO(row.name.toStdString());
        CHECK_FALSE(row.name.isEmpty());
        CHECK_FALSE(row.spoken.isEmpty());
        CHECK_FALSE(row.why.contains(u'{'));
        CHECK_FALSE(row.why.startsWith(u"measure."));
    }
    CHECK(rows.back().badge == headerText(shown.figures(), british).badge.number);
}

TEST_CASE("what is unknown is a dash and never a nought")
{
    tests::SampleBook sample;
    AccountPresenter presenter(sample.book, british);
    int unknown = 0;
    for (const query::AccountLine& line : sample.lines()) {
        presenter.show(line.facts->id());
        for (const ScoreRow& row : scoreRows(presenter.figures(), british))
            if (row.line.kind == query::ScoreLine::Kind::Measure && row.line.state == health::State::Unknown) {
                ++unknown;
                CHECK(row.gained == QStringLiteral("\u2013"));
                CHECK(row.lost == QStringLiteral("\u2013"));
            }
        if (!line.health)
            for (const ScoreRow& row : scoreRows(presenter.figures(), british)) {
                INFO(row.name.toStdString());
                CHECK((row.gained.isEmpty() || row.gained == QStringLiteral("\u2013")));
            }
        const HeaderText header = headerText(presenter.figures(), british);
        if (!line.renewal.isValid())
            CHECK(header.facts[1].note == QStringLiteral("no date known"));
        if (!line.health)
            CHECK(header.badge.number.isEmpty());
    }
    CHECK(unknown > 0);
}

TEST_CASE("every account of the sample book has lines that say something")
{
    tests::SampleBook sample;
    AccountPresenter presenter(sample.book, british);
    for (const query::AccountLine& line : sample.lines()) {
        presenter.show(line.facts->id());
        INFO(line.facts->account.name.toStdString());
        const AccountFigures& figures = presenter.figures();
        for (const auto& lines :
             {taskLines(figures, british), riskLines(figures, british), peopleLines(figures, british),
              timelineLines(figures, {}, british), moneyLines(figures, british), voiceLines(figures, british),
              planLines(figures, british)})
            for (const Line& each : lines) {
                INFO(each.text.toStdString());
                CHECK_FALSE(each.text.isEmpty());
                CHECK_FALSE(each.text.contains(QStringLiteral("%1")));
                CHECK_FALSE(each.text.startsWith(QStringLiteral("timeline.")));
            }
        for (const query::TimelineLine& told : figures.timeline)
            CHECK(recordText(told.record, figures, british));
    }
}

TEST_CASE("a note is a record of the account, one step that undo takes back")
{
    Shown shown;
    const auto before = countOf<Touch>(shown);
    RecordDraft note = shown.draft(NewRecord::Note);
    note.values[QStringLiteral("text")] = {QStringLiteral("Works council meets on 2 Dec")};
    QSignalSpy changed(&shown.presenter, &AccountPresenter::changed);
    CHECK_FALSE(shown.presenter.save(note));
    CHECK(changed.count() >= 1);
    REQUIRE(countOf<Touch>(shown) == before + 1);
    const auto& touches = shown.figures().facts->of<Touch>();
    const auto written = std::ranges::find(touches, QStringLiteral("Works council meets on 2 Dec"), &Touch::text);
    REQUIRE(written != touches.end());
    CHECK(written->kind == QStringLiteral("note"));
    CHECK(written->day == tests::theDay);
    REQUIRE(shown.book.undoable());
    CHECK(shown.book.undoable()->code == Code("edit.record-added"));
    shown.book.undo();
    CHECK(countOf<Touch>(shown) == before);
}

TEST_CASE("a call counts as a conversation that was held")
{
    Shown shown;
    RecordDraft call = shown.draft(NewRecord::Call);
    const qint64 contact = shown.figures().people.front().contact->id;
    call.values[QStringLiteral("subject")] = {QStringLiteral("Mapping is slow")};
    call.values[QStringLiteral("contact_ids")] = {QString::number(contact)};
    call.values[QStringLiteral("minutes")] = {QStringLiteral("12")};
    CHECK_FALSE(shown.presenter.save(call));
    CHECK(shown.figures().line->lastTouch == tests::theDay);
    const auto& line = shown.figures().timeline;
    CHECK(std::ranges::any_of(line, [&](const query::TimelineLine& each) {
        return each.day == tests::theDay && each.kind == query::TimelineKind::Conversations && !each.who.isEmpty();
    }));
}

TEST_CASE("seeing it differently rates the account with reasons")
{
    Shown shown;
    RecordDraft rating = shown.draft(NewRecord::Rating);
    REQUIRE(shown.presenter.save(rating));
    CHECK(shown.presenter.save(rating)->field == QStringLiteral("rating"));
    rating.values[QStringLiteral("rating")] = {QStringLiteral("5")};
    rating.values[QStringLiteral("reasons")] = {QStringLiteral("goals_met"), QStringLiteral("seasonal")};
    CHECK_FALSE(shown.presenter.save(rating));
    const auto& pulses = shown.figures().facts->of<Pulse>();
    REQUIRE_FALSE(pulses.isEmpty());
    const Pulse& last = pulses[pulses.size() - 1];
    CHECK(last.rating == 5);
    CHECK(last.reasons.size() == 2);
    CHECK(last.day == tests::theDay);
}

TEST_CASE("a risk typed without a day is open from today, and its day may change but not go")
{
    Shown shown;
    RecordDraft risk = shown.draft(NewRecord::Risk);
    risk.values[QStringLiteral("kind")] = {QStringLiteral("budget")};
    risk.values[QStringLiteral("severity")] = {QStringLiteral("high")};
    risk.values[QStringLiteral("text")] = {QStringLiteral("Half the budget is gone")};
    CHECK_FALSE(shown.presenter.save(risk));
    const auto written = [&shown]() -> const Risk& {
        const auto& risks = shown.figures().facts->of<Risk>();
        const auto found = std::ranges::find(risks, QStringLiteral("Half the budget is gone"), &Risk::text);
        REQUIRE(found != risks.end());
        return *found;
    };
    CHECK(written().opened == tests::theDay);
    auto again = draftOf(RecordRef{Entity::Risk, written().id}, shown.figures(), british);
    REQUIRE(again);
    again->values[QStringLiteral("opened")] = {QString()};
    REQUIRE(shown.presenter.save(*again));
    CHECK(shown.presenter.save(*again)->field == QStringLiteral("opened"));
    again->values[QStringLiteral("opened")] = {QStringLiteral("-7")};
    CHECK_FALSE(shown.presenter.save(*again));
    CHECK(written().opened == tests::theDay.addDays(-7));
}

TEST_CASE("a band set by hand needs a reason, a note and an end, and is a step of its own")
{
    Shown shown;
    RecordDraft band = shown.draft(NewRecord::Band);
    band.values[QStringLiteral("band")] = {QStringLiteral("yellow")};
    band.values[QStringLiteral("reason")] = {QStringLiteral("migration")};
    REQUIRE(shown.presenter.save(band));
    CHECK(shown.presenter.save(band)->field == QStringLiteral("note"));
    band.values[QStringLiteral("note")] = {QStringLiteral("They move to the new server until December")};
    band.values[QStringLiteral("until")] = {QStringLiteral("+200")};
    REQUIRE(shown.presenter.save(band));
    CHECK(shown.presenter.save(band)->error.code == Code("record.band-until"));
    band.values[QStringLiteral("until")] = {QStringLiteral("+30")};
    CHECK_FALSE(shown.presenter.save(band));
    CHECK(shown.figures().score->band == QStringLiteral("yellow"));
    CHECK(std::ranges::any_of(shown.figures().sheet, [](const query::ScoreLine& line) {
        return line.kind == query::ScoreLine::Kind::Override;
    }));
}

TEST_CASE("a renewal date of a contract is changed where it stands")
{
    Shown shown;
    const auto& contracts = shown.figures().facts->of<Subscription>();
    const auto renewing = std::ranges::find_if(contracts, [&](const Subscription& each) {
        return !each.endedOn.isValid() && each.renewalDate == shown.figures().line->renewal;
    });
    REQUIRE(renewing != contracts.end());
    auto draft = draftOf(RecordRef{Entity::Subscription, renewing->id}, shown.figures(), british);
    REQUIRE(draft);
    draft->values[QStringLiteral("renewal_date")] = {QStringLiteral("soon")};
    REQUIRE(shown.presenter.save(*draft));
    CHECK(shown.presenter.save(*draft)->error.code == Code("cell.not-a-date"));
    draft->values[QStringLiteral("renewal_date")] = {QStringLiteral("9 Aug 2027")};
    draft->values[QStringLiteral("notice_by")] = {QStringLiteral("09/05/2027")};
    CHECK_FALSE(shown.presenter.save(*draft));
    const auto text = recordText({Entity::Subscription, draft->id}, shown.figures(), british);
    REQUIRE(text);
    CHECK(text->fields[0].value == QStringLiteral("9 Aug 2027"));
    CHECK(text->fields[1].value == QStringLiteral("9 May 2027"));
    CHECK(shown.book.undoable()->code == Code("edit.record-changed"));
}

TEST_CASE("a draft that nobody touched changes nothing")
{
    Shown shown;
    const auto history = shown.book.history().size();
    for (const query::TimelineLine& told : shown.figures().timeline) {
        const auto draft = draftOf(told.record, shown.figures(), british);
        if (!draft)
            continue;
        CAPTURE(int(told.record.entity), told.record.id);
        CHECK_FALSE(shown.presenter.save(*draft));
        REQUIRE(shown.book.history().size() == history);
    }
}

TEST_CASE("the roles of a person begin and end on the day they are changed")
{
    Shown shown;
    RecordDraft person = shown.draft(NewRecord::Person);
    person.values[QStringLiteral("name")] = {QStringLiteral("T. Myhre")};
    person.values[QString::fromLatin1(rolesField)] = {QStringLiteral("decision_maker"), QStringLiteral("executive")};
    CHECK_FALSE(shown.presenter.save(person));
    const auto find = [&] {
        return std::ranges::find_if(shown.figures().people, [](const query::PersonSeen& each) {
            return each.contact->name == QStringLiteral("T. Myhre");
        });
    };
    REQUIRE(find() != shown.figures().people.end());
    CHECK(find()->roles.size() == 2);
    auto draft = draftOf(RecordRef{Entity::Contact, find()->contact->id}, shown.figures(), british);
    REQUIRE(draft);
    draft->values[QString::fromLatin1(rolesField)] = {QStringLiteral("executive")};
    CHECK_FALSE(shown.presenter.save(*draft));
    CHECK(find()->roles == QStringList{QStringLiteral("executive")});
}

TEST_CASE("looking back shows the account of that day and writes nothing")
{
    Shown shown;
    const auto now = shown.figures().timeline.size();
    shown.book.lookBack(tests::theDay.addMonths(-4), LookBack::AsItHappened);
    REQUIRE(shown.presenter.state() == AccountPresenter::State::Ready);
    CHECK(shown.figures().timeline.size() < now);
    RecordDraft note = shown.draft(NewRecord::Note);
    note.values[QStringLiteral("text")] = {QStringLiteral("Too late")};
    const auto before = countOf<Touch>(shown);
    CHECK_FALSE(shown.presenter.save(note));
    CHECK(countOf<Touch>(shown) == before);
    shown.book.lookBack(QDate(2001, 1, 1), LookBack::AsItHappened);
    CHECK(shown.presenter.state() == AccountPresenter::State::NotThere);
}

TEST_CASE("a timeline is filtered by kind, by words and by person")
{
    Shown shown;
    int all = 0;
    const auto lines = timelineLines(shown.figures(), {}, british, &all);
    CHECK(all == int(shown.figures().timeline.size()));
    CHECK(lines.front().kind == Line::Kind::Head);
    TimelineFilter filter;
    filter.without.insert(query::TimelineKind::Money);
    int some = 0;
    static_cast<void>(timelineLines(shown.figures(), filter, british, &some));
    CHECK(some < all);
    TimelineFilter nothing;
    nothing.words = QStringLiteral("no-such-word");
    CHECK(timelineLines(shown.figures(), nothing, british).empty());
}

TEST_CASE("the clock of an account takes what the stages ask from the numbers and looks through no other account")
{
    const Shown shown;
    const BookNumbers& numbers = *shown.book.numbers();
    const auto staying = std::ranges::find_if(numbers.lines, [&](const query::AccountLine& each) {
        const auto figures = figuresOf(shown.book.numbers(), each.facts->id());
        return figures && figures->clock && figures->clock->target;
    });
    REQUIRE(staying != numbers.lines.end());
    constexpr int asked = 12'345;
    auto others = std::make_shared<BookNumbers>(numbers);
    auto rules = *numbers.stageRules;
    for (journey::StageRule& each : rules)
        each.targetDays = asked;
    others->stageRules = std::make_shared<const std::vector<journey::StageRule>>(std::move(rules));
    const auto figures = figuresOf(others, staying->facts->id());
    REQUIRE(figures);
    CHECK(figures->clock->target == asked);
}
