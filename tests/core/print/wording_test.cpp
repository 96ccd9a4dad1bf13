// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/wording.h"

#include "tests/support/printers.h"

using namespace steward;
using namespace steward::print;

namespace {

const content::Qbr& words()
{
    static const content::Qbr content = content::shippedQbr().value();
    return content;
}

} // namespace

TEST_CASE("numbers, money and dates read the same everywhere, in the locale asked for", "[print]")
{
    const Wording english(words(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    const Wording german(words(), QLocale(QLocale::German, QLocale::Germany));
    const Wording none(words(), QLocale::c());
    CHECK(english.number(qint64(1'234'567)) == u"1,234,567");
    CHECK(english.number(-12.35) == u"−12.35");
    CHECK(english.number(-12.4) == u"−12.4");
    // What differs must not read the same: a rate that fell from 0.08 to 0.04 did not fall from 0.1 to 0.
    CHECK(english.number(0.08) == u"0.08");
    CHECK(english.number(0.0042) == u"0.0042");
    CHECK(english.number(0.5) == u"0.5");
    CHECK(english.number(-0.000000001) == u"0");
    CHECK(english.number(2'500'000.75) == u"2,500,000.75");
    CHECK(german.number(0.04) == u"0,04");
    CHECK(english.number(96.0) == u"96");
    CHECK(german.number(1234.5) == u"1.234,5");
    CHECK(none.number(qint64(1'234)) == u"1,234");
    CHECK(english.money({257'712'00, Currency("EUR")}) == u"€257,712");
    CHECK(english.money({-4'500'50, Currency("EUR")}) == u"−€4,500.50");
    CHECK(english.money({1'000, Currency("JPY")}) == QString(u"JPY" + QString(QChar(QChar::Nbsp)) + u"1,000"));
    CHECK(german.money({257'712'00, Currency("EUR")}) == QString(u"257.712" + QString(QChar(QChar::Nbsp)) + u"€"));
    CHECK(english.date({2026, 9, 30}) == u"30 September 2026");
    CHECK(Wording(words(), QLocale(QLocale::English, QLocale::UnitedStates)).date({2026, 9, 30}) ==
          u"September 30, 2026");
    // Nobody translated the sentences: a German month would stand in an English one.
    CHECK(german.date({2026, 10, 30}) == u"30 October 2026");
    CHECK(german.list({QStringLiteral("a"), QStringLiteral("b")}) == u"a and b");
    CHECK(english.amount(1, QStringLiteral("sites")) == QString(u"1" + QString(QChar(QChar::Nbsp)) + u"site"));
    CHECK(english.amount(2, QStringLiteral("sites")) == QString(u"2" + QString(QChar(QChar::Nbsp)) + u"sites"));
    CHECK(english.amount(1, QStringLiteral("h a month")) == QString(u"1" + QString(QChar(QChar::Nbsp)) + u"h a month"));
    CHECK(english.quarter({2026, 3}) == u"Q3 2026");
    CHECK(english.duration(1) == u"1 min");
    CHECK(english.duration(125) == u"2 h");
    CHECK(english.duration(60 * 24 * 3) == u"3 days");
}

TEST_CASE("a count chooses its word and an empty gap leaves no hole", "[print]")
{
    const Wording wording(words(), QLocale(QLocale::English));
    const auto goals = [&](qint64 met, qint64 n, qint64 k) {
        return wording.say("goals.decide",
                           {{QStringLiteral("met"), met}, {QStringLiteral("n"), n}, {QStringLiteral("k"), k}});
    };
    CHECK(goals(0, 1, 1) == u"0 of 1 goal met, 1 needs a decision today");
    CHECK(goals(1, 3, 2) == u"1 of 3 goals met, 2 need a decision today");
    CHECK(wording.say("summary.goal_stands", {{QStringLiteral("goal"), QStringLiteral("On time")},
                                              {QStringLiteral("now"), 5.0},
                                              {QStringLiteral("target"), 9.0},
                                              {QStringLiteral("unit"), QString()}}) == u"“On time” stands at 5 of 9.");
}
