// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

namespace steward {

/// The facts of the whole book in memory at one moment: immutable, cheap to copy, safe to read from any thread without
/// a lock. Accounts lie in id order in blocks of 256; with() copies one block and the spine and shares everything else.
class Portfolio
{
public:
    Portfolio() = default;
    /// accounts in any order, ids unique; unlinked holds facts whose account is not known (its account has no id).
    Portfolio(BookFacts book, std::vector<AccountFacts> accounts, AccountFacts unlinked, quint64 generation);
    /// The same of accounts that lie where they are to stay.
    [[nodiscard]] static Portfolio of(BookFacts book, std::vector<std::shared_ptr<const AccountFacts>> accounts,
                                      AccountFacts unlinked, quint64 generation);

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    /// By position in id order, 0 <= index < size(). Constant time.
    [[nodiscard]] const AccountFacts& at(std::size_t index) const { return *sharedAt(index); }
    [[nodiscard]] const std::shared_ptr<const AccountFacts>& sharedAt(std::size_t index) const;
    /// Binary search; nullptr where there is none.
    [[nodiscard]] const AccountFacts* find(AccountId id) const;
    [[nodiscard]] std::shared_ptr<const AccountFacts> shared(AccountId id) const;
    [[nodiscard]] const BookFacts& book() const;
    /// Facts that name an account nobody knows yet: a group of their own in figures of the whole book.
    [[nodiscard]] const AccountFacts& unlinked() const;
    /// Grows by one with every published edit; a cache keyed by (account, generation of the account's block) stays
    /// right.
    [[nodiscard]] quint64 generation() const;

    /// The next snapshot: the given accounts replaced or added, those removed gone, the rest shared.
    [[nodiscard]] Portfolio with(std::vector<AccountFacts> changed, std::span<const AccountId> removed,
                                 quint64 generation) const;
    [[nodiscard]] Portfolio withBook(BookFacts book, AccountFacts unlinked, quint64 generation) const;

    /// for (const AccountFacts& each : portfolio)
    class Iterator
    {
    public:
        using value_type = AccountFacts;
        using difference_type = std::ptrdiff_t;
        Iterator() = default;
        Iterator(const Portfolio* portfolio, std::size_t index)
            : m_portfolio(portfolio)
            , m_index(index)
        {
        }
        const AccountFacts& operator*() const { return m_portfolio->at(m_index); }
        const AccountFacts* operator->() const { return &m_portfolio->at(m_index); }
        Iterator& operator++()
        {
            ++m_index;
            return *this;
        }
        Iterator operator++(int)
        {
            Iterator old = *this;
            ++m_index;
            return old;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        const Portfolio* m_portfolio = nullptr;
        std::size_t m_index = 0;
    };
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, size()}; }

private:
    struct Spine;
    std::shared_ptr<const Spine> m_spine;
};

} // namespace steward
