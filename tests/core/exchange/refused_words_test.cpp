// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/import_support.h"

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;
using steward::exchange::tests::issuesOf;

/// What a figure could not read is refused with a reason; other text is kept as it is written.
namespace {

ImportPlan imported(Desk& desk, const char* kind, const QByteArray& text, Currency currency = {})
{
    desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
    ImportRequest request = Desk::request(desk.write(QString::fromLatin1(kind) + QStringLiteral(".csv"), text));
    request.hints.kind = kindNamed(QString::fromLatin1(kind));
    request.currency = currency;
    return desk.import(request);
}

} // namespace

TEST_CASE("A word that the score does not know is a rejected row with its reason")
{
    struct Case
    {
        const char* kind;
        const char* good;
        const char* bad;
        Code code;
    };
    const Case cases[] = {
        {"overrides", "A1,2026-03-01,Green,Agreed pause", "A1,2026-04-01,purple,pause", Code("import.band.unknown")},
        {"overrides", "A1,2026-03-01,red,other", "A1,2026-04-01,red,because", Code("import.override_reason.unknown")},
        {"risks", "A1,2026-03-01,sponsor,Major", "A1,2026-03-01,sponsor,enormous", Code("import.severity.unknown")},
        {"goals", "A1,2026-03-01,Plan faster,Achieved", "A1,2026-03-01,Sleep,dreamt",
         Code("import.goal_status.unknown")},
        {"quiet_periods", "A1,2026-03-01,2026-03-01,Fair", "A1,2026-04-10,2026-04-01,Fair",
         Code("import.quiet.end_before_start")},
    };
    const std::map<QByteArray, QByteArray> headers = {{"overrides", "account_id,from,band,reason"},
                                                      {"risks", "account_id,opened,kind,severity"},
                                                      {"goals", "account_id,agreed_on,outcome,status"},
                                                      {"quiet_periods", "account_id,from,to,why"}};
    for (const Case& each : cases) {
        INFO(each.kind);
        Desk desk;
        const auto plan = imported(desk, each.kind, headers.at(each.kind) + '\n' + each.good + '\n' + each.bad + '\n');
        CHECK(plan.counts == Counts{2, 1, 0, 0, 1});
        CHECK(issuesOf(plan, each.code) == 1);
        REQUIRE(plan.rejected.size() == 1);
        CHECK(plan.rejected[0].line == 3);
    }
}

TEST_CASE("Text of a column that is nobody's field keeps how it begins")
{
    for (const QByteArray& text : {QByteArray("\t=1+1"), QByteArray("\n-2"), QByteArray("\r@x"), QByteArray("  two")}) {
        Desk desk;
        imported(desk, "accounts", "account_id,account_name,Memo\nA1,Acme,\"" + text + "\"\nA2,Bolt,x\n");
        const auto values = desk.book().customValues(Entity::Account);
        REQUIRE(values);
        REQUIRE(values->size() == 2);
        CHECK(std::ranges::any_of(*values, [&](const auto& each) { return each.value == QString::fromUtf8(text); }));
    }
}

TEST_CASE("An amount with more decimals than its currency has is told, and a currency in the cell counts its own")
{
    const QByteArray header = "subscription_id,account_id,start,amount,currency,billing_period\n";
    const auto amountOf = [&header](const QByteArray& amount, const QByteArray& currency, qint64 rounded) {
        Desk desk;
        const auto plan =
            imported(desk, "subscriptions", header + "S1,A1,2026-01-01," + amount + ',' + currency + ",month\n");
        CHECK(issuesOf(plan, Code("import.amount.rounded")) == rounded);
        return desk.all<Subscription>().at(0).amount.value_or(Minor{-1}).value;
    };
    CHECK(amountOf("1234.5", "JPY", 1) == 1235);
    CHECK(amountOf("1234", "JPY", 0) == 1234);
    CHECK(amountOf("JPY 1234", "", 0) == 1234);
    CHECK(amountOf("1234.567", "EUR", 1) == 123457);
    CHECK(amountOf("875.0000000000001", "EUR", 0) == 87500);
    CHECK(amountOf("1234.560", "EUR", 0) == 123456);
}

TEST_CASE("A currency sign in a header is the currency of its amounts")
{
    const auto currencyOf = [](const QByteArray& header, Currency ofBook) {
        Desk desk;
        imported(desk, "subscriptions", "subscription_id,account_id,start," + header + "\nS1,A1,2026-01-01,100\n",
                 ofBook);
        return desk.all<Subscription>().at(0).currency.code();
    };
    const Currency euro = *Currency::fromCode(u"EUR");
    CHECK(currencyOf("MRR ($)", euro) == u"USD");
    CHECK(currencyOf("MRR ($)", *Currency::fromCode(u"CAD")) == u"CAD");
    CHECK(currencyOf("MRR (\xC2\xA3)", euro) == u"GBP");
    CHECK(currencyOf("MRR [USD]", euro) == u"USD");
    CHECK(currencyOf("MRR", euro) == QString());
    Desk desk;
    imported(desk, "subscriptions", "subscription_id,account_id,start,MRR ($),currency\nS1,A1,2026-01-01,100,AUD\n",
             euro);
    CHECK(desk.all<Subscription>().at(0).currency.code() == u"AUD");
}
