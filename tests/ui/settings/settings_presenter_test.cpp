// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/words.h"
#include "tests/ui/settings/sample_desk.h"
#include "ui/settings/settings_page.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace steward;
using namespace steward::settings;
using Fatal = QAbstractItemModelTester::FailureReportingMode;

namespace {

using Desk = SampleDesk;

int rowNamed(const QAbstractItemModel& model, const QString& name)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data().toString() == name)
            return row;
    return -1;
}

void setWeight(SettingsPresenter& presenter, const char* measure, int weight)
{
    const int row = rowNamed(presenter.weights(), QLatin1String(measure));
    REQUIRE(row >= 0);
    presenter.weights().setData(presenter.weights().index(row, DraftModel::Number), weight, Qt::EditRole);
}

} // namespace

TEST_CASE("settings of the book are undoable edits, and what is set already is no edit")
{
    Desk desk;
    SettingsPresenter presenter(desk.book, desk.locale);
    const BookSettings before = presenter.settings();
    CHECK(before.currency == QStringLiteral("EUR"));
    CHECK(before.timeZone == QStringLiteral("Europe/Berlin"));
    const std::size_t edits = desk.book.history().size();
    presenter.set(QStringLiteral("currency"), QStringLiteral("USD"));
    presenter.set(QStringLiteral("time_zone"), QStringLiteral("Europe/Oslo"));
    presenter.set(QStringLiteral("fiscal_year_start"), QStringLiteral("4"));
    CHECK(presenter.settings() == BookSettings{QStringLiteral("USD"), QStringLiteral("Europe/Oslo"), 4});
    CHECK(desk.book.numbers()->currency.code() == QStringLiteral("USD"));
    CHECK(desk.book.history().size() == edits + 3);
    presenter.set(QStringLiteral("currency"), QStringLiteral("USD"));
    CHECK(desk.book.history().size() == edits + 3);
    desk.book.undo();
    desk.book.undo();
    desk.book.undo();
    CHECK(presenter.settings() == before);
}

TEST_CASE("a rate is added with comma or point, what is none is told and not kept")
{
    Desk desk;
    SettingsPresenter presenter(desk.book, desk.locale);
    const QAbstractItemModelTester tester(&presenter.rates(), Fatal::Fatal);
    const int before = presenter.rates().rowCount();
    const auto [currency, day, rate] = GENERATE(table<const char*, const char*, const char*>(
        {{"EUR", "", "1"}, {"dollar", "", "0.9"}, {"USD", "soon", "0.9"}, {"USD", "", "0"}, {"USD", "", "about one"}}));
    CHECK_FALSE(presenter.addRate(QLatin1String(currency), QLatin1String(day), QLatin1String(rate)).isEmpty());
    CHECK(presenter.rates().rowCount() == before);
    CHECK(presenter.addRate(QStringLiteral("jpy"), QStringLiteral("01/11/2026"), QStringLiteral("0,0061")).isEmpty());
    CHECK(presenter.rates().rowCount() == before + 1);
    CHECK(rowNamed(presenter.rates(), QStringLiteral("JPY")) >= 0);
}

TEST_CASE("people of ours are added, renamed and counted")
{
    Desk desk;
    SettingsPresenter presenter(desk.book, desk.locale);
    const QAbstractItemModelTester tester(&presenter.people(), Fatal::Fatal);
    const int before = presenter.people().rowCount();
    REQUIRE(before > 0);
    CHECK(presenter.addPerson(QStringLiteral(" Zoe Quist "), QStringLiteral("zoe@us.example")).isEmpty());
    CHECK_FALSE(presenter.addPerson(QStringLiteral("zoe quist"), {}).isEmpty());
    CHECK_FALSE(presenter.addPerson(QStringLiteral("  "), {}).isEmpty());
    CHECK(presenter.people().rowCount() == before + 1);
    const int row = rowNamed(presenter.people(), QStringLiteral("Zoe Quist"));
    REQUIRE(row >= 0);
    presenter.people().setData(presenter.people().index(row, PeopleModel::Name), QStringLiteral("Zoe Berg"),
                               Qt::EditRole);
    CHECK(rowNamed(presenter.people(), QStringLiteral("Zoe Berg")) >= 0);
    qint64 accounts = 0;
    for (int i = 0; i < presenter.people().rowCount(); ++i)
        accounts += presenter.people().index(i, PeopleModel::Accounts).data().toString().toInt();
    CHECK(accounts > 0);
}

TEST_CASE("weights that do not make 100 say so and cannot be saved, those that do show what they would change")
{
    Desk desk;
    SettingsPresenter presenter(desk.book, desk.locale);
    const QAbstractItemModelTester weights(&presenter.weights(), Fatal::Fatal);
    const QAbstractItemModelTester caps(&presenter.caps(), Fatal::Fatal);
    const QAbstractItemModelTester effect(&presenter.effect(), Fatal::Fatal);
    const QString card = QStringLiteral("high_touch");
    presenter.chooseScorecard(card);
    const auto lines = desk.book.numbers()->lines;
    const int trend = presenter.draft().weight(card, QStringLiteral("usage_trend"));
    const int goals = presenter.draft().weight(card, QStringLiteral("goals"));
    setWeight(presenter, "Usage trend", trend + goals - 1);
    CHECK_FALSE(presenter.canSave());
    CHECK(presenter.effectText().contains(QString::number(100 + goals - 1)));
    setWeight(presenter, "Goals", 1);
    CHECK(presenter.draft().sum(card) == 100);
    REQUIRE(QTest::qWaitFor([&] { return presenter.canSave(); }, 10'000));
    CHECK(presenter.effectOnBook().moved > 0);
    // What is only tried holds nowhere.
    CHECK(desk.book.numbers()->lines.front().health == lines.front().health);
    const query::DraftEffect shown = presenter.effectOnBook();
    const std::size_t edits = desk.book.history().size();
    presenter.saveDraft();
    CHECK(desk.book.history().size() == edits + 1);
    CHECK(presenter.draft().changes() == 0);
    CHECK(presenter.draft().weight(card, QStringLiteral("goals")) == 1);
    std::map<QString, int> bands;
    for (const query::AccountLine& line : desk.book.numbers()->lines)
        if (line.standing != AccountStanding::Former)
            ++bands[line.band];
    CHECK(bands == shown.after);
    desk.book.undo();
    CHECK(presenter.draft().weight(card, QStringLiteral("goals")) == goals);
}

TEST_CASE("scorecards of the book that fail their checks are told in the settings, and can be corrected there")
{
    Desk desk;
    SettingsPage page(desk.book, desk.locale);
    SettingsPresenter presenter(desk.book, desk.locale);
    const auto* label = page.findChild<QLabel*>(QStringLiteral("settings.scorecards.notice"));
    REQUIRE(label);
    CHECK(label->text().isEmpty());
    CHECK(presenter.contentNotice().isEmpty());
    desk.book.edit({Code("edit.scorecards"), {qint64(1)}}, [&](book::Edit& edit) {
        Definition definition;
        definition.kind = QStringLiteral("content");
        definition.name = QStringLiteral("scorecards.json");
        definition.version = 7;
        QByteArray bytes = content::shippedFile(definition.name);
        bytes.replace("\"sponsor\": 7", "\"sponsor\": 8");
        definition.text = Json{QString::fromUtf8(bytes)};
        const auto saved = edit.save(definition);
        return saved ? Status() : Status(tl::unexpected(saved.error()));
    });
    for (const char* part : {"scorecards.json", "version 7", "not used", "101"}) {
        INFO(part);
        CHECK(presenter.contentNotice().contains(QLatin1String(part)));
        CHECK(label->text().contains(QLatin1String(part)));
    }
    CHECK(presenter.draft().sum(QStringLiteral("high_touch")) == 101);
    desk.book.undo();
    CHECK(label->text().isEmpty());
}

TEST_CASE("the points of a measure are tried before they hold, and keep their order")
{
    Desk desk;
    SettingsPresenter presenter(desk.book, desk.locale);
    const QAbstractItemModelTester points(&presenter.points(), Fatal::Fatal);
    QStringList said;
    QObject::connect(&presenter, &SettingsPresenter::said, [&](const QString& text) { said << text; });
    presenter.chooseScorecard(QStringLiteral("high_touch"));
    presenter.chooseMeasure(QStringLiteral("usage_trend"));
    CHECK(presenter.measureName() == QStringLiteral("Usage trend"));
    PointsModel& model = presenter.points();
    REQUIRE(model.rowCount() == 7);
    const auto set = [&](int row, int column, const char* text) {
        return model.setData(model.index(row, column), QString::fromUtf8(text), Qt::EditRole);
    };
    // "-25 is 35 points" becomes 5, and then lies at -30.
    CHECK(set(2, PointsModel::Points, "5"));
    CHECK(set(2, PointsModel::At,
              "\u2212"
              "30"));
    CHECK(presenter.draft().changes() == 1);
    CHECK(presenter.draft().points(QStringLiteral("usage_trend"), QStringLiteral("points"))[2] ==
          content::Point{content::Fixed::whole(-30), 5});
    CHECK(said.isEmpty());
    set(2, PointsModel::At, "-5"); // behind its neighbour
    set(2, PointsModel::Points, "101");
    CHECK(said.size() == 2);
    CHECK_FALSE(set(2, PointsModel::Points, "many"));
    REQUIRE(QTest::qWaitFor([&] { return presenter.canSave(); }, 10'000));
    CHECK(presenter.effectOnBook().moved > 0);
    const query::DraftEffect shown = presenter.effectOnBook();
    presenter.saveDraft();
    CHECK(presenter.draft().changes() == 0);
    std::map<QString, int> bands;
    for (const query::AccountLine& line : desk.book.numbers()->lines)
        if (line.standing != AccountStanding::Former)
            ++bands[line.band];
    CHECK(bands == shown.after);
    desk.book.undo();
    CHECK(presenter.draft().points(QStringLiteral("usage_trend"), QStringLiteral("points"))[2].score == 35);
}

TEST_CASE("a measure with several curves has points for each, one by states a row for each")
{
    Desk desk;
    SettingsPresenter presenter(desk.book, desk.locale);
    presenter.chooseMeasure(QStringLiteral("licence_use"));
    CHECK(presenter.curves().size() == 3);
    presenter.chooseCurve(QStringLiteral("settled"));
    presenter.setPoint(1, {content::Fixed::whole(10), 20});
    CHECK(presenter.draft().points(QStringLiteral("licence_use"), QStringLiteral("settled"))[1].score == 20);
    CHECK(presenter.draft().points(QStringLiteral("licence_use"), QStringLiteral("young"))[1].score == 25);
    presenter.chooseMeasure(QStringLiteral("champion"));
    CHECK_FALSE(presenter.points().isCurve());
    const int row = rowNamed(presenter.points(), QStringLiteral("not seen"));
    REQUIRE(row >= 0);
    CHECK(presenter.points().setData(presenter.points().index(row, PointsModel::Points), 40, Qt::EditRole));
    CHECK(presenter.draft().changes() == 2);
    REQUIRE(QTest::qWaitFor([&] { return presenter.canSave(); }, 10'000));
}

TEST_CASE("a point is moved with the keys and with the mouse")
{
    Desk desk;
    SettingsPage page(desk.book, desk.locale);
    page.resize(1200, 700);
    page.setVisible(true);
    page.tabs().setCurrentIndex(3);
    page.presenter().chooseMeasure(QStringLiteral("usage_trend"));
    PointsChart& chart = page.scorecards().chart();
    const auto point = [&] { return page.presenter().points().lines()[2].now; };
    chart.choose(1);
    QTest::keyClick(&chart, Qt::Key_Right);
    CHECK(chart.chosen() == 2);
    CHECK(page.scorecards().points().currentIndex().row() == 2);
    QTest::keyClick(&chart, Qt::Key_Up);
    CHECK(point().score == 36);
    QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
    CHECK(point().x < content::Fixed::whole(-25));
    const QPoint from = chart.placeOf(point()).toPoint();
    const QPoint to = chart.placeOf({point().x, 60}).toPoint();
    QTest::mousePress(&chart, Qt::LeftButton, {}, from);
    QTest::mouseMove(&chart, to);
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, to);
    CHECK(std::abs(point().score - 60) <= 1);
    CHECK(chart.accessibleDescription().contains(QString::number(point().score)));
}

TEST_CASE("a cap has to lie below green, and a draft can be dropped")
{
    Desk desk;
    SettingsPresenter presenter(desk.book, desk.locale);
    const int cap = presenter.draft().cap(QStringLiteral("sponsor_left"));
    const int row = rowNamed(presenter.caps(), QStringLiteral("Sponsor left"));
    REQUIRE(row >= 0);
    presenter.caps().setData(presenter.caps().index(row, DraftModel::Number), 90, Qt::EditRole);
    CHECK_FALSE(presenter.canSave());
    CHECK(presenter.effectText().contains(QStringLiteral("green")));
    presenter.caps().setData(presenter.caps().index(row, DraftModel::Number), 49, Qt::EditRole);
    REQUIRE(QTest::qWaitFor([&] { return presenter.canSave(); }, 10'000));
    presenter.discard();
    CHECK(presenter.draft().cap(QStringLiteral("sponsor_left")) == cap);
    CHECK_FALSE(presenter.canSave());
}

TEST_CASE("nothing of the book can be set while the window looks back")
{
    Desk desk;
    SettingsPage page(desk.book, desk.locale);
    desk.book.lookBack({2026, 5, 1}, LookBack::AsItHappened);
    for (const char* name : {"settings.currency", "settings.zone", "settings.month", "settings.person.add"}) {
        const auto* field = page.findChild<QWidget*>(QLatin1String(name));
        REQUIRE(field);
        CHECK_FALSE(field->isEnabled());
    }
    desk.book.backToToday();
    CHECK(page.findChild<QWidget*>(QStringLiteral("settings.currency"))->isEnabled());
}

TEST_CASE("a currency that is typed is taken, what is none is said to be none")
{
    Desk desk;
    SettingsPage page(desk.book, desk.locale);
    auto* field = page.findChild<QComboBox*>(QStringLiteral("settings.currency"));
    REQUIRE(field);
    QSignalSpy said(&page, &SettingsPage::said);
    const auto type = [&](const char* text) {
        field->lineEdit()->setText(QString::fromLatin1(text));
        QTest::keyClick(field->lineEdit(), Qt::Key_Return);
    };
    const QString before = page.presenter().settings().currency;
    type("Dollars");
    CHECK(said.size() == 1);
    CHECK(field->currentText() == before);
    CHECK(page.presenter().settings().currency == before);
    type("xqz");
    CHECK(said.size() == 1);
    CHECK(page.presenter().settings().currency == QStringLiteral("XQZ"));
}

TEST_CASE("a weight is changed with keys alone")
{
    Desk desk;
    SettingsPage page(desk.book, desk.locale);
    page.resize(1200, 700);
    page.setVisible(true);
    QApplication::setActiveWindow(&page);
    page.tabs().setCurrentIndex(3);
    widgets::PlainTable& weights = page.scorecards().weights();
    weights.setFocus();
    weights.setCurrentIndex(weights.model()->index(1, DraftModel::Number));
    const int before = weights.currentIndex().data().toInt();
    QTest::keyClick(&weights, Qt::Key_Return);
    auto* edit = weights.findChild<QLineEdit*>(QStringLiteral("settings.number"));
    REQUIRE(edit);
    edit->selectAll();
    QTest::keyClicks(edit, QString::number(before + 1));
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::qWait(5); // the cell is written when the key has been dealt with
    CHECK(page.presenter().draft().changes() == 1);
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(QStringLiteral("qt_")) ||
            !widget->isVisibleTo(&page))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
        CHECK((!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())));
    }
}
