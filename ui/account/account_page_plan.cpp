// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/account_pages.h"
#include "core/print/review_file.h"
#include "core/words/words.h"
#include "ui/account/account_page.h"
#include "ui/widgets/plain_views.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QStandardPaths>

/// The play under way, and the plan for the customer.
namespace steward::account {

using widgets::MenuId;
using widgets::Needs;

void AccountPage::connectPlay()
{
    addCommand({QStringLiteral("account.play"), tr("The play &under way"),
                tr("What to do next, why, and what good looks like (Shift+P)"), QStringLiteral("play"),
                QKeySequence(QStringLiteral("Shift+P")), Needs::Book, MenuId::Own, false, [this] { openPlay(); }});
    connect(m_strip, &PlayStrip::opened, this, &AccountPage::openPlay);
    connect(m_play, &PlayPane::closed, this, &AccountPage::leave);
    connect(m_play, &PlayPane::stepToggled, this,
            [this](qint64 task, bool isDone) { setTaskDone(m_presenter.book(), m_presenter.account(), task, isDone); });
    connect(m_play, &PlayPane::stepsRequested, this,
            [this] { makeSteps(m_presenter.book(), m_presenter.account(), m_play->text().run, m_presenter.locale()); });
    connect(m_play, &PlayPane::endRequested, this, [this](const QString& outcome, const QString& sentence) {
        const qint64 run = m_play->text().run;
        leave();
        endPlay(m_presenter.book(), m_presenter.account(), run, outcome, sentence, m_presenter.locale());
    });
}

void AccountPage::openPlay()
{
    if (m_presenter.state() != AccountPresenter::State::Ready || m_pane->isWriting())
        return;
    const auto running = runningPlays(*m_presenter.figures().facts);
    if (running.empty()) {
        Q_EMIT said(tr("No play is under way; Today offers one where it is needed."));
        return;
    }
    const auto text = playText(*m_presenter.figures().numbers, m_presenter.account(), running.front()->playbook,
                               m_presenter.locale());
    if (!text)
        return;
    m_pane->leave();
    m_overview->setNarrow(true);
    m_play->show(*text, m_presenter.figures().facts->account.name, m_presenter.book().isEditable());
    m_play->focusFirst();
}

/// What is under way, in the strip and, where it is open, beside the tabs.
void AccountPage::showPlay()
{
    const AccountFigures& figures = m_presenter.figures();
    const auto running = runningPlays(*figures.facts);
    const auto text = running.empty() ? std::nullopt
                                      : playText(*figures.numbers, m_presenter.account(), running.front()->playbook,
                                                 m_presenter.locale());
    m_strip->show(text, static_cast<int>(running.size()) - 1);
    if (!m_play->isVisible())
        return;
    if (text)
        m_play->show(*text, figures.facts->account.name, m_presenter.book().isEditable());
    else
        leave();
}

void AccountPage::addPlanFile()
{
    addCommand({QStringLiteral("account.plan-file"),
                tr("Success plan as P&DF..."),
                tr("Goals, milestones and who does what next, on one page for the customer"),
                QStringLiteral("file-text"),
                {},
                Needs::Book,
                MenuId::Own,
                false,
                [this] { savePlan(); }});
    QPushButton* save = widgets::linkButton(tr("Save the plan as one page for the customer (PDF)"),
                                            QStringLiteral("account.plan.save"));
    connect(save, &QPushButton::clicked, this, &AccountPage::savePlan);
    auto* column = qobject_cast<QVBoxLayout*>(m_plan->parentWidget()->layout());
    column->insertWidget(0, save, 0, Qt::AlignRight);
}

void AccountPage::savePlan()
{
    if (m_presenter.state() != AccountPresenter::State::Ready)
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = tr("Success plan, %1.pdf").arg(m_presenter.figures().facts->account.name).replace(u'/', u'-');
    QString to = QFileDialog::getSaveFileName(this, tr("Save the success plan"), QDir(folder).filePath(name),
                                              QStringLiteral("PDF (*.pdf)"));
    if (to.isEmpty())
        return;
    if (!to.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
        to += QStringLiteral(".pdf");
    m_presenter.book().aside(
        [figures = m_presenter.figures(), locale = m_presenter.locale(), to]() -> Status {
            const BookNumbers& numbers = *figures.numbers;
            const auto bytes = print::onePagePdf(print::planPage(
                {*figures.facts, numbers.facts.book(), numbers.content, numbers.asked.day, locale}, {}));
            return bytes ? print::writeBytes(to, *bytes) : Status(tl::unexpected(bytes.error()));
        },
        this,
        [this, to](const Status& written) {
            Q_EMIT said(written ? tr("The plan is written to %1; look it over before you send it.").arg(to)
                                : words::render(written.error(), m_presenter.locale()));
        });
}

} // namespace steward::account
