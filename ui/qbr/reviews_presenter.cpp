// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/reviews_presenter.h"

#include "core/print/slides.h"
#include "core/words/content_words.h"

namespace steward::reviews {

ReviewsPresenter::ReviewsPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : BookPresenter(book, std::move(locale), parent)
{
    ReviewsPresenter::takeNumbers();
}

void ReviewsPresenter::takeNumbers()
{
    const Numbers& numbers = book().numbers();
    if (book().state() != OpenBook::State::Ready)
        m_hasQuarter = false;
    if (!numbers || numbers->lines.empty()) {
        forget();
        m_shown.reset();
        makePack();
        setState(numbers ? State::Empty : State::Loading);
        return;
    }
    if (!m_hasQuarter) {
        m_quarter = openingQuarter(*numbers);
        m_hasQuarter = true;
    }
    // Scores and trends change nothing here.
    const bool isSame = m_shown && m_shown->quarter() == m_quarter && m_shown->numbers()->asked == numbers->asked &&
                        m_shown->numbers()->facts.generation() == numbers->facts.generation();
    if (!isSame)
        workOutDue();
}

void ReviewsPresenter::workOutDue()
{
    const Numbers& numbers = book().numbers();
    const bool isAgain = m_shown && m_shown->quarter() == m_quarter && m_shown->numbers()->asked == numbers->asked;
    if (!isAgain)
        setState(State::Loading);
    workOut<Reviews>(
        isAgain ? Pace::Soon : Pace::Slowly,
        [numbers, quarter = m_quarter, before = isAgain ? m_shown : nullptr](const IsStale& isStale) {
            return Reviews::of(numbers, quarter, before.get(), isStale);
        },
        [this](const ShownReviews& shown) { take(shown); });
}

void ReviewsPresenter::take(const ShownReviews& shown)
{
    if (!shown)
        return;
    retire(std::exchange(m_shown, shown));
    makePack();
    setState(m_shown->lines().empty() ? State::Nothing : State::Ready);
}

void ReviewsPresenter::setQuarter(Quarter quarter)
{
    if (quarter == m_quarter)
        return;
    m_quarter = quarter;
    if (book().numbers() && !book().numbers()->lines.empty())
        workOutDue();
}

std::vector<Quarter> ReviewsPresenter::quarters() const
{
    constexpr int past = 6;
    std::vector<Quarter> all;
    const Numbers& numbers = book().numbers();
    if (!numbers)
        return all;
    const Quarter running = quarterOf(numbers->asked.day, numbers->facts.book().fiscalYearStart);
    const Quarter next = running.plus(1);
    const bool isAhead = m_quarter == next || openingQuarter(*numbers) == next;
    for (int i = isAhead ? -1 : 0; i <= past; ++i)
        all.push_back(running.plus(-i));
    if (std::ranges::find(all, m_quarter) == all.end())
        all.push_back(m_quarter);
    return all;
}

QString ReviewsPresenter::quarterText(Quarter quarter) const
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

BookPresenter::People ReviewsPresenter::owners() const
{
    if (!m_shown)
        return {};
    std::set<qint64> holders;
    for (const ReviewLine& line : m_shown->lines())
        holders.insert(line.account->facts->account.csm.value());
    return peopleOf(m_shown->numbers()->facts.book(), holders);
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
    return {wording().fill(item->name), m_pack ? print::toDoOf(*item, *m_pack, wording()) : wording().fill(item->text)};
}

QString ReviewsPresenter::missingText(const qbr::Readiness& readiness) const
{
    const auto& gaps = readiness.missing;
    if (gaps.empty())
        return {};
    const QString first = gapText(gaps.front().id).first;
    return gaps.size() == 1 ? first : tr("%1, +%2 more").arg(first, locale().toString(gaps.size() - 1));
}

const AccountFacts* ReviewsPresenter::facts() const
{
    return m_shown && m_chosen.isValid() ? m_shown->numbers()->facts.find(m_chosen) : nullptr;
}

Period ReviewsPresenter::period() const
{
    return periodOf(m_quarter, m_shown->numbers()->facts.book().fiscalYearStart);
}

} // namespace steward::reviews
