// SPDX-License-Identifier: GPL-3.0-or-later
// The list of hostile files: nothing crashes and each has its own answer; time and memory: limits_test.
#include "core/csv/reader.h"

#include "tests/core/csv/records.h"
#include "tests/support/printers.h"

#include <QFile>
#include <QTemporaryDir>
#include <sys/stat.h>

using namespace steward;
using namespace steward::csv;
using namespace steward::tests;
using namespace std::string_literals;

namespace {

std::string fileError(const QString& path) { return readFile(path).error; }

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace

TEST_CASE("what is no text file is refused by its own name", "[csv][hostile]")
{
    const QTemporaryDir folder;
    const auto path = [&](const char* name) { return folder.filePath(QLatin1String(name)); };
    CHECK(fileError(path("missing.csv")) == "csv.not-found");
    CHECK(fileError(folder.path()) == "csv.not-a-file");
    CHECK(fileError(QStringLiteral("/dev/zero")) == "csv.not-a-file");
    REQUIRE(::mkfifo(QFile::encodeName(path("pipe.csv")).constData(), 0600) == 0);
    CHECK(fileError(path("pipe.csv")) == "csv.not-a-file");
    const std::vector<std::pair<QByteArray, std::string>> contents = {
        {"", "csv.empty"},
        {"\xef\xbb\xbf", "csv.empty"},
        {"\xff\xfe", "csv.empty"},
        {QByteArray("\x1f\x8b\x08\0\0\0\0\0", 8), "csv.compressed"},
        {QByteArray("BZh91AY&SY\x5e\xb5", 12), "csv.compressed"},
        {QByteArray("BZh9\x17\x72\x45\x38\x50\x90", 10), "csv.compressed"},
        {QByteArray("PK\x03\x04\x14\0\x06\0[Content_Types].xml xl/workbook.xml", 44), "csv.spreadsheet"},
        {QByteArray("PK\x03\x04\x14\0\x06\0notes.txt", 17), "csv.compressed"},
        {QByteArray("PK\x03\x04\x14\0\x06\0[Content_Types].xml word/document.xml", 45), "csv.document"},
        {QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old workbook"), "csv.spreadsheet"},
        {"%PDF-1.7\n", "csv.pdf"},
        {"\n <!DOCTYPE html><html>", "csv.html"},
        {QByteArray("SQLite format 3\0\x10\0", 18), "csv.not-text"},
        {"\x89PNG\r\n\x1a\n", "csv.not-text"},
    };
    for (const auto& [bytes, code] : contents) {
        INFO(bytes.left(20).toStdString());
        write(path("file.csv"), bytes);
        CHECK(fileError(path("file.csv")) == code);
    }
}

TEST_CASE("arbitrary bytes are no table, text in two bytes a character is one", "[csv][hostile]")
{
    const QTemporaryDir folder;
    const auto path = [&](const char* name) { return folder.filePath(QLatin1String(name)); };
    QByteArray noise = "x";
    quint64 state = 1;
    for (int i = 0; i < 5'000; ++i) {
        state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        noise += static_cast<char>(state >> 56U);
    }
    write(path("noise.csv"), noise);
    CHECK(fileError(path("noise.csv")) == "csv.not-text");

    QByteArray text;
    for (int i = 0; i < 200; ++i)
        for (const char16_t letter : u"\u0410\u043a\u043c\u0435,\u0447,5\n")
            if (letter != 0)
                text.append(static_cast<char>(letter & 0xff)).append(static_cast<char>(letter >> 8));
    write(path("wide.csv"), text);
    CHECK(fileError(path("wide.csv")) == "");
}

TEST_CASE("a file that vanishes or grows while it is read is read to its end, and the change is reported",
          "[csv][hostile]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file.csv"));
    write(path, "a,b\n" + QByteArray("1,2\n").repeated(1'000'000));
    auto vanishing = Reader::open(path);
    REQUIRE(vanishing);
    Record record;
    REQUIRE(vanishing->next(record));
    REQUIRE(QFile::remove(path));
    qint64 rows = 0;
    while (vanishing->next(record))
        ++rows;
    CHECK(rows == 1'000'000);
    CHECK(vanishing->status());

    write(path, "a,b\n" + QByteArray("1,2\n").repeated(1'000'000));
    auto growing = Reader::open(path);
    REQUIRE(growing);
    REQUIRE(growing->next(record));
    QFile file(path);
    REQUIRE(file.open(QIODevice::Append));
    REQUIRE(file.write("3,4\n") == 4);
    file.close();
    while (growing->next(record)) {
    }
    CHECK(growing->issues().total(Code("csv.file-changed")) == 1);
}

TEST_CASE("encodings that are not Unicode or Latin give records, never a crash", "[csv][hostile]")
{
    struct Case
    {
        const char* what;
        std::string bytes;
        Encoding encoding;
        std::string cell; // of the second record, first field
    };
    const std::vector<Case> cases = {
        {"UTF-16LE without mark", "a\0,\0b\0\n\0x\0\xe4\0,\0y\0\n\0"s, Encoding::Utf16Le, "x\xc3\xa4"},
        {"UTF-16BE without mark", "\0a\0,\0b\0\n\0x\0\xe4\0,\0y\0\n"s, Encoding::Utf16Be, "x\xc3\xa4"},
        {"UTF-32LE", "\xff\xfe\0\0a\0\0\0,\0\0\0b\0\0\0\n\0\0\0x\0\0\0,\0\0\0y\0\0\0"s, Encoding::Utf32Le, "x"},
        {"UTF-32BE", "\0\0\xfe\xff\0\0\0a\0\0\0,\0\0\0b\0\0\0\n\0\0\0x\0\0\0,\0\0\0y"s, Encoding::Utf32Be, "x"},
        {"Latin-1", "a,b\nM\xfcller,y\n", Encoding::Windows1252, "M\xc3\xbcller"},
        {"Windows-1252",
         "a,b\nO\x92"
         "Brien,y\n",
         Encoding::Windows1252,
         "O\xe2\x80\x99"
         "Brien"},
        {"Shift-JIS", "a,b\n\x93\xfa\x96\x7b,y\n", Encoding::Windows1252, "\xe2\x80\x9c\xc3\xba\xe2\x80\x93{"},
        {"overlong and surrogate UTF-8",
         "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9,b\n\xc0\xaf\xed\xa0\x80x,y\n", Encoding::Utf8,
         "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdx"},
    };
    for (const Case& example : cases) {
        INFO(example.what);
        const Reading reading = readBytes(example.bytes);
        CHECK(reading.dialect.encoding == example.encoding);
        REQUIRE(reading.records.size() == 2);
        CHECK(reading.records[1][0] == example.cell);
    }
}

TEST_CASE("a file that is ASCII for a long time is not taken for damaged UTF-8", "[csv][hostile]")
{
    std::string text = "a,b\n";
    while (text.size() < (2U << 20))
        text += "12345,67890\n";
    const Reading reading = readBytes(text + "M\xfcller,y\n");
    CHECK(reading.records.back()[0] == "M\xc3\xbcller");
    CHECK(reading.issues.empty());
}

TEST_CASE("control sequences, text direction marks and many values are data", "[csv][hostile]")
{
    CHECK(recordsOf("a,b\n\x1b[31mred,\xe2\x80\xae"
                    "abc\n")[1] == std::vector<std::string>{"\x1b[31mred", "\xe2\x80\xae"
                                                                           "abc"});
    std::string text = "id,currency\n";
    for (int row = 0; row < 100'000; ++row)
        text += std::to_string(row) + ",C" + std::to_string(row) + "\n";
    CHECK(readBytes(text).records.size() == 100'001);
}
