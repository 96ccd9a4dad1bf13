// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/jobs.h"

#include <QElapsedTimer>

namespace steward {

namespace {

constexpr qint64 reportEveryMs = 60; // more often nobody sees

} // namespace

Jobs::Jobs(QObject* parent)
    : QObject(parent)
{
}

Jobs::~Jobs() { cancelAll(); }

Jobs::Handle Jobs::start(const Message& label)
{
    const qint64 id = ++m_lastId;
    Handle handle{id, std::make_shared<std::atomic<bool>>(false), {}};
    handle.progress.cancelled = handle.cancelled.get();
    auto lately = std::make_shared<QElapsedTimer>();
    handle.progress.report = [this, id, lately](qint64 done, qint64 total) {
        if (lately->isValid() && lately->elapsed() < reportEveryMs)
            return;
        lately->start();
        QMetaObject::invokeMethod(this, [this, id, done, total] { report(id, done, total); });
    };
    m_running.push_back({id, label, 0, 0, false});
    m_handles.push_back(handle);
    Q_EMIT changed();
    return handle;
}

void Jobs::report(qint64 id, qint64 done, qint64 total)
{
    const auto job = std::ranges::find(m_running, id, &Job::id);
    if (job == m_running.end())
        return;
    job->done = done;
    job->total = total;
    Q_EMIT changed();
}

void Jobs::cancel(qint64 id)
{
    const auto handle = std::ranges::find(m_handles, id, &Handle::id);
    const auto job = std::ranges::find(m_running, id, &Job::id);
    if (handle == m_handles.end() || job == m_running.end())
        return;
    handle->cancelled->store(true, std::memory_order_relaxed);
    job->isCancelled = true;
    Q_EMIT changed();
}

void Jobs::cancelAll()
{
    for (const Handle& handle : m_handles)
        handle.cancelled->store(true, std::memory_order_relaxed);
}

void Jobs::finish(qint64 id)
{
    std::erase_if(m_running, [id](const Job& job) { return job.id == id; });
    std::erase_if(m_handles, [id](const Handle& handle) { return handle.id == id; });
    Q_EMIT changed();
}

} // namespace steward
