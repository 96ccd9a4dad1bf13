// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/executor.h"

#include <QSemaphore>

namespace steward {

ThreadExecutor::ThreadExecutor(const QString& name)
{
    m_thread.setObjectName(name);
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

ThreadExecutor::~ThreadExecutor()
{
    finish();
    m_thread.quit();
    m_thread.wait();
}

void ThreadExecutor::run(Job job) { QMetaObject::invokeMethod(&m_context, std::move(job), Qt::QueuedConnection); }

void ThreadExecutor::finish()
{
    QSemaphore done;
    run([&done] { done.release(); });
    done.acquire();
}

} // namespace steward
