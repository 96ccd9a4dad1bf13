// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/file_header.h"

#include <QFile>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace steward::book {

namespace {

constexpr qsizetype headerSize = 100;

quint32 bigEndian(const QByteArray& head, qsizetype at, int bytes = 4)
{
    quint32 value = 0;
    for (qsizetype i = at; i < at + bytes; ++i)
        value = value << 8 | static_cast<quint8>(head[i]);
    return value;
}

FileHeader only(FileKind kind)
{
    FileHeader header;
    header.kind = kind;
    return header;
}

} // namespace

FileHeader parseFileHeader(const QByteArray& head, qint64 fileSize)
{
    FileHeader header;
    header.fileSize = fileSize;
    header.kind = fileSize == 0 ? FileKind::Empty : FileKind::NoDatabase;
    if (head.size() < headerSize || std::memcmp(head.constData(), "SQLite format 3\0", 16) != 0)
        return header;
    const quint32 pageSize = bigEndian(head, 16, 2);
    header.pageSize = pageSize == 1 ? 65536 : pageSize;
    header.isWal = head[18] == 2;
    header.changeCounter = bigEndian(head, 24);
    // The page count is right only where the change counter was written together with it.
    header.pageCount = bigEndian(head, 92) == header.changeCounter ? bigEndian(head, 28) : 0;
    header.userVersion = bigEndian(head, 60);
    if (bigEndian(head, 68) != applicationId) {
        header.kind = FileKind::OtherDatabase;
        return header;
    }
    const bool isPowerOfTwo = header.pageSize >= 512 && (header.pageSize & (header.pageSize - 1)) == 0;
    const qint64 promised = qint64(header.pageCount) * header.pageSize;
    header.kind =
        isPowerOfTwo && fileSize >= promised && fileSize % header.pageSize == 0 ? FileKind::Book : FileKind::Truncated;
    return header;
}

FileHeader readFileHeader(const QString& path)
{
    struct stat status;
    const QByteArray name = QFile::encodeName(path);
    if (::stat(name.constData(), &status) != 0)
        return only(errno == ENOENT || errno == ENOTDIR ? FileKind::Missing : FileKind::Unreadable);
    if (S_ISDIR(status.st_mode))
        return only(FileKind::Directory);
    if (!S_ISREG(status.st_mode))
        return only(FileKind::Special);
    if (status.st_size > largestBook)
        return only(FileKind::TooLarge);
    const int file = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return only(FileKind::Unreadable);
    QByteArray head(headerSize, '\0');
    const ssize_t got = ::pread(file, head.data(), static_cast<std::size_t>(headerSize), 0);
    ::close(file);
    if (got < 0)
        return only(FileKind::Unreadable);
    head.truncate(got);
    return parseFileHeader(head, status.st_size);
}

} // namespace steward::book
