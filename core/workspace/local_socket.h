// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <utility>

namespace steward {

/// A file of the system that is closed with its owner.
class Handle
{
public:
    explicit Handle(int file = -1)
        : m_file(file)
    {
    }
    ~Handle();
    Handle(Handle&& other) noexcept;
    Handle& operator=(Handle&& other) noexcept;
    [[nodiscard]] bool isValid() const { return m_file >= 0; }
    [[nodiscard]] int file() const { return m_file; }

private:
    int m_file;
};

/// One end of a connection between two processes of one user on this machine; lines go both ways. What of it depends on
/// the system is in local_socket.cpp alone. Qt's own sockets would bring its network library, and what that stands on,
/// into every start.
class LocalSocket
{
public:
    /// Of nobody.
    LocalSocket() = default;
    explicit LocalSocket(Handle handle)
        : m_handle(std::move(handle))
    {
    }
    /// Asks whoever listens under the name, again and again while it is busy. Of nobody where none listens.
    [[nodiscard]] static LocalSocket to(const QString& name, int timeoutMs);

    [[nodiscard]] bool isValid() const { return m_handle.isValid(); }
    /// A short line with its end, from any thread. False: the other end is gone.
    bool send(const QByteArray& line) const;
    /// The next line. Empty: it did not come in time, never ends, the other end is gone, or stopping became readable.
    [[nodiscard]] QByteArray receiveLine(int timeoutMs, const Handle& stopping = Handle()) const;

private:
    Handle m_handle;
};

/// Listens under a name; only processes of the same user reach it. The name is free again with its end.
class LocalListener
{
public:
    /// Takes the name from whoever had it.
    explicit LocalListener(const QString& name);
    ~LocalListener();
    LocalListener(const LocalListener&) = delete;
    LocalListener& operator=(const LocalListener&) = delete;
    [[nodiscard]] bool isListening() const { return m_isListening; }
    /// Waits for the next that asks. Of nobody after stop().
    [[nodiscard]] LocalSocket next() const;
    /// Ends all waiting, from any thread.
    void stop();
    /// Readable after stop().
    [[nodiscard]] const Handle& stopping() const { return m_stopping; }

private:
    QByteArray m_path;
    Handle m_listener;
    Handle m_stopping;
    Handle m_stop; ///< its other end
    bool m_isListening = false;
};

} // namespace steward
