// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/account_lines.h"
#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

using namespace steward;
using tests::aBook;

namespace {

std::optional<qint64> mrrOf(const Portfolio& portfolio, QDate day)
{
    const auto lines = query::accountLines(portfolio, day, Grouping());
    REQUIRE(lines.size() == 1);
    return lines[0].mrr ? std::optional(lines[0].mrr->toMinor() / 100) : std::nullopt;
}

} // namespace

TEST_CASE("The MRR of an account the book was told movements of is their sum, unknown after the last month")
{
    auto book = aBook().account(QStringLiteral("A"));
    const auto told = [&book](QDate month, const char16_t* kind, qint64 amount) {
        book.make<Movement>([&](Movement& m) {
            m.month = month;
            m.kind = QString::fromUtf16(kind);
            m.amount = Minor{amount * 100};
        });
    };
    told({2026, 1, 1}, u"new", 100);
    told({2026, 3, 1}, u"contraction", -30);
    told({2026, 4, 1}, u"churn", -70);
    const Portfolio portfolio = book.build();
    CHECK(mrrOf(portfolio, {2025, 12, 31}) == std::nullopt);
    CHECK(mrrOf(portfolio, {2026, 2, 10}) == 100);
    CHECK(mrrOf(portfolio, {2026, 3, 31}) == 70);
    CHECK(mrrOf(portfolio, {2026, 4, 1}) == 0);
    CHECK(mrrOf(portfolio, {2026, 5, 1}) == std::nullopt);
}

TEST_CASE("The MRR of an account the book was told snapshots of is that of the month")
{
    auto book = aBook().account(QStringLiteral("A"));
    for (const int month : {1, 2})
        book.make<Snapshot>([&](Snapshot& s) {
            s.month = QDate(2026, month, 1);
            s.amount = Minor{qint64(month) * 100 * 100};
        });
    const Portfolio portfolio = book.build();
    CHECK(mrrOf(portfolio, {2026, 1, 31}) == 100);
    CHECK(mrrOf(portfolio, {2026, 2, 1}) == 200);
    CHECK(mrrOf(portfolio, {2026, 3, 1}) == std::nullopt);
}
