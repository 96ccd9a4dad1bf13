// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include "core/base/failpoint.h"

#include <QFile>
#include <QFileInfo>
#include <filesystem>
#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>
#endif

namespace steward {

namespace {

bool isDatabase(const QString& path)
{
    QFile file(path);
    // Not a pipe: opening one would wait for its writer.
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) &&
           file.read(16) == QByteArray("SQLite format 3", 16);
}

} // namespace

tl::unexpected<Error> AtomicFile::failed() const
{
    const bool full = m_file.error() == QFileDevice::ResourceError;
    return fail(full ? Code("file.no-space") : Code("file.unwritable"), ErrorKind::Io,
                {m_file.fileName(), m_file.errorString()});
}

Status AtomicFile::open()
{
    if (isDatabase(m_file.fileName()))
        return fail(Code("file.is-database"), ErrorKind::Usage, {m_file.fileName()});
    if (!m_file.open(QIODevice::WriteOnly))
        return fail(Code("file.unwritable"), ErrorKind::Io, {m_file.fileName(), m_file.errorString()});
    // QSaveFile takes over the permissions of an older file, or those of the umask.
    if (!m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failed();
    return {};
}

Status AtomicFile::write(const char* data, qint64 size)
{
    return m_file.write(data, size) == size ? Status() : abandon();
}

Status AtomicFile::abandon()
{
    // Qt takes a write that was cut short for no error, or for one without a reason: a full disk would otherwise be
    // committed as a whole file, or called a missing right.
    constexpr qint64 smallest = 64 << 10;
    const auto why = hasRoomFor(m_file.fileName(), smallest)
                         ? failed()
                         : fail(Code("file.no-space"), ErrorKind::Io, {m_file.fileName()});
    m_file.cancelWriting();
    return why;
}

Status AtomicFile::commit()
{
    failpoint("atomic-file.before-commit");
    // commit() forgets a flush that was cut short.
    if (!m_file.flush())
        return abandon();
    if (!m_file.commit())
        return failed();
    failpoint("atomic-file.after-commit");
    return syncFolder(QFileInfo(m_file.fileName()).absolutePath());
}

bool hasRoomFor(const QString& path, qint64 bytes)
{
    // The system is asked itself: a list of mounts does not know every folder, as in a container.
    std::error_code failed;
    const auto folder = std::filesystem::path(QFile::encodeName(QFileInfo(path).absolutePath()).toStdString());
    const auto space = std::filesystem::space(folder, failed);
    return failed || space.available >= static_cast<std::uintmax_t>(bytes);
}

#ifdef Q_OS_UNIX
Status syncFolder(const QString& folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // Some file systems have no fsync for folders; there the rename is as safe as it gets.
    const bool synced = handle >= 0 && (::fsync(handle) == 0 || errno == EINVAL);
    const QString reason = synced ? QString() : QString::fromLocal8Bit(std::strerror(errno));
    if (handle >= 0)
        ::close(handle);
    return synced ? Status() : fail(Code("file.unwritable"), ErrorKind::Io, {folder, reason});
}
#else
Status syncFolder(const QString&) { return {}; }
#endif

} // namespace steward
