// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sheet/package_check.h"

#include "core/base/zip_library.h"

#include <QFile>
#include <array>
#include <memory>
#include <string_view>

namespace steward::sheet {

namespace {

struct Close
{
    void operator()(zip_t* archive) const { ZipLibrary::get()->zip_discard(archive); }
    void operator()(zip_file_t* file) const { ZipLibrary::get()->zip_fclose(file); }
};

/// Counts a short text in a stream of pieces.
class Counter
{
public:
    void feed(std::string_view piece)
    {
        for (const char c : piece) {
            m_matched = c == wanted[m_matched] ? m_matched + 1 : (c == wanted[0] ? 1 : 0);
            if (m_matched == wanted.size()) {
                ++m_count;
                m_matched = 0;
            }
        }
    }
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    static constexpr std::string_view wanted = "<c ";
    std::size_t m_matched = 0;
    qint64 m_count = 0;
};

struct Part
{
    qint64 cells = 0;
    bool isWhole = false;
};

Part readPart(const ZipLibrary& zip, zip_t* archive, zip_uint64_t index)
{
    const std::unique_ptr<zip_file_t, Close> file(zip.zip_fopen_index(archive, index, 0));
    Part part;
    if (!file)
        return part;
    std::array<char, 65'536> buffer;
    Counter cells;
    char last = 0;
    zip_int64_t size = 0;
    while ((size = zip.zip_fread(file.get(), buffer.data(), buffer.size())) > 0) {
        const std::string_view piece(buffer.data(), static_cast<std::size_t>(size));
        cells.feed(piece);
        if (const std::size_t end = piece.find_last_not_of(" \r\n"); end != std::string_view::npos)
            last = piece[end];
    }
    part.cells = cells.count();
    part.isWhole = size == 0 && last == '>';
    return part;
}

} // namespace

bool isWholePackage(const QString& path, std::span<const qint64> cellsOfSheet)
{
    if (!ZipLibrary::get())
        return false;
    const ZipLibrary& zip = *ZipLibrary::get();
    const std::unique_ptr<zip_t, Close> archive(zip.zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr));
    if (!archive)
        return false;
    const zip_int64_t parts = zip.zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < parts; ++i)
        if (!readPart(zip, archive.get(), static_cast<zip_uint64_t>(i)).isWhole)
            return false;
    for (std::size_t i = 0; i < cellsOfSheet.size(); ++i) {
        const QByteArray name = "xl/worksheets/sheet" + QByteArray::number(static_cast<qulonglong>(i + 1)) + ".xml";
        const zip_int64_t index = zip.zip_name_locate(archive.get(), name.constData(), 0);
        if (index < 0 || readPart(zip, archive.get(), static_cast<zip_uint64_t>(index)).cells != cellsOfSheet[i])
            return false;
    }
    return true;
}

} // namespace steward::sheet
