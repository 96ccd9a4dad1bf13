// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/words.h"
#include "core/work/journey_flow.h"
#include "tests/ui/settings/sample_desk.h"
#include "ui/settings/settings_page.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QTest>

/// The stages of the book's journey changed in the window: renamed, split, removed with the accounts in them.
using namespace steward;
using namespace steward::settings;
using namespace Qt::Literals::StringLiterals;
using Fatal = QAbstractItemModelTester::FailureReportingMode;

namespace {

struct Desk : SampleDesk
{
    Desk()
    {
        stages.emplace(book, locale);
        stages->setWatched(true);
        REQUIRE(stages->journey() == u"lifecycle");
    }
    void choose(const QString& id)
    {
        const auto& all = stages->draft().stages();
        const auto found = std::ranges::find(all, id, &query::StageText::id);
        REQUIRE(found != all.end());
        stages->choose(int(found - all.begin()));
    }
    void rename(const QString& id, const QString& name)
    {
        choose(id);
        auto& model = stages->stages();
        REQUIRE(model.setData(model.index(stages->chosen(), StagesModel::Name), name, Qt::EditRole));
    }
    [[nodiscard]] work::FlowMap flow() const
    {
        const Numbers& numbers = book.numbers();
        return work::flowOf(numbers->facts, numbers->content.journeys, {theDay.addDays(-365), theDay});
    }
    /// Customers by what the board calls their lane.
    [[nodiscard]] std::map<QString, qsizetype> lanes() const
    {
        const Numbers& numbers = book.numbers();
        std::map<QString, qsizetype> counts;
        for (const auto& lane : work::boardOf(numbers->facts, numbers->content.journeys, theDay).lanes)
            if (!lane.cards.empty())
                counts[lane.stage ? lane.stage->id : lane.called] = qsizetype(lane.cards.size());
        return counts;
    }
    void checkDays() const
    {
        const BookFacts& facts = book.numbers()->facts.book();
        for (const AccountFacts& each : book.numbers()->facts) {
            const auto spans = journey::stageSpans(each, facts, theDay);
            qint64 days = 0;
            for (const journey::StageTime& time : journey::stageTimes(spans))
                days += time.days;
            CHECK((spans.empty() || days == spans.front().from.daysTo(theDay)));
        }
    }
    std::optional<StagesPresenter> stages;
};

/// Last year's flows by ids: who went from where to where, and what kind of step it was.
std::map<std::tuple<QString, QString, int>, std::size_t> flowsOf(const work::FlowMap& map)
{
    const auto name = [&map](int stage) {
        const auto* own = stage == work::nowhere ? nullptr : map.stages[std::size_t(stage)].stage;
        return stage == work::nowhere ? QString() : own ? own->id : map.stages[std::size_t(stage)].called;
    };
    std::map<std::tuple<QString, QString, int>, std::size_t> all;
    for (const work::Flow& each : map.flows)
        all[{name(each.from), name(each.to), int(each.kind)}] += each.cases.size();
    return all;
}

} // namespace

TEST_CASE("a stage renamed in the window is a new version, everybody stays in it, and one undo takes it back")
{
    Desk desk;
    const QAbstractItemModelTester tester(&desk.stages->stages(), Fatal::Fatal);
    const auto lanes = desk.lanes();
    const auto flows = flowsOf(desk.flow());
    CHECK_FALSE(desk.stages->isChanged());
    desk.rename(u"adoption"_s, u"Daily use"_s);
    auto& model = desk.stages->stages();
    REQUIRE(model.setData(model.index(desk.stages->chosen(), StagesModel::Days), u"150"_s, Qt::EditRole));
    REQUIRE(desk.stages->canSave());
    CHECK(desk.stages->questions().empty());
    CHECK(desk.stages->saveText() == u"Keep as version 2");
    const std::size_t edits = desk.book.history().size();
    desk.stages->save();
    CHECK(desk.book.history().size() == edits + 1);
    CHECK_FALSE(desk.stages->isChanged());
    const auto& journey = desk.book.numbers()->content.journeys.templates.front();
    CHECK(journey.version == 2);
    const auto* stage = content::findById(journey.stages, u"adoption");
    REQUIRE(stage);
    CHECK(stage->name.en == u"Daily use");
    CHECK(stage->days == 150);
    CHECK(desk.lanes() == lanes);
    CHECK(flowsOf(desk.flow()) == flows);
    desk.checkDays();
    desk.book.undo();
    CHECK(desk.book.numbers()->content.journeys.templates.front().version == 1);
    CHECK(desk.stages->draft().version() == 1);
}

TEST_CASE("accounts that keep the name of their stage keep the new one, and their old moves are still of it")
{
    Desk desk;
    AccountId account;
    for (const AccountFacts& each : desk.book.numbers()->facts)
        if (each.account.stage == u"retention" && !each.of<StageMove>().isEmpty())
            account = each.id();
    REQUIRE(account.isValid());
    desk.book.edit({Code("edit.record-added"), {u"stage"_s, u"x"_s}}, [&](book::Edit& edit) -> Status {
        StageMove move;
        move.account = account;
        move.day = theDay.addDays(-5);
        move.fromStage = u"retention"_s;
        move.toStage = u"Retention"_s;
        if (const auto saved = edit.save(move); !saved)
            return tl::unexpected(saved.error());
        return edit.change<Account>(account.value(), [](Account& each) { each.stage = u"Retention"_s; });
    });
    const auto lanes = desk.lanes();
    desk.rename(u"retention"_s, u"Staying"_s);
    desk.stages->save();
    CHECK(desk.book.numbers()->facts.find(account)->account.stage == u"Staying");
    CHECK(desk.lanes() == lanes);
    desk.checkDays();
    desk.book.undo();
    CHECK(desk.book.numbers()->facts.find(account)->account.stage == u"Retention");
}

TEST_CASE("a stage removed with accounts in it asks where they go, and last year's flow map is as it was")
{
    Desk desk;
    const auto lanes = desk.lanes();
    const auto flows = flowsOf(desk.flow());
    const qsizetype here = lanes.at(u"adoption"_s);
    REQUIRE(here > 10);
    desk.choose(u"adoption"_s);
    desk.stages->remove();
    REQUIRE(desk.stages->questions().size() == 1);
    const StagesPresenter::Question question = desk.stages->questions().front();
    CHECK(question.from == u"adoption");
    CHECK(question.text == QString(QString::number(here) + u" accounts are in Adoption"));
    const bool isMoved = GENERATE(false, true);
    if (isMoved)
        desk.stages->answer(u"adoption"_s, u"retention"_s);
    REQUIRE(desk.stages->canSave());
    const std::size_t edits = desk.book.history().size();
    desk.stages->save();
    CHECK(desk.book.history().size() == edits + 1);
    auto after = desk.lanes();
    CHECK(after[u"adoption"_s] == (isMoved ? 0 : here));
    CHECK(after[u"retention"_s] == lanes.at(u"retention"_s) + (isMoved ? here : 0));
    desk.checkDays();
    // What was before today is as it was: only the moves of today are new.
    auto flowsAfter = flowsOf(desk.flow());
    if (isMoved)
        flowsAfter[{u"adoption"_s, u"retention"_s, int(work::FlowKind::Forward)}] -= std::size_t(here);
    CHECK(flowsAfter == flows);
    // The draft made anew of the book lists what is in force.
    CHECK(std::ranges::find(desk.stages->draft().stages(), u"adoption"_s, &query::StageText::id) ==
          desk.stages->draft().stages().end());
    desk.book.undo();
    CHECK(desk.lanes() == lanes);
    CHECK(flowsOf(desk.flow()) == flows);
}

TEST_CASE("a stage split can take those who are past its first part along")
{
    Desk desk;
    const auto lanes = desk.lanes();
    desk.choose(u"adoption"_s);
    desk.stages->split();
    desk.rename(desk.stages->draft().stages()[std::size_t(desk.stages->chosen())].id, u"Broad use"_s);
    REQUIRE(desk.stages->questions().size() == 1);
    const auto choices = desk.stages->questions().front().choices;
    REQUIRE(choices.size() == 3);
    CHECK(choices[1].second == u"those over 90 d go to Broad use");
    desk.stages->answer(u"adoption"_s, choices[1].first);
    desk.stages->save();
    auto after = desk.lanes();
    CHECK(after[u"broad_use"_s] > 0);
    CHECK(after[u"adoption"_s] + after[u"broad_use"_s] == lanes.at(u"adoption"_s));
    const Numbers& numbers = desk.book.numbers();
    for (const auto& lane : work::boardOf(numbers->facts, numbers->content.journeys, theDay).lanes)
        for (const work::BoardCard& card : lane.cards)
            if (lane.stage && lane.stage->id == u"adoption")
                CHECK(card.clock.days <= 90);
    desk.checkDays();
}

TEST_CASE("the book uses the template that is chosen, and accounts in stages it has not are asked about")
{
    Desk desk;
    desk.stages->chooseJourney(u"journey_map"_s);
    CHECK(desk.stages->isChanged());
    CHECK(desk.stages->saveText() == u"Use from now on");
    const auto& questions = desk.stages->questions();
    const bool isSupportAsked =
        std::ranges::find(questions, u"support"_s, &StagesPresenter::Question::from) != questions.end();
    const auto retention = std::ranges::find(questions, u"retention"_s, &StagesPresenter::Question::from);
    REQUIRE(retention != questions.end());
    CHECK(std::ranges::find(questions, u"adoption"_s, &StagesPresenter::Question::from) == questions.end());
    desk.stages->answer(u"retention"_s, u"renewal"_s);
    const auto lanes = desk.lanes();
    desk.stages->save();
    const Numbers& numbers = desk.book.numbers();
    CHECK(work::journeyOf(numbers->facts, numbers->content.journeys)->id == u"journey_map");
    CHECK(numbers->content.journeys.templates.front().id == u"journey_map");
    CHECK(desk.lanes().at(u"renewal"_s) == lanes.at(u"retention"_s));
    CHECK(isSupportAsked == desk.lanes().contains(u"support"_s));
    desk.book.undo();
    CHECK(work::journeyOf(desk.book.numbers()->facts, desk.book.numbers()->content.journeys)->id == u"lifecycle");
}

TEST_CASE("the stages are changed with the keyboard, what is wrong is told in words, and every part has a name")
{
    Desk desk;
    SettingsPage page(desk.book, desk.locale);
    page.resize(1280, 800);
    page.come({u"settings"_s, 0, u"journey"_s});
    static_cast<QWidget&>(page).show();
    QTest::qWait(1);
    StagesPane& pane = page.stages();
    REQUIRE(pane.isVisible());
    for (QWidget* each : pane.findChildren<QWidget*>()) {
        if (each->focusPolicy() == Qt::NoFocus || each->objectName().startsWith(u"qt_"))
            continue;
        INFO(each->objectName().toStdString());
        const auto* button = qobject_cast<QPushButton*>(each);
        CHECK((!each->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || !each->isVisible()));
    }
    pane.table().setFocus();
    pane.table().setCurrentIndex(page.journey().stages().index(3, StagesModel::Name));
    CHECK(page.journey().chosen() == 3);
    auto* outcome = pane.findChild<QPlainTextEdit*>(u"settings.stage.outcome"_s);
    auto* effect = pane.findChild<QLabel*>(u"settings.stages.effect"_s);
    auto* save = pane.findChild<QPushButton*>(u"settings.stages.save"_s);
    REQUIRE(outcome);
    outcome->setFocus();
    outcome->selectAll();
    QTest::keyClick(outcome, Qt::Key_Delete);
    CHECK_FALSE(save->isEnabled());
    CHECK(effect->text().contains(u"Adoption"));
    QTest::keyClicks(outcome, u"It is theirs now"_s);
    CHECK(save->isEnabled());
    REQUIRE(save->isVisible());
    save->click();
    CHECK_FALSE(save->isVisible());
    const auto& stages = desk.book.numbers()->content.journeys.templates.front().stages;
    CHECK(content::findById(stages, u"adoption")->outcome.en == u"It is theirs now");
}
