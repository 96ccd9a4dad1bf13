// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/reader.h"

#include "core/csv/sniff.h"
#include "tests/core/csv/records.h"
#include "tests/support/printers.h"

#include <QBuffer>

using namespace steward;
using namespace steward::csv;
using namespace steward::tests;
using namespace std::string_literals;

namespace {

struct Case
{
    const char* what;
    std::string text;
    Records records;
};

/// One byte a read, as a slow pipe gives them.
class Dripping : public QBuffer
{
protected:
    qint64 readData(char* data, qint64 size) override { return QBuffer::readData(data, std::min<qint64>(size, 1)); }
};

Reading readDripping(const std::string& text, const Options& options = {})
{
    auto device = std::make_unique<Dripping>();
    device->setData(QByteArray::fromStdString(text));
    REQUIRE(device->open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    Options small = options;
    small.limits.preview = 1; // as small as it gets: the rest arrives byte by byte
    return readAll(Reader::open(std::move(device), small));
}

const std::vector<Case> wellFormed = {
    {"quotes hold delimiters, quotes and line breaks",
     "a,\"b,1\",\"c \"\"d\"\"\",\"e\r\nf\"\r\n1,2,3,4\r\n",
     {{"a", "b,1", "c \"d\"", "e\r\nf"}, {"1", "2", "3", "4"}}},
    {"line feeds", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
    {"carriage returns", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}},
    {"line ends of every kind", "a,b\r\n1,2\r3,4\n5,6", {{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}}},
    {"no line end at the end", "a,b\n1,", {{"a", "b"}, {"1", ""}}},
    {"empty quoted fields", "a,b\n\"\",\"\"\n", {{"a", "b"}, {"", ""}}},
    {"blanks around unquoted text are data", " a , b\n1 ,\t2\n", {{" a ", " b"}, {"1 ", "\t2"}}},
    {"blanks behind a closing quote are not", "a,b\n\"1\" ,\"2\"\t\n", {{"a", "b"}, {"1", "2"}}},
    {"vertical tab and U+2028 are data",
     "a,b\n1\v2,3\xe2\x80\xa8"
     "4\n",
     {{"a", "b"},
      {"1\v2", "3\xe2\x80\xa8"
               "4"}}},
    {"sep= names the delimiter", "sep=;\r\na;b\r\n1;2\r\n", {{"a", "b"}, {"1", "2"}}},
    {"a column may begin with the letters of bzip2", "BZhome,b\n1,2\n", {{"BZhome", "b"}, {"1", "2"}}},
    {"tabs", "a\tb\n1\t2\n", {{"a", "b"}, {"1", "2"}}},
    {"pipes", "a|b\n1|2\n", {{"a", "b"}, {"1", "2"}}},
    {"semicolons and decimal commas",
     "a;b;c\n1,5;2,5;3,5\n2,5;3,5;4,5\n",
     {{"a", "b", "c"}, {"1,5", "2,5", "3,5"}, {"2,5", "3,5", "4,5"}}},
    {"commas and lists with semicolons",
     "id,tags\n1,x;y\n2,x\n3,y;z;a\n",
     {{"id", "tags"}, {"1", "x;y"}, {"2", "x"}, {"3", "y;z;a"}}},
    {"single quotes", "'a','b'\n'1,5','it''s'\n", {{"a", "b"}, {"1,5", "it's"}}},
    {"backslash escapes",
     "a,b\n\"say \\\"hi\\\", you\",2\n\"x\\\\\",4\n",
     {{"a", "b"}, {"say \"hi\", you", "2"}, {"x\\", "4"}}},
    {"one column", "name\nAda\nGrace\n", {{"name"}, {"Ada"}, {"Grace"}}},
    {"a quote in an unquoted field", "a,b\n5\" screen,x \"y\" z\n", {{"a", "b"}, {"5\" screen", "x \"y\" z"}}},
};

} // namespace

TEST_CASE("well-formed text gives its records, whole or byte by byte", "[csv]")
{
    for (const Case& example : wellFormed) {
        INFO(example.what);
        CHECK(readBytes(example.text).records == example.records);
        Options options;
        const Dialect dialect = readBytes(example.text).dialect;
        options.delimiter = dialect.delimiter;
        options.quote = dialect.quote;
        options.escape = dialect.escape;
        CHECK(readDripping(example.text, options).records == example.records);
    }
}

TEST_CASE("long files of all kinds of fields are the same in every chunking", "[csv]")
{
    std::string text = "id,name,note\n";
    Records expected{{"id", "name", "note"}};
    for (int row = 0; row < 20'000; ++row) {
        const std::string id = std::to_string(row);
        const std::string note(static_cast<size_t>(row % 97), 'x');
        text += id + ",\"N\xc3\xa9" + id + ", \"\"Inc\"\"\",\"" + note + (row % 3 == 0 ? "\r\n" : "") + "\"\r\n";
        expected.push_back({id, "N\xc3\xa9" + id + ", \"Inc\"", note + (row % 3 == 0 ? "\r\n" : "")});
    }
    const Reading reading = readBytes(text);
    CHECK(reading.records == expected);
    CHECK(reading.issues.empty());
    CHECK(reading.lines.back() == 1 + 20'000 + 6'667);
}

TEST_CASE("records tell the line where they start", "[csv]")
{
    const Reading reading = readBytes("a,b\n\n\"1\n\n2\",3\r\n4,5\r\r6,7\n");
    CHECK(reading.lines == std::vector<qint64>{1, 3, 6, 8});
    CHECK(reading.blankRows == 2);
    CHECK(readBytes("sep=;\na;b\n").lines == std::vector<qint64>{2});
}

TEST_CASE("a zero behind sep= is no delimiter", "[csv]")
{
    const std::string_view bytes("sep=\0\r\na,b\r\n1,2\r\n", 18);
    const Sniffed sniffed = sniff(bytes, true);
    CHECK_FALSE(sniffed.dialect.sepLine);
    CHECK(sniffed.dialect.delimiter == ',');
}

TEST_CASE("blank rows are kept when asked for", "[csv]")
{
    Options options;
    options.keepBlankRows = true;
    CHECK(recordsOf("a\n\nb\n", options) == Records{{"a"}, {""}, {"b"}});
    CHECK(recordsOf("\n\n", options) == Records{{""}, {""}});
    CHECK(recordsOf("a\n\"\"\n") == Records{{"a"}, {""}});
}

TEST_CASE("ragged rows are reported and handed out", "[csv]")
{
    const Reading reading = readBytes("a,b,c\n1,2\n1,2,3,4\n1,2,3\n");
    CHECK(reading.records == Records{{"a", "b", "c"}, {"1", "2"}, {"1", "2", "3", "4"}, {"1", "2", "3"}});
    CHECK(reading.issues == std::vector<Issue>{{Code("csv.short-row"), 2, 2, QStringLiteral("1")},
                                               {Code("csv.long-row"), 3, 4, QStringLiteral("1")}});
}

TEST_CASE("a quote that never closes does not swallow the rows behind it", "[csv]")
{
    struct Broken
    {
        std::string text;
        Records records;
        qint64 line;
        int column;
    };
    const std::vector<Broken> examples = {
        {"a,b\n1,\"open\n2,x\n3,y\n", {{"a", "b"}, {"1", "\"open"}, {"2", "x"}, {"3", "y"}}, 2, 2},
        {"\"a,b\n1,2\n3,4\n", {{"\"a", "b"}, {"1", "2"}, {"3", "4"}}, 1, 1},
        {"a,b\n1,2\n3,\"x", {{"a", "b"}, {"1", "2"}, {"3", "\"x"}}, 3, 2},
        {"a,b\n1,\"open\n2,\"fine\"\n3,\"y\"\n", {{"a", "b"}, {"1", "\"open"}, {"2", "fine"}, {"3", "y"}}, 2, 2},
        {"a,b\n\"x\n\ny\",\"open\n2,z\n", {{"a", "b"}, {"x\n\ny", "\"open"}, {"2", "z"}}, 4, 2},
    };
    for (const Broken& example : examples) {
        INFO(example.text);
        Options options;
        options.delimiter = ',';
        const Reading reading = readBytes(example.text, options);
        CHECK(reading.records == example.records);
        REQUIRE(reading.says("csv.quote-unclosed"));
        CHECK(reading.issues.front().line == example.line);
        CHECK(reading.issues.front().column == example.column);
        CHECK(readDripping(example.text, options).records == example.records);
    }
}

TEST_CASE("stray quotes are data and reported", "[csv]")
{
    const Reading inside = readBytes("a,b\n\"a \"good\" one\",2\n");
    CHECK(inside.records == Records{{"a", "b"}, {"a \"good\" one", "2"}});
    CHECK(inside.issues == std::vector<Issue>{{Code("csv.quote-inside"), 2, 1, QStringLiteral("\"good\" one\",2")}});
    const Reading bare = readBytes("a,b\n1,a \"good\" one\n");
    CHECK(bare.issues == std::vector<Issue>{{Code("csv.quote-bare"), 2, 2, QStringLiteral("\"good\" one")}});
}

TEST_CASE("a NUL rejects its record, or is replaced when asked for", "[csv]")
{
    const std::string text = "a,b\n1\0,2\n3,4\n\"\0\"\"\",5\n"s;
    const Reading rejected = readBytes(text);
    CHECK(rejected.flaws == std::vector<std::string>{"", "csv.nul", "", "csv.nul"});
    CHECK(rejected.issues[0] == Issue{Code("csv.nul"), 2, 1, QString()});
    CHECK(rejected.records[2] == std::vector<std::string>{"3", "4"});
    Options options;
    options.nul = NulRule::Replace;
    const Reading replaced = readBytes(text, options);
    CHECK(replaced.records == Records{{"a", "b"}, {"1\xef\xbf\xbd", "2"}, {"3", "4"}, {"\xef\xbf\xbd\"", "5"}});
    CHECK(replaced.flaws == std::vector<std::string>{"", "", "", ""});
    REQUIRE(replaced.issues.size() == 2);
    CHECK(replaced.issues[1] == Issue{Code("csv.nul-replaced"), 4, 1, QStringLiteral("00")});
}

TEST_CASE("limits cut the record and reading goes on behind it", "[csv]")
{
    Options options;
    options.delimiter = ',';
    SECTION("field")
    {
        options.limits.field = 10;
        const Reading reading = readBytes("a,b\n1,12345678901\n2,1234567890\n\"12345678901\",3\n", options);
        CHECK(reading.flaws == std::vector<std::string>{"", "csv.field-too-long", "", "csv.field-too-long"});
    }
    SECTION("a field is cut between characters")
    {
        options.limits.field = 10;
        std::string letters = "x";
        for (int letter = 0; letter < 1000; ++letter)
            letters += "\xc3\xa9";
        CHECK(readBytes("a,b\n1," + letters + "\n", options).records[1][1] == letters.substr(0, 1023));
    }
    SECTION("a field longer than the buffer")
    {
        options.limits.field = 1000;
        const Reading reading = readBytes("a,b\n1," + std::string(5'000'000, 'x') + ",y\n2,z\n", options);
        CHECK(reading.flaws == std::vector<std::string>{"", "csv.field-too-long", ""});
        CHECK(reading.records.back() == std::vector<std::string>{"2", "z"});
        CHECK(reading.lines == std::vector<qint64>{1, 2, 3});
    }
    SECTION("columns")
    {
        options.limits.columns = 3;
        const Reading reading = readBytes("1,2,3\n1,2,3,4,5\n1,2,3\n", options);
        CHECK(reading.flaws == std::vector<std::string>{"", "csv.too-many-columns", ""});
        CHECK(reading.records[1].size() == 3);
    }
    SECTION("line")
    {
        options.limits.line = 1 << 20;
        std::string wide = "1";
        for (int column = 0; column < 3000; ++column)
            wide += "," + std::string(1000, 'x');
        const Reading reading = readBytes("a\n" + wide + "\nb\n", options);
        CHECK(reading.flaws == std::vector<std::string>{"", "csv.line-too-long", ""});
        CHECK(reading.records.back() == std::vector<std::string>{"b"});
    }
    SECTION("line without a delimiter")
    {
        options.limits.line = 256;
        for (const std::string& start : {std::string(), std::string("\"")}) {
            const Reading reading = readBytes("a\n" + start + std::string(70'000, 'x') + "\nb\n", options);
            CHECK(reading.flaws == std::vector<std::string>{"", "csv.line-too-long", ""});
            CHECK(reading.records[1] == std::vector<std::string>{std::string(1024, 'x')});
            CHECK(reading.records.back() == std::vector<std::string>{"b"});
        }
    }
    SECTION("file")
    {
        options.limits.file = 10;
        CHECK(readBytes("0123456789a", options).error == "csv.too-large");
    }
    SECTION("issues are counted beyond what is kept")
    {
        options.limits.issues = 5;
        std::string text = "a,b\n";
        for (int row = 0; row < 100; ++row)
            text += "1\n";
        auto reader = Reader::open(QByteArray::fromStdString(text), options);
        REQUIRE(reader);
        Record record;
        while (reader->next(record)) {
        }
        CHECK(reader->issues().kept().size() == 5);
        CHECK(reader->issues().total(Code("csv.short-row")) == 100);
    }
}
