// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"

#include "tests/support/printers.h"

using namespace steward::cli;

namespace {

Answer twoAccounts()
{
    const QJsonArray rows{QJsonObject{{QStringLiteral("name"), QStringLiteral("=cmd, \"x\"")},
                                      {QStringLiteral("arr"), QStringLiteral("-12.50")}},
                          QJsonObject{{QStringLiteral("name"), QStringLiteral("Pébéo\033[31m")},
                                      {QStringLiteral("arr"), QJsonValue::Null}}};
    return {rows, {{QStringLiteral("name")}, {QStringLiteral("arr"), true}}, {}, QStringLiteral("2 accounts")};
}

} // namespace

TEST_CASE("a table aligns numbers to the right, leaves the unknown empty and obeys no terminal escape", "[cli]")
{
    CHECK(inFormat(twoAccounts(), Format::Table).toStdString() == "name           arr\n"
                                                                  "=cmd, \"x\"   -12.50\n"
                                                                  "Pébéo [31m\n"
                                                                  "2 accounts\n");
}

TEST_CASE("CSV quotes what needs it and defuses what a spreadsheet would evaluate, numbers excepted", "[cli]")
{
    CHECK(inFormat(twoAccounts(), Format::Csv) == "name,arr\r\n\"'=cmd, \"\"x\"\"\",-12.50\r\nPébéo\033[31m,\r\n");
}

TEST_CASE("JSON carries null where nothing is known", "[cli]")
{
    CHECK(inFormat(twoAccounts(), Format::Json).contains("\"arr\": null"));
}
