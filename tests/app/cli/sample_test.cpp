// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "tests/support/printers.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace steward;

namespace {

int run(const QStringList& line)
{
    const Clock clock{[] { return QDate(2026, 11, 21); }, [] { return Instant{1'795'253'400'000}; }};
    const std::atomic<bool> cancelled{false};
    return cli::runCommandLine(line, clock, cancelled);
}

} // namespace

TEST_CASE("the command sample makes a book and leaves an existing file alone", "[cli]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Try.steward"));
    const QStringList line{QStringLiteral("sample"),     path,
                           QStringLiteral("--accounts"), QStringLiteral("12"),
                           QStringLiteral("--as-of"),    QStringLiteral("2026-11-19")};
    CHECK(run(line) == 0);
    const qint64 size = QFileInfo(path).size();
    CHECK(size > 100'000);
    CHECK(run(line) != 0);
    CHECK(QFileInfo(path).size() == size);
    CHECK(run({QStringLiteral("check"), QStringLiteral("--book"), path}) == 0);
}

TEST_CASE("the command sample refuses a size or seed that is no number of its range", "[cli]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Try.steward"));
    for (const auto& [option, value] :
         {std::pair("--accounts", "0"), {"--accounts", "many"}, {"--accounts", "100001"}, {"--seed", "-1"}}) {
        CHECK(run({QStringLiteral("sample"), path, QLatin1String(option), QLatin1String(value)}) == 2);
        CHECK_FALSE(QFileInfo::exists(path));
    }
}
