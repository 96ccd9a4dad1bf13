// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/segments/rule.h"

#include "tests/support/printers.h"

using namespace steward;
using namespace steward::segments;

namespace {

AccountFacts bank()
{
    AccountFacts facts;
    facts.account.id = 1;
    facts.account.name = QStringLiteral("Nordmo Bank");
    facts.account.industry = QStringLiteral("Finance");
    facts.account.country = QStringLiteral("DE");
    facts.account.employees = 1'200;
    facts.account.tags = {QStringLiteral("MSP"), QStringLiteral("pilot")};
    facts.account.tier = QStringLiteral("Pro");
    CustomValue custom;
    custom.field = QStringLiteral("Maturity Level");
    custom.value = QStringLiteral("3");
    facts.custom = Rows<CustomValue>({custom});
    return facts;
}

bool holds(const char* json)
{
    const auto rule = Rule::fromJson(QByteArray(json));
    REQUIRE(rule);
    return rule->matches(bank(), {QDate(2026, 11, 19), Money{5'000'000, Currency("EUR")}});
}

} // namespace

TEST_CASE("a rule asks fields, tags, numbers and custom fields", "[segments]")
{
    CHECK(holds(R"({"field": "industry", "is": ["retail", "FINANCE"]})"));
    CHECK_FALSE(holds(R"({"field": "industry", "is": "retail"})"));
    CHECK(holds(R"({"field": "tags", "has": "msp"})"));
    CHECK(holds(R"({"field": "name", "contains": "bank"})"));
    CHECK(holds(R"({"field": "employees", "at_least": 1200})"));
    CHECK_FALSE(holds(R"({"field": "employees", "at_least": 200, "below": 1200})"));
    CHECK(holds(R"({"field": "arr", "at_least": 50000, "below": 50001})"));
    CHECK(holds(R"({"field": "custom.maturity_level", "at_least": 3})"));
    CHECK(holds(R"({"field": "region", "known": false})"));
}

TEST_CASE("rules combine", "[segments]")
{
    CHECK(holds(R"({"all": [{"field": "country", "is": "de"}, {"not": {"field": "tier", "is": "basic"}}]})"));
    CHECK(holds(R"({"any": [{"field": "country", "is": "fr"}, {"field": "tier", "is": "pro"}]})"));
    CHECK_FALSE(holds(R"({"all": [{"field": "country", "is": "de"}, {"field": "region", "is": "x"}]})"));
}

TEST_CASE("what is not known meets no condition", "[segments]")
{
    const auto rule = Rule::fromJson(QByteArray(R"({"field": "arr", "below": 1000})"));
    REQUIRE(rule);
    CHECK_FALSE(rule->matches(bank(), {QDate(2026, 11, 19), std::nullopt}));
    CHECK_FALSE(holds(R"({"field": "region", "contains": ""})"));
}

TEST_CASE("a rule nobody can read is refused with the place", "[segments]")
{
    const auto [json, code] = GENERATE(table<const char*, const char*>({
        {"not json", "segment.rule.json"},
        {"{}", "segment.rule.empty"},
        {R"({"all": []})", "segment.rule.empty"},
        {R"({"field": "industry"})", "segment.rule.empty"},
        {R"({"field": "shoe_size", "is": "44"})", "segment.rule.unknown"},
        {R"({"field": "industry", "was": "x"})", "segment.rule.unknown"},
        {R"({"none": [{"field": "industry", "is": "x"}]})", "segment.rule.unknown"},
        {R"({"not": {"all": [{"field": "nope", "is": "x"}]}})", "segment.rule.unknown"},
    }));
    const auto rule = Rule::fromJson(QByteArray(json));
    REQUIRE_FALSE(rule);
    CHECK(rule.error().code == Code(code));
}
