// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/csv/records.h"
#include "tests/support/printers.h"
#include "tests/support/shared_data.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <map>

using namespace steward;
using namespace steward::csv;
using namespace steward::tests;

namespace {

/// Empty where the clone stands alone: the caller returns.
QString dataFolder(const char* folder)
{
    const QString data = sharedData();
    if (data.isEmpty()) {
        WARN("skipped: no shared data");
        return {};
    }
    return data + u'/' + QLatin1String(folder);
}

QJsonDocument json(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    REQUIRE_FALSE(document.isNull());
    return document;
}

std::string text(const QJsonValue& value) { return value.toString().toStdString(); }

Records rows(const QJsonArray& array)
{
    Records records;
    for (const QJsonValue row : array) {
        records.emplace_back();
        const QJsonArray cells = row.toArray();
        for (const QJsonValue cell : cells)
            records.back().push_back(text(cell));
    }
    return records;
}

/// Header and records as the objects that the JSON files hold.
std::vector<std::map<std::string, std::string>> objects(const Records& records)
{
    std::vector<std::map<std::string, std::string>> all;
    for (size_t row = 1; row < records.size(); ++row) {
        all.emplace_back();
        for (size_t column = 0; column < records[row].size() && column < records[0].size(); ++column)
            all.back()[records[0][column]] = records[row][column];
    }
    return all;
}

std::vector<std::map<std::string, std::string>> objects(const QJsonArray& array)
{
    std::vector<std::map<std::string, std::string>> all;
    for (const QJsonValue entry : array) {
        all.emplace_back();
        const QJsonObject object = entry.toObject();
        for (auto at = object.begin(); at != object.end(); ++at)
            all.back()[at.key().toStdString()] = text(at.value());
    }
    return all;
}

/// The records as JSON without blanks: what the expectations hash.
QByteArray canonical(const Records& records)
{
    QByteArray out("[");
    for (const auto& record : records) {
        out += out.size() > 1 ? ",[" : "[";
        for (size_t at = 0; at < record.size(); ++at) {
            out += at > 0 ? ",\"" : "\"";
            for (const char letter : record[at]) {
                const auto byte = static_cast<unsigned char>(letter);
                const char* const simple = letter == '\n'   ? "\\n"
                                           : letter == '\r' ? "\\r"
                                           : letter == '\t' ? "\\t"
                                           : letter == '\f' ? "\\f"
                                                            : nullptr;
                if (simple != nullptr)
                    out += simple;
                else if (letter == '"' || letter == '\\')
                    out += QByteArray("\\") + letter;
                else if (byte < 0x20)
                    out += "\\u" + QByteArray::number(byte, 16).rightJustified(4, '0');
                else
                    out += letter;
            }
            out += '"';
        }
        out += ']';
    }
    return out + ']';
}

} // namespace

TEST_CASE("csv-spectrum: 11 of 11 files give their objects", "[csv][conformance]")
{
    const QString folder = dataFolder("csv_conformance/csv-spectrum");
    if (folder.isEmpty())
        return;
    const QStringList names = QDir(folder + QStringLiteral("/csvs")).entryList(QDir::Files);
    CHECK(names.size() == 11);
    for (const QString& name : names) {
        INFO(name.toStdString());
        QFile file(folder + QStringLiteral("/csvs/") + name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        // A copy whose line ends were turned into LF on the way has lost what these files are about; the JSON has not.
        if (name.contains(QStringLiteral("_crlf")) && !bytes.contains('\r'))
            bytes.replace("\n", "\r\n");
        const Reading reading = readAll(Reader::open(bytes));
        const QString expected =
            folder + QStringLiteral("/json/") + QString(name).replace(QStringLiteral(".csv"), QStringLiteral(".json"));
        CHECK(objects(reading.records) == objects(json(expected).array()));
        CHECK(reading.issues.empty());
    }
}

TEST_CASE("csv-test-data: every good file gives its rows, each of the seven bad ones is refused or reported",
          "[csv][conformance]")
{
    const QString folder = dataFolder("csv_conformance/csv-test-data");
    if (folder.isEmpty())
        return;
    const QStringList names = QDir(folder + QStringLiteral("/csv")).entryList(QDir::Files);
    CHECK(names.size() == 25);
    const std::map<QString, std::string> bad = {
        {QStringLiteral("bad-header-less-fields.csv"), "csv.short-row"},
        {QStringLiteral("bad-header-more-fields.csv"), "csv.long-row"},
        {QStringLiteral("bad-header-no-header.csv"), "csv.empty"},
        {QStringLiteral("bad-missing-quote.csv"), "csv.quote-unclosed"},
        {QStringLiteral("bad-quotes-with-unescaped-quote.csv"), "csv.quote-inside"},
        {QStringLiteral("bad-unescaped-quote.csv"), "csv.quote-bare"},
    };
    for (const QString& name : names) {
        INFO(name.toStdString());
        Options options;
        options.keepBlankRows = true; // all-empty and empty-one-column expect rows of one empty field
        const Reading reading = readFile(folder + QStringLiteral("/csv/") + name, options);
        if (const auto known = bad.find(name); known != bad.end()) {
            CHECK((reading.error == known->second || reading.says(known->second)));
            continue;
        }
        if (name == QStringLiteral("bad-header-wrong-header.csv"))
            continue; // a header without rows, reported as "csv.no-rows" by the table reader: table_test
        CHECK(reading.issues.empty());
        const QJsonArray expected = json(folder + QStringLiteral("/json/") +
                                         QString(name).replace(QStringLiteral(".csv"), QStringLiteral(".json")))
                                        .array();
        if (expected.isEmpty() || expected.first().isObject())
            CHECK(objects(reading.records) == objects(expected));
        else
            CHECK(reading.records == rows(expected));
    }
}

namespace {

/// Why a case of Papa Parse is not ours, or nullptr.
const char* notApplicable(int number, const QJsonObject& config)
{
    if (!config.value(QStringLiteral("comments")).isUndefined() &&
        config.value(QStringLiteral("comments")) != QJsonValue(5))
        return "comment lines: exports have none, and '#' begins real cells";
    if (config.contains(QStringLiteral("preview")))
        return "stopping early is the caller's loop";
    if (config.contains(QStringLiteral("header")))
        return "renamed headers: layout_test";
    switch (number) {
    case 19:
    case 21:
    case 22:
    case 23:
        return "an unclosed quote must not swallow the rest of the file: reader_test";
    default:
        return nullptr;
    }
}

} // namespace

TEST_CASE("Papa Parse: the core cases that apply give the same records", "[csv][conformance]")
{
    const QString folder = dataFolder("csv_conformance/papaparse");
    if (folder.isEmpty())
        return;
    const QJsonArray cases =
        json(folder + QStringLiteral("/cases.json")).object().value(QStringLiteral("CORE_PARSER_TESTS")).toArray();
    CHECK(cases.size() == 62);
    int applied = 0;
    std::map<std::string, int> left;
    for (int number = 0; number < cases.size(); ++number) {
        const QJsonObject example = cases[number].toObject();
        const QJsonObject config = example.value(QStringLiteral("config")).toObject();
        const std::string input = text(example.value(QStringLiteral("input")));
        INFO(number << ' ' << text(example.value(QStringLiteral("description"))));
        if (const char* reason = notApplicable(number, config)) {
            ++left[reason];
            continue;
        }
        ++applied;
        Options options;
        options.keepBlankRows = true;
        options.delimiter = ',';
        Records expected =
            rows(example.value(QStringLiteral("expected")).toObject().value(QStringLiteral("data")).toArray());
        // Papa counts what stands behind the last line end as one more row.
        if (input.ends_with('\n') && expected.back() == std::vector<std::string>{""})
            expected.pop_back();
        const Reading reading = readBytes(input, options);
        CHECK(reading.records == expected);
        CHECK((reading.error.empty() || (reading.error == "csv.empty" && input.empty())));
        const bool faulty =
            !example.value(QStringLiteral("expected")).toObject().value(QStringLiteral("errors")).toArray().isEmpty();
        CHECK((!faulty || reading.says("csv.quote-inside")));
    }
    CHECK(applied == 42);
    CHECK(left.size() == 4);
}

TEST_CASE("where three parsers agree on a file, it gives the same records", "[csv][conformance]")
{
    const QString folder = dataFolder("");
    if (folder.isEmpty())
        return;
    const QJsonObject all = json(folder + QStringLiteral("csv_expectations.json")).object();
    int agreed = 0;
    QStringList otherwise;
    for (auto at = all.begin(); at != all.end(); ++at) {
        const QJsonObject expected = at.value().toObject();
        if (expected.value(QStringLiteral("agree")).toString() != QStringLiteral("all3"))
            continue;
        INFO(at.key().toStdString());
        ++agreed;
        Options options;
        options.delimiter = expected.value(QStringLiteral("delim")).toString().at(0).toLatin1();
        const Reading reading = readFile(folder + at.key(), options);
        CHECK(reading.records.size() == size_t(expected.value(QStringLiteral("records")).toInt()));
        const QByteArray wanted = expected.value(QStringLiteral("canonical_sha256")).toString().toLatin1();
        const auto hashOf = [](const Records& records) {
            return QCryptographicHash::hash(canonical(records), QCryptographicHash::Sha256).toHex();
        };
        CHECK((hashOf(reading.records) == wanted));
        if (hashOf(readFile(folder + at.key()).records) != wanted)
            otherwise << at.key().section(u'/', 1);
    }
    CHECK(agreed == 110);
    // The exceptions: ragged files of commas. The three parsers were told "|" and saw one column; left to find the
    // delimiter itself, Steward takes the comma, as Papa Parse does.
    CHECK(otherwise == QStringList{QStringLiteral("csv-test-data/csv/bad-header-less-fields.csv"),
                                   QStringLiteral("csvkit/join_a_short.csv"),
                                   QStringLiteral("csvkit/test_empty_columns.csv"),
                                   QStringLiteral("csvkit/test_empty_columns_short_row.csv"),
                                   QStringLiteral("csvkit/test_extra_header.csv"),
                                   QStringLiteral("csvkit/test_join_short_rows.csv")});
}

TEST_CASE("one table in fifteen encodings and dialects gives the same 85 records", "[csv][conformance]")
{
    const QString folder = dataFolder("derived_encodings");
    if (folder.isEmpty())
        return;
    const QDir dir(folder);
    const Records reference = readFile(dir.filePath(QStringLiteral("maven_accounts.reference.utf8.csv"))).records;
    REQUIRE(reference.size() == 86);
    const QStringList names = dir.entryList(QDir::Files);
    CHECK(names.size() == 15);
    for (const QString& name : names) {
        INFO(name.toStdString());
        const Reading reading = readFile(dir.filePath(name));
        if (name == QStringLiteral("maven_accounts.invalid_utf8_bytes.csv")) {
            CHECK(reading.records.size() == 86);
            CHECK(reading.issues == std::vector<Issue>{{Code("csv.invalid-bytes"), 4, 1, QStringLiteral("FF")},
                                                       {Code("csv.invalid-bytes"), 4, 1, QStringLiteral("C3")}});
            CHECK(reading.records[3][0] == "O\xe2\x80\x99"
                                           "B\xef\xbf\xbd\xef\xbf\xbd(rien \xe2\x80\x93 D\xc3\xa9j\xc3\xa0 Vu");
            continue;
        }
        CHECK(reading.issues.empty());
        Records expected = reference;
        if (name == QStringLiteral("maven_accounts.latin1_semicolon_crlf.csv"))
            expected[3][0] = "O?Brien ? D\xc3\xa9j\xc3\xa0 Vu"; // Latin-1 has neither the apostrophe nor the dash
        CHECK(reading.records == expected);
    }
}

TEST_CASE("tab-separated sentences with quotes in them are 1,000 records of two fields", "[csv][conformance]")
{
    const QString folder = dataFolder("sentiment_uci");
    if (folder.isEmpty())
        return;
    for (const QString& name : {QStringLiteral("amazon_cells_labelled.txt"), QStringLiteral("yelp_labelled.txt")}) {
        INFO(name.toStdString());
        const Reading reading = readFile(folder + u'/' + name);
        CHECK(reading.dialect.delimiter == '\t');
        CHECK(reading.dialect.quote == 0);
        CHECK(reading.records.size() == 1000);
        CHECK(reading.issues.empty());
        int positive = 0;
        for (const auto& record : reading.records)
            positive += record.size() == 2 && record[1] == "1";
        CHECK(positive == 500);
    }
}

TEST_CASE("business exports are recognised without help and without complaint", "[csv][conformance]")
{
    const QString folder = dataFolder("");
    if (folder.isEmpty())
        return;
    for (const char* kind : {"cloudnest", "customer360", "maven_crm", "mrr_playbook", "ravenstack", "ravenstack_crlf",
                             "salesforce_dataloader", "telco"}) {
        const QDir dir(folder + QLatin1String(kind));
        const QFileInfoList files = dir.entryInfoList({QStringLiteral("*.csv")}, QDir::Files);
        CHECK_FALSE(files.isEmpty());
        for (const QFileInfo& file : files) {
            INFO(file.filePath().toStdString());
            const Reading reading = readFile(file.filePath());
            CHECK(reading.error.empty());
            CHECK(reading.issues.empty());
            CHECK(reading.dialect.delimiter == ',');
            CHECK(reading.records.size() > 1);
        }
    }
}
