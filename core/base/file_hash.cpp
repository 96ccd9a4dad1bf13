// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_hash.h"

#include "core/base/xxh128.h"

#include <QFile>

namespace steward {

Result<FileHash> hashOfFile(const QString& path, const Progress& progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(Code("file.unreadable"), ErrorKind::Io, {path});
    Xxh128 hasher;
    const qint64 size = file.size();
    QByteArray piece(1 << 17, Qt::Uninitialized);
    for (qint64 done = 0;;) {
        if (progress.isCancelled())
            return fail(Code("cancelled"), ErrorKind::Cancelled);
        const qint64 got = file.read(piece.data(), piece.size());
        if (got < 0)
            return fail(Code("file.unreadable"), ErrorKind::Io, {path});
        if (got == 0)
            return FileHash{hasher.finish(), size};
        hasher.add(piece.constData(), static_cast<std::size_t>(got));
        progress.at(done += got, size);
    }
}

} // namespace steward
