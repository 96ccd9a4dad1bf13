// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_socket.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

/// Sockets of POSIX with a name in the temp folder.
namespace steward {

namespace {

constexpr qsizetype longestLine = 65'536;
constexpr int pauseMs = 10;

/// Not for programs that this one starts; never waited for but in poll().
Handle ours(int file)
{
    Handle handle(file);
    if (file >= 0) {
        ::fcntl(file, F_SETFD, FD_CLOEXEC);
        ::fcntl(file, F_SETFL, O_NONBLOCK);
    }
    return handle;
}

Handle newSocket() { return ours(::socket(AF_UNIX, SOCK_STREAM, 0)); }

QByteArray pathOf(const QString& name) { return QFile::encodeName(QDir::temp().filePath(name)); }

/// None where the path is too long for a socket.
std::optional<sockaddr_un> addressOf(const QByteArray& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= qsizetype(sizeof address.sun_path))
        return std::nullopt;
    std::copy(path.begin(), path.end(), address.sun_path);
    return address;
}

/// True: the file is readable, or at its end. False: the time is over, or stopping is readable.
bool waitFor(const Handle& file, const Handle& stopping, const QDeadlineTimer& until)
{
    std::array<pollfd, 2> watched{{{file.file(), POLLIN, 0}, {stopping.file(), POLLIN, 0}}};
    for (;;) {
        const auto left = until.isForever() ? -1 : int(until.remainingTime());
        const int ready = ::poll(watched.data(), watched.size(), left);
        if (ready >= 0 || errno != EINTR)
            return ready > 0 && watched[1].revents == 0;
    }
}

} // namespace

Handle::~Handle()
{
    if (m_file >= 0)
        ::close(m_file);
}

Handle::Handle(Handle&& other) noexcept
    : m_file(std::exchange(other.m_file, -1))
{
}

Handle& Handle::operator=(Handle&& other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

LocalSocket LocalSocket::to(const QString& name, int timeoutMs)
{
    const QDeadlineTimer until(timeoutMs);
    const auto address = addressOf(pathOf(name));
    Handle handle = newSocket();
    if (!address || !handle.isValid())
        return {};
    while (::connect(handle.file(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0) {
        if ((errno != EAGAIN && errno != EINTR) || until.hasExpired())
            return {};
        ::poll(nullptr, 0, pauseMs);
    }
    return LocalSocket(std::move(handle));
}

/// A line of ours is far shorter than what a socket takes at once.
bool LocalSocket::send(const QByteArray& line) const
{
    return ::send(m_handle.file(), line.constData(), std::size_t(line.size()), MSG_NOSIGNAL) == line.size();
}

QByteArray LocalSocket::receiveLine(int timeoutMs, const Handle& stopping) const
{
    const QDeadlineTimer until(timeoutMs);
    QByteArray received;
    while (waitFor(m_handle, stopping, until)) {
        std::array<char, 4'096> part;
        const auto got = ::recv(m_handle.file(), part.data(), part.size(), 0);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (got <= 0)
            break;
        received.append(part.data(), got);
        if (const qsizetype end = received.indexOf('\n'); end >= 0)
            return received.first(end);
        if (received.size() > longestLine)
            break;
    }
    return {};
}

LocalListener::LocalListener(const QString& name)
    : m_path(pathOf(name))
    , m_listener(newSocket())
{
    std::array<int, 2> ends{-1, -1};
    const auto address = addressOf(m_path);
    if (!address || !m_listener.isValid() || ::pipe(ends.data()) != 0)
        return;
    m_stopping = ours(ends[0]);
    m_stop = ours(ends[1]);
    ::unlink(m_path.constData());
    constexpr int waiting = 8;
    // Before it has a name nobody else can come in.
    ::fchmod(m_listener.file(), S_IRUSR | S_IWUSR);
    m_isListening = ::bind(m_listener.file(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) == 0 &&
                    ::chmod(m_path.constData(), S_IRUSR | S_IWUSR) == 0 && ::listen(m_listener.file(), waiting) == 0;
}

LocalListener::~LocalListener()
{
    if (m_isListening)
        ::unlink(m_path.constData());
}

LocalSocket LocalListener::next() const
{
    while (waitFor(m_listener, m_stopping, QDeadlineTimer::Forever)) {
        LocalSocket socket(ours(::accept(m_listener.file(), nullptr, nullptr)));
        if (socket.isValid())
            return socket;
        ::poll(nullptr, 0, pauseMs); // whoever asked is gone again, or there are too many files open
    }
    return {};
}

void LocalListener::stop() { m_stop = Handle(); }

} // namespace steward
