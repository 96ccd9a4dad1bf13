// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/open_book.h"

#include <QPointer>

/// Work that goes on beside the window and touches no book.
namespace steward {

qint64 OpenBook::workAside(const Message& label, AsideWork work, QObject* context, Done done)
{
    const Jobs::Handle job = m_jobs.start(label);
    (m_aside ? *m_aside : m_figures)
        .run([this, work = std::move(work), job, asker = QPointer(context), done = std::move(done)] {
            here([this, status = work(job.progress), job, asker, done] {
                m_jobs.finish(job.id);
                if (asker)
                    done(status);
            });
        });
    return job.id;
}

void OpenBook::runBeside(Executor& executor, std::function<Status()> work, QObject* context, Done done)
{
    executor.run([this, work = std::move(work), asker = QPointer(context), done = std::move(done)] {
        here([status = work(), asker, done] {
            if (asker)
                done(status);
        });
    });
}

void OpenBook::aside(std::function<Status()> work, QObject* context, Done done)
{
    runBeside(m_figures, std::move(work), context, std::move(done));
}

void OpenBook::slowly(std::function<Status()> work, QObject* context, Done done)
{
    runBeside(m_slow ? *m_slow : m_figures, std::move(work), context, std::move(done));
}

} // namespace steward
