// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/jobs.h"
#include "core/workspace/numbers.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

namespace steward::shell {

/// Below the window: up to which day the data reach, and the last thing done with a way to take it back.
class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QLocale locale, QWidget* parent);
    void showAges(const Numbers& numbers);
    void showLast(const QString& text, bool isUndoable);
    void showJobs(const std::vector<Jobs::Job>& jobs);

Q_SIGNALS:
    void undoRequested();
    void cancelRequested(qint64 job);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void makeJob();
    QLocale m_locale;
    class QHBoxLayout* m_ages;
    QLabel* m_last;
    QPushButton* m_undo;
    QWidget* m_job;
    QLabel* m_jobText;
    QProgressBar* m_jobBar;
    QToolButton* m_cancel;
    qint64 m_jobShown = 0;
};

} // namespace steward::shell
