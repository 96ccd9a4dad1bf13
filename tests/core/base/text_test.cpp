// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include "tests/support/printers.h"

using namespace steward;

TEST_CASE("header spellings of one field are one name", "[text]")
{
    for (const auto spelling : {u"Account ID", u"account_id", u"AccountId", u" ACCOUNT-ID ", u"account.id"})
        CHECK(bareName(spelling) == QStringLiteral("accountid"));
}

TEST_CASE("a firm is the same firm without its legal form", "[text]")
{
    CHECK(firmName(u"Acme Holding GmbH & Co. KG") == QStringLiteral("acme holding"));
    CHECK(firmName(u"Recall Information Management, S. A.") != QString());
    CHECK(firmName(u"Inc") == QStringLiteral("inc"));
}

TEST_CASE("figures in a text are ordered by their value", "[text]")
{
    QStringList ordered;
    for (const char* each : {"", "Own", "Own 02", "own 2", "Own 9", "own 10", "own 10a", "Own 11", "Zip"})
        ordered << QString::fromLatin1(each);
    for (qsizetype i = 0; i < ordered.size(); ++i)
        for (qsizetype j = 0; j < ordered.size(); ++j) {
            INFO(ordered[i].toStdString() << " and " << ordered[j].toStdString());
            CHECK(naturalLess(ordered[i], ordered[j]) == (i < j));
        }
}
