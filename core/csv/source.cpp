// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/source.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <string_view>

namespace steward::csv {

namespace {

using namespace std::string_view_literals;

struct Magic
{
    std::string_view bytes;
    Code code;
};

/// Files that are often renamed to .csv or dropped by mistake, by their first bytes.
constexpr Magic magics[] = {
    {"\x1f\x8b"sv, Code("csv.compressed")},         // gzip
    {"\xfd\x37zXZ\0"sv, Code("csv.compressed")},    // xz
    {"\x28\xb5\x2f\xfd"sv, Code("csv.compressed")}, // zstd
    {"7z\xbc\xaf\x27\x1c"sv, Code("csv.compressed")},
    {"Rar!\x1a\x07"sv, Code("csv.compressed")},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, Code("csv.spreadsheet")}, // Excel 97
    {"%PDF-"sv, Code("csv.pdf")},
    {"SQLite format 3\0"sv, Code("csv.not-text")},
    {"\x89PNG\r\n"sv, Code("csv.not-text")},
    {"\xff\xd8\xff"sv, Code("csv.not-text")}, // JPEG
    {"\x7f"
     "ELF"sv,
     Code("csv.not-text")},
    {"{\\rtf"sv, Code("csv.not-text")},
};

std::string_view view(const QByteArray& bytes) { return {bytes.constData(), static_cast<size_t>(bytes.size())}; }

/// Some tools export an HTML or XML table under the name .csv or .xls.
bool isMarkup(const QByteArray& preview)
{
    const QByteArray start = preview.left(512).trimmed().toLower();
    for (const char* tag : {"<!doctype html", "<html", "<table", "<?xml"})
        if (start.startsWith(tag))
            return true;
    return false;
}

/// Text has next to no control characters; of arbitrary bytes they are a twelfth. Text of two or four bytes a character
/// has them too, but then it has a mark or a zero in every few bytes.
bool isBinary(std::string_view bytes)
{
    if (bytes.starts_with("\xff\xfe"sv) || bytes.starts_with("\xfe\xff"sv))
        return false;
    const auto isControl = [](char c) { return (c > 0 && c < '\t') || (c > '\r' && c < '\x1a'); };
    const auto controls = std::count_if(bytes.begin(), bytes.end(), isControl);
    const auto zeros = std::count(bytes.begin(), bytes.end(), '\0');
    const auto all = static_cast<std::ptrdiff_t>(bytes.size());
    constexpr std::ptrdiff_t few = 64;
    return controls > few && controls * 50 > all && zeros * 20 < all;
}

Code refusal(const QByteArray& preview)
{
    const std::string_view bytes = view(preview);
    if (bytes.starts_with("PK\x03\x04"sv)) {
        const bool isWorkbook = bytes.find("xl/"sv) != bytes.npos ||
                                bytes.find("opendocument.spreadsheet"sv) != bytes.npos ||
                                bytes.find("[Content_Types].xml"sv) != bytes.npos;
        for (const auto part : {"word/"sv, "ppt/"sv, "opendocument.text"sv, "opendocument.presentation"sv})
            if (bytes.find(part) != bytes.npos)
                return Code("csv.document");
        return isWorkbook ? Code("csv.spreadsheet") : Code("csv.compressed");
    }
    // Three letters can begin a column's name, so of bzip2 the mark behind its level is looked at, too.
    if (bytes.starts_with("BZh"sv) && bytes.size() >= 10 &&
        (bytes.substr(4, 6) == "1AY&SY"sv || bytes.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"sv))
        return Code("csv.compressed");
    for (const Magic& magic : magics)
        if (bytes.starts_with(magic.bytes))
            return magic.code;
    if (isMarkup(preview))
        return Code("csv.html");
    if (isBinary(bytes))
        return Code("csv.not-text");
    const bool onlyMark = bytes == "\xef\xbb\xbf"sv || bytes == "\xff\xfe"sv || bytes == "\xfe\xff"sv;
    return bytes.empty() || onlyMark ? Code("csv.empty") : Code();
}

/// A device may give less than asked for; only an empty answer is the end.
bool readPreview(QIODevice& device, qint64 wanted, Source& source)
{
    while (source.preview.size() < wanted) {
        const qint64 before = source.preview.size();
        source.preview.resize(wanted);
        const qint64 got = device.read(source.preview.data() + before, wanted - before);
        source.preview.resize(before + std::max<qint64>(got, 0));
        if (got < 0)
            return false;
        if (got == 0) {
            source.complete = true;
            break;
        }
    }
    return true;
}

} // namespace

Result<Source> openSource(std::unique_ptr<QIODevice> device, const QString& name, const Limits& limits)
{
    Source source;
    source.size = device->isSequential() ? -1 : device->size();
    if (source.size > limits.file)
        return fail(Code("csv.too-large"), ErrorKind::Failed, {name, source.size, limits.file});
    if (!readPreview(*device, std::max<qint64>(limits.preview, 4096), source))
        return fail(Code("csv.unreadable"), ErrorKind::Io, {name, device->errorString()});
    if (const Code code = refusal(source.preview); code != Code())
        return fail(code, ErrorKind::Failed, {name});
    source.device = std::move(device);
    return source;
}

Result<Source> openSource(const QString& path, const Limits& limits)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(Code("csv.not-found"), ErrorKind::NotFound, {path});
    if (!info.isFile()) // opening a pipe would wait for a writer
        return fail(Code("csv.not-a-file"), ErrorKind::Failed, {path});
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(Code("csv.unreadable"), ErrorKind::Io, {path, file->errorString()});
    return openSource(std::move(file), path, limits);
}

} // namespace steward::csv
