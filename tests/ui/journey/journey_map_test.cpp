// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_window.h"
#include "ui/journey/journey_page.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <set>

/// The map of flows and the line of an account, in the window on the sample book.
using namespace steward;
using namespace steward::journeys;
using namespace Qt::Literals::StringLiterals;
using tests::theDay;

namespace {

struct Window : tests::SampleWindow<JourneyPage>
{
    Window()
        : SampleWindow(u"journey"_s)
    {
    }
    [[nodiscard]] int number(int row, FlowTable::Column column) const
    {
        return page->map().table().model()->index(row, column).data(widgets::SortRole).toInt();
    }
};

int heard(QWidget& widget)
{
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&widget);
    REQUIRE(spoken);
    int named = 0;
    for (int i = 0; i < spoken->childCount(); ++i)
        if (const QAccessibleInterface* child = spoken->child(i); child && !child->text(QAccessible::Name).isEmpty())
            ++named;
    CHECK(named == spoken->childCount());
    return named;
}

} // namespace

TEST_CASE("the map opens with F, its rows add up and end with the lanes of the board")
{
    Window open;
    open.press(Qt::Key_F);
    REQUIRE(open.page->form() == JourneyPage::Form::Map);
    REQUIRE(open.page->map().chart().hasFocus());
    const QAbstractItemModel& table = *open.page->map().table().model();
    const QAbstractItemModelTester tester(open.page->map().table().model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int whole = table.rowCount() - 1;
    REQUIRE(whole > 2);
    int before = 0;
    int now = 0;
    for (int row = 0; row <= whole; ++row) {
        int sum = open.number(row, FlowTable::Before) + open.number(row, FlowTable::Came);
        for (const auto out : {FlowTable::MovedOn, FlowTable::Beside, FlowTable::Back, FlowTable::Left})
            sum -= open.number(row, out);
        CHECK(sum == open.number(row, FlowTable::Now));
        before += row < whole ? open.number(row, FlowTable::Before) : 0;
        now += row < whole ? open.number(row, FlowTable::Now) : 0;
    }
    CHECK(before == open.number(whole, FlowTable::Before));
    CHECK(now == open.number(whole, FlowTable::Now));
    CHECK(now == open.page->table().rowCount());
}

TEST_CASE("the map is walked with the arrow keys, Enter lists who went, and Enter there opens the account")
{
    Window open;
    open.press(Qt::Key_F);
    CHECK(heard(open.page->map().chart()) == open.page->map().chart().markCount());
    CHECK(open.page->map().chart().markCount() > 6);
    const auto isFlow = [&] {
        const auto mark = open.page->map().chart().chosenMark();
        return mark && !mark->isNode;
    };
    open.press(Qt::Key_Home);
    while (!isFlow())
        open.press(Qt::Key_Right);
    open.press(Qt::Key_Return);
    REQUIRE(open.page->behind().isVisible());
    REQUIRE(open.page->behind().list().hasFocus());
    while (open.page->behind().list().currentRecord().entity != Entity::Account ||
           open.page->behind().list().currentRecord().id == 0)
        open.press(Qt::Key_Down);
    const qint64 account = open.page->behind().list().currentRecord().id;
    open.press(Qt::Key_Return);
    CHECK(open.window.front()->place().record == account);
}

TEST_CASE("plus and minus change over how many months the map is")
{
    Window open;
    open.press(Qt::Key_F);
    auto* months = open.page->findChild<QComboBox*>(u"journey.map.months"_s);
    CHECK(months->currentData().toInt() == 12);
    open.press(Qt::Key_Plus);
    CHECK(months->currentData().toInt() == 6);
    CHECK(open.page->presenter().flow()->map.period.from == theDay.addMonths(-6));
    open.press(Qt::Key_Minus);
    open.press(Qt::Key_Minus);
    CHECK(months->currentData().toInt() == 24);
}

TEST_CASE("the map of one segment tells of its accounts alone, those of all segments add up to the whole")
{
    Window open;
    open.press(Qt::Key_F);
    JourneyPresenter& presenter = open.page->presenter();
    auto* segments = open.page->findChild<QComboBox*>(u"journey.map.segment"_s);
    REQUIRE(segments->count() > 3);
    CHECK(segments->currentText() == u"all segments");
    const work::FlowMap whole = presenter.flow()->map;
    const auto valued = presenter.flow()->values.came;
    qsizetype before = 0, now = 0, began = 0;
    qint64 came = 0;
    for (const QString& segment : QStringList(presenter.flow()->segments)) {
        presenter.ask({12, segment});
        const FlowShown& shown = *presenter.flow();
        CHECK(segments->currentData() == segment);
        for (const work::Flow& flow : shown.map.flows)
            for (const work::FlowCase& each : flow.cases)
                CHECK(open.book.numbers()->find(each.account)->segment == segment);
        before += shown.map.before;
        now += shown.map.now;
        began += shown.map.count(work::FlowKind::Began);
        came += shown.values.came;
    }
    CHECK(before == whole.before);
    CHECK(now == whole.now);
    CHECK(began == whole.count(work::FlowKind::Began));
    CHECK(came == valued);
    presenter.ask({12, {}});
    open.press(Qt::Key_S);
    REQUIRE(segments->hasFocus());
    open.press(Qt::Key_Down);
    CHECK(presenter.flow()->asked.segment == presenter.flow()->segments.front());
}

TEST_CASE("behind onboarding the map says how long customers wait for their first value")
{
    Window open;
    const FlowShown& shown = *open.page->presenter().flow();
    const auto onboarding = std::ranges::find_if(shown.map.stages, [](const work::FlowStage& each) {
        return each.stage && each.stage->kind == content::StageKind::Onboarding;
    });
    const BehindText text =
        behindStage(shown, std::size_t(onboarding - shown.map.stages.begin()), QLocale(QLocale::English));
    const auto half = std::ranges::find(text.lines, u"Half had it by"_s, &account::Line::text);
    REQUIRE(half != text.lines.end());
    CHECK(half->end == u"day %1"_s.arg(*shown.values.days[1]));
}

TEST_CASE("an account is followed along its time: every touch, answer and ticket of it is on the line")
{
    Window open;
    open.press(Qt::Key_Right);
    const AccountId account = open.page->card()->account;
    open.press(Qt::Key_O);
    REQUIRE(open.page->form() == JourneyPage::Form::Line);
    REQUIRE(open.page->line().account() == account);
    charts::LaneChart& chart = open.page->line().chart();
    REQUIRE(chart.hasFocus());
    std::map<QString, std::size_t> counts;
    for (const charts::Lane& lane : chart.picture().lanes)
        counts[lane.name] = lane.items.size();
    const AccountFacts& facts = open.facts(account);
    CHECK(counts[u"Tickets"_s] == facts.of<Ticket>().size());
    std::size_t talks = 0;
    for (const query::TimelineLine& each : open.page->line().shown()->figures.timeline)
        talks += each.kind == query::TimelineKind::Conversations || each.kind == query::TimelineKind::Notes ||
                         each.kind == query::TimelineKind::Reviews
                     ? 1
                     : 0;
    CHECK(counts[u"Contact"_s] == talks);
    CHECK(talks > 3);
    std::size_t items = 0;
    std::size_t shown = 0;
    for (const auto& [name, count] : counts)
        items += count;
    for (int mark = 0; mark < chart.markCount(); ++mark)
        shown += chart.keysOf(mark).size();
    CHECK(shown == items);
    CHECK(heard(chart) == chart.markCount());
    // Its own days in the stages are its age.
    qint64 days = 0;
    for (const journey::StageSpan& span : open.page->line().shown()->spans)
        days += span.days();
    CHECK(days == open.page->line().shown()->spans.front().from.daysTo(theDay));
}

TEST_CASE("on the line Enter opens what is chosen, J goes to the next account, Table is the same as a list")
{
    Window open;
    open.press(Qt::Key_O);
    charts::LaneChart& chart = open.page->line().chart();
    while (!chart.markText(std::max(0, chart.chosen())).startsWith(u"Health"))
        open.press(Qt::Key_Down);
    open.press(Qt::Key_Down);
    while (chart.chosenKeys().size() != 1) {
        const int before = chart.chosen();
        open.press(Qt::Key_Right);
        REQUIRE(chart.chosen() != before);
    }
    open.press(Qt::Key_Return);
    CHECK(open.page->record().isVisible());
    open.press(Qt::Key_Escape);
    CHECK(chart.hasFocus());
    open.press(Qt::Key_Space);
    CHECK(open.page->behind().isVisible());
    const AccountId first = open.page->line().account();
    open.press(Qt::Key_J);
    CHECK(open.page->line().account() != first);
    open.press(Qt::Key_K);
    CHECK(open.page->line().account() == first);
    open.page->line().setTableShown(true);
    CHECK(open.page->line().list().hasFocus());
    CHECK(open.page->line().list().lines().rowCount() > 10);
}

TEST_CASE("an account moved on shows on map and line at once, and an undo takes it off both")
{
    Window open;
    open.press(Qt::Key_Right);
    const AccountId account = open.page->card()->account;
    open.press(Qt::Key_F);
    const qsizetype moves = open.page->presenter().flow()->map.count(work::FlowKind::Forward);
    open.press(Qt::Key_O);
    const std::size_t spans = open.page->line().shown()->spans.size();
    const work::BoardCard card = *open.page->card();
    CHECK(card.account == account);
    open.page->presenter().move(card, u"retention"_s, u"renewed early"_s);
    CHECK(open.page->line().shown()->spans.size() == spans + 1);
    CHECK(open.page->presenter().flow()->map.count(work::FlowKind::Forward) == moves + 1);
    open.press(Qt::Key_U);
    CHECK(open.page->line().shown()->spans.size() == spans);
    CHECK(open.page->presenter().flow()->map.count(work::FlowKind::Forward) == moves);
}

TEST_CASE("map and line of a book without accounts, and looking back, say what they are")
{
    Window open;
    open.press(Qt::Key_O);
    open.checkNames();
    open.press(Qt::Key_F);
    open.checkNames();
    open.book.lookBack(theDay.addMonths(-4), LookBack::AsItHappened);
    CHECK(open.page->presenter().flow()->map.period.to == theDay.addMonths(-4));
    open.book.backToToday();
    open.book.makeEmpty(open.folder.filePath(u"empty.steward"_s));
    CHECK(open.page->presenter().state() == JourneyPresenter::State::NoAccounts);
    CHECK_FALSE(open.window.grab().isNull());
}

TEST_CASE("a stage has the same colour on the line of every account")
{
    Window open;
    open.press(Qt::Key_O);
    std::map<QString, std::set<charts::LaneInk>> inks;
    for (int i = 0; i < 40; ++i) {
        for (const charts::Lane& lane : open.page->line().chart().picture().lanes)
            if (lane.name == u"Stage")
                for (const charts::LaneItem& item : lane.items)
                    if (item.ink != charts::LaneInk::Late)
                        inks[item.text].insert(item.ink);
        open.press(Qt::Key_J);
    }
    CHECK(inks.size() >= 3);
    for (const auto& [stage, own] : inks) {
        INFO(stage.toStdString());
        CHECK(own.size() == 1);
    }
}
