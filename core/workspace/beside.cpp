// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/beside.h"

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>
#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace steward {

void awayFromWindow(std::function<void()> job)
{
    const QCoreApplication* application = QCoreApplication::instance();
    if (application && QThread::currentThread() == application->thread())
        QThreadPool::globalInstance()->start(std::move(job));
    else
        job();
}

void giveWay()
{
#ifdef Q_OS_LINUX
    // Linux knows no priorities among ordinary threads, but how nice each of them is.
    constexpr int niceness = 10;
    static_cast<void>(::nice(niceness));
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

} // namespace steward
