// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/account_pages.h"
#include "core/print/review_file.h"
#include "core/query/shared_goal.h"
#include "core/words/words.h"
#include "ui/account/account_page.h"
#include "ui/widgets/plain_views.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QStandardPaths>

/// The play under way, the plan for the customer, goals that several share.
namespace steward::account {

using widgets::MenuId;
using widgets::Needs;

namespace {

/// Who is offered to share a goal.
enum class Alike
{
    Family,
    Trade,
    Segment
};

/// Customers that have it in common with the account.
std::vector<AccountId> alikeOf(const AccountFigures& figures, Alike alike)
{
    const Account& own = figures.facts->account;
    const AccountId head = own.parent.isValid() ? own.parent : AccountId(own.id);
    std::vector<AccountId> others;
    for (const query::AccountLine& line : figures.numbers->lines) {
        const Account& other = line.facts->account;
        const bool isAlike = alike == Alike::Family  ? other.parent == head || AccountId(other.id) == head
                             : alike == Alike::Trade ? !own.industry.isEmpty() && other.industry == own.industry
                                                     : !line.segment.isEmpty() && line.segment == figures.line->segment;
        if (isAlike && other.id != own.id && line.standing == AccountStanding::Customer)
            others.push_back(line.facts->id());
    }
    return others;
}

} // namespace

void AccountPage::connectPlay()
{
    addCommand({QStringLiteral("account.play"), tr("The play &under way"),
                tr("What to do next, why, and what good looks like (P)"), QStringLiteral("play"), Qt::Key_P,
                Needs::Book, MenuId::Own, false, [this] { openPlay(); }});
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

void AccountPage::addSharing()
{
    addCommand({QStringLiteral("account.share-goal"), tr("Share the &goal with others..."),
                tr("The chosen goal becomes one of several customers, told for each and together (Shift+G)"),
                QStringLiteral("users"), QKeySequence(QStringLiteral("Shift+G")), Needs::Editing, MenuId::Own, false,
                [this] { askShare(); }});
    connect(m_choice, &ChoicePane::closed, this, &AccountPage::leave);
    connect(m_choice, &ChoicePane::chosen, this,
            [this](const QString& id, bool, const QString& word) { share(id, word); });
}

/// The goal of the chosen line, else the first of the account.
void AccountPage::askShare()
{
    if (m_presenter.state() != AccountPresenter::State::Ready || m_pane->isWriting())
        return;
    showTab(QStringLiteral("plan"));
    const AccountFacts& facts = *m_presenter.figures().facts;
    const Goal* goal = nullptr;
    for (const Goal& each : facts.of<Goal>())
        if (!each.archivedOn.isValid() && (!goal || m_plan->currentRecord() == RecordRef{Entity::Goal, each.id}))
            goal = &each;
    if (!goal) {
        Q_EMIT said(tr("No goal is agreed that others could share; G writes one."));
        return;
    }
    m_shared = {Entity::Goal, goal->id};
    const QLocale& locale = m_presenter.locale();
    ChoicePane::Question question;
    question.title = tr("Share the goal with");
    question.about = tr("\"%1\". Each gets it as a goal of its own; one undo takes it back.").arg(goal->outcome);
    const auto offer = [&](Alike alike, const QString& text) {
        if (const std::size_t count = alikeOf(m_presenter.figures(), alike).size(); count > 0)
            question.options.push_back({QString::number(int(alike)), text.arg(locale.toString(count))});
    };
    offer(Alike::Family, tr("its family: %1 more"));
    offer(Alike::Trade, tr("its trade: %1 more"));
    offer(Alike::Segment, tr("its segment: %1 more"));
    question.word = tr("Or others, as in the filter of Accounts");
    question.action = tr("Share");
    hidePlay();
    m_pane->putAway();
    m_choice->show();
    m_choice->ask(question);
}

void AccountPage::share(const QString& id, const QString& word)
{
    const AccountFigures& figures = m_presenter.figures();
    const BookNumbers& numbers = *figures.numbers;
    std::vector<AccountId> others;
    if (word.trimmed().isEmpty()) {
        others = alikeOf(figures, Alike(id.toInt()));
    } else {
        const auto found = query::filtered(numbers.lines, word, numbers.fields, numbers.asked.day,
                                           numbers.facts.book().fiscalYearStart);
        if (!found) {
            m_choice->refuse(words::render(found.error(), m_presenter.locale()));
            return;
        }
        for (const query::AccountLine& each : *found)
            if (each.facts->id() != m_presenter.account())
                others.push_back(each.facts->id());
    }
    if (others.empty()) {
        m_choice->refuse(tr("Nobody else is like that."));
        return;
    }
    std::optional<Goal> goal;
    for (const Goal& each : figures.facts->of<Goal>())
        if (each.id == m_shared.id)
            goal = each;
    leave();
    if (!goal)
        return;
    const QString name = goal->shortName.isEmpty() ? goal->outcome : goal->shortName;
    m_presenter.book().edit({Code("edit.goal-shared"), {goal->outcome, qint64(others.size())}},
                            [facts = numbers.facts, goal = *goal, name, others](book::Edit& edit) {
                                return query::shareGoal(edit, facts, goal, name, others);
                            });
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
