// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/shared_goal.h"

#include <algorithm>

namespace steward::query {

namespace {

const CustomerGroup* groupOf(const BookFacts& book, CustomerGroupId group)
{
    const auto found = std::ranges::find(book.groups, group.value(), &CustomerGroup::id);
    return group.isValid() && found != book.groups.end() && !found->archivedOn.isValid() ? &*found : nullptr;
}

const Goal* goalOf(const AccountFacts* facts, CustomerGroupId group)
{
    if (facts)
        for (const Goal& each : facts->of<Goal>())
            if (each.group == group && !each.archivedOn.isValid())
                return &each;
    return nullptr;
}

void add(std::optional<double>& sum, std::optional<double> value)
{
    if (value)
        sum = sum.value_or(0) + *value;
}

/// Counts do; what is to become less and shares of a hundred are each customer's own.
bool addsUp(const SharedGoal& shared)
{
    return std::ranges::none_of(shared.members, [](const SharedGoal::Member& each) {
        return each.goal && ((each.goal->baseline && each.goal->target && *each.goal->baseline > *each.goal->target) ||
                             each.goal->unit.contains(u'%'));
    });
}

Goal copyFor(const Goal& goal, AccountId account, QDate today)
{
    Goal own = goal;
    own.id = 0;
    own.import = {};
    own.account = account;
    own.status = QStringLiteral("agreed");
    own.agreedOn = today;
    own.current.reset();
    own.baseline.reset();
    own.value.reset();
    own.metOn = {};
    own.lastReviewed = {};
    return own;
}

template <class T>
Status saved(book::Edit& edit, T& record)
{
    const auto id = edit.save(record);
    return id ? Status() : tl::unexpected(id.error());
}

} // namespace

std::optional<SharedGoal> sharedGoal(const Portfolio& facts, CustomerGroupId group)
{
    const CustomerGroup* known = groupOf(facts.book(), group);
    if (!known)
        return std::nullopt;
    SharedGoal shared{known->name, {}, 0, 0, {}, {}};
    for (const AccountId account : known->accounts) {
        const SharedGoal::Member& member =
            shared.members.emplace_back(SharedGoal::Member{account, goalOf(facts.find(account), group)});
        if (member.isOut()) {
            ++shared.out;
            continue;
        }
        shared.met += member.goal->metOn.isValid() || member.goal->status == u"met" ? 1 : 0;
        add(shared.now, member.goal->current);
        add(shared.target, member.goal->target);
    }
    if (!addsUp(shared))
        shared.now = shared.target = std::nullopt;
    return shared;
}

Status shareGoal(book::Edit& edit, const Portfolio& facts, const Goal& goal, const QString& name,
                 std::span<const AccountId> others)
{
    CustomerGroup group;
    if (const CustomerGroup* known = groupOf(facts.book(), goal.group))
        group = *known;
    else
        group.accounts = {goal.account};
    if (!name.isEmpty())
        group.name = name;
    std::vector<AccountId> joining;
    for (const AccountId each : others)
        if (std::ranges::find(group.accounts, each) == group.accounts.end()) {
            joining.push_back(each);
            group.accounts.push_back(each);
        }
    if (auto done = saved(edit, group); !done)
        return done;
    Goal first = goal;
    first.group = CustomerGroupId(group.id);
    if (auto done = saved(edit, first); !done)
        return done;
    for (const AccountId account : joining) {
        Goal own = copyFor(first, account, edit.today());
        if (auto done = saved(edit, own); !done)
            return done;
    }
    return {};
}

} // namespace steward::query
