// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/subscription_mrr.h"
#include "tests/core/exchange/import_support.h"

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;

TEST_CASE("Another price or other seats of a file count from its day on, and the months before keep what they had")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
    const QByteArray header = "subscription_id,account_id,start_date,seats,amount,currency,billing_period\n";
    desk.importText(QStringLiteral("subscriptions.csv"), header + "S1,A1,2025-01-01,5,100,EUR,month\n"
                                                                  "S2,A1,2025-01-01,5,100,EUR,month\n");
    const auto mrrOn = [&](const char* day) {
        const auto portfolio = desk.book().load({});
        REQUIRE(portfolio);
        const QDate on = dayFromIso(day);
        qint64 sum = 0;
        for (const auto& [currency, mrr] : steward::mrrOn(paidSpans(portfolio->at(0), portfolio->book()), on))
            sum += mrr.toMinor();
        return sum;
    };
    CHECK(mrrOn("2026-11-20") == 20'000);
    const QByteArray raised = header + "S1,A1,2025-01-01,8,120,EUR,month\nS2,A1,2025-01-01,5,100,EUR,month\n";
    const auto plan = desk.importText(QStringLiteral("raised.csv"), raised);
    CHECK(plan.counts == Counts{2, 0, 1, 1, 0});
    REQUIRE(plan.issues.size() == 1);
    CHECK(plan.issues[0].code == Code("import.subscription.step"));
    CHECK(plan.issues[0].line == 2);
    CHECK(mrrOn("2025-06-01") == 20'000);
    CHECK(mrrOn("2026-11-20") == 20'000);
    CHECK(mrrOn("2026-11-21") == 22'000);
    CHECK(desk.count<SubscriptionPhase>() == 2);
    // The same file again says nothing new.
    const QByteArray hash = desk.hash();
    CHECK(desk.importText(QStringLiteral("again.csv"), raised).counts.unchanged == 2);
    CHECK(desk.hash() == hash);
    // The next price keeps the steps there are; its file says which day it speaks about.
    ImportRequest request =
        Desk::request(desk.write(QStringLiteral("next.csv"), header + "S1,A1,2025-01-01,8,150,EUR,month\n"));
    request.dataUpTo = QDate(2026, 12, 1);
    desk.import(request);
    CHECK(mrrOn("2026-11-20") == 20'000);
    CHECK(mrrOn("2026-11-30") == 22'000);
    CHECK(mrrOn("2026-12-01") == 25'000);
    REQUIRE(desk.book().undo());
    CHECK(mrrOn("2026-12-01") == 22'000);
    // Billed in another way, the past cannot keep its price: that is told.
    const auto told = desk.importText(QStringLiteral("yearly.csv"), header + "S2,A1,2025-01-01,5,1500,EUR,year\n");
    REQUIRE(told.issues.size() == 1);
    CHECK(told.issues[0].code == Code("import.subscription.past_rewritten"));
}
