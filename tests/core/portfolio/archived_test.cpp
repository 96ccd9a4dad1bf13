// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/archived.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::tests;

TEST_CASE("what is archived is left out from that day on, what loses nothing is shared")
{
    PortfolioBuilder builder = aBook();
    builder.account(QStringLiteral("A"));
    for (const QDate archived : {QDate(), QDate(2026, 3, 1), QDate(2026, 5, 1)})
        builder.make<Invoice>([&](Invoice& each) { each.archivedOn = archived; });
    builder.make<Goal>([](Goal& each) { each.outcome = QStringLiteral("One"); });
    builder.account(QStringLiteral("B")).make<Goal>([](Goal& each) { each.outcome = QStringLiteral("Two"); });
    builder.account(QStringLiteral("C"));
    Portfolio book = builder.build();
    AccountFacts gone = book.at(2);
    gone.account.archivedOn = {2026, 6, 1};
    book = book.with({gone}, {}, book.generation());
    const auto invoices = [&](QDate day) { return withoutArchived(book, day).at(0).of<Invoice>().size(); };
    CHECK(invoices({2026, 2, 28}) == 3);
    CHECK(invoices({2026, 3, 1}) == 2);
    CHECK(invoices({2026, 6, 1}) == 1);
    CHECK_FALSE(hasArchived(book.at(0), {2026, 2, 28}));
    CHECK(hasArchived(book.at(0), {2026, 3, 1}));
    const Portfolio left = withoutArchived(book, {2026, 6, 1});
    CHECK(left.size() == 2);
    CHECK(withoutArchived(book, {2026, 5, 31}).size() == 3);
    CHECK(left.generation() == book.generation());
    CHECK(left.sharedAt(1) == book.sharedAt(1));
    CHECK(left.at(0).of<Goal>().isSharedWith(book.at(0).of<Goal>()));
    CHECK(withoutArchived(book, {2026, 1, 1}).sharedAt(0) == book.sharedAt(0));
}
