// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/book_presenter.h"

#include <algorithm>

namespace steward {

BookPresenter::BookPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
    , m_serial(std::make_shared<std::atomic<qint64>>(0))
{
    connect(&book, &OpenBook::numbersChanged, this, [this] { takeNumbers(); });
    connect(&book, &OpenBook::stateChanged, this, [this] {
        if (m_book.state() != OpenBook::State::Ready || !m_book.numbers())
            takeNumbers();
    });
}

void BookPresenter::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void BookPresenter::runAway(Pace pace, std::function<Status(const IsStale&)> work, std::function<void()> done)
{
    const qint64 serial = ++*m_serial;
    const IsStale isStale = [serial, newest = m_serial] { return serial != *newest; };
    auto away = [work = std::move(work), isStale]() -> Status { return isStale() ? Status() : work(isStale); };
    auto back = [this, done = std::move(done), isStale](const Status& status) {
        if (isStale())
            return;
        if (status) {
            done();
            return;
        }
        m_error = status.error();
        setState(State::Failed);
    };
    if (pace == Pace::Soon)
        m_book.aside(std::move(away), this, std::move(back));
    else
        m_book.slowly(std::move(away), this, std::move(back));
}

BookPresenter::People BookPresenter::peopleOf(const BookFacts& book, const std::set<qint64>& ids)
{
    People all;
    for (const Person& person : book.people)
        if (ids.contains(person.id))
            all.emplace_back(PersonId(person.id), person.name);
    std::ranges::sort(all, {}, &std::pair<PersonId, QString>::second);
    return all;
}

} // namespace steward
