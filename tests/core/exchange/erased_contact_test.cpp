// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/import_support.h"

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;

TEST_CASE("a person who was erased is asked about when an export brings him again", "[exchange][gdpr]")
{
    Desk desk;
    desk.importText(QStringLiteral("accounts.csv"),
                    "account_id,account_name,industry\nA1,Acme,Retail\nA2,Bolt,Retail\n");
    const QByteArray head = "contact_id,account_id,name,email\n";
    const QByteArray kim = "C1,A1,Kim Larsen,kim@acme.example\n";
    const QByteArray ana = "C2,A1,Ana Ruiz,ana@acme.example\n";
    CHECK(desk.importText(QStringLiteral("contacts.csv"), head + kim + ana).counts == Counts{2, 2, 0, 0, 0});
    const auto before = desk.all<Contact>();
    const auto found =
        std::find_if(before.begin(), before.end(), [](const Contact& c) { return c.name == u"Kim Larsen"; });
    REQUIRE(found != before.end());
    REQUIRE(desk.book().erase(ContactId(found->id), QStringLiteral("test"), {}));

    // The same row, the address under another key, the name without the address: each waits among the rejected.
    const QByteArray again = head + kim + ana + "C7,A2,K. Larsen,KIM@acme.example\n" + "C8,A1,kim larsen,\n" +
                             "C9,A2,Kim Larsen,kim@bolt.example\n";
    const ImportPlan plan = desk.importText(QStringLiteral("contacts.csv"), again);
    CHECK(plan.counts == Counts{5, 1, 0, 1, 3});
    REQUIRE(plan.rejected.size() == 3);
    for (const RejectedRow& row : plan.rejected)
        CHECK(row.code == Code("import.contact.erased"));
    CHECK(plan.rejected[0].line == 2);
    CHECK(plan.rejected[1].line == 4);
    CHECK(plan.rejected[2].line == 5);
    for (const Contact& contact : desk.all<Contact>()) {
        CHECK(contact.email != QStringLiteral("kim@acme.example"));
        CHECK((contact.id != found->id || contact.name == book::erasedMark()));
    }
}
