// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>
#include <algorithm>
#include <utility>

namespace steward::tests {

/// How long the thread it is made on was ever away from its events. What other programs took of the processor is left
/// out (ownLongest(), ownTime()): on a busy machine only that tells whether the thread kept itself away.
class ThreadProbe
{
public:
    ThreadProbe()
    {
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        restart();
        m_timer.start();
    }
    ThreadProbe(const ThreadProbe&) = delete;
    ThreadProbe& operator=(const ThreadProbe&) = delete;
    [[nodiscard]] qint64 longest() const { return m_longest; }       ///< milliseconds
    [[nodiscard]] qint64 ownLongest() const { return m_ownLongest; } ///< less the time it was ready and not let run
    [[nodiscard]] qint64 ownTime() const { return m_ownTime; }       ///< of all since restart()
    [[nodiscard]] qint64 ticks() const { return m_ticks; }
    void restart()
    {
        m_longest = 0;
        m_ownLongest = 0;
        m_ownTime = 0;
        m_ticks = 0;
        m_waited = waited();
        m_since.restart();
    }

private:
    void tick()
    {
        const qint64 now = waited();
        const qint64 away = m_since.restart();
        const qint64 own = std::max<qint64>(0, away - (now - std::exchange(m_waited, now)) / 1'000'000);
        m_longest = std::max(m_longest, away);
        m_ownLongest = std::max(m_ownLongest, own);
        m_ownTime += own;
        ++m_ticks;
    }
    /// Nanoseconds this thread stood in the queue of a processor; 0 where the system does not say.
    static qint64 waited()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        const QList<QByteArray> numbers =
            file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QList<QByteArray>();
        return numbers.size() > 1 ? numbers[1].toLongLong() : 0;
    }
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
    qint64 m_ownLongest = 0;
    qint64 m_ownTime = 0;
    qint64 m_ticks = 0;
    qint64 m_waited = 0;
};

} // namespace steward::tests
