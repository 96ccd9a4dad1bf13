// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/find_contact.h"

#include "tests/core/book/book_fixture.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::query;
using steward::tests::must;
using steward::tests::TestBook;

TEST_CASE("a contact is found by id, e-mail, outside key and exact name", "[query]")
{
    TestBook t;
    Account account;
    account.name = QStringLiteral("Acme");
    Contact kim;
    kim.name = QStringLiteral("Kim Larsen");
    kim.email = QStringLiteral("kim@acme.example");
    Contact namesake = kim;
    namesake.email.clear();
    t.edit([&](book::Edit& edit) {
        auto done = edit.save(account);
        kim.account = AccountId(account.id);
        for (Contact* contact : {&kim, &namesake})
            if (auto saved = edit.save(*contact); !saved)
                return Status(tl::unexpected(saved.error()));
        return done ? edit.setKey({Entity::Contact, QStringLiteral("crm"), QStringLiteral("003X"), namesake.id})
                    : Status(tl::unexpected(done.error()));
    });
    CHECK(must(findContact(*t.book, QString::number(kim.id))).id == kim.id);
    CHECK(must(findContact(*t.book, QStringLiteral(" KIM@Acme.example "))).id == kim.id);
    CHECK(must(findContact(*t.book, QStringLiteral("003X"))).id == namesake.id);
    const auto several = findContact(*t.book, QStringLiteral("kim  larsen"));
    REQUIRE_FALSE(several);
    CHECK(several.error().kind == ErrorKind::Ambiguous);
    const QString candidates = std::get<QString>(several.error().arguments[1]);
    CHECK(candidates.contains(QStringLiteral("Kim Larsen, Acme (%1)").arg(kim.id)));
    CHECK(candidates.contains(QStringLiteral("Kim Larsen (%1)").arg(namesake.id)));
    CHECK(findContact(*t.book, QStringLiteral("Kim")).error().kind == ErrorKind::NotFound);
    CHECK(findContact(*t.book, QString()).error().kind == ErrorKind::NotFound);
}
