// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QObject>
#include <memory>
#include <vector>

namespace steward {

/// Long work that runs behind the window, as the window shows it. Lives on the window's thread.
class Jobs final : public QObject
{
    Q_OBJECT
public:
    struct Job
    {
        qint64 id = 0;
        Message label;
        qint64 done = 0;
        qint64 total = 0; ///< 0: not known
        bool isCancelled = false;
        friend bool operator==(const Job&, const Job&) = default;
    };
    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override;

    [[nodiscard]] const std::vector<Job>& running() const { return m_running; }
    /// The work sees it at its next row; what it did until then it takes back itself.
    void cancel(qint64 id);
    void cancelAll();

    /// What a running piece of work holds; its progress may be handed to any thread.
    struct Handle
    {
        qint64 id = 0;
        std::shared_ptr<std::atomic<bool>> cancelled;
        Progress progress;
    };
    [[nodiscard]] Handle start(const Message& label);
    void finish(qint64 id);

Q_SIGNALS:
    void changed();

private:
    void report(qint64 id, qint64 done, qint64 total);
    std::vector<Job> m_running;
    std::vector<Handle> m_handles;
    qint64 m_lastId = 0;
};

} // namespace steward
