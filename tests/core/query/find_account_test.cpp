// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/find_account.h"

#include "tests/support/printers.h"

using namespace steward;

namespace {

AccountFacts account(qint64 id, const QString& name, const QString& key)
{
    AccountFacts facts;
    facts.account.id = id;
    facts.account.name = name;
    if (!key.isEmpty())
        facts.keys = Rows<ExternalKey>({{Entity::Account, QStringLiteral("crm"), key, id}});
    return facts;
}

const Portfolio& book()
{
    static const Portfolio portfolio({},
                                     {account(1, QStringLiteral("Acme"), QStringLiteral("A-1")),
                                      account(2, QStringLiteral("Acme Bakeries"), QStringLiteral("A-2")),
                                      account(3, QStringLiteral("Jones"), QStringLiteral("J-1")),
                                      account(4, QStringLiteral("Jones"), QStringLiteral("J-2")),
                                      account(77, QStringLiteral("Pébéo"), QString())},
                                     {}, 1);
    return portfolio;
}

} // namespace

TEST_CASE("an account is found by id, outside key, name and unique beginning, in that order", "[query]")
{
    const auto [text, id] = GENERATE(table<const char*, qint64>(
        {{"77", 77}, {"A-2", 2}, {"acme", 1}, {" ACME ", 1}, {"acme b", 2}, {"péb", 77}, {"J-2", 4}}));
    CAPTURE(text);
    const auto found = query::findAccount(book(), QString::fromUtf8(text));
    REQUIRE(found);
    CHECK(found->value() == id);
}

TEST_CASE("what may mean several accounts is asked back with the candidates", "[query]")
{
    const auto found = query::findAccount(book(), QStringLiteral("jones"));
    REQUIRE_FALSE(found);
    CHECK(found.error().kind == ErrorKind::Ambiguous);
    CHECK(std::get<QString>(found.error().arguments[1]) == QStringLiteral("Jones (J-1), Jones (J-2)"));
    CHECK(query::findAccount(book(), QStringLiteral("nobody")).error().kind == ErrorKind::NotFound);
    CHECK(query::findAccount(book(), QString()).error().kind == ErrorKind::NotFound);
}
