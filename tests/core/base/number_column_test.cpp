// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/number_column.h"

#include "tests/support/printers.h"

using namespace steward;
using Kind = NumberVerdict::Kind;

namespace {

NumberColumn column(const std::vector<const char*>& cells)
{
    NumberColumn numbers;
    qint64 line = 1;
    for (const char* cell : cells)
        numbers.add(cell, ++line);
    return numbers;
}

} // namespace

TEST_CASE("one cell with an unmistakable sign decides for a column", "[number]")
{
    CHECK(column({"1,234", "2,345.5"}).verdict().decimal == DecimalSign::Point);
    CHECK(column({"1,234", "2,5"}).verdict().decimal == DecimalSign::Comma);
    CHECK(column({"1.234", "2.345.678"}).verdict().decimal == DecimalSign::Comma);
    CHECK(column({"1 234,5"}).verdict().decimal == DecimalSign::Comma);
    CHECK(column({"12,34,567"}).verdict().decimal == DecimalSign::Point);
    CHECK(column({"395.833", "395.8333333333333"}).verdict().decimal == DecimalSign::Point);
    CHECK(column({"0.875", "1.125"}).verdict().decimal == DecimalSign::Point);
    CHECK(column({"1,234", "2,5"}).verdict().proofs[1] == std::vector<CellExample>{{3, "2,5"}});
}

TEST_CASE("a comma before three digits in every cell is asked for", "[number]")
{
    const NumberVerdict verdict = column({"1,234", "17", "2,345", ""}).verdict();
    CHECK(verdict.kind == Kind::Ambiguous);
    CHECK_FALSE(verdict.decimal);
    CHECK(verdict.examples == std::vector<CellExample>{{2, "1,234"}, {4, "2,345"}});
    CHECK(verdict.unknown == 1);
}

TEST_CASE("plain integers need no question", "[number]")
{
    const NumberVerdict verdict = column({"1", "20", "1 234", "-5"}).verdict();
    CHECK(verdict.kind == Kind::Clear);
    CHECK_FALSE(verdict.decimal);
}

TEST_CASE("cells that prove different decimal signs are listed, none wins", "[number]")
{
    const NumberVerdict verdict = column({"1,5", "2.5", "3"}).verdict();
    CHECK(verdict.kind == Kind::Mixed);
    CHECK_FALSE(verdict.decimal);
    CHECK(verdict.proofs[0] == std::vector<CellExample>{{3, "2.5"}});
    CHECK(verdict.proofs[1] == std::vector<CellExample>{{2, "1,5"}});
}

TEST_CASE("multipliers and exponents are reported, not read", "[number]")
{
    const NumberVerdict verdict = column({"1.5K", "1E5", "12", "13", "x"}).verdict();
    CHECK(verdict.multiplied == std::vector<CellExample>{{2, "1.5K"}});
    CHECK(verdict.exponents == std::vector<CellExample>{{3, "1E5"}});
    CHECK(verdict.others == std::vector<CellExample>{{6, "x"}});
    CHECK(verdict.numbers == 2);
    CHECK(verdict.kind == Kind::NotNumbers);
    CHECK(column({"red", "blue", "5"}).verdict().kind == Kind::NotNumbers);
    CHECK(column({""}).verdict().kind == Kind::NotNumbers);
}

TEST_CASE("currencies and percents of a column are counted, in whatever order its parts are merged", "[number]")
{
    NumberColumn front = column({"5 EUR", "6 USD", "5 %"});
    const NumberColumn back = column({"7 EUR", "8"});
    front.merge(back);
    const NumberVerdict verdict = front.verdict();
    const std::vector<std::pair<Currency, qint64>> expected = {{Currency("EUR"), 2}, {Currency("USD"), 1}};
    CHECK(verdict.currencies == expected);
    CHECK(verdict.percents == 1);
    CHECK(verdict.numbers == 5);
}
