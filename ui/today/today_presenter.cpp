// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_presenter.h"

#include "core/words/content_words.h"
#include "core/work/acts.h"
#include "core/workspace/beside.h"
#include "ui/account/play_text.h"
#include "ui/today/row_text.h"

#include <set>

namespace steward::today {

TodayPresenter::TodayPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
    , m_serial(std::make_shared<std::atomic<qint64>>(0))
{
    connect(&book, &OpenBook::numbersChanged, this, &TodayPresenter::takeNumbers);
    connect(&book, &OpenBook::stateChanged, this, [this] {
        if (m_book.state() != OpenBook::State::Ready || !m_book.numbers())
            takeNumbers();
    });
    takeNumbers();
}

void TodayPresenter::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void TodayPresenter::takeNumbers()
{
    const Numbers& numbers = m_book.numbers();
    if (!numbers || numbers->lines.empty()) {
        ++*m_serial;
        m_shown.reset();
        setState(numbers ? State::Empty : State::Loading);
        return;
    }
    if (m_shown && m_shown->day->numbers->asked != numbers->asked) {
        m_shown.reset();
        setState(State::Loading);
    }
    // Trends come with the scorer of the scores before them: they change nothing here.
    const bool isKnown = m_shown && m_shown->day->numbers->scorer == numbers->scorer;
    if (!numbers->scorer || isKnown)
        return;
    workOut(m_shown != nullptr);
}

/// isAgain: after an edit. What was edited is there at once, the rest follows.
void TodayPresenter::workOut(bool isAgain)
{
    const qint64 serial = ++*m_serial;
    const auto result = std::make_shared<ShownDay>();
    const auto work = [numbers = m_book.numbers(), owner = m_owner, result, serial, newest = m_serial,
                       before = isAgain ? m_shown : nullptr]() -> Status {
        if (serial != *newest)
            return {};
        auto day = before ? dayAfter(numbers, *before->day) : dayOf(numbers);
        if (!day)
            return tl::unexpected(day.error());
        if (*day)
            *result = makeRetiring<const Shown>(Shown{*day, todayOf(**day, owner)});
        return {};
    };
    const auto done = [this, result, serial](const Status& status) { take(*result, status, serial); };
    if (!isAgain) {
        m_book.slowly(work, this, done);
        return;
    }
    m_book.aside(work, this, [this, done, serial](const Status& status) {
        done(status);
        if (serial == *m_serial)
            workOut(false);
    });
}

void TodayPresenter::take(const ShownDay& shown, const Status& status, qint64 serial)
{
    if (serial != *m_serial)
        return;
    if (!status) {
        m_error = status.error();
        setState(State::Failed);
        return;
    }
    if (!shown)
        return;
    const bool isSame = m_state == State::Ready && m_shown && m_shown->day->numbers == shown->day->numbers &&
                        m_shown->today == shown->today;
    // Whoever held the day before last frees it away from the window.
    const auto drop = [old = std::exchange(m_shown, shown)] {
        static_cast<void>(old);
        return Status();
    };
    m_book.slowly(drop, nullptr, {});
    if (!isSame)
        setState(m_shown->today.rows.empty() ? State::Nothing : State::Ready);
}

int TodayPresenter::needsYou() const
{
    if (!m_shown)
        return 0;
    return static_cast<int>(m_shown->today.count(work::Lane::Clock) + m_shown->today.count(work::Lane::Now));
}

void TodayPresenter::setOwner(PersonId owner)
{
    if (owner == m_owner)
        return;
    m_owner = owner;
    if (!m_shown)
        return;
    const qint64 serial = ++*m_serial;
    const auto result = std::make_shared<ShownDay>();
    m_book.aside(
        [day = m_shown->day, owner, result]() -> Status {
            *result = makeRetiring<const Shown>(Shown{day, todayOf(*day, owner)});
            return {};
        },
        this, [this, result, serial](const Status& status) { take(*result, status, serial); });
}

std::vector<std::pair<PersonId, QString>> TodayPresenter::owners() const
{
    std::vector<std::pair<PersonId, QString>> all;
    if (!m_shown)
        return all;
    std::set<qint64> holders;
    for (const query::AccountLine& line : m_shown->day->numbers->lines)
        holders.insert(line.facts->account.csm.value());
    for (const Person& person : m_shown->day->numbers->facts.book().people)
        if (holders.contains(person.id))
            all.emplace_back(PersonId(person.id), person.name);
    std::ranges::sort(all, {}, &std::pair<PersonId, QString>::second);
    return all;
}

void TodayPresenter::snooze(const work::TodayRow& row, QDate to, const QString& word)
{
    const QString name = row.accounts.size() == 1 ? nameOf(row.accounts.front(), *m_shown->day)
                                                  : rowText(row, *m_shown->day, m_locale).name;
    m_book.edit({Code("edit.signals-snoozed"), {name, to}},
                [everything = m_shown->day->numbers->everything, put = row.signalList,
                 decision = work::Decision{to, {}, m_owner, word}](book::Edit& edit) {
                    return work::decide(edit, everything, put, decision);
                });
}

QString TodayPresenter::dismiss(const work::TodayRow& row, const QString& reason, bool isAll, const QString& word)
{
    const BookDay& day = *m_shown->day;
    std::vector<work::Signal> closed = row.signalList;
    if (row.accounts.size() < 2 && !isAll)
        closed.resize(1);
    std::size_t kept = 0;
    if (row.accounts.size() > 1)
        kept = std::erase_if(closed, [&](const work::Signal& each) { return work::isForHumans(each, day.worths); });
    const QString stays = kept == 0 ? QString()
                                    : tr("%1 of them stay: a complaint or a valuable account is looked at one by one.")
                                          .arg(m_locale.toString(kept));
    if (closed.empty())
        return stays;
    const auto* known = content::findById(day.numbers->content.signalRules.dismiss, reason);
    const words::ContentWords words(day.numbers->content, m_locale);
    const QString why = known ? words.text(known->name).toLower() : reason;
    m_book.edit({Code("edit.signals-dismissed"), {rowText(row, day, m_locale).name, why}},
                [everything = day.numbers->everything, closed, decision = work::Decision{{}, reason, m_owner, word}](
                    book::Edit& edit) { return work::decide(edit, everything, closed, decision); });
    return stays;
}

void TodayPresenter::startPlay(const work::TodayRow& row)
{
    if (!row.play.isEmpty())
        account::startPlay(m_book, row.play, row.accounts, sentenceOf(row.signalList.front(), *m_shown->day, m_locale),
                           m_locale);
}

const Task* TodayPresenter::taskOf(const work::TodayRow& row) const
{
    const AccountFacts* facts =
        row.accounts.size() == 1 ? m_shown->day->numbers->facts.find(row.accounts.front()) : nullptr;
    if (!facts || row.lane != work::Lane::Clock)
        return nullptr;
    for (const RecordRef& record : row.signalList.front().say.records)
        if (record.entity == Entity::Task)
            for (const Task& task : facts->of<Task>())
                if (task.id == record.id)
                    return &task;
    return nullptr;
}

void TodayPresenter::finishTask(const work::TodayRow& row)
{
    if (const Task* task = taskOf(row))
        account::setTaskDone(m_book, row.accounts.front(), task->id, true);
}

} // namespace steward::today
