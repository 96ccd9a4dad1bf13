// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/meeting_header.h"
#include "ui/meeting/meeting_page.h"

#include "tests/ui/sample_window.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace steward;
using namespace steward::meeting;
using namespace Qt::Literals::StringLiterals;
using tests::theDay;
using State = MeetingPresenter::State;

namespace {

const QString sixMarks = u"Myhre runs logistics since 5 Nov.\n"
                         "\"The list is slow to load\n"
                         "! Send the mapping plan fri\n"
                         "> They name a sponsor by end of month\n"
                         "+ Rate lookup saves two hours a day\n"
                         "* Budget review may cut seats\n"
                         "? Is the second site still planned\n"_s;

struct Window : tests::SampleWindow<MeetingPage>
{
    Window()
        : SampleWindow(u"meeting"_s)
    {
    }
    /// The first account without a conversation that is planned for today.
    AccountId free() const
    {
        for (const query::AccountLine& line : book.numbers()->lines)
            if (!work::meetingOf(*line.facts, theDay) && !line.facts->of<Contact>().isEmpty())
                return line.facts->id();
        FAIL("no account");
        return {};
    }
    /// With M, as somebody comes.
    void meet(AccountId account)
    {
        window.goTo(widgets::accountPlace(account));
        press(Qt::Key_M);
        REQUIRE(window.front() == page);
        const QWidget* focused = QApplication::focusWidget();
        INFO((focused ? focused->objectName().toStdString() : "nothing") << " has the focus");
        REQUIRE(page->note().hasFocus());
    }
    /// Lines end with the key that ends them.
    void type(const QString& text)
    {
        const QStringList lines = text.split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            SampleWindow::type(lines[i]);
            if (i + 1 < lines.size())
                press(Qt::Key_Return);
        }
    }
    void save() { page->presenter().flush(); }
    [[nodiscard]] const Touch* touch(AccountId account) const
    {
        return find<Touch>(account, page->presenter().touch().id);
    }
    template <class T>
    [[nodiscard]] std::size_t count(AccountId account) const
    {
        return facts(account).of<T>().size();
    }
    [[nodiscard]] QString label(const char* name) const
    {
        return page->findChild<QLabel*>(QString::fromLatin1(name))->text();
    }
    [[nodiscard]] QString said(const char* name) const
    {
        return page->findChild<QPushButton*>(QString::fromLatin1(name))->text();
    }
};

} // namespace

TEST_CASE("a conversation is written down, made and taken back with the keyboard alone")
{
    Window open;
    const AccountId account = open.free();
    const auto touches = open.count<Touch>(account);
    const auto tasks = open.count<Task>(account);
    open.meet(account);
    CHECK(open.page->presenter().state() == State::Writing);
    CHECK(open.count<Touch>(account) == touches);
    open.type(sixMarks);
    CHECK(open.label("meeting.saved") == u"saving");
    QTest::qWait(800);
    REQUIRE(open.touch(account));
    CHECK(open.label("meeting.saved") == u"saved");
    CHECK(work::writtenText(open.touch(account)->text).note == sixMarks);
    CHECK(open.page->makingsModel().rowCount() == 7);
    CHECK(open.said("meeting.make.button") == u"Make 7, open the recap");
    CHECK(open.page->note().readingAt(2) == u"promise of ours, Fri 20 Nov");
    CHECK(open.page->note().readingAt(3) == u"theirs, Mon 30 Nov");
    CHECK(open.page->note().readingAt(0).isEmpty());

    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.page->presenter().state() == State::Held);
    CHECK(open.count<Task>(account) == tasks + 3);
    CHECK(open.count<Touch>(account) == touches + 1);
    CHECK(open.touch(account)->tookPlace == true);
    CHECK(open.touch(account)->recapOwedUntil);
    REQUIRE(open.page->recap().isVisible());
    const QString recap = open.page->recap().message().text;
    CHECK(recap.contains(u"- Send the mapping plan, by Fri 20 Nov"));
    CHECK(recap.contains(u"\"The list is slow to load\""));
    CHECK_FALSE(recap.contains(u"Budget review"));

    open.press(Qt::Key_Escape);
    CHECK_FALSE(open.page->recap().isVisible());
    open.book.undo();
    CHECK(open.page->presenter().state() == State::Writing);
    CHECK(open.page->note().toPlainText() == sixMarks);
    CHECK(open.count<Task>(account) == tasks);
    CHECK_FALSE(open.touch(account)->tookPlace);
    open.book.undo();
    CHECK_FALSE(open.touch(account));
    CHECK(open.page->note().toPlainText().isEmpty());
    open.book.redo();
    CHECK(open.page->note().toPlainText() == sixMarks);
    open.book.redo();
    CHECK(open.page->presenter().state() == State::Held);
}

TEST_CASE("what is typed is one step of the history, and no toast tells of it")
{
    Window open;
    const AccountId account = open.free();
    open.meet(account);
    const auto history = open.book.history().size();
    for (const QString& word : {u"one "_s, u"two "_s, u"three"_s}) {
        open.type(word);
        open.save();
    }
    CHECK(open.book.history().size() == history + 1);
    auto* toast = open.window.findChild<widgets::Toast*>();
    CHECK((!toast || !toast->isVisible()));
    open.press(Qt::Key_Escape);
    CHECK(open.window.front()->face().name == u"account");
    open.press(Qt::Key_M);
    CHECK(open.page->note().toPlainText() == u"one two three");
    open.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(open.touch(account)->kind == u"note");
    CHECK_FALSE(open.touch(account)->tookPlace);
    CHECK(open.touch(account)->text == u"one two three");
}

TEST_CASE("what is not ticked is not made")
{
    Window open;
    const QAbstractItemModelTester tester(&open.page->makingsModel(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const AccountId account = open.free();
    const auto risks = open.count<Risk>(account);
    open.meet(account);
    open.type(sixMarks);
    open.press(Qt::Key_Tab);
    REQUIRE(open.page->makings().hasFocus());
    for (int row = 0; row < open.page->makingsModel().rowCount(); ++row)
        if (open.page->makingsModel().at(row).making == work::Making::Risk)
            open.page->makings().choose(row);
    open.press(Qt::Key_Space);
    CHECK(open.said("meeting.make.button") == u"Make 6, open the recap");
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.count<Risk>(account) == risks);
    CHECK(open.page->presenter().state() == State::Held);
}

TEST_CASE("how grave a risk is, is changed where it is listed, and the note says it then")
{
    Window open;
    const AccountId account = open.free();
    open.meet(account);
    open.type(sixMarks);
    QMenu& menu = open.page->riskMenu();
    auto* critical = menu.findChild<QAction*>(u"meeting.risk.0.critical"_s);
    REQUIRE(critical);
    CHECK(menu.findChild<QAction*>(u"meeting.risk.0.medium"_s)->isChecked());
    critical->trigger();
    CHECK(open.page->note().toPlainText().contains(u"* Budget review may cut seats !urgent"));
    REQUIRE(open.page->presenter().records().risks.size() == 1);
    CHECK(open.page->presenter().records().risks.front().severity == u"critical");
    CHECK(open.page->presenter().records().risks.front().text == u"Budget review may cut seats");
    open.save();
}

TEST_CASE("the planned conversation of today is the one that is written on, with its invitation beside it")
{
    Window open;
    const AccountId account = open.free();
    open.book.edit({Code("edit.record-added"), {u"meeting"_s, u"x"_s}}, [&](book::Edit& edit) -> Status {
        Touch planned;
        planned.account = account;
        planned.kind = u"video"_s;
        planned.day = theDay;
        planned.subject = u"Executive call"_s;
        planned.text = u"Agenda: * the second site"_s;
        planned.planned = true;
        planned.contacts = {ContactId(open.facts(account).of<Contact>()[0].id)};
        return edit.save(planned).map([](auto) {});
    });
    open.meet(account);
    CHECK(open.page->presenter().touch().subject == u"Executive call");
    CHECK(open.page->note().toPlainText().isEmpty());
    bool isShown = false;
    for (const account::Line& line : open.page->brief().lines().lines())
        isShown = isShown || line.text.contains(u"Agenda: * the second site");
    CHECK(isShown);
    open.type(u"! do it"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.touch(account)->kind == u"video");
    CHECK(open.touch(account)->text.startsWith(u"! do it"));
    CHECK(work::writtenText(open.touch(account)->text).invitation == u"Agenda: * the second site");
    CHECK(open.count<Risk>(account) == open.facts(account).of<Risk>().size());
    // The recap goes to who took part; who sent it says so.
    REQUIRE(open.page->recap().isVisible());
    open.page->findChild<QPushButton*>(u"meeting.recap.sent"_s)->click();
    CHECK(open.touch(account)->recapSentAt);
    CHECK_FALSE(open.page->recap().isVisible());
}

TEST_CASE("a recap of a conversation in which nobody is named is addressed to nobody")
{
    Window open;
    const AccountId account = open.free();
    REQUIRE_FALSE(open.facts(account).of<Contact>().isEmpty());
    open.meet(account);
    open.type(u"! do it fri"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(open.touch(account)->contacts.empty());
    REQUIRE(open.page->recap().isVisible());
    CHECK(open.page->recap().message().to.empty());
    CHECK(open.page->recap().message().text.startsWith(u"Hello, thank you"));
}

TEST_CASE("a recap is a draft in the clipboard and in a file, never sent")
{
    Window open;
    const AccountId account = open.free();
    open.meet(account);
    open.type(u"! do it fri"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(open.page->recap().isVisible());
    const QString path = open.folder.filePath(u"recap.eml"_s);
    CHECK(open.page->recap().save(path));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray eml = file.readAll();
    CHECK(eml.contains("X-Unsent: 1"));
    CHECK_FALSE(open.page->recap().save(open.folder.filePath(u"nowhere/recap.eml"_s)));
    open.page->findChild<QPushButton*>(u"meeting.recap.copy"_s)->click();
    CHECK(QGuiApplication::clipboard()->text().contains(u"- do it, by Fri 20 Nov"));
}

TEST_CASE("an invitation dropped on the window that is for today opens the conversation")
{
    Window open;
    const AccountId account = open.free();
    QString email;
    for (const Contact& each : open.facts(account).of<Contact>())
        if (!each.email.isEmpty() && !each.leftOn.isValid())
            email = each.email;
    REQUIRE_FALSE(email.isEmpty());
    const QString path = open.folder.filePath(u"call.ics"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:42@acme.example\r\nDTSTART:20261119T150000Z\r\n"
               "DTEND:20261119T153000Z\r\nSUMMARY:Executive call\r\nATTENDEE:mailto:" +
               email.toUtf8() + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    file.close();
    REQUIRE(open.window.take({path}));
    REQUIRE(open.window.front() == open.page);
    CHECK(open.page->presenter().account() == account);
    CHECK(open.page->presenter().touch().subject == u"Executive call");
    CHECK(open.page->presenter().touch().contacts.size() == 1);
    open.type(u"! keep me"_s);
    open.save();
    // The same invitation again leaves what was written.
    REQUIRE(open.window.take({path}));
    CHECK(open.window.front() == open.page);
    CHECK(work::writtenText(open.touch(account)->text).note == u"! keep me");
}

TEST_CASE("people, kind and subject of a conversation are changed, and kept with its note")
{
    Window open;
    const AccountId account = open.free();
    open.meet(account);
    MeetingPresenter& presenter = open.page->presenter();
    const ContactId person(open.facts(account).of<Contact>()[0].id);
    presenter.setTakesPart(person, true);
    auto* kind = open.page->findChild<QComboBox*>(u"meeting.kind"_s);
    kind->setFocus();
    open.press(Qt::Key_Down);
    CHECK(presenter.touch().kind == u"video");
    auto* subject = open.page->findChild<QLineEdit*>(u"meeting.subject"_s);
    subject->setFocus();
    open.type(u"Second site"_s);
    open.save();
    REQUIRE(open.touch(account));
    CHECK(open.touch(account)->contacts == std::vector{person});
    CHECK(open.touch(account)->kind == u"video");
    CHECK(open.touch(account)->subject == u"Second site");
    CHECK(subject->hasFocus());
}

TEST_CASE("without an account, without the book and looking back nothing is written")
{
    Window open;
    CHECK(open.page->presenter().state() == State::NoAccount);
    CHECK_FALSE(open.page->presenter().canMake());
    const AccountId account = open.free();
    open.meet(account);
    open.type(u"kept"_s);
    open.save();
    open.book.lookBack(theDay.addDays(-30), LookBack::AsItHappened);
    const auto history = open.book.history().size();
    CHECK(open.page->note().isReadOnly());
    CHECK_FALSE(open.page->presenter().canMake());
    open.book.backToToday();
    open.window.goTo({u"meeting"_s, account.value(), {}});
    CHECK(open.page->note().toPlainText() == u"kept");
    CHECK(open.book.history().size() == history);
    open.book.makeEmpty(open.folder.filePath(u"empty.steward"_s));
    CHECK(open.page->presenter().state() != State::Writing);
    CHECK_FALSE(open.page->presenter().canMake());
}

TEST_CASE("the time and how long they have been speaking stand over the note while it is written")
{
    Window open;
    const AccountId account = open.free();
    open.meet(account);
    CHECK(open.label("meeting.time").startsWith(u"10:0"));
    open.type(u"! Send it fri"_s);
    open.save();
    open.now += 28 * 60'000;
    open.page->presenter().setSubject(u"Plans"_s);
    CHECK(open.label("meeting.time").startsWith(u"10:"));
    CHECK(open.label("meeting.elapsed").endsWith(u" min"));
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(open.page->findChild<QLabel*>(u"meeting.time"_s)->isVisible());
    Touch touch;
    const QLocale english(QLocale::English);
    CHECK(MeetingHeader::elapsedText(touch, {}, english).isEmpty());
    touch.at = Instant{60 * 60'000};
    CHECK(MeetingHeader::elapsedText(touch, {88 * 60'000}, english) == u"28 min");
    CHECK(MeetingHeader::elapsedText(touch, {48 * 60'000}, english) == u"in 12 min");
    CHECK(MeetingHeader::elapsedText(touch, {600 * 60'000}, english).isEmpty());
}

TEST_CASE("Esc leads back to Today where the conversation was opened from there")
{
    Window open;
    open.window.goTo({u"today"_s, 0, {}});
    open.press(Qt::Key_M);
    REQUIRE(open.window.front() == open.page);
    open.press(Qt::Key_Escape);
    CHECK(open.window.front()->face().name == u"today");
    open.meet(open.free());
    open.press(Qt::Key_Escape);
    CHECK(open.window.front()->face().name == u"account");
}

TEST_CASE("a recap of a conversation of which nothing was made has a gap, and is not ready")
{
    Window open;
    const AccountId account = open.free();
    open.meet(account);
    open.type(u"They asked for the figures of October"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(open.page->recap().isVisible());
    CHECK(open.page->recap().message().text.contains(u"[[what was agreed"));
}

TEST_CASE("whatever is typed stays text")
{
    Window open;
    const AccountId account = open.free();
    open.meet(account);
    const QString hostile = u"! <b>bold</b> & %1 {name} fri\n\"<img src=x>\n"_s + u"word "_s.repeated(20'000);
    open.page->note().setPlainText(hostile);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.touch(account)->text == hostile.trimmed());
    bool isThere = false;
    for (const Task& each : open.facts(account).of<Task>())
        isThere = isThere || each.title == u"<b>bold</b> & %1 {name}";
    CHECK(isThere);
    for (const auto* label : open.page->findChildren<widgets::ToneLabel*>())
        CHECK(label->textFormat() == Qt::PlainText);
}

TEST_CASE("every part of the view that takes the focus has a name, and a line says what it is read as")
{
    Window open;
    open.meet(open.free());
    open.type(u"! Send it fri"_s);
    open.checkNames();
    CHECK(open.page->note().accessibleDescription() == u"promise of ours, Fri 20 Nov");
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&open.page->makings());
    REQUIRE(list);
    CHECK(list->childCount() == 2);
    CHECK(list->child(1)->text(QAccessible::Name) == u"1 promise of ours: Send it, Fri 20 Nov");
    open.press(Qt::Key_Return, Qt::ControlModifier);
    open.checkNames();
}
