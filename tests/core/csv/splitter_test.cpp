// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/splitter.h"

#include "tests/support/printers.h"

#include <cstring>
#include <random>
#include <string>

using namespace steward;
using namespace steward::csv;

namespace {

std::string randomText(std::mt19937& random)
{
    static constexpr const char* pieces[] = {"a",  "Ä", "12.5", " ",  ",",  ",",    ",",      ";",
                                             "\"", "x", "\n",   "\n", "\r", "\r\n", "\"b,\"", "long field of a record"};
    std::string text;
    for (auto count = random() % 120 + 1; count > 0; --count)
        text += pieces[random() % std::size(pieces)];
    return text;
}

struct Split
{
    std::vector<std::string> fields;
    std::ptrdiff_t bytes = 0;
    std::size_t columns = 0;
    bool isWhole = false;
    friend bool operator==(const Split&, const Split&) = default;
};

Split splitAt(Splitter& splitter, char* begin, char* end)
{
    Split split;
    split.isWhole = splitter.split(begin, end, true) == Splitter::Outcome::Record && splitter.flaw() == Code();
    split.fields.assign(splitter.fields().begin(), splitter.fields().end());
    split.bytes = splitter.next() - begin;
    split.columns = splitter.columns();
    return split;
}

} // namespace

TEST_CASE("a record is split the same way in the middle of a text as at its end", "[csv]")
{
    // Far from the end a record without quotes is split in one go; at the very end of a text it never is.
    Limits limits;
    limits.columns = 5;
    limits.field = 40;
    std::mt19937 random(11);
    int whole = 0;
    for (int round = 0; round < 3'000; ++round) {
        const std::string text = randomText(random);
        std::string padded = text + std::string(Splitter::padding, '\0');
        Splitter ahead(Dialect(), limits);
        Splitter behind(Dialect(), limits);
        char* const end = padded.data() + text.size();
        for (char* at = padded.data(); at < end;) {
            const Split middle = splitAt(ahead, at, end);
            REQUIRE(middle.bytes > 0);
            // The same record as a text of its own.
            std::string alone(at, static_cast<std::size_t>(middle.bytes));
            alone += std::string(Splitter::padding, '\0');
            const Split last = splitAt(behind, alone.data(), alone.data() + middle.bytes);
            const bool hasQuote = std::memchr(at, '"', static_cast<std::size_t>(middle.bytes)) != nullptr;
            if (!hasQuote) {
                CAPTURE(round, std::string(at, static_cast<std::size_t>(middle.bytes)));
                REQUIRE(middle == last);
                whole += middle.isWhole ? 1 : 0;
            }
            at += middle.bytes;
        }
    }
    CHECK(whole > 5'000);
}
