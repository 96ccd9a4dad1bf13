// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the head of a book: a verdict, never more than the file holds.
#include "core/book/file_header.h"
#include "tests/fuzz/require.h"

using namespace steward::book;
using steward::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArray head(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const FileHeader header = parseFileHeader(head, head.size());
    require(header.fileSize == head.size());
    if (header.kind == FileKind::Book)
        require(static_cast<qint64>(header.pageCount) * header.pageSize <= header.fileSize);
    require((header.kind == FileKind::Empty) == head.isEmpty());
    return 0;
}
