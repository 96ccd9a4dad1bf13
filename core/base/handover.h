// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace steward {

/// Values that one thread makes and another takes, in order; no more than so many wait in between.
template <class T>
class Handover
{
public:
    explicit Handover(std::size_t most)
        : m_most(most)
    {
    }
    /// Waits while it is full. False: closed, the value is gone.
    bool put(T value)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isClosed || m_values.size() < m_most; });
        if (m_isClosed)
            return false;
        m_values.push_back(std::move(value));
        m_changed.notify_one();
        return true;
    }
    /// Waits for a value. none: closed, and nothing is left.
    std::optional<T> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isClosed || !m_values.empty(); });
        return takeNow();
    }
    /// none: nothing is there now.
    std::optional<T> tryTake()
    {
        const std::lock_guard lock(m_mutex);
        return takeNow();
    }
    /// Nothing more is put. By the one who makes, at the end; by the one who takes, when it wants no more.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        m_changed.notify_all();
    }

private:
    std::optional<T> takeNow()
    {
        if (m_values.empty())
            return std::nullopt;
        std::optional<T> value = std::move(m_values.front());
        m_values.pop_front();
        m_changed.notify_one();
        return value;
    }

    std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<T> m_values;
    bool m_isClosed = false;
};

} // namespace steward
