// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/account_view.h"
#include "core/health/score.h"

#include <array>
#include <functional>

namespace steward::health {

/// Accounts that are scored side by side: a measure reads all of them before the next one begins. The measures together
/// do not fit into the processor's nearest cache of code, the facts of a few accounts do fit into that of data. Each
/// score is the same as alone. Lives in one thread.
class Batch
{
public:
    static constexpr std::size_t most = 16;

    explicit Batch(const Model& model);
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    /// One more, as of the day of the book; both outlive it. Not for a full batch.
    void add(const AccountFacts& then, const BookDay& book);
    [[nodiscard]] bool isFull() const { return m_size == most; }
    /// Scores what was added, in that order, without overrides; the batch is empty then.
    void scores(Detail detail, std::vector<AccountScore>& into);
    /// The score after caps alone, without a list of anything; place: of the account in the order of add().
    void numbers(const std::function<void(std::size_t place, std::optional<Fraction> number)>& use);

private:
    struct Seat
    {
        std::optional<AccountView> account;
        const Model::Card* card = nullptr;
        std::size_t next = 0; ///< measure of the card
    };
    /// use(place, seat, measure) for every measure of every account, one measure of all of them at a time.
    template <class Use>
    void eachMeasure(Use&& use);

    const Model& m_model;
    std::array<Seat, most> m_seats;
    std::size_t m_size = 0;
};

} // namespace steward::health
