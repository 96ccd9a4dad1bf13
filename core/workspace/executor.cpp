// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/executor.h"

#include <QSemaphore>
#include <pthread.h>

namespace steward {

ThreadExecutor::ThreadExecutor(const QString& name)
    : m_thread([this, name] { work(name.toUtf8()); })
{
}

ThreadExecutor::~ThreadExecutor()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_news.notify_one();
    m_thread.join();
}

void ThreadExecutor::run(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_news.notify_one();
}

void ThreadExecutor::work(const QByteArray& name)
{
#ifdef Q_OS_LINUX
    constexpr qsizetype longest = 15;
    ::pthread_setname_np(::pthread_self(), name.left(longest).constData());
#endif
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_news.wait(lock, [this] { return m_isEnding || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        job = nullptr; // what it holds goes before others may look
        lock.lock();
    }
}

void ThreadExecutor::finish()
{
    QSemaphore done;
    run([&done] { done.release(); });
    done.acquire();
}

} // namespace steward
