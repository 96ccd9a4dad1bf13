// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/ui/account/account_fixture.h"
#include "ui/account/account_page.h"
#include "ui/style/steward_style.h"

#include <QDir>
#include <QPlainTextEdit>
#include <QTest>

using namespace steward;
using namespace steward::account;

namespace {

struct Sitting : tests::SampleBook
{
    explicit Sitting(style::Appearance light)
        : appearance(light)
        , page(book, tests::british)
    {
        QApplication::setStyle(new style::StewardStyle);
        style::applyAppearance(appearance);
        resize(1268, 770);
        page.show();
        page.enable(true, {true, true, false});
    }
    void show(AccountId account, const char* part)
    {
        page.come(widgets::accountPlace(account, QString::fromLatin1(part)));
    }
    void resize(int width, int height)
    {
        size = QSize(width, height);
        page.resize(size);
    }
    void run(const char* command) { page.command(QString::fromLatin1(command)).trigger(); }
    void take(const char* name)
    {
        QTest::qWait(10);
        INFO(name);
        CHECK(page.size() == size); // nothing asks for more room than the window has
        const QString look = appearance == style::Appearance::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        tests::keepPicture(page.grab().toImage(), QStringLiteral("account-%1-%2").arg(QLatin1String(name), look));
    }
    [[nodiscard]] AccountId highest(QStringView band) const
    {
        return accountWhere([band](const query::AccountLine& line) { return line.band == band; });
    }

    style::Appearance appearance;
    AccountPage page;
    QSize size;
};

} // namespace

TEST_CASE("the page of an account is drawn in every part and state, light and dark")
{
    Sitting sitting(GENERATE(style::Appearance::Light, style::Appearance::Dark));
    const AccountId troubled = sitting.troubled();
    for (const char* part : {"timeline", "people", "plan", "money", "voice", "overview"}) {
        sitting.show(troubled, part);
        sitting.take(part);
    }
    sitting.run("account.share-goal");
    sitting.take("share-goal");
    auto* choice = sitting.page.findChild<ChoicePane*>(QStringLiteral("account.choice"));
    Q_EMIT choice->chosen(QStringLiteral("1"), false, {});
    sitting.take("shared-goal");
    const AccountId starting =
        sitting.accountWhere([](const query::AccountLine& line) { return line.stage == u"onboarding"; });
    sitting.show(starting, "plan");
    sitting.take("onboarding-begins");
    sitting.run("account.onboarding");
    sitting.take("onboarding-form");
    const auto write = [&](const char* field, const QString& text) {
        if (auto* edit = qobject_cast<QPlainTextEdit*>(sitting.page.pane().editor(QString::fromLatin1(field))))
            edit->setPlainText(text);
    };
    write("plan_problem", QStringLiteral("Stocktaking takes two days\nNobody sees margins"));
    write("plan_cannot", QStringLiteral("It does not work offline"));
    write("plan_training", QStringLiteral("First count with scanners > Stocktaking\nKeyboard shortcuts"));
    CHECK(sitting.page.pane().save());
    sitting.take("onboarding-plan");
    sitting.show(troubled, "overview");
    startPlay(sitting.book, QStringLiteral("usage_drop"), {troubled}, QStringLiteral("Active users fell"),
              tests::british);
    sitting.take("play-under-way");
    sitting.run("account.play");
    sitting.take("play");
    Q_EMIT sitting.page.play().closed();
    sitting.book.undo();
    ScoreView& score = sitting.page.overview().score();
    QTest::keyClick(&score, Qt::Key_Down);
    QTest::keyClick(&score, Qt::Key_Return);
    sitting.take("records");
    sitting.page.pane().leave();
    sitting.run("account.see");
    sitting.take("differently");
    sitting.page.pane().leave();
    sitting.show(troubled, "timeline");
    sitting.run("account.call");
    sitting.take("call");
    sitting.page.pane().leave();
    sitting.show(troubled, "people");
    sitting.page.openRecord({Entity::Contact, sitting.page.presenter().figures().people.front().contact->id});
    sitting.take("person");
    sitting.page.pane().leave();
    sitting.show(sitting.highest(u"green"), "overview");
    sitting.take("green");
    sitting.show(sitting.highest(u""), "overview");
    sitting.take("unknown");
    sitting.show(sitting.highest(u""), "people");
    sitting.take("unknown-people");
    sitting.book.lookBack(tests::theDay.addMonths(-6), LookBack::AsItHappened);
    sitting.show(troubled, "overview");
    sitting.take("looking-back");
    sitting.book.backToToday();
    sitting.resize(1232, 670);
    sitting.take("1280");
    sitting.show(troubled, "timeline");
    sitting.take("1280-timeline");
    sitting.resize(1748, 950);
    sitting.show(troubled, "overview");
    sitting.take("1920");
}
