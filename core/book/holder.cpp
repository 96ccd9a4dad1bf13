// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/holder.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
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

/// What the system says of a process; none where it does not (/proc of Linux).
struct Life
{
    bool isOver = false;   ///< only its parent has not heard of it yet: it holds no file any more
    bool isEnding = false; ///< killed; its files are held until its memory is freed
};

std::optional<Life> lifeOf(qint64 pid)
{
    constexpr qsizetype state = 0; // numbered as behind the name, which may hold anything
    constexpr qsizetype flags = 6;
    constexpr qsizetype threads = 17;
    constexpr qsizetype pendingSignals = 28;
    constexpr ulong exiting = 0x4; // PF_EXITING of the kernel
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    if (fields.size() <= pendingSignals)
        return std::nullopt;
    const bool isLeaderDone = fields[state] == "Z" || fields[state] == "X";
    const bool isAlone = fields[threads].toInt() <= 1;
    const bool isKilled = (fields[pendingSignals].toULong() >> (SIGKILL - 1) & 1U) != 0;
    return Life{isLeaderDone && isAlone,
                isLeaderDone ? !isAlone : isKilled || (fields[flags].toULong() & exiting) != 0};
}

bool writeLine(int file, const QByteArray& line)
{
    return ::write(file, line.constData(), static_cast<std::size_t>(line.size())) == line.size();
}

/// File systems without nameless files: the name comes first, its line after it.
int createNamed(const QByteArray& path, const QByteArray& line)
{
    const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return errno;
    const int error = writeLine(file, line) ? 0 : errno;
    ::close(file);
    if (error != 0)
        ::unlink(path.constData());
    return error;
}

/// Two starters at the same instant see one winner, and nobody ever reads half a line: the file gets its name when it
/// is whole. Returns 0 or the errno.
int createExclusively(const QString& path, const QByteArray& line)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray folder = QFile::encodeName(QFileInfo(path).path());
    const int file = ::open(folder.constData(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600);
    if (file < 0)
        return errno == EACCES || errno == EROFS ? errno : createNamed(name, line);
    int error = writeLine(file, line) ? 0 : errno;
    const QByteArray handle = "/proc/self/fd/" + QByteArray::number(file);
    if (error == 0 && ::linkat(AT_FDCWD, handle.constData(), AT_FDCWD, name.constData(), AT_SYMLINK_FOLLOW) != 0)
        error = errno == EEXIST ? EEXIST : createNamed(name, line);
    ::close(file);
    return error;
}

/// Takes away the lock file that was read as stale, and no other: one that somebody wrote meanwhile is put back.
void removeStale(const QString& path, const std::optional<Holder>& stale)
{
    const QString aside = path + u'.' + QString::number(::getpid());
    if (::rename(QFile::encodeName(path).constData(), QFile::encodeName(aside).constData()) != 0)
        return;
    if (readLockFile(aside) != stale)
        ::link(QFile::encodeName(aside).constData(), QFile::encodeName(path).constData());
    QFile::remove(aside);
}

Error held(const QString& book, const Holder& holder)
{
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(holder.since.ms);
    return {bookHeld,
            ErrorKind::Held,
            {QFileInfo(book).fileName(), holder.user, holder.host, since.date(),
             since.time().toString(QStringLiteral("HH:mm"))}};
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
    if (::kill(static_cast<pid_t>(holder.pid), 0) != 0)
        return errno == ESRCH;
    const auto life = lifeOf(holder.pid);
    return life && life->isOver;
}

void awaitEnding(const QString& book, const QString& thisHost)
{
    constexpr int pauseMs = 10;
    const QDeadlineTimer until(10'000);
    for (;;) {
        const auto holder = readHolder(book);
        const auto life = holder && holder->host == thisHost ? lifeOf(holder->pid) : std::nullopt;
        if (!life || !life->isEnding || until.hasExpired())
            return;
        ::poll(nullptr, 0, pauseMs);
    }
}

Result<std::unique_ptr<HolderFile>> HolderFile::take(const QString& book, const Holder& self)
{
    const QString path = holderPath(book);
    const QByteArray line = lineOf(self);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const int error = createExclusively(path, line);
        if (error == 0)
            return std::unique_ptr<HolderFile>(new HolderFile(path, self));
        if (error == ENOSPC || error == EDQUOT)
            return fail(Code("file.no-space"), ErrorKind::Io, {book});
        if (error != EEXIST)
            return fail(Code("book.folder-not-writable"), ErrorKind::Io, {QFileInfo(book).path()});
        const auto holder = readLockFile(path);
        const bool isOurOwn = holder && holder->host == self.host && holder->pid == self.pid;
        if (holder && (isOurOwn || !isStale(*holder, self.host)))
            return tl::unexpected(held(book, *holder));
        // Of a process that died, or of none we can read: nobody is behind it.
        removeStale(path, holder);
    }
    return tl::unexpected(held(book, readLockFile(path).value_or(Holder())));
}

Status requireFree(const QString& book, const QString& thisHost)
{
    const auto holder = readHolder(book);
    return holder && !isStale(*holder, thisHost) ? tl::unexpected(held(book, *holder)) : Status();
}

HolderFile::~HolderFile()
{
    if (readLockFile(m_path) == m_self)
        QFile::remove(m_path);
}

} // namespace steward::book
