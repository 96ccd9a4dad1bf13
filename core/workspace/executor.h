// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <functional>

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

/// A thread of its own. The destructor runs what is left and waits for it.
class ThreadExecutor final : public Executor
{
public:
    explicit ThreadExecutor(const QString& name);
    ~ThreadExecutor() override;
    void run(Job job) override;
    void finish() override;

private:
    QThread m_thread;
    QObject m_context; ///< lives on m_thread
};

/// Runs each job at once where it is given: for tests.
class InlineExecutor final : public Executor
{
public:
    void run(Job job) override { job(); }
    void finish() override {}
};

} // namespace steward
