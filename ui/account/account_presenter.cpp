// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/account_presenter.h"

namespace steward::account {

AccountPresenter::AccountPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
{
    connect(&book, &OpenBook::numbersChanged, this, &AccountPresenter::refresh);
    connect(&book, &OpenBook::stateChanged, this, [this] {
        if (m_book.state() != OpenBook::State::Ready)
            refresh();
    });
}

void AccountPresenter::show(AccountId account)
{
    if (account == m_account && m_state == State::Ready && m_figures->numbers == m_book.numbers())
        return;
    m_account = account;
    refresh();
}

void AccountPresenter::refresh()
{
    m_figures.reset();
    m_state = State::Loading;
    const qint64 serial = ++m_figuresSerial;
    const Numbers numbers = m_book.numbers();
    if (!m_account.isValid() || !numbers) {
        Q_EMIT changed();
        return;
    }
    if (!numbers->scorer || numbers->asked.past != LookBack::AsWeKnewIt) {
        take(figuresOf(numbers, m_account));
        return;
    }
    // As we knew it each day of the trend has a book of its own: away from the window.
    Q_EMIT changed();
    const auto figures = std::make_shared<std::optional<AccountFigures>>();
    m_book.aside(
        [figures, numbers, account = m_account]() -> Status {
            *figures = figuresOf(numbers, account);
            return {};
        },
        this,
        [this, figures, serial](const Status&) {
            if (serial == m_figuresSerial)
                take(std::move(*figures));
        });
}

void AccountPresenter::take(std::optional<AccountFigures> figures)
{
    m_figures = std::move(figures);
    m_state = m_figures ? State::Ready : State::NotThere;
    if (m_figures) {
        m_figures->pace = paceIn(m_quartiles);
        workOutQuartiles();
    }
    Q_EMIT changed();
}

std::optional<journey::ValuePace> AccountPresenter::paceIn(const journey::ValueQuartiles& all) const
{
    const BookNumbers& numbers = *m_figures->numbers;
    return journey::valuePace(*m_figures->facts, numbers.facts.book(), all, numbers.asked.day);
}

/// Every account is looked through for it: away from the window.
void AccountPresenter::workOutQuartiles()
{
    const auto all = std::make_shared<journey::ValueQuartiles>();
    m_book.aside(
        [numbers = m_figures->numbers, all]() -> Status {
            *all = journey::quartilesOf(journey::timeToValue(numbers->facts, {}, numbers->asked.day));
            return {};
        },
        this,
        [this, all, serial = ++m_serial](const Status&) {
            if (serial != m_serial || !m_figures || std::exchange(m_quartiles, *all) == *all)
                return;
            m_figures->pace = paceIn(*all);
            Q_EMIT changed();
        });
}

std::optional<DraftFault> AccountPresenter::save(const RecordDraft& draft)
{
    if (m_state != State::Ready || !m_book.isEditable())
        return std::nullopt;
    if (const auto fault = faultOf(draft, *m_figures, m_locale))
        return fault;
    m_book.edit(labelOf(draft, *m_figures, m_locale),
                [draft, figures = *m_figures, locale = m_locale](book::Edit& edit) {
                    return write(edit, draft, figures, locale);
                });
    return std::nullopt;
}

void AccountPresenter::remove(RecordRef record)
{
    if (m_state != State::Ready || !m_book.isEditable())
        return;
    m_book.edit({Code("edit.record-removed"), {nounOf(record.entity), m_figures->facts->account.name}},
                [record](book::Edit& edit) { return edit.remove(record.entity, std::span(&record.id, 1)); });
}

} // namespace steward::account
