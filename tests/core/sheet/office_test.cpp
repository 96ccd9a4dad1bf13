// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/writer.h"
#include "core/sheet/workbook.h"
#include "tests/core/sheet/formula_cases.h"
#include "tests/support/printers.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

using namespace steward;
using namespace steward::sheet;

namespace {

/// Lets the spreadsheet program convert a file into its folder; false when there is no such program.
bool convert(const QTemporaryDir& folder, const QString& file, const QString& filter)
{
    const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    if (office.isEmpty()) {
        WARN("skipped: LibreOffice is not installed");
        return false;
    }
    QProcess process;
    const QString profile = QUrl::fromLocalFile(folder.filePath(QStringLiteral("profile"))).toString();
    process.start(office, {QString(QStringLiteral("-env:UserInstallation=") + profile), QStringLiteral("--headless"),
                           QStringLiteral("--convert-to"), filter, QStringLiteral("--outdir"), folder.path(), file});
    REQUIRE(process.waitForFinished(180'000));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return true;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("a workbook opened by a spreadsheet program gives back every text and evaluates none", "[sheet]")
{
    const QTemporaryDir folder;
    const std::vector<QString> all = tests::formulaCases();
    const QString path = folder.filePath(QStringLiteral("book.xlsx"));
    Sheet sheet;
    sheet.name = QStringLiteral("Texts");
    sheet.columns = {{QStringLiteral("text"), ColumnType::Text, 0, 2},
                     {QStringLiteral("day"), ColumnType::Date, 0, 2},
                     {QStringLiteral("money"), ColumnType::Money, 0, 2}};
    sheet.rows = static_cast<qint64>(all.size());
    sheet.fill = [&](qint64 row, std::span<Cell> cells) {
        cells[0] = all[static_cast<std::size_t>(row)];
        cells[1] = QDate(2024, 3, 5);
        cells[2] = Minor{123'450};
    };
    REQUIRE(writeWorkbook(path, std::vector<Sheet>{sheet}));
    // Comma, double quotes, UTF-8, from row 1, every text in quotes.
    if (!convert(folder, path, QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false")))
        return;
    QByteArray expected = "\"text\",\"day\",\"money\"\n";
    for (const QString& text : all)
        expected += '"' + QString(text).replace(u'"', QStringLiteral("\"\"")).toUtf8() + "\",2024-03-05,1234.5\n";
    CHECK(QString::fromUtf8(contents(folder.filePath(QStringLiteral("book.csv")))) == QString::fromUtf8(expected));

    REQUIRE(convert(folder, path, QStringLiteral("fods")));
    const QByteArray flat = contents(folder.filePath(QStringLiteral("book.fods")));
    CHECK(flat.contains("office:spreadsheet"));
    CHECK(flat.count("table:formula") == 0);
}

TEST_CASE("safe CSV opened by a spreadsheet program has no formula", "[sheet]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("safe.csv"));
    csv::WriteOptions options;
    options.form = csv::Form::Spreadsheet;
    auto writer = csv::Writer::open(path, options);
    REQUIRE(writer);
    writer->header(std::vector<QString>{QStringLiteral("text")});
    for (const QString& text : tests::formulaCases())
        writer->row(std::vector<QString>{text});
    REQUIRE(writer->finish());
    if (!convert(folder, path, QStringLiteral("fods")))
        return;
    const QByteArray flat = contents(folder.filePath(QStringLiteral("safe.fods")));
    CHECK(flat.contains("office:spreadsheet"));
    CHECK(flat.count("table:formula") == 0);

    // The same texts without the protection do have formulas: the check above can fail.
    const QString bare = folder.filePath(QStringLiteral("bare.csv"));
    QFile file(bare);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("=1+1\n");
    file.close();
    REQUIRE(convert(folder, bare, QStringLiteral("fods")));
    CHECK(contents(folder.filePath(QStringLiteral("bare.fods"))).count("table:formula") == 1);
}
