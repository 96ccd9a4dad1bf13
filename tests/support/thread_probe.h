// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>

namespace steward::tests {

/// How long the thread it is made on was ever away from its events.
class ThreadProbe
{
public:
    ThreadProbe()
    {
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_since.restart());
            ++m_ticks;
        });
        m_since.start();
        m_timer.start();
    }
    ThreadProbe(const ThreadProbe&) = delete;
    ThreadProbe& operator=(const ThreadProbe&) = delete;
    [[nodiscard]] qint64 longest() const { return m_longest; } ///< milliseconds
    [[nodiscard]] qint64 ticks() const { return m_ticks; }
    void restart()
    {
        m_longest = 0;
        m_ticks = 0;
        m_since.restart();
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
    qint64 m_ticks = 0;
};

} // namespace steward::tests
