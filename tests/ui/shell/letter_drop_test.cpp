// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printers.h"
#include "tests/ui/shell/window_fixture.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>

using namespace steward;
using namespace steward::shell;

namespace {

QString write(Window& open, const QString& name, const QByteArray& text)
{
    QFile file(open.folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return file.fileName();
}

/// Somebody of the sample book with an address that is nobody else's.
const Contact& somebody(const Window& open)
{
    for (const query::AccountLine& line : open.book.numbers()->lines)
        for (const Contact& contact : line.facts->of<Contact>())
            if (!contact.email.isEmpty())
                return contact;
    FAIL("the sample book has no addresses");
    throw 0;
}

QByteArray mail(const QString& from)
{
    return "From: " + from.toUtf8() +
           "\nTo: csm@ours.example\nSubject: Renewal terms\nDate: Wed, 18 Nov 2026 11:06:40 +0000\nMessage-ID: "
           "<1@x>\n\n"
           "<b>Let</b> us talk.\n";
}

std::size_t touchesOf(const Window& open, AccountId account)
{
    return open.book.numbers()->facts.find(account)->of<Touch>().size();
}

QString shownIn(const Window& open, const char* notice)
{
    QStringList texts;
    const auto* shown = open.window.findChild<QWidget*>(QString::fromLatin1(notice));
    if (shown && shown->isVisible())
        for (const QLabel* each : shown->findChildren<QLabel*>())
            texts << each->text();
    return texts.join(u' ');
}

} // namespace

TEST_CASE("a message dropped on the window is logged at its sender's account and shown there, undo takes it back")
{
    Window open;
    const Contact who = somebody(open);
    const std::size_t before = touchesOf(open, who.account);
    REQUIRE(open.window.take({write(open, QStringLiteral("a.eml"), mail(who.email))}));
    CHECK(touchesOf(open, who.account) == before + 1);
    CHECK(open.window.front()->place() == widgets::accountPlace(who.account, QStringLiteral("timeline")));
    CHECK(open.window.actions()[ActionId::Undo].text().contains(QStringLiteral("Renewal terms")));
    open.window.actions()[ActionId::Undo].trigger();
    CHECK(touchesOf(open, who.account) == before);
}

TEST_CASE("a message of nobody says whose address is missing, and goes to the account it is dropped on")
{
    Window open;
    const QString file = write(open, QStringLiteral("a.eml"), mail(QStringLiteral("stranger@gmail.com")));
    REQUIRE(open.window.take({file}));
    CHECK(shownIn(open, "failure").contains(QStringLiteral("stranger@gmail.com")));
    const AccountId account = open.book.numbers()->lines[7].facts->id();
    const std::size_t before = touchesOf(open, account);
    open.window.goTo(widgets::accountPlace(account));
    REQUIRE(open.window.take({file}));
    CHECK(touchesOf(open, account) == before + 1);
    CHECK(shownIn(open, "failure").isEmpty());
}

TEST_CASE("messages and tables dropped together go where each belongs, nothing is logged into the past")
{
    Window open;
    const Contact who = somebody(open);
    const std::size_t before = touchesOf(open, who.account);
    const QString letter = write(open, QStringLiteral("a.eml"), mail(who.email));
    const QString table = write(open, QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
    REQUIRE(open.window.take({letter, table}));
    CHECK(touchesOf(open, who.account) == before + 1);
    CHECK(open.window.front()->face().name == QStringLiteral("import"));
    open.window.actions()[ActionId::Undo].trigger();
    open.book.lookBack(theDay.addMonths(-1), LookBack::AsItHappened);
    open.window.take({letter});
    CHECK(shownIn(open, "failure").contains(QStringLiteral("today")));
    open.book.backToToday();
    CHECK(touchesOf(open, who.account) == before);
}

TEST_CASE("what was copied in another program is logged with the people it names, once, and what names nobody is told")
{
    Window open;
    const Contact who = somebody(open);
    const std::size_t before = touchesOf(open, who.account);
    const auto paste = [&](const QString& text) {
        QGuiApplication::clipboard()->setText(text);
        open.window.actions()[ActionId::PasteLetter].trigger();
    };
    paste(QString(QStringLiteral("From: ") + who.email + QStringLiteral("\nTo: csm@ours.example\nSubject: Terms\n\n") +
                  QStringLiteral("<b>Let</b> us talk.")));
    CHECK(touchesOf(open, who.account) == before + 1);
    CHECK(open.window.front()->place() == widgets::accountPlace(who.account, QStringLiteral("timeline")));
    paste(QGuiApplication::clipboard()->text());
    CHECK(touchesOf(open, who.account) == before + 1);
    paste(QStringLiteral("nobody: hello"));
    CHECK(touchesOf(open, who.account) == before + 2); // the account in front
    open.window.goTo({QStringLiteral("accounts"), 0, {}});
    paste(QStringLiteral("nobody: hello again"));
    CHECK(shownIn(open, "failure").contains(QStringLiteral("names nobody")));
    open.window.actions()[ActionId::Undo].trigger();
    open.window.actions()[ActionId::Undo].trigger();
    CHECK(touchesOf(open, who.account) == before);
}
