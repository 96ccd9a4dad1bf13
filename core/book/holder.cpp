// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/holder.h"

#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

namespace steward::book {

namespace {

/// One line of four fields and a version; tabs and line ends cannot be in any of them.
QByteArray lineOf(const Holder& holder)
{
    const QStringList fields{holder.user, holder.host, QString::number(holder.pid), QString::number(holder.since.ms),
                             holder.version};
    return fields.join(u'\t').toUtf8() + '\n';
}

std::optional<Holder> holderOf(const QByteArray& line)
{
    const QStringList fields = QString::fromUtf8(line).chopped(line.endsWith('\n') ? 1 : 0).split(u'\t');
    if (fields.size() != 5)
        return std::nullopt;
    bool isPid = false;
    bool isInstant = false;
    const Holder holder{
        fields[0], fields[1], fields[2].toLongLong(&isPid), fields[4], {fields[3].toLongLong(&isInstant)}};
    return isPid && isInstant && holder.pid > 0 ? std::optional(holder) : std::nullopt;
}

QString userName()
{
    const passwd* entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::getuid());
}

std::optional<Holder> readLockFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? holderOf(file.read(4096)) : std::nullopt;
}

/// O_EXCL is what makes two starters at the same instant see one winner.
bool createExclusively(const QString& path, const QByteArray& line)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    const bool isWritten = ::write(file, line.constData(), static_cast<std::size_t>(line.size())) == line.size();
    const int error = errno;
    ::close(file);
    if (!isWritten)
        ::unlink(QFile::encodeName(path).constData());
    errno = error;
    return isWritten;
}

} // namespace

Holder thisProcess(const QString& version, Instant now)
{
    return {userName(), QSysInfo::machineHostName(), ::getpid(), version, now};
}

QString holderPath(const QString& book)
{
    const QFileInfo info(book);
    return info.path() + QStringLiteral("/.") + info.fileName() + QStringLiteral(".lock");
}

std::optional<Holder> readHolder(const QString& book) { return readLockFile(holderPath(book)); }

bool isStale(const Holder& holder, const QString& thisHost)
{
    if (holder.host != thisHost)
        return false;
    return ::kill(static_cast<pid_t>(holder.pid), 0) != 0 && errno == ESRCH;
}

Result<std::unique_ptr<HolderFile>> HolderFile::take(const QString& book, const Holder& self)
{
    const QString path = holderPath(book);
    const QByteArray line = lineOf(self);
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (createExclusively(path, line))
            return std::unique_ptr<HolderFile>(new HolderFile(path, self));
        if (errno != EEXIST)
            return fail(Code("book.folder-not-writable"), ErrorKind::Io, {QFileInfo(book).path()});
        const auto holder = readLockFile(path);
        const bool isOurOwn = holder && holder->host == self.host && holder->pid == self.pid;
        if (holder && (isOurOwn || !isStale(*holder, self.host)))
            return fail(bookHeld, ErrorKind::Held,
                        {QFileInfo(book).fileName(), holder->user, holder->host, isoText(holder->since)});
        // Of a process that died, or of none we can read: nobody is behind it.
        QFile::remove(path);
    }
    return fail(bookHeld, ErrorKind::Held, {QFileInfo(book).fileName(), QString(), QString(), QString()});
}

HolderFile::~HolderFile()
{
    if (readLockFile(m_path) == m_self)
        QFile::remove(m_path);
}

} // namespace steward::book
