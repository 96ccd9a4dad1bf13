// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/profile.h"
#include "core/exchange/words.h"
#include "tests/support/printers.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QFile>

using namespace steward;
using namespace steward::exchange;

TEST_CASE("Every profile that ships can be read and maps to fields that exist")
{
    const QDir folder(tests::sourceDir() + QStringLiteral("/resources/profiles"));
    const QStringList names = folder.entryList({QStringLiteral("*.json")});
    REQUIRE(names.size() >= 14);
    std::size_t count = 0;
    for (const auto& name : names) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto profiles = parseProfiles(file.readAll(), Profile::Origin::Shipped);
        INFO(name.toStdString());
        if (!profiles)
            FAIL(std::get<QString>(profiles.error().arguments.back()).toStdString());
        count += profiles->size();
    }
    CHECK(shippedProfiles().size() == count);
}

TEST_CASE("A profile with a field that does not exist is refused with its name")
{
    const auto profiles =
        parseProfiles(R"({"id":"mine","kind":"accounts","match":{"required":["Konto"]},"map":{"Konto":"nonsense"}})",
                      Profile::Origin::File);
    REQUIRE_FALSE(profiles);
    CHECK(profiles.error().code == Code("import.profile"));
    CHECK(std::get<QString>(profiles.error().arguments.back()) == QStringLiteral("nonsense"));
}

TEST_CASE("Words of other tools become ids of our lists, what no list knows is none")
{
    const Words& words = Words::shipped();
    CHECK(words.idOf(QStringLiteral("churn_reason"), u"Too Expensive") == QStringLiteral("price"));
    CHECK(words.idOf(QStringLiteral("churn_reason"), u"pricing") == QStringLiteral("price"));
    CHECK(words.idOf(QStringLiteral("billing_period"), u"Annual") == QStringLiteral("year"));
    CHECK(words.idOf(QStringLiteral("billing_period"), u"monthly") == QStringLiteral("month"));
    CHECK(words.idOf(QStringLiteral("ticket_priority"), u"med") == QStringLiteral("normal"));
    CHECK(words.idOf(QStringLiteral("churn_reason"), u"moon phase").isEmpty());
    CHECK(wordListOf(Entity::Invoice, QStringLiteral("method")) == QStringLiteral("payment_method"));
}
