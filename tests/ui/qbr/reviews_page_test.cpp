// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/qbr/reviews_fixture.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace steward;
using namespace steward::reviews;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("QBRs lists who is due, as the command line does, with what is missing of each")
{
    ReviewWindow open;
    ReviewsPage& page = *open.page;
    const Quarter quarter = open.presenter().quarter();
    CHECK(quarter == Quarter{2026, 4});
    const QAbstractItemModelTester tester(&page.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const BookNumbers& numbers = *open.book.numbers();
    const auto due = qbr::dueIn(numbers.facts, numbers.grouping, quarter, reviewDay);
    REQUIRE(due.size() > 10);
    CHECK(std::size_t(open.presenter().dueCount()) == due.size());
    for (const AccountId each : due) {
        const int row = page.model().rowOf(each);
        REQUIRE(row >= 0);
        const qbr::Pack pack = open.presenter().shown()->pack(each);
        CHECK(page.model().index(row, ReviewsModel::Ready).data(ReviewsModel::PercentRole).toInt() ==
              pack.readiness.percent);
        const QString missing = page.model().index(row, ReviewsModel::Missing).data().toString();
        CHECK(missing.isEmpty() == pack.readiness.missing.empty());
        // The list, the pane and the command line name the same gap first.
        if (!missing.isEmpty())
            CHECK(missing.startsWith(open.presenter().gapText(pack.readiness.missing.front().id).first));
    }
    // Amounts stand without a sign: their head says what they are in.
    CHECK(page.model().headerData(ReviewsModel::Arr, Qt::Horizontal, Qt::DisplayRole).toString() == u"ARR, EUR");
    page.model().sort(ReviewsModel::Ready, Qt::AscendingOrder);
    int last = -1;
    for (int row = 0; row < page.model().rowCount(); ++row) {
        const QVariant percent = page.model().index(row, ReviewsModel::Ready).data(ReviewsModel::PercentRole);
        const int now = percent.isValid() ? percent.toInt() : 101;
        CHECK(now >= last);
        last = now;
    }
}

TEST_CASE("QBRs opens on the quarter of the next review that is planned")
{
    ReviewWindow open;
    const auto opening = [&] { return openingQuarter(*open.book.numbers()); };
    const Quarter usual = opening();
    CHECK(usual == open.presenter().quarter());
    const auto plan = [&](QDate quarter, QDate meeting, const QString& status) {
        Qbr review;
        review.account = open.presenter().shown()->lines().front().due.account;
        review.quarter = quarter;
        review.status = status;
        review.meetingStart = Instant{QDateTime(meeting, QTime(10, 0), Qt::UTC).toMSecsSinceEpoch()};
        open.book.edit({Code("edit.record-added"), {u"qbr"_s, u"x"_s}}, [&](book::Edit& edit) {
            const auto id = edit.save(review);
            return id ? Status() : Status(tl::unexpected(id.error()));
        });
    };
    // About the next quarter, and sooner than any other; what is past or called off opens nothing.
    const QDate next(2027, 1, 1);
    plan(next, reviewDay.addDays(-1), u"planned"_s);
    CHECK(opening() == usual);
    open.book.undo();
    plan(next, reviewDay, u"cancelled"_s);
    CHECK(opening() == usual);
    open.book.undo();
    plan(next, reviewDay, u"planned"_s);
    CHECK(opening() == Quarter{2027, 1});
    CHECK(open.presenter().quarters().front() == Quarter{2027, 1});
    open.book.undo();
    CHECK(opening() == usual);
    CHECK(open.presenter().quarters().front() == Quarter{2026, 4});
}

TEST_CASE("another quarter and another CSM show other reviews")
{
    ReviewWindow open;
    const int all = open.presenter().dueCount();
    const auto owners = open.presenter().owners();
    REQUIRE(owners.size() > 1);
    int sum = 0;
    for (const auto& [person, name] : owners) {
        open.presenter().setOwner(person);
        sum += open.presenter().dueCount();
        for (int row = 0; row < open.page->model().rowCount(); ++row)
            CHECK(open.page->model().index(row, ReviewsModel::Csm).data().toString() == name);
    }
    CHECK(sum == all);
    open.presenter().setOwner({});
    open.presenter().setQuarter({2026, 2});
    CHECK(open.presenter().shown()->quarter() == Quarter{2026, 2});
    REQUIRE(open.presenter().pack());
    CHECK(open.pack().quarter == Quarter{2026, 2});
}

TEST_CASE("every gap of the design leads to the place where it is filled, by keyboard, and undo brings it back")
{
    ReviewWindow open;
    ReviewsPage& page = *open.page;
    SECTION("date and decision maker")
    {
        const int row = open.rowMissing(u"confirmed"_s);
        REQUIRE(row >= 0);
        open.choose(row);
        const int before = open.pack().readiness.percent;
        page.table().setFocus();
        open.press(Qt::Key_Return);
        REQUIRE(page.review().gaps().hasFocus());
        open.press(Qt::Key_M);
        REQUIRE(page.record().isVisible());
        for (const char* field : {"date_confirmed_on", "decider_confirmed_on"})
            qobject_cast<QLineEdit*>(page.record().editor(QString::fromLatin1(field)))->setText(u"today"_s);
        qobject_cast<QLineEdit*>(page.record().editor(u"meeting_start"_s))->setText(u"26 Nov 2026 14:00"_s);
        auto* ends = qobject_cast<QLineEdit*>(page.record().editor(u"meeting_end"_s));
        REQUIRE(ends);
        ends->setText(u"26 Nov 2026 13:00"_s);
        CHECK_FALSE(page.record().save());
        CHECK(open.isMissing(u"confirmed"_s));
        ends->setText(u"26 Nov 2026 15:00"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        CHECK_FALSE(open.isMissing(u"confirmed"_s));
        CHECK(open.pack().readiness.percent > before);
        REQUIRE(open.pack().meeting);
        CHECK(page.model().index(page.table().currentIndex().row(), ReviewsModel::Meeting).data().toString() ==
              u"26 Nov 14:00");
        open.book.undo();
        CHECK(open.isMissing(u"confirmed"_s));
        CHECK(open.pack().readiness.percent == before);
    }
    SECTION("plan")
    {
        const int row = open.rowMissing(u"plan"_s);
        REQUIRE(row >= 0);
        open.choose(row);
        // This quarter's first, then each earlier one of the year that has invoices.
        for (int entered = 0; entered < 3 && open.isMissing(u"plan"_s); ++entered) {
            page.openGap(u"plan"_s);
            REQUIRE(page.record().isVisible());
            qobject_cast<QLineEdit*>(page.record().editor(u"line"_s))->setText(u"Seats"_s);
            qobject_cast<QLineEdit*>(page.record().editor(u"amount"_s))->setText(u"12,500"_s);
            REQUIRE(page.record().save());
            CHECK(open.pack().plan.now().plan == qint64(1'250'000));
        }
        CHECK_FALSE(open.isMissing(u"plan"_s));
        CHECK(open.pack().plan.yearPlan);
        open.book.undo();
        CHECK(open.isMissing(u"plan"_s));
    }
    SECTION("actions")
    {
        const int row = open.rowMissing(u"actions"_s);
        REQUIRE(row >= 0);
        open.choose(row);
        page.table().setFocus();
        open.press(Qt::Key_A);
        REQUIRE(page.actions().isVisible());
        if (open.presenter().actions(false).empty())
            REQUIRE(QApplication::focusWidget()->objectName() == u"reviews.action.what");
        open.presenter().setActions(false, {});
        page.findChild<QPushButton*>(u"reviews.actions.new"_s)->click();
        open.type(u"Rights for the administrator"_s);
        open.press(Qt::Key_Tab);
        open.type(u"Dana Amari"_s);
        open.press(Qt::Key_Tab);
        open.type(u"no day"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        CHECK(open.presenter().actions(false).empty());
        page.findChild<QLineEdit*>(u"reviews.action.due"_s)->setText(u"4 Dec 2026"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        const auto actions = open.presenter().actions(false);
        REQUIRE(actions.size() == 1);
        CHECK(actions[0] == qbr::ActionEntry{u"Rights for the administrator"_s,
                                             u"Dana Amari"_s,
                                             u"open"_s,
                                             {},
                                             {2026, 12, 4},
                                             u"Rights for the administrator"_s});
        CHECK_FALSE(open.isMissing(u"actions"_s));
        // We as a whole stay that, also when the entry is opened again and kept.
        auto* who = page.findChild<QLineEdit*>(u"reviews.action.who"_s);
        auto* list = page.findChild<QAbstractItemView*>(u"reviews.actions.list"_s);
        REQUIRE(list);
        list->setCurrentIndex({});
        list->setCurrentIndex(list->model()->index(0, 0));
        REQUIRE(who->text() == u"Dana Amari");
        who->setText(u"Us"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        CHECK(open.presenter().actions(false)[0].who == u"us");
        page.findChild<QLineEdit*>(u"reviews.action.due"_s)->setText(u"5 Dec 2026"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        CHECK(open.presenter().actions(false)[0].who == u"us");
        CHECK_FALSE(open.isMissing(u"actions"_s));
        open.book.undo();
        open.book.undo();
        open.press(Qt::Key_Escape);
        CHECK(page.table().hasFocus());
        open.book.undo();
        CHECK(open.isMissing(u"actions"_s));
    }
    SECTION("all others")
    {
        for (const char* gap : {"goals", "agenda", "value", "complaints", "draft", "old_actions"}) {
            INFO(gap);
            const int row = open.rowMissing(QString::fromLatin1(gap));
            if (row < 0)
                continue;
            open.choose(row);
            page.openGap(QString::fromLatin1(gap));
            CHECK((page.record().isWriting() || page.actions().isVisible()));
            page.record().leave();
        }
        const int row = open.rowMissing(u"usage"_s);
        if (row >= 0) {
            open.choose(row);
            page.openGap(u"usage"_s);
            CHECK(open.window.front()->face().name == u"import");
        }
    }
}

TEST_CASE("one deck is written in every form, the presenter's under another name")
{
    ReviewWindow open;
    open.choose(0);
    const auto first = [](const QString& path) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.read(5);
    };
    for (const print::Form form : print::allForms) {
        open.presenter().setExportChoice({form, print::Copy::Customer, {}});
        const QString path = open.folder.filePath(open.presenter().fileName());
        open.presenter().write(path);
        const QByteArray start = first(path);
        const QByteArray expected[] = {"PK", "%PDF-", "<!DOC", "#"};
        CHECK(start.startsWith(expected[int(form)]));
    }
    open.presenter().setExportChoice({print::Form::Pptx, print::Copy::Presenter, {}});
    CHECK(open.presenter().fileName().endsWith(u"(presenter).pptx"));
    open.presenter().setExportChoice({print::Form::Pptx, print::Copy::Customer, open.folder.filePath(u"none.potx"_s)});
    const QString path = open.folder.filePath(u"never.pptx"_s);
    open.presenter().write(path);
    CHECK_FALSE(QFile::exists(path));
    CHECK_FALSE(open.presenter().isWriting());
}

TEST_CASE("all due are written into a folder, and the summary says what is missing of each")
{
    ReviewWindow open;
    const QString to = open.folder.filePath(u"decks"_s);
    REQUIRE(QDir().mkpath(to));
    const QByteArray before = open.page->state();
    open.presenter().setExportChoice({print::Form::Markdown, print::Copy::Customer, {}});
    open.presenter().writeAllDue(to);
    const int due = open.presenter().dueCount();
    CHECK(QDir(to).entryList(QDir::Files).size() == due);
    REQUIRE(open.page->batch().isVisible());
    auto& list = open.page->batch().list();
    const auto& lines = list.lines().lines();
    const auto heads = std::ranges::count(lines, account::Line::Kind::Head, &account::Line::kind);
    CHECK(heads == qint64(open.presenter().owners().size()));
    CHECK(qint64(lines.size()) - heads == due);
    CHECK(list.hasFocus());
    const RecordRef first = list.currentRecord();
    open.press(Qt::Key_Return);
    CHECK(open.page->table().hasFocus());
    CHECK(open.pack().account.value() == first.id);
    open.page->restore(open.page->state());
    CHECK(open.presenter().exportChoice().form == print::Form::Markdown);
    open.page->restore(before);
    CHECK(open.presenter().exportChoice().form == print::Form::Pptx);
}

TEST_CASE("who leads sees what is due by CSM and goes to one of them by keyboard")
{
    ReviewWindow open;
    open.page->table().setFocus();
    open.press(Qt::Key_C);
    REQUIRE(open.page->csms().isVisible());
    auto& list = open.page->csms().list();
    REQUIRE(list.hasFocus());
    const auto people = open.presenter().owners();
    REQUIRE(people.size() > 1);
    REQUIRE(list.lines().rowCount() == int(people.size()));
    const int whole = open.presenter().dueCount();
    int sum = 0;
    for (const auto& [person, name] : people) {
        open.presenter().setOwner(person);
        const int due = open.presenter().dueCount();
        sum += due;
        const auto& line = list.lines().at(list.lines().rowOf({Entity::Person, person.value()}));
        CHECK(line.text.startsWith(name));
        CHECK(line.end == u"%1 due"_s.arg(due));
    }
    CHECK(sum == whole);
    open.presenter().setOwner({});
    list.setFocus();
    const RecordRef second = list.lines().at(1).record;
    list.chooseRecord(second);
    open.press(Qt::Key_Return);
    CHECK(open.presenter().owner().value() == second.id);
    CHECK(open.page->table().hasFocus());
    CHECK(open.presenter().dueCount() < whole);
}

TEST_CASE("QBRs says so where nobody is due, where there is no account, and while the window looks back")
{
    ReviewWindow open;
    open.book.lookBack(reviewDay.addMonths(-4), LookBack::AsItHappened);
    CHECK(open.presenter().shown()->numbers()->asked.day == reviewDay.addMonths(-4));
    open.choose(0);
    open.page->openGap(u"plan"_s);
    CHECK_FALSE(open.page->record().isVisible());
    open.book.backToToday();
    open.book.makeEmpty(open.folder.filePath(u"empty.steward"_s));
    CHECK(open.presenter().state() == ReviewsPresenter::State::Empty);
    CHECK(open.presenter().pack() == nullptr);
    CHECK(open.page->model().rowCount() == 0);
}

TEST_CASE("columns of the reviews are as wide as the widest text once somebody looks, and are not measured before")
{
    ReviewWindow open;
    ReviewsPage& page = *open.page;
    const AccountId account = page.model().accountAt(0);
    const int before = page.table().columnWidth(ReviewsModel::Csm);
    Person person;
    person.name = u"Bartholomew Featherstonehaugh-Cholmondeley"_s;
    const auto nameOwner = [&] {
        open.book.edit({Code("edit.account-field"), {u"x"_s, u"y"_s}}, [&](book::Edit& edit) {
            const auto id = edit.save(person);
            if (!id)
                return Status(tl::unexpected(id.error()));
            return edit.change<Account>(account.value(), [&](Account& each) { each.csm = PersonId(*id); });
        });
    };
    open.window.goTo({u"accounts"_s, 0, {}});
    nameOwner();
    REQUIRE(page.model().index(page.model().rowOf(account), ReviewsModel::Csm).data().toString() == person.name);
    CHECK(page.table().columnWidth(ReviewsModel::Csm) == before);
    open.window.goTo({u"reviews"_s, 0, {}});
    const QFontMetrics metrics(page.table().font());
    CHECK(page.table().columnWidth(ReviewsModel::Csm) >= metrics.horizontalAdvance(person.name));
    for (const int column : {ReviewsModel::Arr, ReviewsModel::Meeting, ReviewsModel::LastHeld, ReviewsModel::Ready})
        for (int row = 0; row < page.model().rowCount(); ++row)
            CHECK(page.table().columnWidth(column) >=
                  metrics.horizontalAdvance(page.model().index(row, column).data().toString()));
}
