// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/journey/flow_text.h"
#include "ui/journey/journey_text.h"

namespace steward::journeys {

/// What the journey shows and does, without a widget. The board is made away from the window.
class JourneyPresenter final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        NoAccounts,
        NoStages, ///< no account says in which stage it is
        Ready
    };
    JourneyPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] OpenBook& book() { return m_book; }
    /// Null until the first one is there.
    [[nodiscard]] const ShownBoard& shown() const { return m_shown; }
    /// Of the same day; null until the first one is there.
    [[nodiscard]] const ShownFlow& flow() const { return m_flow; }
    /// Of whom and over how long the map of flows tells.
    void ask(const FlowAsked& asked);
    [[nodiscard]] const FlowAsked& asked() const { return m_asked; }
    /// Lanes worth showing: those with accounts, and those of customers even where nobody is there.
    [[nodiscard]] const std::vector<std::size_t>& lanes() const { return m_lanes; }
    struct Place
    {
        const work::BoardLane* lane;
        const work::BoardCard* card;
    };
    /// none: the account is not on the board.
    [[nodiscard]] std::optional<Place> placeOf(AccountId account) const;
    /// Accounts that are ready to move.
    [[nodiscard]] int offers() const { return m_offers; }
    /// Somebody looks, or no longer: the board is made only while somebody does.
    void setWatched(bool isWatched);

    /// One undoable edit: the account moves to the stage, and why is written down.
    void move(const work::BoardCard& card, const QString& stage, const QString& why);
    /// One undoable edit: where the account gets stuck, as somebody says it.
    void confirmFriction(const work::BoardCard& card, const QString& friction);
    /// Makes the move that is offered, for the reason it is offered. False: none is.
    bool accept(const work::BoardCard& card);

Q_SIGNALS:
    void changed();
    void flowChanged();

private:
    void takeNumbers();
    void take(ShownBoard shown);
    void takeFlow(ShownFlow flow);

    OpenBook& m_book;
    QLocale m_locale;
    State m_state = State::Loading;
    ShownBoard m_shown;
    ShownFlow m_flow;
    FlowAsked m_asked;
    std::vector<std::size_t> m_lanes;
    int m_offers = 0;
    bool m_isWatched = false;
    qint64 m_serial = 0;
    qint64 m_flowSerial = 0;
};

} // namespace steward::journeys
