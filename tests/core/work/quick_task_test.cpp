// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/quick_task.h"

#include "tests/support/printers.h"

using namespace steward;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate thursday(2026, 11, 19);
const work::AccountNames names({{AccountId(1), u"Acme Mills"_s},
                                {AccountId(2), u"Acme Paints"_s},
                                {AccountId(3), u"Halvorsen Freight"_s},
                                {AccountId(4), u"Pâtisserie Étamoné & Fils"_s},
                                {AccountId(5), u"Callaway Golf"_s},
                                {AccountId(6), u"Acme Mills Export"_s}});

work::QuickTask read(const QString& text, const QLocale& locale = QLocale(QLocale::English, QLocale::UnitedKingdom))
{
    return work::quickTask(text, names, thursday, locale);
}

} // namespace

TEST_CASE("a task typed in one line: what, whom, when and how urgent")
{
    CHECK(read(u"call Halvorsen friday !high"_s) ==
          work::QuickTask{u"Call"_s, AccountId(3), thursday.addDays(1), u"high"_s});
    CHECK(read(u"!low send the plan to acme paints next week"_s) ==
          work::QuickTask{u"Send the plan to"_s, AccountId(2), QDate(2026, 11, 23), u"low"_s});
    CHECK(read(u"call acme mills"_s).account == AccountId(1));
    CHECK(read(u"halvorsen: nothing"_s).account == AccountId());
    CHECK(read(u"halvorsen wants a call"_s) == work::QuickTask{u"Wants a call"_s, AccountId(3), {}, {}});
    CHECK(read(u"call Halvorsen"_s).account == AccountId(3));
    CHECK(read(u"ring callaway 24 dec 2026"_s) == work::QuickTask{u"Ring"_s, AccountId(5), QDate(2026, 12, 24), {}});
    CHECK(read(u"pâtisserie: renew"_s).account == AccountId());
    CHECK(read(u"renew pâtisserie étamoné"_s).account == AccountId(4));
}

TEST_CASE("days are understood as people write them, the next one of a name")
{
    const std::pair<QString, QDate> cases[] = {{u"today"_s, thursday},
                                               {u"tomorrow"_s, thursday.addDays(1)},
                                               {u"thursday"_s, thursday.addDays(7)},
                                               {u"Fri"_s, thursday.addDays(1)},
                                               {u"wednesday"_s, thursday.addDays(6)},
                                               {u"+3"_s, thursday.addDays(3)},
                                               {u"end of month"_s, QDate(2026, 11, 30)},
                                               {u"3 dec"_s, QDate(2026, 12, 3)},
                                               {u"March 3"_s, QDate(2027, 3, 3)},
                                               {u"2026-12-24"_s, QDate(2026, 12, 24)},
                                               {u"24/12/2026"_s, QDate(2026, 12, 24)}};
    for (const auto& [word, day] : cases) {
        INFO(word.toStdString());
        CHECK(read(u"x " + word).due == day);
        CHECK(read(u"x " + word).title == u"X");
    }
    CHECK(read(u"x Freitag"_s, QLocale(QLocale::German)).due == thursday.addDays(1));
    CHECK(read(u"x 3. Dez"_s, QLocale(QLocale::German)).due == QDate(2026, 12, 3));
    CHECK_FALSE(read(u"x 31 nov"_s).due.isValid());
    CHECK_FALSE(read(u"order 600 seats"_s).due.isValid());
    CHECK(read(u"order 600 seats"_s).title == u"Order 600 seats");
}

TEST_CASE("a name that several accounts begin with names none, and what is not understood stays")
{
    CHECK_FALSE(read(u"call acme"_s).account.isValid());
    CHECK(read(u"call acme"_s).title == u"Call acme");
    CHECK(read(u"call !soon"_s).title == u"Call !soon");
    CHECK(read(u"   "_s) == work::QuickTask());
}

TEST_CASE("what was understood of the line is known by its place")
{
    std::vector<work::TextPart> parts;
    const QString text = u"call  Halvorsen end of month !high"_s;
    const auto task = work::quickTask(text, names, thursday, QLocale::c(), &parts);
    CHECK(task.title == u"Call");
    QStringList said;
    for (const work::TextPart& each : parts)
        said << text.mid(each.from, each.length);
    CHECK(said == QStringList{u"!high"_s, u"end of month"_s, u"Halvorsen"_s});
}
