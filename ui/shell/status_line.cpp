// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "core/words/words.h"
#include "ui/style/icons.h"
#include "ui/style/type.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QPainter>

namespace steward::shell {

using style::px;
using style::Tone;

namespace {

constexpr qint64 staleDays = 7;

QString wordOf(DataAge::Kind kind)
{
    switch (kind) {
    case DataAge::Kind::Usage:
        return StatusLine::tr("usage to %1");
    case DataAge::Kind::Tickets:
        return StatusLine::tr("tickets to %1");
    case DataAge::Kind::Surveys:
        return StatusLine::tr("surveys to %1");
    case DataAge::Kind::Invoices:
        return StatusLine::tr("invoices to %1");
    }
    return {};
}

} // namespace

StatusLine::StatusLine(QLocale locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(std::move(locale))
    , m_ages(new QHBoxLayout)
    , m_last(new QLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_job(new QWidget(this))
    , m_jobText(new widgets::ToneLabel({}, style::Type::Small, Tone::Muted))
    , m_jobBar(new QProgressBar)
    , m_cancel(new QToolButton)
{
    setObjectName(QStringLiteral("status"));
    setFixedHeight(px(26));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(12), 0, px(12), 0);
    row->setSpacing(px(16));
    m_ages->setSpacing(px(16));
    row->addLayout(m_ages);
    row->addStretch();
    makeJob();
    row->addWidget(m_job);
    m_last->setTextFormat(Qt::PlainText);
    m_last->setFont(style::fontOf(style::Type::Small));
    row->addWidget(m_last);
    m_undo->setFlat(true);
    m_undo->setFocusPolicy(Qt::NoFocus); // Ctrl+Z does the same
    m_undo->setObjectName(QStringLiteral("status.undo"));
    m_undo->setFont(style::fontOf(style::Type::Small));
    m_undo->setMaximumHeight(px(22));
    m_undo->hide();
    row->addWidget(m_undo);
    connect(m_undo, &QPushButton::clicked, this, &StatusLine::undoRequested);
}

void StatusLine::showAges(const Numbers& numbers)
{
    while (QLayoutItem* item = m_ages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!numbers)
        return;
    const style::Theme& theme = style::Theme::of(palette());
    for (const DataAge& age : numbers->ages) {
        const qint64 days = age.upTo.daysTo(numbers->asked.day);
        const bool isStale = days > staleDays;
        const bool isNow = !numbers->asked.past; // looking back, "today" is another day
        const QString day = isNow && days == 0   ? tr("today")
                            : isNow && days == 1 ? tr("yesterday")
                                                 : m_locale.toString(age.upTo, QStringLiteral("d MMM"));
        auto* label = new widgets::ToneLabel(wordOf(age.kind).arg(day), style::Type::Small, Tone::Muted);
        if (isStale) {
            label->setInk(style::Band::Yellow);
            label->setToolTip(tr("%n days old", nullptr, static_cast<int>(days)));
            auto* icon = new QLabel;
            icon->setPixmap(style::iconPixmap(QStringLiteral("triangle-alert"), theme.band(style::Band::Yellow).text,
                                              px(12), devicePixelRatioF()));
            auto* pair = new QWidget;
            auto* layout = new QHBoxLayout(pair);
            layout->setContentsMargins(0, 0, 0, 0);
            layout->setSpacing(px(4));
            layout->addWidget(icon);
            layout->addWidget(label);
            m_ages->addWidget(pair);
        } else {
            m_ages->addWidget(label);
        }
    }
}

void StatusLine::showLast(const QString& text, bool isUndoable)
{
    m_last->setText(text);
    m_undo->setVisible(isUndoable);
}

void StatusLine::makeJob()
{
    m_jobText->setTextFormat(Qt::PlainText);
    m_jobText->setObjectName(QStringLiteral("status.job"));
    m_jobBar->setObjectName(QStringLiteral("status.progress"));
    m_jobBar->setTextVisible(false);
    m_jobBar->setFixedSize(px(110), px(6));
    m_cancel->setObjectName(QStringLiteral("status.cancel"));
    m_cancel->setAutoRaise(true);
    m_cancel->setIcon(style::icon(QStringLiteral("x")));
    m_cancel->setAccessibleName(tr("Stop this work"));
    m_cancel->setToolTip(tr("Stop this work; nothing of it is kept"));
    m_cancel->setMaximumHeight(px(22));
    auto* row = new QHBoxLayout(m_job);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    row->addWidget(m_jobText);
    row->addWidget(m_jobBar);
    row->addWidget(m_cancel);
    m_job->hide();
    connect(m_cancel, &QToolButton::clicked, this, [this] { Q_EMIT cancelRequested(m_jobShown); });
}

/// One is shown in full: the one that runs longest.
void StatusLine::showJobs(const std::vector<Jobs::Job>& jobs)
{
    m_job->setVisible(!jobs.empty());
    if (jobs.empty())
        return;
    constexpr int whole = 100;
    const Jobs::Job& job = jobs.front();
    m_jobShown = job.id;
    const int part = job.total > 0 ? static_cast<int>(job.done * whole / job.total) : 0;
    QString text = words::render(job.label, m_locale);
    if (job.isCancelled)
        text = tr("Stopping: %1").arg(text);
    else if (job.total > 0)
        text = tr("%1 %2 %").arg(text, m_locale.toString(part));
    if (jobs.size() > 1)
        text = tr("%1, and %n more", nullptr, static_cast<int>(jobs.size()) - 1).arg(text);
    m_jobText->setText(text);
    m_jobBar->setAccessibleName(text);
    m_jobBar->setRange(0, job.total > 0 ? whole : 0);
    m_jobBar->setValue(part);
    m_cancel->setEnabled(!job.isCancelled);
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(QPen(style::Theme::of(palette())[Tone::Sep], 0));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace steward::shell
