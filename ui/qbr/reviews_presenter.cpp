// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/reviews_presenter.h"

#include "core/words/content_words.h"

#include <set>

namespace steward::reviews {

ReviewsPresenter::ReviewsPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
    , m_serial(std::make_shared<std::atomic<qint64>>(0))
{
    connect(&book, &OpenBook::numbersChanged, this, &ReviewsPresenter::takeNumbers);
    connect(&book, &OpenBook::stateChanged, this, [this] {
        if (m_book.state() != OpenBook::State::Ready)
            m_hasQuarter = false;
        if (m_book.state() != OpenBook::State::Ready || !m_book.numbers())
            takeNumbers();
    });
    takeNumbers();
}

void ReviewsPresenter::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void ReviewsPresenter::takeNumbers()
{
    const Numbers& numbers = m_book.numbers();
    if (!numbers || numbers->lines.empty()) {
        ++*m_serial;
        m_shown.reset();
        makePack();
        setState(numbers ? State::Empty : State::Loading);
        return;
    }
    if (!m_hasQuarter) {
        m_quarter = lastQuarter(numbers->asked.day, numbers->facts.book().fiscalYearStart);
        m_hasQuarter = true;
    }
    // Scores and trends change nothing here.
    const bool isSame = m_shown && m_shown->quarter() == m_quarter && m_shown->numbers()->asked == numbers->asked &&
                        m_shown->numbers()->facts.generation() == numbers->facts.generation();
    if (!isSame)
        workOut();
}

void ReviewsPresenter::workOut()
{
    const Numbers& numbers = m_book.numbers();
    const qint64 serial = ++*m_serial;
    const bool isAgain = m_shown && m_shown->quarter() == m_quarter && m_shown->numbers()->asked == numbers->asked;
    if (!isAgain)
        setState(State::Loading);
    const auto result = std::make_shared<ShownReviews>();
    const auto work = [numbers, quarter = m_quarter, before = isAgain ? m_shown : nullptr, result, serial,
                       newest = m_serial]() -> Status {
        auto made = Reviews::of(numbers, quarter, before.get(), [&] { return serial != *newest; });
        if (!made)
            return tl::unexpected(made.error());
        *result = *made;
        return {};
    };
    const auto done = [this, result, serial](const Status& status) { take(*result, status, serial); };
    if (isAgain)
        m_book.aside(work, this, done);
    else
        m_book.slowly(work, this, done);
}

void ReviewsPresenter::take(const ShownReviews& shown, const Status& status, qint64 serial)
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
    // Whoever held them last frees them away from the window.
    const auto drop = [old = std::exchange(m_shown, shown)] {
        static_cast<void>(old);
        return Status();
    };
    m_book.slowly(drop, nullptr, {});
    makePack();
    setState(m_shown->lines().empty() ? State::Nothing : State::Ready);
}

void ReviewsPresenter::setQuarter(qbr::Quarter quarter)
{
    if (quarter == m_quarter)
        return;
    m_quarter = quarter;
    if (m_book.numbers() && !m_book.numbers()->lines.empty())
        workOut();
}

std::vector<qbr::Quarter> ReviewsPresenter::quarters() const
{
    constexpr int past = 6;
    std::vector<qbr::Quarter> all;
    const Numbers& numbers = m_book.numbers();
    if (!numbers)
        return all;
    const qbr::Quarter running = qbr::quarterOf(numbers->asked.day, numbers->facts.book().fiscalYearStart);
    for (int i = 0; i <= past; ++i)
        all.push_back(running.plus(-i));
    if (std::ranges::find(all, m_quarter) == all.end())
        all.push_back(m_quarter);
    return all;
}

QString ReviewsPresenter::quarterText(qbr::Quarter quarter) const
{
    return tr("Q%1 %2").arg(quarter.number).arg(quarter.year);
}

void ReviewsPresenter::setOwner(PersonId owner)
{
    if (owner == m_owner)
        return;
    m_owner = owner;
    Q_EMIT changed();
}

std::vector<std::pair<PersonId, QString>> ReviewsPresenter::owners() const
{
    std::vector<std::pair<PersonId, QString>> all;
    if (!m_shown)
        return all;
    std::set<qint64> holders;
    for (const ReviewLine& line : m_shown->lines())
        holders.insert(line.account->facts->account.csm.value());
    for (const Person& person : m_shown->numbers()->facts.book().people)
        if (holders.contains(person.id))
            all.emplace_back(PersonId(person.id), person.name);
    std::ranges::sort(all, {}, &std::pair<PersonId, QString>::second);
    return all;
}

std::vector<const ReviewLine*> ReviewsPresenter::lines() const
{
    std::vector<const ReviewLine*> all;
    if (m_shown)
        for (const ReviewLine& line : m_shown->lines())
            if (!m_owner.isValid() || line.account->facts->account.csm == m_owner)
                all.push_back(&line);
    return all;
}

int ReviewsPresenter::dueCount() const
{
    return static_cast<int>(
        std::ranges::count_if(lines(), [](const ReviewLine* each) { return each->due.state == qbr::DueState::Due; }));
}

int ReviewsPresenter::readyCount() const
{
    return static_cast<int>(std::ranges::count_if(lines(), [](const ReviewLine* each) {
        return each->due.state == qbr::DueState::Due && readyOf(each->readiness.percent) == Ready::Ready;
    }));
}

int ReviewsPresenter::needsYou() const
{
    if (!m_shown)
        return 0;
    constexpr qint64 ahead = 14LL * 24 * 3600 * 1000;
    const QDateTime midnight = m_shown->numbers()->asked.day.startOfDay(m_shown->numbers()->facts.book().zone);
    const qint64 until = midnight.toMSecsSinceEpoch() + ahead;
    return static_cast<int>(std::ranges::count_if(m_shown->lines(), [&](const ReviewLine& each) {
        return each.due.state == qbr::DueState::Due && each.due.meeting && each.due.meeting->ms < until &&
               readyOf(each.readiness.percent) != Ready::Ready;
    }));
}

void ReviewsPresenter::choose(AccountId account)
{
    if (account == m_chosen && m_pack)
        return;
    m_chosen = account;
    makePack();
}

void ReviewsPresenter::makePack()
{
    const bool isThere = m_shown && m_chosen.isValid() && m_shown->numbers()->facts.find(m_chosen);
    m_pack = isThere ? std::optional(m_shown->pack(m_chosen)) : std::nullopt;
    Q_EMIT packChanged();
}

std::pair<QString, QString> ReviewsPresenter::gapText(const QString& id) const
{
    const auto* item = m_shown ? content::findById(m_shown->content().readiness, id) : nullptr;
    if (!item)
        return {};
    return {wording().fill(item->name), wording().fill(item->text)};
}

QString ReviewsPresenter::missingText(const qbr::Readiness& readiness) const
{
    const auto& gaps = readiness.missing;
    if (gaps.empty())
        return {};
    const auto isEverywhere = [&](const qbr::Gap& gap) {
        return std::ranges::all_of(m_shown->lines(), [&](const ReviewLine& each) {
            const auto& theirs = each.readiness.missing;
            return each.due.state != qbr::DueState::Due ||
                   std::ranges::find(theirs, gap.id, &qbr::Gap::id) != theirs.end();
        });
    };
    const auto own = std::ranges::find_if_not(gaps, isEverywhere);
    const QString first = gapText(own == gaps.end() ? gaps.front().id : own->id).first;
    return gaps.size() == 1 ? first : tr("%1, +%2 more").arg(first, m_locale.toString(gaps.size() - 1));
}

const AccountFacts* ReviewsPresenter::facts() const
{
    return m_shown && m_chosen.isValid() ? m_shown->numbers()->facts.find(m_chosen) : nullptr;
}

Period ReviewsPresenter::period() const
{
    return qbr::periodOf(m_quarter, m_shown->numbers()->facts.book().fiscalYearStart);
}

} // namespace steward::reviews
