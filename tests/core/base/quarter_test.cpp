// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/quarter.h"

#include "tests/support/printers.h"

using namespace steward;

TEST_CASE("a quarter lies in its fiscal year, whichever month that starts in", "[qbr]")
{
    struct Case
    {
        Quarter quarter;
        int start;
        QDate from;
        QDate to;
    };
    const auto each = GENERATE(values<Case>({{{2026, 1}, 1, {2026, 1, 1}, {2026, 3, 31}},
                                             {{2026, 3}, 1, {2026, 7, 1}, {2026, 9, 30}},
                                             {{2024, 1}, 1, {2024, 1, 1}, {2024, 3, 31}},
                                             {{2026, 1}, 7, {2025, 7, 1}, {2025, 9, 30}},
                                             {{2026, 4}, 7, {2026, 4, 1}, {2026, 6, 30}},
                                             {{2026, 1}, 2, {2025, 2, 1}, {2025, 4, 30}},
                                             {{2026, 4}, 12, {2026, 9, 1}, {2026, 11, 30}}}));
    const Period period = periodOf(each.quarter, each.start);
    CHECK(period.from == each.from);
    CHECK(period.to == each.to);
    CHECK(quarterOf(each.from, each.start) == each.quarter);
    CHECK(quarterOf(each.to, each.start) == each.quarter);
    CHECK(quarterOf(each.to.addDays(1), each.start) == each.quarter.plus(1));
}

TEST_CASE("quarters follow each other over the years", "[qbr]")
{
    CHECK(Quarter{2026, 4}.plus(1) == Quarter{2027, 1});
    CHECK(Quarter{2026, 1}.plus(-1) == Quarter{2025, 4});
    CHECK(Quarter{2026, 2}.plus(-7) == Quarter{2024, 3});
    CHECK(Quarter{2026, 3}.toText() == u"2026Q3");
}

TEST_CASE("a quarter is written as 2026Q3 and nothing else is one", "[qbr]")
{
    CHECK(quarterFromText(u"2026Q3") == Quarter{2026, 3});
    CHECK(quarterFromText(u" 2026-q1 ") == Quarter{2026, 1});
    for (const QStringView text : {u"", u"2026", u"2026Q5", u"2026Q0", u"Q3 2026", u"26Q1", u"2026Q33", u"3026Q1"}) {
        INFO(text.toString().toStdString());
        CHECK_FALSE(quarterFromText(text));
    }
}
