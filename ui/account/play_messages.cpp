// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/play_messages.h"

#include "ui/account/record_form.h"

namespace steward::account {

PlayMessages::PlayMessages(PlayPane& play, MessagePane& pane, OpenBook& book, QLocale locale, Ask ask)
    : QObject(&pane)
    , m_play(play)
    , m_pane(pane)
    , m_book(book)
    , m_locale(std::move(locale))
    , m_ask(std::move(ask))
{
    connect(&play, &PlayPane::draftAsked, this, &PlayMessages::open);
    connect(&pane, &MessagePane::sent, this, &PlayMessages::log);
}

void PlayMessages::open(const QString& draft)
{
    const About about = m_ask();
    const AccountFacts* facts = m_book.numbers() ? m_book.numbers()->facts.find(about.account) : nullptr;
    if (!facts)
        return;
    m_account = about.account;
    const PlayDraftRef ref{m_play.text().play, draft};
    MessagePane::Source source;
    source.text = [this, about, ref](ContactId to) {
        const Numbers& numbers = m_book.numbers();
        return numbers ? draftText(*numbers, about.account, ref, to, about.signal ? &*about.signal : nullptr, m_locale)
                       : std::nullopt;
    };
    source.wishes = [this](ContactId to) {
        const Numbers& numbers = m_book.numbers();
        return numbers ? brokenWishes(*numbers, m_account, to, m_book.asked().day, m_locale) : QStringList();
    };
    source.from = senderOf(*facts, m_book.numbers()->facts.book());
    source.date = morningOf(m_book.asked().day, m_book.numbers()->facts.book());
    if (m_book.isEditable())
        source.sentText = tr("I sent it: log it");
    Q_EMIT opened();
    m_pane.show(std::move(source));
    m_pane.focusFirst();
}

void PlayMessages::log(ContactId to, const QString& subject, const QString& body)
{
    const AccountFacts* facts = m_book.numbers() ? m_book.numbers()->facts.find(m_account) : nullptr;
    if (!facts || !m_book.isEditable())
        return;
    Touch touch;
    touch.account = m_account;
    touch.kind = QStringLiteral("email");
    touch.day = m_book.asked().day;
    touch.direction = QStringLiteral("out");
    touch.tookPlace = true;
    touch.subject = subject;
    touch.text = body;
    if (to.isValid())
        touch.contacts = {to};
    if (facts->account.csm.isValid())
        touch.persons = {facts->account.csm};
    m_book.edit({Code("edit.record-added"), {nounOf(Entity::Touch, touch.kind), facts->account.name}},
                [touch](book::Edit& edit) mutable { return edit.save(touch).map([](auto) {}); });
    Q_EMIT m_pane.closed();
}

} // namespace steward::account
