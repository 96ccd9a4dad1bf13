// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/digest.h"

#include "tests/support/printers.h"

using namespace steward::book;

TEST_CASE("the verdict tells a damaged disk from another program's work", "[digest]")
{
    const Digest recorded{QByteArray(32, 'a'), 5, 16384};
    Digest other = recorded;
    CHECK(compare(std::nullopt, recorded) == DigestVerdict::None);
    CHECK(compare(recorded, recorded) == DigestVerdict::Same);
    other.hash[3] = 'b';
    CHECK(compare(recorded, other) == DigestVerdict::Damaged);
    other.changeCounter = 6;
    CHECK(compare(recorded, other) == DigestVerdict::OtherWriter);
}
