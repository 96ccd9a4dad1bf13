// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/account_page.h"

/// What the page of an account does about the messages of plays and about meetings.
namespace steward::account {

void AccountPage::connectMessages()
{
    auto* messages = new PlayMessages(*m_play, *m_message, m_presenter.book(), m_presenter.locale(), [this] {
        return PlayMessages::About{m_presenter.account(), {}};
    });
    connect(messages, &PlayMessages::opened, m_play, &QWidget::hide);
    connect(m_message, &MessagePane::said, this, &AccountPage::said);
    connect(m_message, &MessagePane::closed, this, [this] {
        m_message->hide();
        openPlay();
    });
}

/// On the planned conversation that is chosen, else on that of today.
void AccountPage::meet()
{
    if (m_presenter.state() != AccountPresenter::State::Ready || m_pane->isWriting())
        return;
    RecordRef record = m_pane->isVisible() ? m_pane->record() : RecordRef();
    if (const auto* list = qobject_cast<LinesView*>(focusWidget()); record.id == 0 && list)
        record = list->currentRecord();
    QString planned;
    for (const Touch& each : m_presenter.figures().facts->of<Touch>())
        if (record == RecordRef{Entity::Touch, each.id} && each.planned.value_or(false) &&
            !each.tookPlace.value_or(false))
            planned = QString::number(each.id);
    Q_EMIT goRequested({QStringLiteral("meeting"), m_presenter.account().value(), planned});
}

void AccountPage::hidePlay()
{
    m_play->hide();
    m_message->hide();
    m_choice->hide();
}

} // namespace steward::account
