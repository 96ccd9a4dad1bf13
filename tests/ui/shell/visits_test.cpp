// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printers.h"
#include "ui/shell/finder.h"
#include "ui/shell/visits.h"

using namespace steward::shell;

namespace {

Place at(int view, qint64 record) { return {QString::number(view), record, {}}; }

} // namespace

TEST_CASE("back and forward go through the places visited")
{
    Visits visits;
    CHECK_FALSE(visits.canGoBack());
    visits.visit(at(0, 1));
    visits.visit(at(0, 1));
    visits.visit(at(0, 2));
    visits.visit(at(1, 3));
    CHECK(visits.back() == at(0, 2));
    CHECK(visits.back() == at(0, 1));
    CHECK_FALSE(visits.back());
    CHECK(visits.forward() == at(0, 2));
    visits.visit(at(1, 9));
    CHECK_FALSE(visits.canGoForward());
    CHECK(visits.back() == at(0, 2));
    visits.visit(at(1, 4));
    visits.visit(at(2, 4));
    const auto isOf = [](int view) {
        return [view](const Place& place) { return place.view == QString::number(view); };
    };
    CHECK_FALSE(visits.backTo(isOf(2)));
    CHECK(visits.backTo(isOf(0)) == at(0, 2));
    CHECK(visits.forward() == at(1, 4));
}

TEST_CASE("names that begin with what was typed come before those that hold it")
{
    const auto whole = matchScore(u"halv", u"halvorsen freight");
    const auto word = matchScore(u"frei", u"halvorsen freight");
    const auto inside = matchScore(u"orsen", u"halvorsen freight");
    const auto initials = matchScore(u"hf", u"halvorsen freight");
    REQUIRE(whole);
    REQUIRE(word);
    REQUIRE(inside);
    REQUIRE(initials);
    CHECK(*whole > *word);
    CHECK(*word > *inside);
    CHECK(*inside > *initials);
    CHECK_FALSE(matchScore(u"xyz", u"halvorsen freight"));
}
