// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cell.h"

#include "tests/support/printers.h"

using namespace steward;

TEST_CASE("what exports write for nothing is unknown", "[cell]")
{
    for (const char* text : {"", " ", "\t", "\xC2\xA0", "-", "--", "\xE2\x80\x94", "N/A", "n/a", "null", "NULL", "#N/A",
                             "NaN", "\\N", "#DIV/0!", " none "}) {
        INFO(text);
        CHECK(isUnknownCell(text));
    }
    for (const char* text : {"0", "0.00", "no", "-1", "nothing", "n", "x"}) {
        INFO(text);
        CHECK_FALSE(isUnknownCell(text));
    }
}

TEST_CASE("flags are read in four languages and a blank is not a no", "[cell]")
{
    for (const char* text :
         {"true", "TRUE", "Yes", "y", "1", "t", "ja", "Oui", "si", "s\xC3\xAD", "wahr", "checked", "X"}) {
        INFO(text);
        CHECK(parseFlag(text) == FlagCell::Yes);
    }
    for (const char* text : {"false", "No", "n", "0", "F", "nein", "non", "falsch", " no "}) {
        INFO(text);
        CHECK(parseFlag(text) == FlagCell::No);
    }
    CHECK(parseFlag("") == FlagCell::Unknown);
    CHECK(parseFlag("N/A") == FlagCell::Unknown);
    CHECK(parseFlag("maybe") == FlagCell::NotAFlag);
    CHECK(parseFlag("2") == FlagCell::NotAFlag);
}

TEST_CASE("blanks around a cell are taken off, also those of other widths", "[cell]")
{
    CHECK(trimmedCell(" \xC2\xA0 12\xE2\x80\xAF \r\n") == "12");
    CHECK(trimmedCell("\xEF\xBB\xBFname") == "name");
    CHECK(trimmedCell("\xA0") == "\xA0"); // half a character is not a blank
}
