// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

Told book(std::initializer_list<std::pair<const char*, int>> risks) ///< severity, days until due
{
    Told told;
    told.account(u"A"_s).customer();
    for (const auto& [severity, due] : risks)
        told.add<Risk>([&](Risk& row) {
            row.kind = u"adoption"_s;
            row.severity = QString::fromLatin1(severity);
            row.opened = ago(50);
            row.due = today.addDays(due);
        });
    return told;
}

} // namespace

TEST_CASE("the worst open risk counts, ten less when its date has passed", "[health]")
{
    CHECK(micro(measure(book({{"low", 5}}), "risks_open")) == 80'000'000);
    CHECK(micro(measure(book({{"low", 5}, {"medium", 5}}), "risks_open")) == 55'000'000);
    CHECK(micro(measure(book({{"high", 5}, {"medium", 5}}), "risks_open")) == 25'000'000);
    CHECK(micro(measure(book({{"high", -1}}), "risks_open")) == 15'000'000);
    CHECK(micro(measure(book({{"critical", -1}}), "risks_open")) == 0);
    CHECK(measure(book({{"high", 5}}), "risks_open").why.arguments.at(1) == Argument(u"high"_s));
}

TEST_CASE("no risk is well once anybody has entered one", "[health]")
{
    Told told = book({});
    CHECK(measure(told, "risks_open").gap == health::Gap::NotPractised);
    told.account(u"B"_s).add<Risk>([](Risk& row) {
        row.severity = u"low"_s;
        row.opened = ago(3);
    });
    CHECK(measure(told, "risks_open").state == State::KnownZero);
    CHECK(micro(measure(told, "risks_open")) == 100'000'000);
    CHECK(measure(told, "risks_open", ago(4)).gap == health::Gap::NotPractised);
}

TEST_CASE("a critical risk caps at red until it is closed", "[health]")
{
    Told told = book({{"critical", 30}});
    told.users(300, today, [](int) { return 12; });
    CHECK(isCapped(told.score(), "risk_critical"));
    told.add<Risk>([](Risk& row) {
        row.severity = u"critical"_s;
        row.opened = ago(90);
        row.closed = ago(60);
    });
    CHECK_FALSE(isCapped(told.score(ago(55)), "risk_critical"));
    CHECK(isCapped(told.score(ago(61)), "risk_critical"));
}
