// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_column.h"

#include "tests/support/printers.h"

using namespace steward;
using Kind = DateVerdict::Kind;

namespace {

DateColumn column(const std::vector<const char*>& cells)
{
    DateColumn dates;
    qint64 line = 1;
    for (const char* cell : cells)
        dates.add(cell, ++line);
    return dates;
}

std::vector<qint64> lines(const std::vector<CellExample>& cells)
{
    std::vector<qint64> numbers;
    for (const CellExample& cell : cells)
        numbers.push_back(cell.line);
    return numbers;
}

} // namespace

TEST_CASE("one day above twelve proves the order of a whole column", "[date]")
{
    const DateVerdict dmy = column({"05/03/2024", "01/02/2024", "13/02/2024"}).verdict();
    CHECK(dmy.kind == Kind::Clear);
    CHECK(dmy.order == DateOrder::Dmy);
    CHECK(dmy.proofs[0] == std::vector<CellExample>{{4, "13/02/2024"}});
    CHECK(column({"05/03/2024", "02/13/2024"}).verdict().order == DateOrder::Mdy);
    CHECK(column({"24/03/05", "24/03/15", "97/01/01"}).verdict().order == DateOrder::Ymd);
}

TEST_CASE("an order that no cell excludes is asked for with examples", "[date]")
{
    const DateVerdict verdict =
        column({"05/03/2024", "", "06/07/2024", "01/02/2024", "01/03/2024", "01/04/2024", "01/05/2024"}).verdict();
    CHECK(verdict.kind == Kind::Ambiguous);
    CHECK_FALSE(verdict.order);
    CHECK(lines(verdict.examples) == std::vector<qint64>{2, 4, 5, 6, 7});
    CHECK(verdict.unknown == 1);
    CHECK(column({"13.01.24", "14.02.24"}).verdict().kind == Kind::Ambiguous); // a day or a year in front
}

TEST_CASE("dates that read alike in every order need no question", "[date]")
{
    CHECK(column({"05/05/2024", "01/01/2024"}).verdict().kind == Kind::Clear);
    const DateVerdict iso = column({"2024-03-05", "Mar 6, 2024", "2024-03-07T10:00:00Z"}).verdict();
    CHECK(iso.kind == Kind::Clear);
    CHECK_FALSE(iso.order);
}

TEST_CASE("cells that prove different orders are listed, none wins", "[date]")
{
    const DateVerdict verdict = column({"13/02/2024", "02/13/2024", "03/04/2024", "2024-01-31"}).verdict();
    CHECK(verdict.kind == Kind::Mixed);
    CHECK_FALSE(verdict.order);
    CHECK(lines(verdict.proofs[0]) == std::vector<qint64>{2});
    CHECK(lines(verdict.proofs[1]) == std::vector<qint64>{3});
}

TEST_CASE("a column of words or numbers is not dates, and numbers are a hint only", "[date]")
{
    CHECK(column({"red", "green", "2024-03-05"}).verdict().kind == Kind::NotDates);
    CHECK(column({}).verdict().kind == Kind::NotDates);
    CHECK(column({"", "N/A"}).verdict().kind == Kind::NotDates);
    const DateVerdict serials = column({"45356", "45357.5"}).verdict();
    CHECK(serials.kind == Kind::NotDates);
    CHECK(serials.likeExcel == 2);
    CHECK(column({"1709634030"}).verdict().likeSeconds == 1);
    CHECK(column({"1709634030123"}).verdict().likeMilliseconds == 1);
}

TEST_CASE("days that do not exist are listed and leave the order alone", "[date]")
{
    const DateVerdict verdict = column({"13/02/2024", "31/02/2024", "05/03/2024"}).verdict();
    CHECK(verdict.order == DateOrder::Dmy);
    CHECK(verdict.noSuchDay == 1);
    CHECK(verdict.wrong == std::vector<CellExample>{{3, "31/02/2024"}});
}

TEST_CASE("evidence does not depend on the order of the cells nor on where a column was cut", "[date]")
{
    const std::vector<const char*> cells = {"05/03/2024", "06/07/2024", "x",          "01/02/2024",
                                            "13/02/2024", "01/03/2024", "01/04/2024", "01/05/2024",
                                            "31/02/2024", "",           "01/06/2024", "14/06/2024"};
    const DateVerdict whole = column(cells).verdict();
    DateColumn backwards;
    for (std::size_t i = cells.size(); i-- > 0;)
        backwards.add(cells[i], static_cast<qint64>(i) + 2);
    DateColumn front;
    DateColumn back;
    for (std::size_t i = 0; i < cells.size(); ++i)
        (i < 5 ? front : back).add(cells[i], static_cast<qint64>(i) + 2);
    back.merge(front);
    for (const DateVerdict& other : {backwards.verdict(), back.verdict()}) {
        CHECK(other.kind == whole.kind);
        CHECK(other.order == whole.order);
        CHECK(other.examples == whole.examples);
        CHECK(other.proofs == whole.proofs);
        CHECK(other.wrong == whole.wrong);
        CHECK(other.others == whole.others);
        CHECK(other.dates == whole.dates);
    }
    CHECK(whole.examples.size() == CellExamples::most);
}
