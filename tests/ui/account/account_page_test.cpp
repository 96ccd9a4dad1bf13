// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/shared_goal.h"
#include "tests/ui/account/account_fixture.h"
#include "ui/account/account_page.h"
#include "ui/style/type.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace steward;
using namespace steward::account;
using tests::british;

namespace {

struct Page : tests::SampleBook
{
    Page()
        : page(book, british)
    {
        page.resize(1280, 740);
        page.show();
        page.enable(true, {true, true, false});
        page.come(widgets::accountPlace(troubled()));
        page.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&page));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : &page, key, modifiers);
    }
    [[nodiscard]] const AccountFacts& facts() { return *page.presenter().figures().facts; }
    AccountPage page;
};

} // namespace

TEST_CASE("the models of the page keep the rules of item models")
{
    Page open;
    for (QAbstractItemView* view : open.page.findChildren<QAbstractItemView*>())
        if (view->model()) {
            INFO(view->objectName().toStdString());
            const QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
            CHECK(view->model()->rowCount() >= 0);
        }
    open.page.presenter().show(open.lines().front().facts->id());
    CHECK(open.page.presenter().state() == AccountPresenter::State::Ready);
}

TEST_CASE("every part of the page that takes the focus has a name")
{
    Page open;
    for (const QString& tab : {QStringLiteral("overview"), QStringLiteral("timeline"), QStringLiteral("people"),
                               QStringLiteral("plan"), QStringLiteral("money"), QStringLiteral("voice")}) {
        open.page.showTab(tab);
        open.press(Qt::Key_N);
        for (QWidget* widget : open.page.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || !widget->isEnabled() ||
                widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
            REQUIRE(spoken);
            INFO(widget->metaObject()->className() << ' ' << widget->objectName().toStdString());
            CHECK_FALSE(spoken->text(QAccessible::Name).isEmpty());
        }
    }
}

TEST_CASE("a note is written with N, its words, and Ctrl+Enter")
{
    Page open;
    const auto before = open.facts().of<Touch>().size();
    open.press(Qt::Key_N);
    REQUIRE(open.page.pane().isVisible());
    auto* text = qobject_cast<QPlainTextEdit*>(open.page.pane().editor(QStringLiteral("text")));
    REQUIRE(text);
    REQUIRE(text->hasFocus());
    QTest::keyClicks(text, QStringLiteral("Nice call, =risk"));
    CHECK(text->toPlainText() == QStringLiteral("Nice call, =risk"));
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(open.page.pane().isVisible());
    CHECK(open.facts().of<Touch>().size() == before + 1);
    CHECK(open.page.overview().score().hasFocus());
}

TEST_CASE("a line of the score opens its records, a record opens from there, Esc goes back step by step")
{
    Page open;
    ScoreView& score = open.page.overview().score();
    REQUIRE(score.hasFocus());
    const auto& rows = score.rows();
    int row = 0;
    while (row < rows.rowCount() &&
           (rows.at(row).line.kind != query::ScoreLine::Kind::Measure || rows.at(row).line.why.records.empty() ||
            rows.at(row).line.why.records.front().entity == Entity::Metric))
        ++row;
    REQUIRE(row < rows.rowCount());
    score.setCurrentIndex(rows.index(row));
    open.press(Qt::Key_Return);
    REQUIRE(open.page.pane().isVisible());
    auto* list = open.page.pane().findChild<LinesView*>(QStringLiteral("account.record.list"));
    REQUIRE(list);
    REQUIRE(list->hasFocus());
    CHECK(list->currentRecord().id != 0);
    open.press(Qt::Key_Return);
    CHECK(open.page.pane().record().id != 0);
    open.press(Qt::Key_Escape);
    CHECK(open.page.pane().isVisible());
    open.press(Qt::Key_Escape);
    CHECK_FALSE(open.page.pane().isVisible());
    QSignalSpy gone(&open.page, &widgets::View::leaveRequested);
    open.press(Qt::Key_Escape);
    CHECK(gone.count() == 1);
}

TEST_CASE("wrong input is told at its field and nothing is written")
{
    Page open;
    const auto history = open.book.history().size();
    open.press(Qt::Key_D);
    auto* day = qobject_cast<QLineEdit*>(open.page.pane().editor(QStringLiteral("renewal_date")));
    REQUIRE(day);
    day->setText(QStringLiteral("31.02.27"));
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.page.pane().isWriting());
    CHECK(day->hasFocus());
    CHECK(day->accessibleDescription().contains(QStringLiteral("31.02.27")));
    CHECK(open.book.history().size() == history);
    day->setText(QStringLiteral("2027-08-09"));
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(open.page.pane().isWriting());
    CHECK(open.book.history().size() == history + 1);
    CHECK(open.page.presenter().figures().line->renewal == QDate(2027, 8, 9));
}

TEST_CASE("reasons of the score are read whole where there is room for them")
{
    Page open;
    ScoreView& score = open.page.overview().score();
    const auto longest = [&] {
        int row = 0;
        for (int each = 0; each < score.rows().rowCount(); ++each)
            if (score.rows().at(each).why.size() > score.rows().at(row).why.size())
                row = each;
        return row;
    };
    const auto heightOf = [&](int row) { return score.visualRect(score.model()->index(row, 0)).height(); };
    open.page.resize(1748, 950);
    QTest::qWait(20);
    REQUIRE(score.viewport()->width() < score.widthForReasons()); // the longest one does not fit a line
    CHECK(score.viewport()->width() > style::px(680));
    CHECK(heightOf(longest()) > heightOf(0) + style::px(8));
    const int all = score.visualRect(score.model()->index(score.rows().rowCount() - 1, 0)).bottom();
    CHECK(all <= score.viewport()->height());
    open.page.resize(1748, 400);
    QTest::qWait(20);
    CHECK(heightOf(longest()) <= heightOf(0) + style::px(2));
}

TEST_CASE("the tabs are reached by keys and are places to come back to")
{
    Page open;
    QSignalSpy moved(&open.page, &widgets::View::moved);
    open.press(Qt::Key_2, Qt::AltModifier);
    CHECK(open.page.tab() == QStringLiteral("timeline"));
    CHECK(open.page.timeline().list().hasFocus());
    CHECK(moved.count() == 1);
    CHECK(open.page.place().part == QStringLiteral("timeline"));
    open.press(Qt::Key_Slash);
    REQUIRE(open.page.timeline().search().hasFocus());
    QTest::keyClicks(&open.page.timeline().search(), QStringLiteral("invoice"));
    const auto& lines = open.page.timeline().list().lines().lines();
    CHECK(std::ranges::all_of(lines, [](const Line& line) {
        return line.kind != Line::Kind::Line || line.spoken.contains(QStringLiteral("invoice"), Qt::CaseInsensitive);
    }));
    open.press(Qt::Key_Escape);
    CHECK(open.page.timeline().list().hasFocus());
    const AccountId other = open.lines().front().facts->id();
    open.page.come(widgets::accountPlace(other, QStringLiteral("people")));
    CHECK(open.page.presenter().account() == other);
    CHECK(open.page.tab() == QStringLiteral("people"));
    REQUIRE(open.page.people().map().hasFocus());
    // F2 edits the person, and the focus stays beside them when it is saved.
    open.press(Qt::Key_Right);
    const qint64 person = open.page.people().map().chosen();
    REQUIRE(person != 0);
    open.press(Qt::Key_F2);
    REQUIRE(open.page.pane().isWriting());
    CHECK(open.page.pane().record() == RecordRef{Entity::Contact, person});
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" jr"));
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(open.page.pane().isWriting());
    CHECK(open.page.pane().isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("the trend is a table too, and its points are walked by the arrow keys")
{
    Page open;
    charts::ChartPanel& trend = open.page.overview().trend();
    CHECK(trend.table().rowCount() == 26);
    trend.chart().setFocus();
    open.press(Qt::Key_Left);
    CHECK(trend.chart().chosenPoint() == 25);
    open.press(Qt::Key_Left);
    CHECK(trend.chart().chosenPoint() == 24);
    CHECK(trend.chart().accessibleName().contains(trend.chart().pointText(24)));
    trend.setTableShown(true);
    CHECK(trend.isTableShown());
}

TEST_CASE("no two commands of the page share a key, and each has a text and a tip")
{
    Page open;
    QSet<QString> keys;
    for (const widgets::View::Doing& doing : open.page.doings()) {
        INFO(doing.action->objectName().toStdString());
        const QString key = doing.action->shortcut().toString();
        CHECK((key.isEmpty() || !keys.contains(key)));
        keys << key;
        CHECK_FALSE(doing.action->text().isEmpty());
        CHECK_FALSE(doing.tip.isEmpty());
    }
}

TEST_CASE("a play under way says on the page what to do next, why and what good looks like, and is ticked there")
{
    Page open;
    const AccountId account = open.accountWhere(
        [](const query::AccountLine& line) { return line.band == u"green" && runningPlays(*line.facts).empty(); });
    open.page.come(widgets::accountPlace(account));
    auto* strip = open.page.findChild<QWidget*>(QStringLiteral("account.play.strip"));
    REQUIRE(strip);
    CHECK_FALSE(strip->isVisible());
    open.press(Qt::Key_P);
    CHECK_FALSE(open.page.play().isVisible());
    startPlay(open.book, QStringLiteral("usage_drop"), {account}, QStringLiteral("Use fell"), british);
    REQUIRE(strip->isVisible());
    const auto* play = content::findById(open.book.numbers()->content.plays, u"usage_drop");
    const QString first = play && !play->steps.empty() ? play->steps.front().title.en : QString();
    REQUIRE_FALSE(first.isEmpty());
    CHECK(strip->accessibleName().contains(first));
    open.press(Qt::Key_P);
    REQUIRE(open.page.play().isVisible());
    const PlayText text = open.page.play().text();
    CHECK(text.why == QStringLiteral("Use fell"));
    CHECK_FALSE(text.reason.isEmpty());
    CHECK_FALSE(text.good.isEmpty());
    CHECK_FALSE(text.mistake.isEmpty());
    CHECK(text.steps.front().isNext);
    open.press(Qt::Key_Space);
    CHECK(open.page.play().text().steps.front().isDone);
    CHECK(open.page.play().text().steps[1].isNext);
    CHECK_FALSE(strip->accessibleName().contains(first));
    open.press(Qt::Key_Escape);
    CHECK_FALSE(open.page.play().isVisible());
    endPlay(open.book, account, text.run, QStringLiteral("worked"), QStringLiteral("They answered"), british);
    CHECK_FALSE(strip->isVisible());
    open.book.undo();
    CHECK(strip->isVisible());
}

TEST_CASE("a play under way says with whom its next step is, or how to name somebody")
{
    Page open;
    const auto holder = [](const AccountFacts& facts, QStringView role) -> QString {
        for (const ContactRole& each : facts.of<ContactRole>())
            for (const Contact& contact : facts.of<Contact>())
                if (each.role == role && !each.to.isValid() && contact.id == each.contact.value() &&
                    !contact.leftOn.isValid())
                    return contact.name;
        return {};
    };
    const AccountId account = open.accountWhere([&](const query::AccountLine& line) {
        return runningPlays(*line.facts).empty() && !holder(*line.facts, u"sponsor").isEmpty() &&
               holder(*line.facts, u"sponsor") != holder(*line.facts, u"champion");
    });
    const auto next = [&] {
        const auto text = playText(*open.book.numbers(), account, QStringLiteral("usage_drop"), british);
        REQUIRE(text);
        REQUIRE(text->next());
        return text->next()->who;
    };
    startPlay(open.book, QStringLiteral("usage_drop"), {account}, QStringLiteral("Use fell"), british);
    const AccountFacts& facts = *open.book.numbers()->facts.find(account);
    CHECK(next().contains(QString(QStringLiteral("with ") + holder(facts, u"sponsor") + u", sponsor")));
    open.page.come(widgets::accountPlace(account));
    const auto* strip = open.page.findChild<QWidget*>(QStringLiteral("account.play.strip"));
    REQUIRE(strip);
    CHECK(strip->accessibleName().contains(holder(facts, u"sponsor")));
    open.book.edit({Code("edit.account-field"), {QString(), QString()}}, [&](book::Edit& edit) -> Status {
        for (ContactRole each : open.book.numbers()->facts.find(account)->of<ContactRole>()) {
            each.to = tests::theDay.addDays(-1);
            if (const auto saved = edit.save(each); !saved)
                return tl::unexpected(saved.error());
        }
        return {};
    });
    CHECK(next().contains(QStringLiteral("nobody named yet")));
}

TEST_CASE("a run of which nobody wrote the steps down still says what is next, its steps become tasks with one button")
{
    Page open;
    const AccountId account =
        open.accountWhere([&](const query::AccountLine& line) { return runningPlays(*line.facts).empty(); });
    open.book.edit({Code("edit.record-added"), {QStringLiteral("run"), QStringLiteral("x")}}, [&](book::Edit& edit) {
        PlaybookRun run;
        run.account = account;
        run.playbook = QStringLiteral("sponsor_left");
        run.version = 1;
        run.started = tests::theDay.addDays(-10);
        return edit.save(run).map([](auto) {});
    });
    open.page.come(widgets::accountPlace(account));
    auto* strip = open.page.findChild<QWidget*>(QStringLiteral("account.play.strip"));
    REQUIRE(strip->isVisible());
    CHECK(strip->accessibleName().contains(QStringLiteral("Next: ")));
    open.press(Qt::Key_P);
    const PlayText before = open.page.play().text();
    CHECK(std::ranges::count_if(before.steps, &PlayStepText::isNext) == 1);
    auto* make = open.page.findChild<QPushButton*>(QStringLiteral("play.make"));
    REQUIRE(make);
    CHECK(make->hasFocus());
    make->click();
    const PlayText after = open.page.play().text();
    REQUIRE(after.steps.size() == before.steps.size());
    CHECK(std::ranges::all_of(after.steps, [](const PlayStepText& step) { return step.task != 0; }));
    REQUIRE(before.next());
    REQUIRE(after.next());
    CHECK(after.next()->title == before.next()->title);
    CHECK(after.next()->due == before.next()->due);
    open.book.undo();
    CHECK(open.page.play().text().steps.front().task == 0);
}

TEST_CASE("what opening an account takes is printed")
{
    Page open;
    std::vector<qint64> taken;
    for (const query::AccountLine& line : open.lines()) {
        QElapsedTimer timer;
        timer.start();
        open.page.come(widgets::accountPlace(line.facts->id()));
        static_cast<void>(open.page.grab());
        taken.push_back(timer.elapsed());
    }
    std::ranges::sort(taken);
    WARN("opening an account to its picture: median " << taken[taken.size() / 2] << " ms, slowest " << taken.back()
                                                      << " ms of " << taken.size());
    CHECK(taken.size() == 60);
}

namespace {

/// The line of a list whose text begins so.
const Line* lineOf(AccountPage& page, const QString& list, const QString& begin)
{
    for (const Line& line : page.findChild<LinesView*>(list)->lines().lines())
        if (line.text.startsWith(begin))
            return &line;
    return nullptr;
}

void goToStory(Page& open, int story)
{
    for (const query::AccountLine& line : open.lines())
        if (line.facts->account.tags.contains(QStringLiteral("story:%1").arg(story))) {
            open.page.come(widgets::accountPlace(line.facts->id(), QStringLiteral("plan")));
            return;
        }
    FAIL("no account tells the story");
}

} // namespace

TEST_CASE("onboarding is not closed before the plan says what the product cannot do and what is left out")
{
    Page open;
    goToStory(open, 6);
    const QString plan = QStringLiteral("account.plan");
    REQUIRE(isOnboarding(open.page.presenter().figures()));
    REQUIRE(lineOf(open.page, plan, QStringLiteral("What the product cannot do")));
    const auto milestones = open.facts().of<Milestone>().size();
    const auto close = [&] {
        open.press(Qt::Key_M, Qt::ShiftModifier);
        auto* kind = qobject_cast<QComboBox*>(open.page.pane().editor(QStringLiteral("kind")));
        kind->setCurrentIndex(kind->findData(QStringLiteral("onboarding_done")));
        qobject_cast<QLineEdit*>(open.page.pane().editor(QStringLiteral("reached")))->setText(QStringLiteral("today"));
        const bool isSaved = open.page.pane().save();
        open.page.pane().leave();
        return isSaved;
    };
    CHECK_FALSE(close());
    open.page.showTab(plan.mid(8));
    open.press(Qt::Key_O);
    const auto write = [&](const char* part, const QString& text) {
        qobject_cast<QPlainTextEdit*>(open.page.pane().editor(QString::fromLatin1(part)))->setPlainText(text);
    };
    REQUIRE(open.page.pane().isWriting());
    write("plan_problem", QStringLiteral("Stocktaking takes two days"));
    write("plan_training", QStringLiteral("First count > stocktaking"));
    write("plan_cannot", QStringLiteral("It does not work offline"));
    REQUIRE(open.page.pane().save());
    CHECK(lineOf(open.page, plan, QStringLiteral("What the product cannot do: It does not")));
    CHECK(lineOf(open.page, plan, QStringLiteral("Training: First count"))
              ->text.endsWith(u", for: Stocktaking takes two days"));
    CHECK_FALSE(close());
    open.page.showTab(QStringLiteral("plan"));
    open.press(Qt::Key_O);
    write("plan_left_out", QStringLiteral("Reports for the board"));
    write("plan_problem", QString());
    REQUIRE(open.page.pane().save());
    // The problem is gone: what is taught for it hangs in the air.
    CHECK(lineOf(open.page, plan, QStringLiteral("Training: First count"))->detail ==
          QStringLiteral("its problem is gone"));
    CHECK(close());
    CHECK(open.facts().of<Milestone>().size() == milestones + 1);
    // The form of the account has its own fields only.
    open.page.openRecord({Entity::Account, open.page.presenter().account().value()});
    open.page.pane().editRecord();
    CHECK_FALSE(open.page.pane().editor(QStringLiteral("plan_cannot")));
    CHECK(open.page.pane().editor(QStringLiteral("industry")));
}

TEST_CASE("a step of the shared plan is written, changed and stands in the plan for the customer")
{
    Page open;
    open.page.showTab(QStringLiteral("plan"));
    const QString plan = QStringLiteral("account.plan");
    open.press(Qt::Key_T, Qt::ShiftModifier);
    qobject_cast<QLineEdit*>(open.page.pane().editor(QStringLiteral("title")))
        ->setText(QStringLiteral("Name the first ten users"));
    auto* waits = qobject_cast<QComboBox*>(open.page.pane().editor(QStringLiteral("waiting_for")));
    waits->setCurrentIndex(waits->findData(QStringLiteral("customer")));
    REQUIRE(open.page.pane().save());
    const Line* theirs = lineOf(open.page, plan, QStringLiteral("They: Name the first ten users"));
    REQUIRE(theirs);
    open.page.openRecord(theirs->record);
    open.page.pane().editRecord();
    qobject_cast<QLineEdit*>(open.page.pane().editor(QStringLiteral("due")))->setText(QStringLiteral("+7"));
    REQUIRE(open.page.pane().save());
    CHECK(lineOf(open.page, plan, QStringLiteral("They: Name the first ten users"))->end.startsWith(u"due "));
}

TEST_CASE("a quick start is told as one of the fastest quarter, a stuck one as waiting")
{
    Page open;
    goToStory(open, 7);
    const QString plan = QStringLiteral("account.plan");
    const Line* quick = lineOf(open.page, plan, QStringLiteral("First value"));
    REQUIRE(quick);
    CHECK(quick->text.contains(u"on day 19, among the fastest quarter (to day "));
    goToStory(open, 6);
    const Line* stuck = lineOf(open.page, plan, QStringLiteral("First value"));
    REQUIRE(stuck);
    CHECK(stuck->text.contains(u"without it, "));
}

TEST_CASE("a goal is shared with others as one edit, told for each, and one of them opts out")
{
    Page open;
    const QString plan = QStringLiteral("account.plan");
    AccountId owner;
    for (const query::AccountLine& line : open.lines())
        if (!line.facts->of<Goal>().isEmpty() && line.segment == u"mid" && line.standing == AccountStanding::Customer)
            owner = line.facts->id();
    REQUIRE(owner.isValid());
    open.page.come(widgets::accountPlace(owner, QStringLiteral("plan")));
    const auto edits = open.book.history().size();
    open.press(Qt::Key_G, Qt::ShiftModifier);
    auto* pane = open.page.findChild<ChoicePane*>(QStringLiteral("account.choice"));
    REQUIRE(pane->isVisible());
    pane->findChild<QLineEdit*>(QStringLiteral("account.choice.word"))->setText(QStringLiteral("nonsense:1"));
    open.press(Qt::Key_Return);
    REQUIRE(pane->isVisible());
    pane->findChild<QLineEdit*>(QStringLiteral("account.choice.word"))
        ->setText(QStringLiteral("segment:mid standing:customer"));
    open.press(Qt::Key_Return);
    REQUIRE_FALSE(pane->isVisible());
    CHECK(open.book.history().size() == edits + 1);
    const auto shared = [&] {
        for (const Goal& each : open.facts().of<Goal>())
            if (auto found = query::sharedGoal(open.book.numbers()->facts, each.group))
                return *found;
        return query::SharedGoal();
    };
    const query::SharedGoal first = shared();
    REQUIRE(first.members.size() > 5);
    CHECK(first.members.front().account == owner);
    CHECK(first.out == 0);
    REQUIRE(lineOf(open.page, plan, QStringLiteral("Shared goal: ")));
    // One of the others drops it: it is out, and told so.
    const Goal theirs = *first.members[1].goal;
    open.book.edit({Code("edit.record-changed"), {}}, [theirs](book::Edit& edit) {
        return edit.change<Goal>(theirs.id, [](Goal& goal) { goal.status = QStringLiteral("dropped"); });
    });
    const query::SharedGoal second = shared();
    CHECK(second.out == 1);
    CHECK(lineOf(open.page, plan, QStringLiteral("Shared goal: "))->detail.contains(u"1 opted out"));
    const QString name = open.book.numbers()->facts.find(first.members[1].account)->account.name;
    CHECK(lineOf(open.page, plan, name)->isStruck);
    open.book.undo();
    open.book.undo();
    CHECK_FALSE(lineOf(open.page, plan, QStringLiteral("Shared goal: ")));
}

TEST_CASE("shelfware says what of the renewal may be cut, a full house does not")
{
    Page open;
    const QString money = QStringLiteral("account.money");
    goToStory(open, 10);
    const Line* cut = lineOf(open.page, money, QStringLiteral("155 of 200 seats are unused: "));
    REQUIRE(cut);
    CHECK(cut->text.endsWith(u"of the renewal may be cut"));
    goToStory(open, 8);
    for (const Line& line : open.page.findChild<LinesView*>(money)->lines().lines())
        CHECK_FALSE(line.text.contains(u"may be cut"));
}
