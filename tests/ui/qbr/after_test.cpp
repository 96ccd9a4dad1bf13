// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/contact_life.h"
#include "core/portfolio/standing.h"
#include "core/query/timeline.h"
#include "tests/ui/qbr/reviews_fixture.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QTimeZone>
#include <QTimer>

using namespace steward;
using namespace steward::reviews;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Answers the next dialog that asks for a file, as hands would: the path and Enter; without a path, Esc.
class Answer final : public QObject
{
public:
    explicit Answer(QString path)
        : m_path(std::move(path))
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        m_timer.setInterval(5);
        connect(&m_timer, &QTimer::timeout, this, &Answer::look);
        m_timer.start();
    }
    ~Answer() override { CHECK(m_isAnswered); }

private:
    void look()
    {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        auto* field = dialog ? dialog->findChild<QLineEdit*>() : nullptr;
        if (!field || !dialog->isVisible())
            return;
        m_timer.stop();
        m_isAnswered = true;
        if (m_path.isEmpty()) {
            QTest::keyClick(dialog, Qt::Key_Escape);
            return;
        }
        field->setText(m_path); // typing opens the list of a completer, which not every platform can lift
        QTest::keyClick(field, Qt::Key_Return);
    }

    QString m_path;
    QTimer m_timer;
    bool m_isAnswered = false;
};

struct AfterWindow : ReviewWindow
{
    [[nodiscard]] const Qbr& record()
    {
        const Qbr* known = presenter().review(false);
        if (!known)
            throw std::logic_error("the review has no record");
        return *known;
    }
    /// Made for the review chosen, by what its key ends in.
    [[nodiscard]] std::vector<Task> tasks(const QString& ending = {})
    {
        std::vector<Task> all;
        for (const Task& each : presenter().facts()->of<Task>())
            if (each.origin == u"qbr" && each.originKey.startsWith(u"review-") && each.originKey.endsWith(ending))
                all.push_back(each);
        return all;
    }
    [[nodiscard]] std::size_t checkIns()
    {
        std::size_t count = 0;
        for (const Touch& each : presenter().facts()->of<Touch>())
            count += each.purpose == u"check_in" && each.subject.contains(u"after the review") ? 1U : 0U;
        return count;
    }
    /// The conversations that are the review's meeting.
    [[nodiscard]] std::vector<Touch> meetings(QDate day)
    {
        std::vector<Touch> all;
        for (const Touch& each : presenter().facts()->of<Touch>())
            if (each.purpose == u"review" && each.day == day && isTwoWay(each))
                all.push_back(each);
        return all;
    }
    [[nodiscard]] QString local(Instant at)
    {
        return QDateTime::fromMSecsSinceEpoch(at.ms, book.numbers()->facts.book().zone)
            .toString(u"ddd yyyy-MM-dd HH:mm"_s);
    }
    [[nodiscard]] QString focus() const
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    /// Tab until something of that name has the focus.
    void tabTo(const QString& name)
    {
        for (int i = 0; i < 20 && focus() != name; ++i)
            press(Qt::Key_Tab);
        REQUIRE(focus() == name);
    }
    /// Presses a key that asks for a file and answers; a window manager gives the window its focus back, here we do.
    void pressAndAnswer(Qt::Key key, const QString& path)
    {
        {
            const Answer answer(path);
            press(key);
        }
        QApplication::setActiveWindow(&window);
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    void retype(const QString& text)
    {
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }
    [[nodiscard]] QByteArray read(const QString& name)
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

/// Fills the three fields and leaves the focus in the last.
void typeMeeting(AfterWindow& open, const QString& day, const QString& from, const QString& to)
{
    open.tabTo(u"reviews.after.day"_s);
    open.retype(day);
    open.press(Qt::Key_Tab);
    open.retype(from);
    open.press(Qt::Key_Tab);
    open.retype(to);
}

} // namespace

TEST_CASE("the whole path of a review goes by keyboard, and each step is undone")
{
    AfterWindow open;
    ReviewsPage& page = *open.page;
    // Choose.
    open.choose(open.rowMissing(u"agenda"_s));
    page.table().setFocus();
    const AccountId account = open.pack().account;
    // Fill what is missing.
    open.press(Qt::Key_Return);
    REQUIRE(page.review().gaps().hasFocus());
    for (int i = 0; i < 12; ++i) {
        const account::Line& at = page.review().gaps().lines().at(page.review().gaps().currentIndex().row());
        if (at.text.startsWith(open.presenter().gapText(u"agenda"_s).first))
            break;
        open.press(Qt::Key_Down);
    }
    open.press(Qt::Key_Return);
    REQUIRE(page.record().isWriting());
    open.tabTo(page.record().editor(u"agenda_asked_on"_s)->objectName());
    open.retype(u"today"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(open.isMissing(u"agenda"_s));
    open.press(Qt::Key_A);
    REQUIRE(page.actions().isVisible());
    page.findChild<QPushButton*>(u"reviews.actions.new"_s)->setFocus();
    open.press(Qt::Key_Space);
    open.type(u"Rights for the administrator"_s);
    open.press(Qt::Key_Tab);
    open.press(Qt::Key_Tab);
    open.type(u"4 Dec 2026"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    open.press(Qt::Key_Escape);
    REQUIRE_FALSE(open.presenter().actions(false).empty());
    // Export; a dialog that is left writes nothing.
    open.pressAndAnswer(Qt::Key_W, {});
    CHECK(QDir(open.folder.path()).entryList({u"*.pptx"_s}).isEmpty());
    open.pressAndAnswer(Qt::Key_W, open.folder.filePath(u"deck.pptx"_s));
    CHECK(open.read(u"deck.pptx"_s).startsWith("PK"));
    // Record the meeting: it was on Friday.
    open.press(Qt::Key_M, Qt::ShiftModifier);
    REQUIRE(page.after().isVisible());
    typeMeeting(open, u"13 Nov 2026"_s, u"16:00"_s, u"17:00"_s);
    open.press(Qt::Key_Tab);
    REQUIRE(page.after().guests().hasFocus());
    const auto before = open.record().attendees;
    open.press(Qt::Key_Home);
    open.press(Qt::Key_Space);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.record().heldOn == QDate(2026, 11, 13));
    CHECK(open.record().status == u"held");
    CHECK(open.record().attendees.size() != before.size());
    // It is a conversation with those who were there.
    REQUIRE(open.meetings({2026, 11, 13}).size() == 1);
    CHECK(open.meetings({2026, 11, 13})[0].contacts == open.record().attendees);
    CHECK(open.meetings({2026, 11, 13})[0].minutes == 60);
    REQUIRE(open.tasks(u"recap"_s).size() == 1);
    CHECK(open.local(*open.tasks(u"recap"_s)[0].dueAt) == u"Sat 2026-11-14 17:00");
    const auto lines = query::timelineOf(*open.presenter().facts(), open.book.numbers()->facts.book(), reviewDay,
                                         [](QStringView, const QString& id) { return id; });
    CHECK(std::ranges::any_of(lines, [](const query::TimelineLine& each) {
        return each.kind == query::TimelineKind::Reviews && each.day == QDate(2026, 11, 13) && !each.isPlanned;
    }));
    // The recap, which is late.
    CHECK(open.focus() == u"reviews.after.recap");
    CHECK(AfterMeeting(open.presenter()).dueOf(*AfterMeeting(open.presenter()).recap()).isLate);
    open.pressAndAnswer(Qt::Key_Return, open.folder.filePath(u"recap.eml"_s));
    CHECK(open.read(u"recap.eml"_s).contains("X-Unsent: 1"));
    open.tabTo(u"reviews.after.sent"_s);
    open.press(Qt::Key_Return);
    CHECK(open.record().recapSentAt);
    CHECK_FALSE(isOpen(open.tasks(u"recap"_s)[0]));
    // Tasks and check-ins.
    open.tabTo(u"reviews.after.make"_s);
    open.press(Qt::Key_Return);
    CHECK(open.tasks().size() > 1);
    CHECK(open.checkIns() > 0);
    CHECK(AfterMeeting(open.presenter()).followUps().isEmpty());
    open.tabTo(u"reviews.after.calendar"_s);
    open.pressAndAnswer(Qt::Key_Return, open.folder.filePath(u"check-ins.ics"_s));
    CHECK(open.read(u"check-ins.ics"_s).count("BEGIN:VEVENT") == qsizetype(open.checkIns()));
    // Back, step by step.
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.checkIns() == 0);
    CHECK(open.tasks().size() == 1);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(open.record().recapSentAt);
    CHECK(isOpen(open.tasks(u"recap"_s)[0]));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(open.record().heldOn.isValid());
    CHECK(open.meetings({2026, 11, 13}).empty());
    CHECK(open.tasks().empty());
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.presenter().actions(false).empty());
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.isMissing(u"agenda"_s));
    CHECK(open.pack().account == account);
}

TEST_CASE("what is typed of a meeting becomes moments of the book, over midnight and when the clocks change")
{
    AfterWindow open;
    BookFacts facts = open.book.numbers()->facts.book();
    const AfterMeeting after(open.presenter());
    REQUIRE(facts.zone == QTimeZone("Europe/Berlin"));
    const auto meeting = after.meetingFrom(u"24 Oct 2026"_s, u"23:30"_s, u"00:30"_s);
    REQUIRE(meeting);
    CHECK(open.local(meeting->start) == u"Sat 2026-10-24 23:30");
    CHECK(open.local(meeting->end) == u"Sun 2026-10-25 00:30");
    // That night has an hour more.
    const auto night = after.meetingFrom(u"24 Oct 2026"_s, u"23:30"_s, u"04:00"_s);
    REQUIRE(night);
    CHECK(night->end.ms - night->start.ms == qint64(5.5 * 3'600'000));
    CHECK(after.textsOf(*meeting) == std::array{u"24 Oct 2026"_s, u"23:30"_s, u"00:30"_s});
    CHECK_FALSE(after.meetingFrom(u"24 Oct 2026"_s, u"14:00"_s, u"13:00"_s));
    CHECK_FALSE(after.meetingFrom(u"some day"_s, u"16:00"_s, u"17:00"_s));
    CHECK_FALSE(after.meetingFrom(u"24 Oct 2026"_s, u"noon"_s, u"17:00"_s));
    CHECK(after.isAhead(*after.meetingFrom(u"20 Nov 2026"_s, u"16:00"_s, u"17:00"_s)));
    CHECK_FALSE(after.isAhead(*after.meetingFrom(u"19 Nov 2026"_s, u"16:00"_s, u"17:00"_s)));
}

TEST_CASE("people are ticked one after the other with Space and Down")
{
    AfterWindow open;
    AfterMeeting after(open.presenter());
    int row = 0;
    while (row < open.page->model().rowCount()) {
        open.choose(row++);
        if (after.guests().size() > 2 && (!after.meeting() || after.meeting()->attendees.empty()))
            break;
    }
    const auto people = after.guests();
    REQUIRE(people.size() > 2);
    open.press(Qt::Key_M, Qt::ShiftModifier);
    typeMeeting(open, u"17 Nov 2026"_s, u"16:00"_s, u"17:00"_s);
    open.press(Qt::Key_Tab);
    REQUIRE(open.page->after().guests().hasFocus());
    open.press(Qt::Key_Home);
    open.press(Qt::Key_Space);
    open.press(Qt::Key_Down);
    open.press(Qt::Key_Space);
    CHECK(open.page->after().guests().currentIndex().row() == 1);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.record().attendees == std::vector{people[0].contact, people[1].contact});
}

TEST_CASE("a meeting that is recorded again moves its recap and makes no second task")
{
    AfterWindow open;
    open.choose(0);
    AfterMeeting after(open.presenter());
    CHECK_FALSE(after.recap());
    CHECK(after.followUps().isEmpty());
    open.press(Qt::Key_M, Qt::ShiftModifier);
    typeMeeting(open, u"some day"_s, u"16:00"_s, u"17:00"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(after.isHeld());
    CHECK(open.focus() == u"reviews.after.day");
    typeMeeting(open, u"17 Nov 2026"_s, u"16:00"_s, u"17:00"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(after.isHeld());
    open.page->after().setFocus();
    typeMeeting(open, u"18 Nov 2026"_s, u"23:30"_s, u"00:30"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(open.tasks(u"recap"_s).size() == 1);
    CHECK(open.local(*open.tasks(u"recap"_s)[0].dueAt) == u"Fri 2026-11-20 00:30");
    CHECK(open.tasks(u"recap"_s)[0].due == QDate(2026, 11, 20));
    CHECK_FALSE(after.dueOf(*after.recap()).isLate);
    CHECK(open.meetings({2026, 11, 17}).empty());
    CHECK(open.meetings({2026, 11, 18}).size() == 1);
}

TEST_CASE("the pane after the meeting takes the focus again when it is asked for while it is open")
{
    AfterWindow open;
    open.choose(0);
    const auto* pane = open.page->findChild<QWidget*>(u"reviews.after"_s);
    REQUIRE(pane);
    const auto isInside = [&] {
        return QApplication::focusWidget() && pane->isAncestorOf(QApplication::focusWidget());
    };
    open.page->table().setFocus();
    open.press(Qt::Key_M, Qt::ShiftModifier);
    REQUIRE(isInside());
    for (const bool isHeld : {false, true}) {
        INFO(isHeld);
        if (isHeld) {
            typeMeeting(open, u"18 Nov 2026"_s, u"14:00"_s, u"15:00"_s);
            open.press(Qt::Key_Return, Qt::ControlModifier);
        }
        auto* search = open.window.findChild<QWidget*>(u"search"_s);
        REQUIRE(search);
        search->setFocus();
        CHECK_FALSE(isInside());
        open.press(Qt::Key_K, Qt::ControlModifier);
        open.type(u"after the meeting"_s);
        open.press(Qt::Key_Return);
        CHECK(isInside());
        INFO(open.focus().toStdString());
        open.press(Qt::Key_Escape);
        CHECK_FALSE(pane->isVisible());
        open.press(Qt::Key_M, Qt::ShiftModifier);
    }
    // Nor does undo take it away, whatever cannot be pressed any more.
    for (const char* name : {"reviews.after.recap", "reviews.after.calendar", "reviews.after.make"}) {
        INFO(name);
        auto* button = open.page->findChild<QWidget*>(QString::fromLatin1(name));
        REQUIRE(button);
        button->setFocus();
        REQUIRE(button->hasFocus());
        open.book.undo();
        CHECK(isInside());
        open.book.redo();
    }
}

TEST_CASE("a batch that is stopped leaves whole decks and nothing else, and says how many")
{
    AfterWindow open;
    const QString to = open.folder.filePath(u"decks"_s);
    REQUIRE(QDir().mkpath(to));
    QStringList said;
    QObject::connect(&open.presenter(), &ReviewsPresenter::said, [&](const QString& text) { said << text; });
    // Progress is told now and then only: a PDF takes long enough for some of it.
    open.presenter().setExportChoice({print::Form::Pdf, print::Copy::Customer, {}});
    // Stopped from the window once the second deck is begun.
    Jobs& jobs = open.book.jobs();
    QObject::connect(&jobs, &Jobs::changed, [&] {
        if (!jobs.running().empty() && !jobs.running().front().isCancelled && QDir(to).count() > 2)
            jobs.cancel(jobs.running().front().id);
    });
    open.presenter().writeAllDue(to);
    const QStringList files = QDir(to).entryList(QDir::Files | QDir::Hidden);
    CHECK(files.size() == qsizetype(open.presenter().written().size()));
    CHECK(files.size() < open.presenter().dueCount());
    REQUIRE_FALSE(files.isEmpty());
    for (const QString& each : files) {
        const QByteArray deck = open.read(u"decks/"_s + each);
        CHECK(each.endsWith(u".pdf"));
        CHECK(deck.startsWith("%PDF"));
        CHECK(deck.trimmed().endsWith("%%EOF"));
    }
    CHECK(said.join(u' ').contains(u"Stopped: %1 of %2 decks"_s.arg(files.size()).arg(open.presenter().dueCount())));
    CHECK_FALSE(open.presenter().isWriting());
}

TEST_CASE("a deck that cannot be written leaves the file that was there as it was")
{
    AfterWindow open;
    open.choose(0);
    const QString path = open.folder.filePath(u"gone/deck.pptx"_s);
    open.presenter().write(path);
    CHECK_FALSE(QFile::exists(path));
    const QString old = open.folder.filePath(u"old.pptx"_s);
    {
        QFile file(old);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("what was there");
    }
    open.presenter().setExportChoice({print::Form::Pptx, print::Copy::Customer, open.folder.filePath(u"none.potx"_s)});
    open.presenter().write(old);
    CHECK(open.read(u"old.pptx"_s) == "what was there");
    CHECK(QDir(open.folder.path()).entryList({u"old*"_s, u".old*"_s}, QDir::Files | QDir::Hidden).size() == 1);
}
