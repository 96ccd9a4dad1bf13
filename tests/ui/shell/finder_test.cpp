// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printers.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/shell/finder.h"

#include <QTest>

using namespace steward;
using namespace steward::shell;

TEST_CASE("every account and person of a book is found by name, the account itself first")
{
    Window open;
    const BookNumbers& numbers = *open.book.numbers();
    const Finder finder(numbers);
    CHECK(finder.isOf(numbers));
    for (const query::AccountLine& line : numbers.lines) {
        INFO(line.facts->account.name.toStdString());
        const auto found = finder.find(numbers, line.facts->account.name, 6);
        REQUIRE_FALSE(found.empty());
        CHECK(found.front().kind == Finding::Kind::Account);
        CHECK(found.front().account == line.facts->id());
        for (const Contact& contact : line.facts->of<Contact>()) {
            const auto people = finder.find(numbers, contact.name.toUpper(), 60);
            CHECK(std::ranges::any_of(people, [&](const Finding& each) {
                return each.kind == Finding::Kind::Person && each.account == line.facts->id() &&
                       each.title == contact.name;
            }));
        }
    }
}

TEST_CASE("of many that answer only the best are told, best first")
{
    Window open;
    const BookNumbers& numbers = *open.book.numbers();
    const auto found = Finder(numbers).find(numbers, QStringLiteral("a"), 6);
    const auto isAccount = [](const Finding& each) { return each.kind == Finding::Kind::Account; };
    REQUIRE(std::ranges::count_if(found, isAccount) == 6);
    for (std::size_t i = 1; i < 6; ++i)
        CHECK(found[i - 1].score >= found[i].score);
    int best = 0;
    for (const query::AccountLine& line : numbers.lines)
        best = std::max(best, matchScore(u"a", line.facts->account.name.toCaseFolded()).value_or(0));
    CHECK(found.front().score == best);
}

TEST_CASE("a command with the word that was typed comes before accounts that only have its letters")
{
    const auto kinds = [](std::vector<Finding> findings) {
        sortByKind(findings);
        std::vector<Finding::Kind> all;
        for (const Finding& each : findings)
            all.push_back(each.kind);
        return all;
    };
    using Kind = Finding::Kind;
    const auto found = [](Kind kind, const QString& name, QStringView typed) {
        return Finding{kind, name, {}, {}, -1, matchScore(typed, name.toCaseFolded()).value_or(-1)};
    };
    const Finding scattered = found(Kind::Account, QStringLiteral("Gray and Pacheco"), u"gap");
    REQUIRE(scattered.score > 0);
    const Finding command = found(Kind::Action, QStringLiteral("Fill the gaps"), u"gap");
    CHECK(kinds({scattered, command}) == std::vector{Kind::Action, Kind::Account});
    const Finding account = found(Kind::Account, QStringLiteral("Gap Retail"), u"gap");
    CHECK(kinds({command, account, scattered}) == std::vector{Kind::Account, Kind::Account, Kind::Action});
}

TEST_CASE("what an edit took away is not found any more, also before its names are ready")
{
    Window open;
    const Numbers before = open.book.numbers();
    const Finder finder(*before);
    const AccountId gone = before->lines[3].facts->id();
    const QString name = before->lines[3].facts->account.name;
    REQUIRE_FALSE(finder.find(*before, name, 6).empty());
    open.book.edit({Code("edit.account-field"), {name, name}}, [&](book::Edit& edit) -> Status {
        const qint64 id = gone.value();
        return edit.remove(Entity::Account, {&id, 1});
    });
    const BookNumbers& after = *open.book.numbers();
    REQUIRE_FALSE(after.find(gone));
    CHECK_FALSE(finder.isOf(after));
    for (const Finding& each : finder.find(after, name, 6))
        CHECK(each.account != gone);
}

TEST_CASE("while somebody types no view is made that nobody asked for")
{
    Window open;
    const auto made = [&] { return open.window.findChildren<widgets::View*>().size(); };
    const auto before = made();
    QLineEdit* filter = open.window.accounts().findChild<QLineEdit*>(QStringLiteral("accounts.filter"));
    REQUIRE(filter);
    QElapsedTimer clock;
    QElapsedTimer hand;
    qint64 longest = 0;
    clock.start();
    hand.start();
    while (clock.elapsed() < 300) {
        QTest::keyClick(filter, Qt::Key_7);
        QTest::keyClick(filter, Qt::Key_Backspace);
        QTest::qWait(10);
        longest = std::max(longest, hand.restart());
    }
    constexpr qint64 isTyping = 200; // a machine at work elsewhere may stop the hand
    CHECK((made() == before || longest > isTyping));
    while (made() == before && clock.elapsed() < 20'000)
        QTest::qWait(20);
    CHECK(made() > before);
}

TEST_CASE("a condition of the filter goes as a whole: Backspace behind it chooses it, the next one takes it away")
{
    Window open;
    auto* filter = open.window.accounts().findChild<QLineEdit*>(QStringLiteral("accounts.filter"));
    REQUIRE(filter);
    filter->setFocus();
    filter->setText(QStringLiteral("arr>1 band:red "));
    QTest::keyClick(filter, Qt::Key_Backspace);
    CHECK(filter->selectedText() == QStringLiteral("band:red "));
    QTest::keyClick(filter, Qt::Key_Backspace);
    CHECK(filter->text() == QStringLiteral("arr>1 "));
    // Inside of one, or behind a word, it is a letter.
    filter->setText(QStringLiteral("band:red arr>12"));
    QTest::keyClick(filter, Qt::Key_Backspace);
    CHECK(filter->text() == QStringLiteral("band:red arr>1"));
}

TEST_CASE("a condition of the filter goes with a click on its x, and one that is being typed has none")
{
    Window open;
    auto* filter = open.window.accounts().findChild<QLineEdit*>(QStringLiteral("accounts.filter"));
    REQUIRE(filter);
    filter->setFocus();
    const auto clickAtEndOf = [filter](int length) {
        const int middle = filter->height() / 2;
        int x = filter->width() - 1;
        while (x > 0 && filter->cursorPositionAt({x, middle}) != length)
            --x;
        constexpr int halfOfCross = 8;
        QTest::mouseClick(filter, Qt::LeftButton, {}, QPoint(x - halfOfCross, middle));
    };
    filter->setText(QStringLiteral("arr>1 band:red "));
    clickAtEndOf(5);
    CHECK(filter->text() == QStringLiteral("band:red "));
    CHECK(open.window.accounts().presenter().filter().trimmed() == QStringLiteral("band:red"));
    filter->undo();
    CHECK(filter->text() == QStringLiteral("arr>1 band:red "));
    filter->setText(QStringLiteral("arr>1"));
    clickAtEndOf(5);
    CHECK(filter->text() == QStringLiteral("arr>1"));
}
