// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/working_calendar.h"
#include "tests/ui/settings/sample_desk.h"
#include "ui/settings/settings_page.h"

#include <QAbstractItemModelTester>
#include <QSpinBox>
#include <QTest>
#include <set>

/// Rows a day, free days and the numbers of signals, set in the window.
using namespace steward;
using namespace steward::settings;
using namespace Qt::Literals::StringLiterals;
using Fatal = QAbstractItemModelTester::FailureReportingMode;

namespace {

struct Desk : SampleDesk
{
    Desk()
    {
        settings.emplace(book, locale);
        settings->setWatched(true);
        QObject::connect(&*settings, &TodaySettings::said, &*settings, [this](const QString& text) { said = text; });
    }
    [[nodiscard]] const content::Signals& rules() const { return book.numbers()->content.signalRules; }
    [[nodiscard]] int rowOf(const QString& name, const QString& meaning)
    {
        auto& model = settings->signalNumbers();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, SignalsModel::Name).data() == name &&
                model.index(row, SignalsModel::Meaning).data() == meaning)
                return row;
        FAIL("no such number");
        return -1;
    }
    std::optional<TodaySettings> settings;
    QString said;
};

} // namespace

TEST_CASE("a signal comes from another number on, the book works with it, one undo takes it back")
{
    Desk desk;
    auto& model = desk.settings->signalNumbers();
    const QAbstractItemModelTester tester(&model, Fatal::Fatal);
    const auto numberOf = [&] { return content::findById(desk.rules().kinds, u"pay.late")->numbers.at(u"medium"_s); };
    REQUIRE(numberOf().thousandths == 14000);
    const QString name = content::findById(desk.rules().kinds, u"pay.late")->name.en;
    const QModelIndex cell =
        model.index(desk.rowOf(name, u"days later than usual, to be shown"_s), SignalsModel::Number);
    const std::size_t edits = desk.book.history().size();
    REQUIRE(model.setData(cell, u"20"_s, Qt::EditRole));
    CHECK(numberOf().thousandths == 20000);
    CHECK(desk.book.history().size() == edits + 1);
    CHECK(cell.siblingAtColumn(SignalsModel::Shipped).data().toString() == u"14");
    CHECK_FALSE(model.setData(cell, u"soon"_s, Qt::EditRole));
    CHECK(desk.said == u"soon is no number.");
    model.setData(cell, u"-3"_s, Qt::EditRole);
    CHECK(desk.said.contains(u"0 or more"));
    CHECK(numberOf().thousandths == 20000);
    desk.book.undo();
    CHECK(numberOf().thousandths == 14000);
    CHECK(cell.siblingAtColumn(SignalsModel::Shipped).data().toString().isEmpty());
}

TEST_CASE("rows a day are set once, and Today has as many")
{
    Desk desk;
    CHECK(desk.settings->budget() == 10);
    const std::size_t edits = desk.book.history().size();
    desk.settings->setBudget(5);
    desk.settings->setBudget(5);
    CHECK(desk.rules().ranking.budget == 5);
    CHECK(desk.book.history().size() == edits + 1);
    desk.book.undo();
    CHECK(desk.settings->budget() == 10);
}

TEST_CASE("free days are added and removed, and working days pass them over")
{
    Desk desk;
    FreeDaysModel& days = desk.settings->freeDays();
    const QAbstractItemModelTester tester(&days, Fatal::Fatal);
    const int before = days.rowCount();
    REQUIRE(before > 4);
    const auto isFree = [&desk](const QDate& day) {
        return !calendarOf(desk.book.numbers()->facts.book(), Account()).isWorking(day);
    };
    const QDate day(2026, 11, 23);
    REQUIRE_FALSE(isFree(day));
    CHECK_FALSE(desk.settings->addFreeDay(u"some day"_s).isEmpty());
    CHECK(desk.settings->addFreeDay(u"23/11/2026"_s).isEmpty());
    CHECK(isFree(day));
    CHECK(days.rowCount() == before + 1);
    CHECK(desk.settings->addFreeDay(u"23/11/2026"_s) == u"That day is free already.");
    const auto place = std::ranges::find(days.days(), day);
    REQUIRE(place != days.days().end());
    desk.settings->removeFreeDay(int(place - days.days().begin()));
    CHECK_FALSE(isFree(day));
    desk.book.undo();
    CHECK(isFree(day));
    desk.book.undo();
    CHECK(days.rowCount() == before);
}

TEST_CASE("a signal put aside as no concern in most of its last 20 cases is told and stands first")
{
    Desk desk;
    CHECK(desk.settings->oftenAside().isEmpty());
    const AccountId account = desk.book.numbers()->lines.front().facts->id();
    const auto decide = [&](int cases, const QString& reason) {
        desk.book.edit({Code("edit.record-added"), {u"signal"_s, u"x"_s}}, [&](book::Edit& edit) -> Status {
            for (int i = 0; i < cases; ++i) {
                SignalDecision decision;
                decision.account = account;
                decision.signal = u"org.change"_s;
                decision.key = QString(reason + QString::number(i));
                decision.day = theDay.addDays(-i);
                decision.dismissedReason = reason;
                if (const auto saved = edit.save(decision); !saved)
                    return tl::unexpected(saved.error());
            }
            return {};
        });
    };
    decide(10, u"not_a_concern"_s);
    CHECK(desk.settings->oftenAside().isEmpty());
    decide(1, u"seasonal"_s);
    decide(11, u"not_a_concern"_s);
    const QString name = content::findById(desk.rules().kinds, u"org.change")->name.en;
    CHECK(desk.settings->oftenAside().contains(name));
    CHECK(desk.settings->signalNumbers().index(0, SignalsModel::Name).data() == name);
}

TEST_CASE("the settings of Today have a name for every part and are set in their page")
{
    Desk desk;
    SettingsPage page(desk.book, desk.locale);
    page.resize(1280, 800);
    page.come({u"settings"_s, 0, u"today"_s});
    static_cast<QWidget&>(page).show();
    QTest::qWait(1);
    auto* budget = page.findChild<QSpinBox*>(u"settings.budget"_s);
    REQUIRE(budget);
    REQUIRE(budget->isVisible());
    CHECK(budget->value() == 10);
    budget->setValue(7);
    CHECK(desk.rules().ranking.budget == 7);
    for (const QString& name : {u"settings.signals"_s, u"settings.freedays"_s, u"settings.freeday"_s})
        CHECK_FALSE(page.findChild<QWidget*>(name)->accessibleName().isEmpty());
}

TEST_CASE("every number of the shipped signals is told in words of its own")
{
    Desk desk;
    auto& model = desk.settings->signalNumbers();
    REQUIRE(model.rowCount() > 50);
    std::set<QString> raw;
    for (const content::SignalKind& kind : desk.rules().kinds)
        for (const auto& [name, value] : kind.numbers)
            raw.insert(QString(name).replace(u'_', u' '));
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString meaning = model.index(row, SignalsModel::Meaning).data().toString();
        INFO(model.index(row, SignalsModel::Name).data().toString().toStdString() << ": " << meaning.toStdString());
        CHECK_FALSE(raw.contains(meaning));
    }
}
