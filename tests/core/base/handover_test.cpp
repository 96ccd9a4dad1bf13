// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/handover.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace steward;

TEST_CASE("what one thread hands over another takes in order, and all of it")
{
    Handover<int> handover(3);
    std::thread maker([&] {
        for (int i = 0; i < 10'000; ++i)
            handover.put(i);
        handover.close();
    });
    int expected = 0;
    while (const auto value = handover.take())
        expected += *value == expected ? 1 : 0;
    maker.join();
    CHECK(expected == 10'000);
}

TEST_CASE("who waits to hand over goes on when nobody wants more")
{
    Handover<int> handover(1);
    REQUIRE(handover.put(1));
    bool isTaken = true;
    std::thread maker([&] { isTaken = handover.put(2); });
    handover.close();
    maker.join();
    CHECK_FALSE(isTaken);
    CHECK(handover.tryTake() == 1);
    CHECK_FALSE(handover.tryTake());
    CHECK_FALSE(handover.take());
}
