// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_window.h"
#include "ui/journey/journey_page.h"

#include <QAbstractItemModelTester>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>

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
        REQUIRE(page->board().current());
        REQUIRE(page->board().current()->hasFocus());
    }
    [[nodiscard]] LaneList* lane(const QString& stage) const
    {
        auto* list = page->findChild<LaneList*>(QString(u"journey.lane." + stage));
        REQUIRE(list);
        return list;
    }
    [[nodiscard]] QString stageOf(AccountId account) const { return facts(account).account.stage; }
    /// Makes the account of the first card of a lane ready to move; returns it.
    AccountId makeReady(const QString& stage)
    {
        LaneList* list = lane(stage);
        list->setFocus();
        const AccountId account = list->current()->account;
        const QStringList wanted = list->cards().lane().stage->milestones;
        book.edit({Code("edit.record-added"), {u"milestone"_s, u"all"_s}}, [&](book::Edit& edit) -> Status {
            for (const QString& kind : wanted) {
                Milestone each;
                each.account = account;
                each.kind = kind;
                each.reached = theDay.addDays(-3);
                if (const auto saved = edit.save(each); !saved)
                    return tl::unexpected(saved.error());
            }
            return {};
        });
        list->choose(list->cards().rowOf(account));
        return account;
    }
};

} // namespace

TEST_CASE("every account with a stage stands on the board once, each lane speaks, each card too")
{
    Window open;
    std::size_t cards = 0;
    for (LaneList* list : open.page->board().lists()) {
        const QAbstractItemModelTester tester(&list->cards(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        CHECK_FALSE(list->accessibleName().isEmpty());
        for (int row = 0; row < list->cards().rowCount(); ++row)
            CHECK_FALSE(list->cards().index(row).data(Qt::AccessibleTextRole).toString().isEmpty());
        cards += list->cards().lane().cards.size();
    }
    std::size_t onBoard = 0;
    for (const work::BoardLane& lane : open.page->presenter().shown()->board.lanes)
        onBoard += lane.cards.size();
    CHECK(cards == onBoard);
    CHECK(onBoard > 30);
    const QAbstractItemModelTester tester(&open.page->table(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(std::size_t(open.page->table().rowCount()) == onBoard);
    // Who stands still comes first.
    CHECK(open.page->table().cardAt(0)->clock.state == journey::ClockState::Stuck);
}

TEST_CASE("the board is walked with J, K and the arrows, and Enter opens the account")
{
    Window open;
    LaneList* first = open.page->board().current();
    open.press(Qt::Key_Right);
    LaneList* second = open.page->board().current();
    REQUIRE(second != first);
    REQUIRE(second->hasFocus());
    open.press(Qt::Key_J);
    CHECK(second->currentIndex().row() == 1);
    open.press(Qt::Key_K);
    CHECK(second->currentIndex().row() == 0);
    CHECK_FALSE(first->selectionModel()->hasSelection());
    open.press(Qt::Key_Space);
    REQUIRE(open.page->behind().isVisible());
    CHECK(open.page->behind().list().lines().rowCount() > 6);
    open.press(Qt::Key_Left);
    CHECK(open.page->board().current() == first);
    const qint64 account = open.page->card()->account.value();
    open.press(Qt::Key_Return);
    CHECK(open.window.front()->place().record == account);
}

TEST_CASE("an account whose milestones are all reached is offered the next stage and moves with one key, one undo")
{
    Window open;
    const AccountId account = open.makeReady(u"onboarding"_s);
    CHECK(open.page->presenter().offers() > 0);
    REQUIRE(open.page->card()->account == account);
    CHECK(open.page->card()->offer.to == u"adoption");
    const auto moves = open.facts(account).of<StageMove>().size();
    open.press(Qt::Key_A);
    CHECK(open.stageOf(account) == u"adoption");
    REQUIRE(open.facts(account).of<StageMove>().size() == moves + 1);
    CHECK(open.facts(account).of<StageMove>().all().back().why.startsWith(u"All 5 milestones"));
    CHECK(open.lane(u"adoption"_s)->cards().rowOf(account) >= 0);
    CHECK(open.lane(u"onboarding"_s)->cards().rowOf(account) < 0);
    open.press(Qt::Key_U);
    CHECK(open.stageOf(account) == u"onboarding");
    CHECK(open.facts(account).of<StageMove>().size() == moves);
}

TEST_CASE("an account is moved by hand with a word why, and not without one")
{
    Window open;
    open.lane(u"adoption"_s)->setFocus();
    const AccountId account = open.page->card()->account;
    open.press(Qt::Key_A);
    CHECK(open.stageOf(account) == u"adoption");
    open.press(Qt::Key_M);
    REQUIRE(open.page->choice().isVisible());
    while (open.page->findChild<account::LinesView*>(u"journey.choice.options"_s)->currentIndex().data() !=
           u"Support"_s)
        open.press(Qt::Key_Down);
    open.press(Qt::Key_Return);
    REQUIRE(open.page->choice().isVisible());
    CHECK(open.stageOf(account) == u"adoption");
    open.type(u"escalation of the labels"_s);
    open.press(Qt::Key_Return);
    CHECK_FALSE(open.page->choice().isVisible());
    CHECK(open.stageOf(account) == u"support");
    CHECK(open.facts(account).of<StageMove>().all().back().why == u"escalation of the labels");
    open.press(Qt::Key_U);
    CHECK(open.stageOf(account) == u"adoption");
}

TEST_CASE("a card dragged to another lane asks why, with that stage first, and stays until it is said")
{
    Window open;
    open.lane(u"onboarding"_s)->setFocus();
    LaneList* from = open.page->board().current();
    const AccountId account = open.page->card()->account;
    const std::unique_ptr<QMimeData> card(from->cards().mimeData({from->cards().index(0)}));
    LaneList* to = open.lane(u"retention"_s);
    QDragEnterEvent enter(QPoint(20, 60), Qt::MoveAction, card.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(to->viewport(), &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent drop(QPointF(20, 60), Qt::MoveAction, card.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(to->viewport(), &drop);
    REQUIRE(open.page->choice().isVisible());
    CHECK(open.stageOf(account) == u"onboarding");
    auto* word = open.page->findChild<QLineEdit*>(u"journey.choice.word"_s);
    word->setFocus();
    open.type(u"bought at once"_s);
    open.press(Qt::Key_Return);
    CHECK(open.stageOf(account) == u"retention");
}

TEST_CASE("a screen reader finds every card of every lane and every row of the list")
{
    Window open;
    const auto walk = [](QAbstractItemView& view) {
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&view);
        REQUIRE(spoken);
        int named = 0;
        for (int i = 0; i < spoken->childCount(); ++i)
            if (const QAccessibleInterface* child = spoken->child(i);
                child && !child->text(QAccessible::Name).isEmpty())
                ++named;
        return named;
    };
    for (LaneList* list : open.page->board().lists())
        CHECK(walk(*list) == list->cards().rowCount());
    open.press(Qt::Key_L);
    CHECK(walk(open.page->list()) >= open.page->table().rowCount());
}

TEST_CASE("the list says the same and is worked the same way")
{
    Window open;
    open.press(Qt::Key_Right);
    const AccountId account = open.page->card()->account;
    open.press(Qt::Key_L);
    REQUIRE(open.page->form() == JourneyPage::Form::List);
    REQUIRE(open.page->list().hasFocus());
    CHECK(open.page->card()->account == account);
    open.press(Qt::Key_J);
    CHECK(open.page->card()->account != account);
    open.press(Qt::Key_K);
    open.press(Qt::Key_Space);
    CHECK(open.page->behind().isVisible());
    open.press(Qt::Key_Return);
    CHECK(open.window.front()->place().record == account.value());
}

TEST_CASE("looking back shows the board of that day and moves nobody")
{
    Window open;
    open.book.lookBack(theDay.addMonths(-4), LookBack::AsItHappened);
    CHECK_FALSE(open.page->command(u"journey.move"_s).isEnabled());
    CHECK_FALSE(open.page->command(u"journey.accept"_s).isEnabled());
    for (const work::BoardLane& lane : open.page->presenter().shown()->board.lanes)
        for (const work::BoardCard& card : lane.cards)
            CHECK(card.clock.since <= theDay.addMonths(-4));
}

TEST_CASE("a book without accounts, and one without stages, say what would be here")
{
    Window open;
    open.book.makeEmpty(open.folder.filePath(u"empty.steward"_s));
    CHECK(open.page->presenter().state() == JourneyPresenter::State::NoAccounts);
    open.book.edit({Code("edit.account-field"), {u"name"_s, u"Acme"_s}}, [](book::Edit& edit) -> Status {
        Account account;
        account.name = u"Acme"_s;
        const auto saved = edit.save(account);
        return saved ? Status() : tl::unexpected(saved.error());
    });
    CHECK(open.page->presenter().state() == JourneyPresenter::State::NoStages);
}

TEST_CASE("every part of the journey that takes the focus has a name")
{
    Window open;
    open.press(Qt::Key_Space);
    open.checkNames();
    open.press(Qt::Key_L);
    open.checkNames();
}

TEST_CASE("where an account gets stuck is confirmed with C, stands in the why and over the lane, and is undone as one")
{
    Window open;
    LaneList* list = open.lane(u"onboarding"_s);
    list->setFocus();
    const AccountId account = open.page->card()->account;
    const QString first = list->cards().lane().stage->friction.front().en;
    const std::size_t edits = open.book.history().size();
    const auto headOf = [&] {
        const ShownBoard shown = open.page->presenter().shown();
        const auto at = open.page->presenter().placeOf(account);
        return laneText(static_cast<std::size_t>(at->lane - shown->board.lanes.data()), *shown, QLocale::c());
    };
    const QString still = headOf().still;
    REQUIRE(still.startsWith(u"stand still at: "));
    open.press(Qt::Key_C);
    REQUIRE(open.page->choice().isVisible());
    open.press(Qt::Key_Return);
    CHECK(open.book.history().size() == edits + 1);
    REQUIRE(open.facts(account).of<AccountEvent>().size() == 1);
    CHECK(open.facts(account).of<AccountEvent>().begin()->note == first);
    CHECK(open.page->presenter().placeOf(account)->card->friction == first);
    const ShownBoard shown = open.page->presenter().shown();
    const auto place = open.page->presenter().placeOf(account);
    CHECK(headOf().friction == QString(u"get stuck: " + first + u" 1"));
    // One voice does not take the place of what all the milestones say.
    CHECK(headOf().still == still);
    const auto lines = behindCard(*place->card, *place->lane, *shown, QLocale::c());
    CHECK(std::ranges::any_of(
        lines, [&](const account::Line& each) { return each.text.contains(first) && each.record.id != 0; }));
    open.press(Qt::Key_U);
    CHECK(open.facts(account).of<AccountEvent>().isEmpty());
}

TEST_CASE("E goes from the journey to its stages")
{
    Window open;
    open.press(Qt::Key_E);
    CHECK(open.window.front()->place() == widgets::Place{u"settings"_s, 0, u"journey"_s});
}
