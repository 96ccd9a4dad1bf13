// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/long_id.h"

#include "tests/support/printers.h"

using namespace steward;

TEST_CASE("an id of 15 characters and the one of 18 that stands for it lead to each other", "[text]")
{
    // The long ones as Salesforce itself wrote them.
    const auto [brief, full] = GENERATE(table<const char*, const char*>({{"001x0000002xLCV", "001x0000002xLCVAA2"},
                                                                         {"001x0000002xLCW", "001x0000002xLCWAA2"},
                                                                         {"005x0000000fNSi", "005x0000000fNSiAAM"},
                                                                         {"006x0000001YtCr", "006x0000001YtCrAAK"}}));
    CHECK(otherFormOfId(QString::fromLatin1(brief)) == QString::fromLatin1(full));
    CHECK(otherFormOfId(QString::fromLatin1(full)) == QString::fromLatin1(brief));
}

TEST_CASE("what is no such id has no other form", "[text]")
{
    for (const char* key : {"", "A1", "001x0000002xLCVAA3", "001x0000002xLC V", "001x0000002xLC\xc3\xa9",
                            "001x0000002xLCVA", "ACME-0000000001"})
        CHECK(otherFormOfId(QString::fromUtf8(key)).isEmpty());
}
