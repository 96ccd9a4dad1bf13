// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/book_day.h"

#include "core/portfolio/holders.h"
#include "core/query/scores.h"
#include "core/workspace/beside.h"

namespace steward {

namespace {

Result<work::Watch> watchOf(const BookNumbers& numbers)
{
    return work::Watch::make({*numbers.scorer, numbers.content, numbers.grouping, numbers.asked.day,
                              numbers.asked.past.value_or(LookBack::AsItHappened), &query::scoreCall});
}

std::map<QString, PlayRecord> recordsOf(const Portfolio& facts)
{
    std::map<QString, PlayRecord> records;
    for (const AccountFacts& account : facts)
        for (const PlaybookRun& run : account.of<PlaybookRun>()) {
            if (!run.ended.isValid() || run.outcome == u"in_error")
                continue;
            PlayRecord& record = records[run.playbook];
            ++record.ended;
            record.worked += run.outcome == u"worked" ? 1 : 0;
        }
    return records;
}

std::shared_ptr<BookDay> beginningOf(const Numbers& scored)
{
    auto day = makeRetiring<BookDay>();
    day->numbers = scored;
    day->worths = worthsOf(scored->lines, scored->grouping);
    day->plays = recordsOf(scored->facts);
    return day;
}

/// Accounts that are new, gone, or have other facts.
std::vector<AccountId> changedBetween(const BookNumbers& before, const BookNumbers& after)
{
    std::vector<AccountId> changed;
    auto old = before.lines.begin();
    const auto passTo = [&](AccountId id) {
        for (; old != before.lines.end() && old->facts->id() < id; ++old)
            changed.push_back(old->facts->id());
    };
    for (const query::AccountLine& line : after.lines) {
        passTo(line.facts->id());
        const bool isThere = old != before.lines.end() && old->facts->id() == line.facts->id();
        if (!isThere || old->facts != line.facts)
            changed.push_back(line.facts->id());
        if (isThere)
            ++old;
    }
    for (; old != before.lines.end(); ++old)
        changed.push_back(old->facts->id());
    return changed;
}

constexpr std::size_t mostAskedAgain = 50; ///< one by one; beyond that all at once is as fast

} // namespace

const work::AccountSignals* BookDay::find(AccountId account) const
{
    const auto found = std::ranges::lower_bound(watched.accounts, account, {}, &work::AccountSignals::account);
    return found != watched.accounts.end() && found->account == account ? &*found : nullptr;
}

Result<Day> dayOf(const Numbers& scored)
{
    const auto watch = watchOf(*scored);
    if (!watch)
        return tl::unexpected(watch.error());
    auto day = beginningOf(scored);
    day->watched = watch->all();
    return day;
}

Result<Day> dayAfter(const Numbers& scored, const BookDay& before)
{
    const BookNumbers& then = *before.numbers;
    if (scored->asked.past || then.asked != scored->asked ||
        then.everything.book().definitions != scored->everything.book().definitions)
        return Day();
    const auto changed = changedBetween(then, *scored);
    if (changed.size() > mostAskedAgain)
        return Day();
    const auto watch = watchOf(*scored);
    if (!watch)
        return tl::unexpected(watch.error());
    auto day = beginningOf(scored);
    day->watched.ofBook = before.watched.ofBook;
    for (const work::AccountSignals& each : before.watched.accounts)
        if (!std::ranges::binary_search(changed, each.account))
            day->watched.accounts.push_back(each);
    for (const AccountId account : changed)
        if (auto found = watch->of(account); !found.signalList.empty())
            day->watched.accounts.push_back(std::move(found));
    std::ranges::sort(day->watched.accounts, {}, &work::AccountSignals::account);
    return day;
}

work::Today todayOf(const BookDay& day, PersonId csm)
{
    const BookNumbers& numbers = *day.numbers;
    if (!csm.isValid())
        return work::todayOf(day.watched, numbers.facts, day.worths, numbers.content.signalRules, numbers.asked.day);
    std::vector<work::Worth> own;
    for (const work::Worth& each : day.worths)
        if (const AccountFacts* facts = numbers.facts.find(each.account);
            facts && csmOn(*facts, numbers.asked.day) == csm)
            own.push_back(each);
    return work::todayOf(day.watched, numbers.facts, own, numbers.content.signalRules, numbers.asked.day);
}

std::vector<work::Worth> worthsOf(std::span<const query::AccountLine> lines, const Grouping& grouping)
{
    std::vector<work::Worth> worths;
    worths.reserve(lines.size());
    for (const query::AccountLine& line : lines) {
        const GroupRules* group = grouping.find(line.facts->id());
        work::Worth& worth = worths.emplace_back();
        worth.account = line.facts->id();
        if (line.comparable)
            worth.arr = line.comparable->toArrMinor();
        worth.segment = line.segment;
        worth.isPooled = group && !group->namedPerson;
    }
    return worths;
}

} // namespace steward
