// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes: no crash, no hang, valid UTF-8 out, the same records in every chunking, and what was read survives writing
// and reading again. The first byte chooses options.
#include "core/csv/reader.h"
#include "core/csv/writer.h"
#include "tests/fuzz/require.h"

#include <QBuffer>
#include <string>
#include <vector>

using namespace steward;
using namespace steward::csv;
using fuzz::require;

namespace {

using Records = std::vector<std::vector<std::string>>;

struct Slow : QBuffer
{
    qint64 step = 1;
    qint64 readData(char* data, qint64 size) override { return QBuffer::readData(data, std::min(size, step)); }
};

Records all(Result<Reader>& reader)
{
    Records records;
    Record record;
    qint64 line = 0;
    while (reader->next(record)) {
        require(record.line > line && !record.fields.empty());
        line = record.line;
        records.emplace_back();
        for (const std::string_view field : record.fields) {
            require(QUtf8StringView(field.data(), static_cast<qsizetype>(field.size())).isValidUtf8());
            records.back().emplace_back(field);
        }
    }
    require(reader->issues().kept().size() <= 100);
    return records;
}

Options forced(const Dialect& dialect, const Options& options)
{
    Options same = options;
    same.encoding = dialect.encoding;
    same.delimiter = dialect.delimiter;
    same.quote = dialect.quote;
    same.escape = dialect.escape;
    return same;
}

void sameInPieces(const QByteArray& bytes, const Options& options, const Records& records, qint64 step)
{
    auto device = std::make_unique<Slow>();
    device->setData(bytes);
    device->step = step;
    require(device->open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    auto reader = Reader::open(std::move(device), options);
    require(reader.has_value());
    require(all(reader) == records);
}

void survivesWriting(const Records& records)
{
    QBuffer buffer;
    require(buffer.open(QIODevice::WriteOnly));
    Writer writer(buffer);
    for (const auto& record : records) {
        for (const std::string& cell : record)
            writer.cell(std::string_view(cell));
        writer.endRow();
    }
    require(writer.finish().has_value());
    if (records.empty())
        return;
    Options options;
    options.delimiter = ',';
    options.quote = '"';
    options.encoding = Encoding::Utf8;
    options.limits.issues = 100;
    auto reader = Reader::open(buffer.data(), options);
    // What was read beside many zeros can be all control characters without them.
    if (!reader && reader.error().code == Code("csv.not-text"))
        return;
    require(reader.has_value());
    require(all(reader) == records);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    if (size < 1)
        return 0;
    const unsigned choice = data[0];
    const auto bytes = QByteArray(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    Options options;
    options.limits.issues = 100;
    options.limits.field = (choice & 1) != 0 ? 64 : 4096;
    options.limits.line = (choice & 2) != 0 ? 256 : 1 << 20;
    options.limits.columns = (choice & 4) != 0 ? 8 : 4096;
    options.nul = (choice & 8) != 0 ? NulRule::Replace : NulRule::Reject;
    options.keepBlankRows = (choice & 16) != 0;
    auto reader = Reader::open(bytes, options);
    if (!reader)
        return 0;
    const Dialect dialect = reader->dialect();
    const Records records = all(reader);
    survivesWriting(records);
    // A line limit cuts where the buffer happens to end, so only there the pieces may show.
    if ((choice & 2) == 0 && !dialect.sepLine && !dialect.byteOrderMark && !reader->evidence().asciiOnly)
        sameInPieces(bytes, forced(dialect, options), records, 1 + (choice >> 5));
    return 0;
}
