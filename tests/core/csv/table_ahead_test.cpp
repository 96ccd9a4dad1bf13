// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/table_ahead.h"

#include "tests/core/csv/records.h"
#include "tests/support/printers.h"

#include <random>

using namespace steward;
using namespace steward::csv;
using namespace steward::tests;

namespace {

struct Seen
{
    Records records;
    std::vector<qint64> lines;
    std::vector<std::string> flaws;
    bool isWhole = false;
};

template <class Source>
Seen seen(Source& source)
{
    Seen all;
    Record record;
    while (source.next(record)) {
        all.records.emplace_back(record.fields.begin(), record.fields.end());
        all.lines.push_back(record.line);
        all.flaws.emplace_back(record.flaw.id());
    }
    all.isWhole = source.status().has_value();
    return all;
}

Table tableOf(const std::string& text)
{
    auto table = Table::open(QByteArray::fromStdString(text));
    REQUIRE(table);
    return std::move(*table);
}

/// A megabyte of everything that makes records differ in length and form.
std::string mixedText()
{
    std::mt19937 random(7);
    const auto upTo = [&](unsigned most) { return random() % (most + 1); };
    std::string text = "key,name,day,value\n";
    for (int row = 0; text.size() < 1'000'000; ++row) {
        text += "A-" + std::to_string(row) + ',';
        switch (upTo(5)) {
        case 0:
            text += "\"two\nlines and a \"\"quote\"\"\"";
            break;
        case 1:
            text += std::string(upTo(3'000), 'x');
            break;
        case 2:
            text += "caf\xc3\xa9 \xff"; // a byte that is no UTF-8
            break;
        default:
            text += "plain";
        }
        text += ",2026-01-01," + std::to_string(upTo(500)) + (upTo(9) == 0 ? "\r\n" : "\n");
        if (upTo(200) == 0)
            text += "Total,,,\n";
        if (row == 500)
            text += "long," + std::string(700'000, 'y') + ",2026-01-01,1\n";
    }
    return text + "\nPrinted on Monday\n";
}

} // namespace

TEST_CASE("a table read ahead gives the records of the table", "[csv][ahead]")
{
    for (const std::string& text : {mixedText(), std::string("id,name\n1,Acme\n2,Beta\nTotal,,2\n"),
                                    std::string("id,name\n"), std::string("\xef\xbb\xbf'id,name\n'=1,Acme\n")}) {
        CAPTURE(text.size());
        Table plain = tableOf(text);
        TableAhead ahead(tableOf(text));
        const Seen expected = seen(plain);
        const Seen found = seen(ahead);
        CHECK(found.records == expected.records);
        CHECK(found.lines == expected.lines);
        CHECK(found.flaws == expected.flaws);
        CHECK(found.isWhole);
    }
}

TEST_CASE("nobody has to take all that was read ahead", "[csv][ahead]")
{
    const std::string text = mixedText();
    for (const int taken : {0, 1, 600}) {
        TableAhead ahead(tableOf(text));
        Record record;
        for (int i = 0; i < taken; ++i)
            REQUIRE(ahead.next(record));
    }
}
