// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sheet/workbook.h"

#include "tests/core/sheet/formula_cases.h"
#include "tests/core/sheet/workbook_reader.h"
#include "tests/support/printers.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <clocale>
#include <csignal>
#include <limits>
#include <sys/resource.h>

using namespace steward;
using namespace steward::sheet;

namespace {

Sheet sheetOf(const QString& name, std::vector<Column> columns, std::vector<std::vector<Cell>> rows)
{
    Sheet sheet;
    sheet.name = name;
    sheet.columns = std::move(columns);
    sheet.rows = static_cast<qint64>(rows.size());
    sheet.fill = [rows = std::move(rows)](qint64 row, std::span<Cell> cells) {
        const auto& from = rows[static_cast<std::size_t>(row)];
        std::copy(from.begin(), from.end(), cells.begin());
    };
    return sheet;
}

/// Makes German known to this process where the system has only its source.
bool madeCommaLocale()
{
    static const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("de_DE.UTF-8"));
    QProcess make;
    make.start(QStringLiteral("localedef"),
               {QStringLiteral("-i"), QStringLiteral("de_DE"), QStringLiteral("-f"), QStringLiteral("UTF-8"), target});
    if (!make.waitForFinished(60'000) || !QFile::exists(target))
        return false;
    qputenv("LOCPATH", folder.path().toLocal8Bit());
    const bool isSet = std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr;
    qunsetenv("LOCPATH");
    return isSet;
}

QString columnRow(char column, std::size_t row) { return QString(QLatin1Char(column) + QString::number(row)); }

} // namespace

TEST_CASE("no text becomes a formula and every text comes back as it was", "[sheet][P25]")
{
    const QTemporaryDir folder;
    const std::vector<QString> texts = tests::formulaCases();
    std::vector<std::vector<Cell>> rows;
    for (const QString& text : texts)
        rows.push_back({text, text});
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    const std::vector<Sheet> sheets = {sheetOf(
        QStringLiteral("=Texts"),
        {{QStringLiteral("=title"), ColumnType::Text, 0, 2}, {QStringLiteral("n"), ColumnType::Number, 0, 2}}, rows)};
    const Result<Report> report = writeWorkbook(path, sheets);
    REQUIRE(report);
    CHECK(report->replacedCharacters == 0);
    const tests::ReadSheet sheet = tests::readSheet(path, 1);
    CHECK(sheet.formulas == 0);
    CHECK(sheet.cells.value(QStringLiteral("A1")).text == QStringLiteral("=title"));
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (const char column : {'A', 'B'}) {
            const auto cell = sheet.cells.value(columnRow(column, i + 2));
            CHECK(cell.isText);
            CHECK(cell.text == texts[i]);
        }
    CHECK_FALSE(tests::readPart(path, "xl/worksheets/sheet1.xml").contains("hyperlink"));
}

TEST_CASE("numbers, days, money and shares are typed and formatted, what is unknown has no cell", "[sheet]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    const std::vector<Column> columns = {
        {QStringLiteral("text"), ColumnType::Text, 0, 2},    {QStringLiteral("number"), ColumnType::Number, 0, 2},
        {QStringLiteral("whole"), ColumnType::Whole, 0, 2},  {QStringLiteral("day"), ColumnType::Date, 0, 2},
        {QStringLiteral("money"), ColumnType::Money, 33, 2}, {QStringLiteral("yen"), ColumnType::Money, 0, 0},
        {QStringLiteral("share"), ColumnType::Percent, 0, 2}};
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Sheet> sheets = {sheetOf(QStringLiteral("One"), columns,
                                               {{QStringLiteral("a"), 3.981277, qint64{1'234'567}, QDate(2024, 3, 5),
                                                 Minor{21'870'383}, Minor{500}, 0.95},
                                                {{}, nan, {}, QDate(), {}, {}, {}},
                                                {{}, {}, {}, QDate(1900, 1, 1), {}, {}, {}},
                                                {{}, {}, {}, QDate(1900, 3, 1), {}, {}, {}}}),
                                       sheetOf(QStringLiteral("one"), columns, {})};
    const Result<Report> report = writeWorkbook(path, sheets);
    REQUIRE(report);
    CHECK(report->notNumbers == 1);
    CHECK(report->daysAsText == 1);
    const tests::ReadSheet sheet = tests::readSheet(path, 1);
    struct Expected
    {
        const char* place;
        const char* text;
        const char* format;
    };
    for (const auto& [place, text, format] : std::vector<Expected>{{"B2", "3.981277", "General"},
                                                                   {"C2", "1234567", "#,##0"},
                                                                   {"D2", "45356", "yyyy-mm-dd"},
                                                                   {"E2", "218703.83", "#,##0.00"},
                                                                   {"F2", "500", "#,##0"},
                                                                   {"G2", "0.95", "0.0%"},
                                                                   {"D5", "61", "yyyy-mm-dd"}}) {
        INFO(place);
        const auto cell = sheet.cells.value(QString::fromLatin1(place));
        CHECK_FALSE(cell.isText);
        CHECK(cell.text == QString::fromLatin1(text));
        CHECK(cell.numberFormat == QString::fromLatin1(format));
    }
    CHECK(sheet.cells.value(QStringLiteral("D4")).isText);
    CHECK(sheet.cells.value(QStringLiteral("D4")).text == QStringLiteral("1900-01-01"));
    for (const char* place : {"A3", "B3", "C3", "D3", "E3"})
        CHECK(sheet.cells.value(QString::fromLatin1(place)).text.isEmpty());
    CHECK(sheet.isFrozen);
    CHECK(sheet.filter == QStringLiteral("A1:G5"));
    CHECK(sheet.widths.value(5) > 33);
    CHECK(sheet.widths.value(1) > 15);
    CHECK(tests::readPart(path, "xl/workbook.xml").contains("name=\"one 2\""));
    CHECK(tests::readSheet(path, 2).cells.size() == 7);
}

TEST_CASE("big sheets are written with constant memory and hold the same cells", "[sheet]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("big.xlsx"));
    Sheet sheet;
    sheet.name = QStringLiteral("Usage");
    for (int i = 0; i < 5; ++i)
        sheet.columns.push_back(
            {QString(QStringLiteral("c") + QString::number(i)), i == 0 ? ColumnType::Text : ColumnType::Number, 0, 2});
    sheet.rows = 50'000;
    sheet.fill = [](qint64 row, std::span<Cell> cells) {
        cells[0] = QString(QStringLiteral("=x\"<") + QString::number(row));
        for (std::size_t i = 1; i < cells.size(); ++i)
            cells[i] = static_cast<double>(row) / 8;
    };
    qint64 lastDone = -1;
    Progress progress;
    progress.report = [&](qint64 done, qint64) { lastDone = done; };
    const Result<Report> report = writeWorkbook(path, std::vector<Sheet>{sheet}, progress);
    REQUIRE(report);
    CHECK(report->cells == 5 + 250'000);
    CHECK(lastDone == 50'000);
    CHECK(tests::readPart(path, "xl/worksheets/sheet1.xml").contains("inlineStr"));
    const tests::ReadSheet read = tests::readSheet(path, 1);
    CHECK(read.formulas == 0);
    CHECK(read.cells.size() == 250'005);
    CHECK(read.cells.value(QStringLiteral("A50001")).text == QStringLiteral("=x\"<49999"));
    CHECK(read.cells.value(QStringLiteral("E50001")).text == QStringLiteral("6249.875"));
}

TEST_CASE("what does not fit into a sheet is refused before anything is written", "[sheet]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    Sheet sheet = sheetOf(QStringLiteral("S"), {{QStringLiteral("a"), ColumnType::Text, 0, 2}}, {});
    sheet.rows = mostRows;
    sheet.fill = [](qint64, std::span<Cell>) { FAIL("asked for a row"); };
    const Result<Report> rows = writeWorkbook(path, std::vector<Sheet>{sheet});
    REQUIRE_FALSE(rows);
    CHECK(rows.error().code == Code("sheet.too-many-rows"));
    CHECK(rows.error().arguments == Arguments{QStringLiteral("S"), qint64{1'048'576}, qint64{1'048'575}});
    sheet.rows = 0;
    sheet.columns.resize(mostColumns + 1);
    CHECK(writeWorkbook(path, std::vector<Sheet>{sheet}).error().code == Code("sheet.too-many-columns"));
    sheet.columns.clear();
    CHECK(writeWorkbook(path, std::vector<Sheet>{sheet}).error().code == Code("sheet.empty"));
    CHECK(writeWorkbook(path, {}).error().code == Code("sheet.empty"));
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("a workbook that cannot be finished leaves the older file and nothing else", "[sheet]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    QFile old(path);
    REQUIRE(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    const auto isUntouched = [&] {
        REQUIRE(old.open(QIODevice::ReadOnly));
        const QByteArray bytes = old.readAll();
        old.close();
        return bytes == "old" && QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 1;
    };
    Sheet sheet = sheetOf(QStringLiteral("S"), {{QStringLiteral("a"), ColumnType::Text, 0, 2}}, {});
    std::atomic<bool> cancelled = false;
    Progress progress;
    progress.cancelled = &cancelled;
    sheet.rows = 3'000;
    sheet.fill = [&](qint64 row, std::span<Cell>) { cancelled = cancelled || row == 1500; };
    const Result<Report> stopped = writeWorkbook(path, std::vector<Sheet>{sheet}, progress);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().kind == ErrorKind::Cancelled);
    CHECK(isUntouched());

    CHECK(writeWorkbook(folder.filePath(QStringLiteral("none/a.xlsx")),
                        std::vector<Sheet>{sheetOf(QStringLiteral("S"), sheet.columns, {})})
              .error()
              .code == Code("file.unwritable"));

    // A disk that fills up half-way: the library says nothing, reading the file back does.
    sheet.rows = 300'000;
    sheet.fill = [](qint64 row, std::span<Cell> cells) { cells[0] = QString::number(row * 7919 % 104'729); };
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 1'500'000;
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    const Result<Report> full = writeWorkbook(path, std::vector<Sheet>{sheet});
    REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, handler);
    REQUIRE_FALSE(full);
    CHECK(full.error().kind == ErrorKind::Io);
    CHECK(isUntouched());
}

TEST_CASE("numbers have a decimal point under a locale with a comma", "[sheet]")
{
    if (!std::setlocale(LC_ALL, "de_DE.UTF-8") && !madeCommaLocale()) {
        WARN("skipped: no locale with a decimal comma can be had");
        return;
    }
    REQUIRE(std::localeconv()->decimal_point == std::string(","));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    const bool written =
        writeWorkbook(path, std::vector<Sheet>{sheetOf(QStringLiteral("S"),
                                                       {{QStringLiteral("a"), ColumnType::Number, 0, 2}}, {{423.5}})})
            .has_value();
    std::setlocale(LC_ALL, "C.UTF-8");
    REQUIRE(written);
    CHECK(tests::readSheet(path, 1).cells.value(QStringLiteral("A2")).text == QStringLiteral("423.5"));
}

TEST_CASE("a workbook obeys the schemas of the format", "[sheet]")
{
    const QString validator = QString(tests::sharedData() + QStringLiteral("/../ooxml/validate.py"));
    const bool hasPython = QProcess::execute(QStringLiteral("/usr/bin/python3"),
                                             {QStringLiteral("-c"), QStringLiteral("import lxml")}) == 0;
    if (tests::sharedData().isEmpty() || !QFile::exists(validator) || !hasPython) {
        WARN("skipped: the schemas of Office Open XML or python3-lxml");
        return;
    }
    const QTemporaryDir folder;
    const std::vector<Column> columns = {{QStringLiteral("text"), ColumnType::Text, 0, 2},
                                         {QStringLiteral("day"), ColumnType::Date, 0, 2},
                                         {QStringLiteral("money"), ColumnType::Money, 0, 2}};
    const QString small = folder.filePath(QStringLiteral("small.xlsx"));
    const QString big = folder.filePath(QStringLiteral("big.xlsx"));
    const auto rows = std::vector<std::vector<Cell>>{{QStringLiteral("=1\r\n"), QDate(2024, 3, 5), Minor{5}}};
    REQUIRE(writeWorkbook(small, std::vector<Sheet>{sheetOf(QStringLiteral("S & T"), columns, rows),
                                                    sheetOf(QStringLiteral("U"), columns, {})}));
    Sheet sheet = sheetOf(QStringLiteral("Big"), columns, {});
    sheet.rows = 70'000;
    sheet.fill = [](qint64, std::span<Cell> cells) { cells[0] = QStringLiteral(" <a> "); };
    REQUIRE(writeWorkbook(big, std::vector<Sheet>{sheet}));
    QProcess check;
    check.start(QStringLiteral("/usr/bin/python3"), {validator, small, big});
    REQUIRE(check.waitForFinished(120'000));
    INFO(check.readAllStandardOutput().toStdString());
    CHECK(check.exitCode() == 0);
}
