// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace steward {

/// Where work runs, one job after the other in the order given.
class Executor
{
public:
    using Job = std::function<void()>;
    Executor() = default;
    virtual ~Executor() = default;
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;

    virtual void run(Job job) = 0;
    /// Returns when everything given so far has run. Not from inside a job.
    virtual void finish() = 0;
};

/// A thread of its own. The destructor runs what is left and waits for it. Needs no application: a thread of Qt loses
/// what it is given before there is one.
class ThreadExecutor final : public Executor
{
public:
    /// name: for people who look at threads.
    explicit ThreadExecutor(const QString& name);
    ~ThreadExecutor() override;
    void run(Job job) override;
    void finish() override;

private:
    void work(const QByteArray& name);

    std::mutex m_mutex; ///< of all below but the thread
    std::condition_variable m_news;
    std::deque<Job> m_jobs;
    bool m_isEnding = false;
    std::thread m_thread; ///< last: it works with the others
};

/// Runs each job at once where it is given: for tests.
class InlineExecutor final : public Executor
{
public:
    void run(Job job) override { job(); }
    void finish() override {}
};

} // namespace steward
