// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/catalogue.h"

#include "core/model/values.h"
#include "tests/support/printers.h"

#include <QSet>

using namespace steward;

TEST_CASE("the catalogue lists every entity once, in the order of the enumeration", "[model]")
{
    REQUIRE(catalogue().size() == static_cast<std::size_t>(Entity::Count));
    QSet<QString> names;
    for (std::size_t i = 0; i < catalogue().size(); ++i) {
        const EntityInfo& entry = catalogue()[i];
        CAPTURE(entry.name.toStdString());
        CHECK(entry.entity == static_cast<Entity>(i));
        CHECK(entityNamed(entry.name) == entry.entity);
        CHECK(entityNamed(entry.kind) == entry.entity);
        names.insert(entry.name);
        QSet<QString> fields;
        for (const FieldInfo& field : entry.fields)
            fields.insert(field.name);
        CHECK(fields.size() == static_cast<qsizetype>(entry.fields.size()));
        CHECK(entry.fields[IdField].name == QStringLiteral("id"));
        if (entry.ofAccount)
            CHECK(entry.fields[AccountField].name == QStringLiteral("account_id"));
    }
    CHECK(names.size() == static_cast<qsizetype>(catalogue().size()));
}

TEST_CASE("what is referred to is written before what refers to it, but for rows of the same kind", "[model]")
{
    for (const EntityInfo& entry : catalogue())
        for (const FieldInfo& field : entry.fields) {
            CAPTURE(entry.name.toStdString(), field.name.toStdString());
            if (field.type == FieldType::Reference || field.type == FieldType::References)
                CHECK(field.target);
            if (field.type == FieldType::Amount)
                CHECK(entry.currency >= 0);
        }
}

TEST_CASE("a record survives the way to a row and back", "[model]")
{
    Subscription s;
    s.id = 42;
    s.account = AccountId(7);
    s.plan = PlanId(3);
    s.amount = Minor{19'900};
    s.currency = Currency("EUR");
    s.start = QDate(2024, 2, 29);
    s.discountPercent = 12.5;
    s.trial = false;
    s.servesAccounts = {AccountId(9'007'199'254'740'993), AccountId(2)};
    CHECK(fromRow<Subscription>(toRow(s)) == s);

    Account a;
    a.tags = {QStringLiteral("a \"quoted\" one"), QStringLiteral("ü")};
    a.name = QStringLiteral("Pébéo");
    CHECK(fromRow<Account>(toRow(a)) == a);
    CHECK(toRow(a)[static_cast<std::size_t>(info(Entity::Account).indexOf(u"industry"))] == FieldValue());
}
