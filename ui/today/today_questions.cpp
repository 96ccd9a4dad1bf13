// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "ui/account/snooze_days.h"
#include "ui/today/today_page.h"

/// What Today asks beside the list, and what it does with the answer.
namespace steward::today {

void TodayPage::answer(const QString& id, bool isAll, const QString& word)
{
    const auto asked = std::exchange(m_asked, {});
    leavePane();
    const std::size_t at = id.toUInt();
    if (m_asking == Asking::Wake && at < m_putOff.size())
        m_presenter.wake(m_putOff[at]);
    if (!asked || m_asking == Asking::Wake)
        return;
    if (m_asking == Asking::Snooze) {
        m_presenter.snooze(*asked, QDate::fromString(id, Qt::ISODate), word);
        return;
    }
    if (const QString stays = m_presenter.dismiss(*asked, id, isAll, word); !stays.isEmpty())
        Q_EMIT said(stays);
    // What is wrong is put right where it stands.
    if (id == u"wrong_data" && asked->accounts.size() == 1 && !asked->signalList.front().say.records.empty()) {
        openRecords(asked->signalList.front());
        m_record->setFocus();
    }
}

bool TodayPage::canDecide()
{
    const work::TodayRow* current = row();
    if (current && current->accounts.empty())
        Q_EMIT said(tr("This goes away by itself when newer data are imported."));
    return current && !current->accounts.empty();
}

void TodayPage::askSnooze()
{
    if (!canDecide())
        return;
    const bool isClock = row()->lane == work::Lane::Clock;
    m_asking = Asking::Snooze;
    m_asked = *row();
    showPane(m_choice);
    m_choice->ask({tr("Snooze until"),
                   m_model.textAt(m_list->row()).name,
                   account::snoozeDays(*m_model.shown()->day->numbers, m_presenter.locale()),
                   {},
                   isClock ? tr("Why it can wait; kept as a note") : tr("A word, kept as a note (may be empty)"),
                   isClock ? tr("What is on the clock is put off with a word.") : QString(),
                   tr("Snooze")});
}

void TodayPage::askWake()
{
    constexpr std::size_t most = 100;
    const ShownDay& shown = m_model.shown();
    if (!shown)
        return;
    std::vector<account::Option> options;
    const QLocale& locale = m_presenter.locale();
    m_putOff = shown->putOff;
    for (std::size_t i = 0; i < std::min(most, m_putOff.size()); ++i) {
        const work::Signal& each = m_putOff[i];
        const QString until =
            each.until.isValid() ? words::shortDay(each.until, m_presenter.book().asked().day, locale) : tr("no day");
        options.push_back({QString::number(i),
                           tr("%1, until %2: %3")
                               .arg(nameOf(each.account, *shown->day), until, sentenceOf(each, *shown->day, locale))});
    }
    if (options.empty()) {
        Q_EMIT said(tr("Nothing is put off."));
        return;
    }
    m_asking = Asking::Wake;
    m_asked.reset();
    showPane(m_choice);
    m_choice->ask({tr("Put off"),
                   tr("What is taken up stands in the list again."),
                   std::move(options),
                   {},
                   {},
                   {},
                   tr("Take up now")});
}

void TodayPage::askDismiss()
{
    if (!canDecide())
        return;
    const work::TodayRow& current = *row();
    const BookDay& day = *m_model.shown()->day;
    const words::ContentWords words(day.numbers->content, m_presenter.locale());
    std::vector<account::Option> reasons;
    for (const content::DismissReason& each : day.numbers->content.signalRules.dismiss)
        reasons.push_back({each.id, words.text(each.name)});
    const bool isGroup = current.accounts.size() > 1;
    const bool isClock = current.lane == work::Lane::Clock;
    const auto count = static_cast<int>(current.signalList.size());
    m_asking = Asking::Dismiss;
    m_asked = current;
    showPane(m_choice);
    m_choice->ask(
        {tr("Dismiss: why?"), isGroup ? m_model.textAt(m_list->row()).name : m_model.textAt(m_list->row()).reason,
         std::move(reasons),
         isGroup || count < 2 ? QString()
                              : tr("All %1 reasons of this account").arg(m_presenter.locale().toString(count)),
         isClock ? tr("What becomes of it; kept as a note") : tr("A word, kept as a note (may be empty)"),
         isClock ? tr("What is on the clock is not dismissed without a word. Done is X.") : QString(), tr("Dismiss")});
}

} // namespace steward::today
