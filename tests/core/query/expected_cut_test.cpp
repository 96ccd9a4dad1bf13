// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/expected_cut.h"

#include "core/query/book_content.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::query;

namespace {

std::optional<ExpectedCut> cutOf(double used, double bought, qint64 month)
{
    const auto content = contentOf(BookFacts()).value();
    health::AccountScore score;
    health::Contribution& licence = score.contributions.emplace_back();
    licence.measure = QStringLiteral("licence_use");
    licence.state = health::State::Scored;
    licence.why.arguments = {used, bought, 100 * used / bought, month};
    return expectedCut(score, {12'000'000, *Currency::fromCode(QStringLiteral("EUR"))}, content.signalRules);
}

} // namespace

TEST_CASE("what nobody uses of a renewal may be cut, where as little is used as the signal says", "[query]")
{
    const auto cut = cutOf(45, 200, 11);
    REQUIRE(cut);
    CHECK(cut->unused == 155);
    CHECK(cut->bought == 200);
    CHECK(cut->amount.minor == 9'300'000);
    CHECK_FALSE(cutOf(100, 200, 11));
    CHECK_FALSE(cutOf(45, 200, 6));
    CHECK_FALSE(expectedCut(health::AccountScore(), {}, contentOf(BookFacts()).value().signalRules));
}
