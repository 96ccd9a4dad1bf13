// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/themes.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::feedback;
using tests::aBook;

TEST_CASE("tickets are counted by category with the accounts that opened them", "[themes]")
{
    auto book = aBook();
    const auto ticket = [&book](const char16_t* category, QDate opened) {
        book.make<Ticket>([&](Ticket& t) {
            t.category = QString::fromUtf16(category);
            t.opened = opened;
        });
    };
    book.account(QStringLiteral("A"));
    ticket(u"Billing", {2026, 3, 1});
    ticket(u"billing ", {2026, 3, 31});
    ticket(u"Login", {2026, 3, 2});
    ticket(u"Login", {2026, 4, 1});
    book.account(QStringLiteral("B"));
    ticket(u"BILLING", {2026, 3, 5});
    const auto counts = ticketCategories(book.build(), {{2026, 3, 1}, {2026, 3, 31}});
    REQUIRE(counts.size() == 2);
    CHECK(counts[0].theme == QStringLiteral("Billing"));
    CHECK(counts[0].count == 3);
    CHECK(counts[0].accounts == 2);
    CHECK(counts[0].isShown);
    CHECK(counts[0].records.size() == 3);
    CHECK_FALSE(counts[1].isShown);
}

TEST_CASE("an answer counts once a theme", "[themes]")
{
    auto book = aBook().account(QStringLiteral("A")).make<Survey>([](Survey& s) {
        s.day = {2026, 3, 1};
        s.themes = {QStringLiteral("speed"), QStringLiteral("speed"), QStringLiteral("price")};
    });
    const auto counts = themes(book.build(), {});
    REQUIRE(counts.size() == 2);
    CHECK(counts[0].count == 1);
}

TEST_CASE("seed words are whole words, stems and phrases", "[themes]")
{
    const std::vector<ThemeWords> list{
        {QStringLiteral("speed"), {QStringLiteral("slow"), QStringLiteral("lag~")}},
        {QStringLiteral("ease"), {QStringLiteral("hard to find")}},
        {QStringLiteral("mobile"), {QStringLiteral("app")}},
    };
    CHECK(themesIn(u"It is SLOW, and the menu is hard to  find!", list) ==
          QStringList{QStringLiteral("speed"), QStringLiteral("ease")});
    CHECK(themesIn(u"Lagging again", list) == QStringList{QStringLiteral("speed")});
    CHECK(themesIn(u"happy with the slowness of change; hard to say", list).isEmpty());
}
