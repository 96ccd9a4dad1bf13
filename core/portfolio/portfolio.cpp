// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/portfolio.h"

#include <algorithm>

namespace steward {

namespace {

constexpr std::size_t blockSize = 256;

using Block = std::vector<std::shared_ptr<const AccountFacts>>;

} // namespace

struct Portfolio::Spine
{
    BookFacts book;
    AccountFacts unlinked;
    std::vector<std::shared_ptr<const Block>> blocks; ///< every block but the last is full
    std::size_t size = 0;
    quint64 generation = 0;
};

namespace {

std::vector<std::shared_ptr<const Block>> blocksOf(std::vector<std::shared_ptr<const AccountFacts>> accounts)
{
    std::vector<std::shared_ptr<const Block>> blocks;
    for (std::size_t from = 0; from < accounts.size(); from += blockSize) {
        const std::size_t to = std::min(accounts.size(), from + blockSize);
        blocks.push_back(
            std::make_shared<const Block>(std::make_move_iterator(accounts.begin() + static_cast<std::ptrdiff_t>(from)),
                                          std::make_move_iterator(accounts.begin() + static_cast<std::ptrdiff_t>(to))));
    }
    return blocks;
}

bool byId(const std::shared_ptr<const AccountFacts>& a, const std::shared_ptr<const AccountFacts>& b)
{
    return a->account.id < b->account.id;
}

} // namespace

Portfolio::Portfolio(BookFacts book, std::vector<AccountFacts> accounts, AccountFacts unlinked, quint64 generation)
{
    std::vector<std::shared_ptr<const AccountFacts>> all;
    all.reserve(accounts.size());
    for (auto& each : accounts)
        all.push_back(std::make_shared<const AccountFacts>(std::move(each)));
    *this = of(std::move(book), std::move(all), std::move(unlinked), generation);
}

Portfolio Portfolio::of(BookFacts book, std::vector<std::shared_ptr<const AccountFacts>> accounts,
                        AccountFacts unlinked, quint64 generation)
{
    if (!std::is_sorted(accounts.begin(), accounts.end(), byId))
        std::sort(accounts.begin(), accounts.end(), byId);
    const std::size_t size = accounts.size();
    Portfolio portfolio;
    portfolio.m_spine = std::make_shared<const Spine>(
        Spine{std::move(book), std::move(unlinked), blocksOf(std::move(accounts)), size, generation});
    return portfolio;
}

std::size_t Portfolio::size() const { return m_spine ? m_spine->size : 0; }

const std::shared_ptr<const AccountFacts>& Portfolio::sharedAt(std::size_t index) const
{
    return (*m_spine->blocks[index / blockSize])[index % blockSize];
}

std::shared_ptr<const AccountFacts> Portfolio::shared(AccountId id) const
{
    if (isEmpty())
        return {};
    const auto& blocks = m_spine->blocks;
    const auto after = std::upper_bound(blocks.begin(), blocks.end(), id.value(), [](qint64 value, const auto& block) {
        return value < block->front()->account.id;
    });
    if (after == blocks.begin())
        return {};
    const Block& block = **std::prev(after);
    const auto found = std::lower_bound(block.begin(), block.end(), id.value(),
                                        [](const auto& facts, qint64 value) { return facts->account.id < value; });
    return found != block.end() && (*found)->account.id == id.value() ? *found : nullptr;
}

const AccountFacts* Portfolio::find(AccountId id) const { return shared(id).get(); }

const BookFacts& Portfolio::book() const
{
    static const BookFacts none;
    return m_spine ? m_spine->book : none;
}

const AccountFacts& Portfolio::unlinked() const
{
    static const AccountFacts none;
    return m_spine ? m_spine->unlinked : none;
}

quint64 Portfolio::generation() const { return m_spine ? m_spine->generation : 0; }

Portfolio Portfolio::withBook(BookFacts book, AccountFacts unlinked, quint64 generation) const
{
    Portfolio next;
    const auto blocks = m_spine ? m_spine->blocks : std::vector<std::shared_ptr<const Block>>();
    next.m_spine =
        std::make_shared<const Spine>(Spine{std::move(book), std::move(unlinked), blocks, size(), generation});
    return next;
}

Portfolio Portfolio::with(std::vector<AccountFacts> changed, std::span<const AccountId> removed,
                          quint64 generation) const
{
    Spine next = m_spine ? *m_spine : Spine{};
    next.generation = generation;
    std::vector<std::shared_ptr<const AccountFacts>> added;
    for (auto& facts : changed) {
        const qint64 id = facts.account.id;
        const auto after =
            std::upper_bound(next.blocks.begin(), next.blocks.end(), id,
                             [](qint64 value, const auto& block) { return value < block->front()->account.id; });
        auto shared = std::make_shared<const AccountFacts>(std::move(facts));
        if (after != next.blocks.begin()) {
            auto& slot = *std::prev(after);
            const auto found = std::lower_bound(slot->begin(), slot->end(), id, [](const auto& each, qint64 value) {
                return each->account.id < value;
            });
            if (found != slot->end() && (*found)->account.id == id) {
                Block copy = *slot;
                copy[static_cast<std::size_t>(found - slot->begin())] = std::move(shared);
                slot = std::make_shared<const Block>(std::move(copy));
                continue;
            }
        }
        added.push_back(std::move(shared));
    }
    if (!added.empty() || !removed.empty()) {
        // Accounts come and go rarely: laying the blocks anew copies pointers only.
        std::vector<std::shared_ptr<const AccountFacts>> all;
        all.reserve(next.size + added.size());
        for (const auto& block : next.blocks)
            for (const auto& each : *block)
                if (std::find(removed.begin(), removed.end(), each->id()) == removed.end())
                    all.push_back(each);
        all.insert(all.end(), added.begin(), added.end());
        std::sort(all.begin(), all.end(), byId);
        next.size = all.size();
        next.blocks = blocksOf(std::move(all));
    }
    Portfolio result;
    result.m_spine = std::make_shared<const Spine>(std::move(next));
    return result;
}

} // namespace steward
