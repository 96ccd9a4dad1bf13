// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSaveFile>

namespace steward {

/// A file that appears whole or not at all: written beside its place under a private name, synced, renamed, and the
/// folder synced. Only its owner may read it (0600). Without commit() nothing is left behind and an older file stays as
/// it was. A database, as a book is one, is never replaced. Errors, argument 1 is the path: "file.unwritable",
/// "file.no-space", "file.is-database".
class AtomicFile
{
public:
    explicit AtomicFile(const QString& path)
        : m_file(path)
    {
    }

    [[nodiscard]] Status open();
    [[nodiscard]] Status write(const char* data, qint64 size);
    [[nodiscard]] Status write(const QByteArray& bytes) { return write(bytes.constData(), bytes.size()); }
    /// For writers that want a device; what fails there is told by commit().
    [[nodiscard]] QIODevice& device() { return m_file; }
    /// Gives up after a write that failed or was cut short: the older file stays. Returns why.
    [[nodiscard]] Status abandon();
    [[nodiscard]] Status commit();

private:
    [[nodiscard]] tl::unexpected<Error> failed() const;
    QSaveFile m_file;
};

/// False where the disk of a file is known to have fewer bytes left for us; true also where nobody can tell.
[[nodiscard]] bool hasRoomFor(const QString& path, qint64 bytes);

/// Makes a rename or a new name in the folder survive a power cut. Does nothing where the system has no such call.
/// Error: "file.unwritable".
[[nodiscard]] Status syncFolder(const QString& folder);

} // namespace steward
