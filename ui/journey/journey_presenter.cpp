// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/journey_presenter.h"

#include "core/words/content_words.h"

namespace steward::journeys {

JourneyPresenter::JourneyPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
{
    connect(&book, &OpenBook::numbersChanged, this, &JourneyPresenter::takeNumbers);
    connect(&book, &OpenBook::stateChanged, this, [this] {
        if (m_book.state() != OpenBook::State::Ready || !m_book.numbers())
            takeNumbers();
    });
}

void JourneyPresenter::setWatched(bool isWatched)
{
    if (std::exchange(m_isWatched, isWatched) != isWatched && isWatched)
        takeNumbers();
}

void JourneyPresenter::takeNumbers()
{
    const Numbers& numbers = m_book.numbers();
    const qint64 serial = ++m_serial;
    if (!numbers) {
        take({});
        takeFlow({});
        return;
    }
    // Trends come with the scorer of the scores before them: they change nothing here.
    const bool isKnown = m_shown && m_shown->numbers->scorer && m_shown->numbers->scorer == numbers->scorer;
    if (!m_isWatched || isKnown)
        return;
    const auto result = std::make_shared<ShownBoard>();
    m_book.aside(
        [numbers, result]() -> Status {
            *result = boardOn(numbers);
            return {};
        },
        this,
        [this, result, serial](const Status&) {
            if (serial == m_serial)
                take(*result);
        });
    ask(m_asked);
}

void JourneyPresenter::ask(const FlowAsked& asked)
{
    m_asked = asked;
    const Numbers& numbers = m_book.numbers();
    if (!numbers || !m_isWatched)
        return;
    const auto result = std::make_shared<ShownFlow>();
    m_book.aside(
        [numbers, asked = m_asked, result]() -> Status {
            *result = flowOn(numbers, asked);
            return {};
        },
        this,
        [this, result, serial = ++m_flowSerial](const Status&) {
            if (serial == m_flowSerial)
                takeFlow(*result);
        });
}

void JourneyPresenter::takeFlow(ShownFlow flow)
{
    m_book.aside([old = std::exchange(m_flow, std::move(flow))]() -> Status { return {}; }, nullptr, {});
    Q_EMIT flowChanged();
}

void JourneyPresenter::take(ShownBoard shown)
{
    // Whoever held the numbers before last frees them away from the window.
    m_book.aside([old = std::exchange(m_shown, std::move(shown))]() -> Status { return {}; }, nullptr, {});
    m_lanes.clear();
    m_offers = 0;
    for (std::size_t i = 0; m_shown && i < m_shown->board.lanes.size(); ++i) {
        const work::BoardLane& lane = m_shown->board.lanes[i];
        const bool isOfCustomers =
            lane.stage && lane.stage->kind != content::StageKind::Before && !content::isRetired(*lane.stage);
        if (isOfCustomers || !lane.cards.empty())
            m_lanes.push_back(i);
        m_offers += static_cast<int>(lane.offers());
    }
    const bool hasStages = m_shown && std::ranges::any_of(m_shown->board.lanes, [](const work::BoardLane& lane) {
                               return !lane.cards.empty();
                           });
    m_state = !m_shown                          ? State::Loading
              : m_shown->numbers->lines.empty() ? State::NoAccounts
              : hasStages                       ? State::Ready
                                                : State::NoStages;
    Q_EMIT changed();
}

void JourneyPresenter::move(const work::BoardCard& card, const QString& stage, const QString& why)
{
    const content::JourneyStage* to = m_shown ? m_shown->stageOf(stage) : nullptr;
    const AccountFacts* facts = m_book.numbers() ? m_book.numbers()->facts.find(card.account) : nullptr;
    if (!to || !facts)
        return;
    const QString name = words::ContentWords(m_shown->numbers->content, m_locale).text(to->name);
    m_book.edit({Code("edit.stage-moved"), {facts->account.name, name}},
                [numbers = m_book.numbers(), facts, shown = m_shown, to, why](book::Edit& edit) {
                    return work::moveStage(edit, *facts, *to, why, {});
                });
}

void JourneyPresenter::confirmFriction(const work::BoardCard& card, const QString& friction)
{
    const AccountFacts* facts = m_book.numbers() ? m_book.numbers()->facts.find(card.account) : nullptr;
    if (!facts || friction.isEmpty())
        return;
    m_book.edit({Code("edit.friction"), {facts->account.name, friction}},
                [account = card.account, friction](book::Edit& edit) {
                    return work::confirmFriction(edit, account, friction);
                });
}

std::optional<JourneyPresenter::Place> JourneyPresenter::placeOf(AccountId account) const
{
    for (std::size_t i = 0; m_shown && i < m_shown->board.lanes.size(); ++i)
        for (const work::BoardCard& each : m_shown->board.lanes[i].cards)
            if (each.account == account)
                return Place{&m_shown->board.lanes[i], &each};
    return std::nullopt;
}

bool JourneyPresenter::accept(const work::BoardCard& card)
{
    const auto place = placeOf(card.account);
    if (!place || card.offer.to.isEmpty())
        return false;
    move(work::BoardCard(card), card.offer.to, reasonOf(card.offer, *place->lane, *m_shown, m_locale));
    return true;
}

} // namespace steward::journeys
