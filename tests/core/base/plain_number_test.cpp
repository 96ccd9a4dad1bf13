// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plain_number.h"

#include "tests/support/printers.h"

#include <charconv>
#include <random>
#include <string>

using namespace steward;

namespace {

std::string digits(std::mt19937& random, unsigned most)
{
    std::string text(random() % (most + 1), '0');
    for (char& digit : text)
        digit = static_cast<char>('0' + random() % 10);
    return text;
}

} // namespace

TEST_CASE("a plain number has the very value that from_chars reads")
{
    std::mt19937 random(7);
    int read = 0;
    for (int i = 0; i < 200'000; ++i) {
        std::string text = digits(random, 12);
        if (random() % 2 == 0)
            text += '.' + digits(random, 8);
        double plain = -1;
        const char* const end = text.data() + text.size();
        const char* const at = readPlainNumber(text.data(), end, plain);
        if (!at)
            continue;
        double value = -2;
        const auto general = std::from_chars(text.data(), end, value, std::chars_format::fixed);
        CAPTURE(text);
        REQUIRE(general.ec == std::errc());
        REQUIRE(at == general.ptr);
        REQUIRE(plain == value);
        ++read;
    }
    CHECK(read > 100'000);
}

TEST_CASE("what is written otherwise is left to others, and the number ends where its digits do")
{
    double value = 0;
    const auto rest = [&](const std::string& text) {
        const char* const at = readPlainNumber(text.data(), text.data() + text.size(), value);
        return at ? text.substr(static_cast<std::size_t>(at - text.data())) : std::string("none");
    };
    for (const char* text : {"", "-1", "+1", ".5", "5.", "x", " 1", "1234567890123456", "12345678.12345678"})
        CHECK(rest(text) == "none");
    CHECK(rest("12,7") == ",7");
    CHECK(value == 12);
    CHECK(rest("1.5e3") == "e3");
    CHECK(value == 1.5);
    CHECK(rest("123456789012345") == "");
    CHECK(value == 123'456'789'012'345.0);
    CHECK(rest("007") == "");
    CHECK(value == 7);
}
