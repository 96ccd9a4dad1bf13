// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day.h"

#include "tests/support/printers.h"

#include <QTimeZone>

using namespace steward;

TEST_CASE("an ISO day is exactly ten characters and exists", "[day]")
{
    CHECK(dayFromIso("2024-02-29") == QDate(2024, 2, 29));
    CHECK_FALSE(dayFromIso("2023-02-29").isValid());
    CHECK_FALSE(dayFromIso("2024-2-29").isValid());
    CHECK_FALSE(dayFromIso("2024-02-29 ").isValid());
    CHECK_FALSE(dayFromIso("+024-02-29").isValid());
}

TEST_CASE("months count across years", "[day]")
{
    CHECK(Month(2024, 12).plus(1) == Month(2025, 1));
    CHECK(Month::fromIso(u"2024-12") == Month(2024, 12));
    CHECK(Month(2024, 2).last() == QDate(2024, 2, 29));
    CHECK_FALSE(Month::fromIso(u"2024-13"));
}

TEST_CASE("an instant belongs to the day it has in the book's time zone", "[day]")
{
    const Instant lateEvening{1'700'000'000'000}; // 2023-11-14T22:13:20Z
    CHECK(dayOf(lateEvening, QTimeZone("UTC")) == QDate(2023, 11, 14));
    CHECK(dayOf(lateEvening, QTimeZone("Europe/Berlin")) == QDate(2023, 11, 14));
    CHECK(dayOf(lateEvening, QTimeZone("Asia/Tokyo")) == QDate(2023, 11, 15));
}
