// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/predicate.h"

#include "core/base/text.h"
#include "core/filter/parser.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::filter;
using namespace Qt::Literals::StringLiterals;

namespace {

const std::vector<Field>& fields()
{
    static const std::vector<Field> all = {
        {QStringLiteral("name"), Type::Text, {}, {}, false},
        {QStringLiteral("band"),
         Type::Choice,
         {},
         {QStringLiteral("green"), QStringLiteral("yellow"), QStringLiteral("red")},
         false},
        {QStringLiteral("csm"), Type::Text, {QStringLiteral("owner")}, {}, false},
        {QStringLiteral("arr"), Type::Number, {}, {}, false},
        {QStringLiteral("licence_use"), Type::Fraction, {}, {}, false},
        {QStringLiteral("renewal"), Type::Day, {}, {}, true},
        {QStringLiteral("touch"), Type::Day, {QStringLiteral("last_touch")}, {}, false},
        {QStringLiteral("trial"), Type::Flag, {}, {}, false},
        {QStringLiteral("tag"), Type::Text, {}, {}, false},
    };
    return all;
}

const QDate today(2026, 11, 21); // a Saturday

struct Account final : Row
{
    std::vector<Value> values;
    std::string search;
    explicit Account(std::vector<Value> given)
        : values(std::move(given))
    {
        search = folded(std::get<QString>(values[0])).toStdString();
    }
    Value value(int field) const override { return values[static_cast<std::size_t>(field)]; }
    std::string_view searchText() const override { return search; }
};

Account acme()
{
    return Account({QStringLiteral("Acme \u00C9toile GmbH"), QStringLiteral("red"), QStringLiteral("Ana Silva"),
                    42'000.0, 0.95, today.addDays(60), today.addDays(-45), false,
                    QStringList{QStringLiteral("VIP"), QStringLiteral("eu")}});
}

Account blank() { return Account({QStringLiteral("Blank"), {}, {}, {}, {}, {}, {}, {}, {}}); }

bool matches(QStringView text, const Row& row, int fiscalStart = 1)
{
    const Result<Node> tree = parse(text);
    REQUIRE(tree);
    const Result<Predicate> predicate = compile(*tree, fields(), {today, fiscalStart});
    if (!predicate)
        FAIL(text.toString().toStdString() << ": " << predicate.error().code.id());
    return (*predicate)(row);
}

} // namespace

TEST_CASE("a filter matches the rows it describes", "[filter]")
{
    const Account row = acme();
    for (const char16_t* text : {u"",
                                 u"acme",
                                 u"ACME",
                                 u"\u00E9toile",
                                 u"\"acme \u00E9toile\"",
                                 u"band:red",
                                 u"band:red,green",
                                 u"band:RED renewal<90d csm:ana",
                                 u"owner:silva",
                                 u"csm=\"ana silva\"",
                                 u"csm!=ana",
                                 u"-csm:bob",
                                 u"band:green or csm:ana",
                                 u"arr:10k..50k",
                                 u"arr:42k",
                                 u"arr=42000",
                                 u"arr>41.9k",
                                 u"arr>=42k",
                                 u"arr<=42k",
                                 u"arr:..50k",
                                 u"arr:42k..",
                                 u"arr!=5",
                                 u"arr:5,42k",
                                 u"licence_use>90%",
                                 u"licence-use:95%",
                                 u"LicenceUse:0.9..1",
                                 u"renewal:90d",
                                 u"renewal<61d",
                                 u"renewal=60d",
                                 u"renewal:2026Q4,2027Q1",
                                 u"renewal:2027-01",
                                 u"renewal=2027-01-20",
                                 u"renewal>2026",
                                 u"renewal:next-quarter",
                                 u"renewal:next-year",
                                 u"renewal:30d..90d",
                                 u"renewal>today",
                                 u"renewal>+59d",
                                 u"touch>30d",
                                 u"touch:30d..60d",
                                 u"touch:50d",
                                 u"touch=45d",
                                 u"touch:-50d..-40d",
                                 u"touch<2026-10-08",
                                 u"touch:last-month",
                                 u"last_touch>=45d",
                                 u"trial:no",
                                 u"trial=false",
                                 u"trial!=yes",
                                 u"tag:vip",
                                 u"tag=EU",
                                 u"has:csm",
                                 u"-no:csm",
                                 u"has:trial",
                                 u"no:csm,band or has:csm,name"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(matches(text, row));
    }
    for (const char16_t* text : {u"globex",
                                 u"band:green",
                                 u"-band:red",
                                 u"csm=ana",
                                 u"arr:50k..60k",
                                 u"arr<42k",
                                 u"arr>42k",
                                 u"licence_use>95%",
                                 u"renewal<60d",
                                 u"renewal:59d",
                                 u"renewal:this-year",
                                 u"touch>45d",
                                 u"touch<45d",
                                 u"touch:44d",
                                 u"touch:this-month",
                                 u"trial:yes",
                                 u"tag=vi",
                                 u"no:csm",
                                 u"-has:csm",
                                 u"renewal<today",
                                 u"renewal:yesterday",
                                 u"touch:today"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK_FALSE(matches(text, row));
    }
}

TEST_CASE("an unknown value matches nothing but its absence and !=", "[filter]")
{
    const Account row = blank();
    for (const char16_t* text :
         {u"no:csm", u"no:renewal", u"-has:arr", u"csm!=ana", u"arr!=5", u"renewal!=today", u"-arr>5", u"no:tag"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(matches(text, row));
    }
    for (const char16_t* text : {u"has:csm", u"csm:a", u"arr>0", u"arr<=0", u"arr:..5", u"renewal<90d", u"touch>30d",
                                 u"trial:no", u"trial:yes", u"band:red", u"tag:vip"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK_FALSE(matches(text, row));
    }
}

TEST_CASE("weeks begin on Monday, quarters and years with the fiscal year", "[filter]")
{
    Account row = acme();
    const auto renewalOn = [&](QDate day) { row.values[5] = day; };
    renewalOn(QDate(2026, 11, 22));
    CHECK(matches(u"renewal:this-week", row));
    renewalOn(QDate(2026, 11, 23));
    CHECK(matches(u"renewal:next-week", row));
    CHECK_FALSE(matches(u"renewal:this-week", row));
    renewalOn(QDate(2026, 10, 1));
    CHECK(matches(u"renewal:this-quarter", row));
    CHECK(matches(u"renewal:this-quarter", row, 4));
    CHECK_FALSE(matches(u"renewal:this-quarter", row, 2)); // Nov to Jan
    CHECK(matches(u"renewal:last-quarter", row, 2));
    CHECK(matches(u"renewal:2027Q3", row, 4)); // Apr 2026 begins the year that ends in 2027
    CHECK(matches(u"renewal:2027 renewal:this-year", row, 4));
    CHECK(matches(u"renewal:2026Q4", row));
}

TEST_CASE("wrong names and values are explained with a suggestion", "[filter]")
{
    struct Case
    {
        const char16_t* text;
        const char* code;
        Arguments arguments;
    };
    const std::vector<Case> cases = {
        {u"acme renewl<90d",
         "filter.unknown-field",
         {QStringLiteral("renewl"), QStringLiteral("renewal"), qint64{5}, qint64{6}}},
        {u"ownr:x", "filter.unknown-field", {QStringLiteral("ownr"), QStringLiteral("owner"), qint64{0}, qint64{4}}},
        {u"zzzzzz:x", "filter.no-such-field", {QStringLiteral("zzzzzz"), qint64{0}, qint64{6}}},
        {u"has:renewla",
         "filter.unknown-field",
         {QStringLiteral("renewla"), QStringLiteral("renewal"), qint64{4}, qint64{7}}},
        {u"band:rde",
         "filter.unknown-value",
         {QStringLiteral("band"), QStringLiteral("rde"), QStringLiteral("red"), qint64{5}, qint64{3}}},
        {u"band:blue",
         "filter.no-such-value",
         {QStringLiteral("band"), QStringLiteral("blue"), QStringLiteral("green, yellow, red"), qint64{5}, qint64{4}}},
        {u"arr>lots", "filter.not-a-number", {QStringLiteral("arr"), QStringLiteral("lots"), qint64{4}, qint64{4}}},
        {u"arr:1..x", "filter.not-a-number", {QStringLiteral("arr"), QStringLiteral("x"), qint64{4}, qint64{4}}},
        {u"arr>5%", "filter.not-a-number", {QStringLiteral("arr"), QStringLiteral("5%"), qint64{4}, qint64{2}}},
        {u"renewal<soon",
         "filter.not-a-date",
         {QStringLiteral("renewal"), QStringLiteral("soon"), qint64{8}, qint64{4}}},
        {u"renewal<05/03/2026",
         "filter.not-a-date",
         {QStringLiteral("renewal"), QStringLiteral("05/03/2026"), qint64{8}, qint64{10}}},
        {u"trial:maybe", "filter.not-a-flag", {QStringLiteral("trial"), QStringLiteral("maybe"), qint64{6}, qint64{5}}},
        {u"csm>ana", "filter.not-ordered", {QStringLiteral("csm"), qint64{0}, qint64{3}}},
        {u"name:a..b", "filter.not-ordered", {QStringLiteral("name"), qint64{5}, qint64{4}}},
        {u"arr>1,2", "filter.one-value", {QStringLiteral("arr"), qint64{4}, qint64{3}}},
        {u"arr>1..2", "filter.one-value", {QStringLiteral("arr"), qint64{4}, qint64{4}}},
    };
    for (const Case& each : cases) {
        INFO(QStringView(each.text).toString().toStdString());
        const Result<Node> tree = parse(each.text);
        REQUIRE(tree);
        const Result<Predicate> predicate = compile(*tree, fields(), {today, 1});
        REQUIRE_FALSE(predicate);
        CHECK(predicate.error().code == Code(each.code));
        CHECK(predicate.error().arguments == each.arguments);
    }
}

TEST_CASE("a filter that is typed on narrows what was there before, and says so only where it is true", "[filter]")
{
    const auto compiled = [](QStringView text) {
        const auto tree = parse(text);
        REQUIRE(tree);
        const auto accepts = compile(*tree, fields(), {today, 1});
        REQUIRE(accepts);
        return *accepts;
    };
    const auto narrows = [&](QStringView text, QStringView before) { return compiled(text).narrows(compiled(before)); };
    CHECK(narrows(u"acm", u"ac"));
    CHECK(narrows(u"acme gm", u"acme"));
    CHECK(narrows(u"acme band:red", u"acme"));
    CHECK(narrows(u"arr>30k", u"arr>3"));
    CHECK(narrows(u"name:acme", u"name:ac"));
    CHECK(narrows(u"x", u""));
    CHECK(narrows(u"-ac", u"-acm"));
    CHECK(narrows(u"acme", u"acme"));
    CHECK_FALSE(narrows(u"ac", u"acm"));
    CHECK_FALSE(narrows(u"-acm", u"-ac"));
    CHECK_FALSE(narrows(u"arr<30k", u"arr<3"));
    CHECK_FALSE(narrows(u"", u"x"));

    const QStringList texts{u"acm"_s,         u"ac"_s,
                            u"acme bl"_s,     u"-acm"_s,
                            u"-ac"_s,         u"blank or acme"_s,
                            u"blank or ac"_s, u"name:acme"_s,
                            u"name:ac"_s,     u"name=blank"_s,
                            u"band:red"_s,    u"band:red,green"_s,
                            u"arr>30k"_s,     u"arr>3"_s,
                            u"arr<30k"_s,     u"arr:1k..50k"_s,
                            u"renewal<90d"_s, u"renewal:90d"_s,
                            u"renewal<10d"_s, u"touch>30d"_s,
                            u"trial:yes"_s,   u"trial:no"_s,
                            u"has:arr"_s,     u"no:arr"_s,
                            u"tag:vip"_s,     u"tag:vi arr>3"_s,
                            u"band!=red"_s,   u""_s};
    std::vector<Account> rows{acme(), blank()};
    for (const double arr : {2.0, 2'999.0, 40'000.0, 100'000.0})
        for (const int days : {-50, 5, 40, 80, 200})
            rows.push_back(Account({QStringLiteral("Firm ac %1").arg(days),
                                    QStringLiteral("green"),
                                    {},
                                    arr,
                                    {},
                                    today.addDays(days),
                                    today.addDays(-days),
                                    days > 50,
                                    QStringList{}}));
    int narrower = 0;
    for (const QString& text : texts)
        for (const QString& before : texts) {
            if (!narrows(text, before))
                continue;
            ++narrower;
            INFO(text.toStdString() << " narrows " << before.toStdString());
            CHECK(std::ranges::all_of(
                rows, [&](const Account& row) { return !compiled(text)(row) || compiled(before)(row); }));
        }
    CHECK(narrower > 2 * texts.size());
}
