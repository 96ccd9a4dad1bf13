// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/follow_edit.h"

#include "core/portfolio/standing.h"
#include "core/query/play_draft.h"
#include "core/work/runs.h"

#include <map>
#include <set>
#include <type_traits>
#include <unordered_map>

namespace steward {

namespace {

/// The kinds of which steps are counted or ticked, beside the account itself.
using Followed = std::tuple<Assignment, Contact, ContactRole, Escalation, Invoice, Milestone, Opportunity, Qbr,
                            RenewalCall, Subscription, Survey, Ticket, Touch>;

template <class Do>
void eachFollowed(Do&& perform)
{
    [&]<class... T>(std::type_identity<std::tuple<T...>>) {
        (perform(std::type_identity<T>()), ...);
    }(std::type_identity<Followed>());
}

bool isFollowed(Entity entity)
{
    bool is = entity == Entity::Account;
    eachFollowed([&]<class T>(std::type_identity<T>) { is = is || T::entity == entity; });
    return is;
}

bool hasRun(const AccountFacts& facts)
{
    return std::ranges::any_of(facts.of<PlaybookRun>(), [](const PlaybookRun& run) {
        return !run.ended.isValid() && !run.archivedOn.isValid();
    });
}

qint64 valueOf(const Row& row, std::size_t field)
{
    const auto* value = std::get_if<qint64>(&row[field]);
    return value ? *value : 0;
}

/// Passes everything on and notes what was written of accounts on which plays run.
class NotingEdit final : public book::Edit
{
public:
    NotingEdit(book::Edit& edit, const Portfolio& before)
        : m_edit(edit)
        , m_before(before)
    {
    }
    /// By account: the records of the kinds that steps follow.
    [[nodiscard]] const std::map<qint64, std::set<std::pair<Entity, qint64>>>& touched() const { return m_touched; }

    Instant recorded() const override { return m_edit.recorded(); }
    QDate today() const override { return m_edit.today(); }
    Status insert(Entity entity, std::span<Row> rows, QDate from) override
    {
        const Status done = m_edit.insert(entity, rows, from);
        if (done && isFollowed(entity))
            for (const Row& each : rows)
                note(entity, each);
        return done;
    }
    Status update(Entity entity, const Row& row, QDate from) override
    {
        if (isFollowed(entity))
            note(entity, row);
        return m_edit.update(entity, row, from);
    }
    Status archive(Entity entity, qint64 id, QDate day) override
    {
        if (auto noted = noteStored(entity, id); !noted)
            return noted;
        return m_edit.archive(entity, id, day);
    }
    Status remove(Entity entity, std::span<const qint64> ids) override
    {
        for (const qint64 id : ids)
            if (auto noted = noteStored(entity, id); !noted)
                return noted;
        return m_edit.remove(entity, ids);
    }
    Result<std::optional<Row>> row(Entity entity, qint64 id) override { return m_edit.row(entity, id); }
    qint64 idFor(Entity entity, const QString& source, const QString& key) override
    {
        return m_edit.idFor(entity, source, key);
    }
    Status setKey(const ExternalKey& key) override { return m_edit.setKey(key); }
    Status setKeys(std::span<const ExternalKey> keys) override { return m_edit.setKeys(keys); }
    Status setCustom(std::span<const CustomValue> values) override { return m_edit.setCustom(values); }
    Status keepErasures(const book::Erasures& erasures) override { return m_edit.keepErasures(erasures); }
    Status addChange(const Change& change) override { return m_edit.addChange(change); }
    Status join(AccountId from, AccountId survivor) override { return m_edit.join(from, survivor); }
    Result<UsageCounts> mergeUsage(std::span<const UsageSample> samples, const QString& unlinked,
                                   std::span<quint8> outcome) override
    {
        return m_edit.mergeUsage(samples, unlinked, outcome);
    }

private:
    void note(Entity entity, const Row& row)
    {
        const qint64 account = valueOf(row, entity == Entity::Account ? IdField : AccountField);
        auto known = m_isRunning.find(account);
        if (known == m_isRunning.end()) {
            const AccountFacts* facts = m_before.find(AccountId(account));
            known = m_isRunning.emplace(account, facts && hasRun(*facts)).first;
        }
        if (known->second)
            m_touched[account].insert({entity, valueOf(row, IdField)});
    }
    Status noteStored(Entity entity, qint64 id)
    {
        if (!isFollowed(entity))
            return {};
        const auto found = m_edit.row(entity, id);
        if (!found)
            return tl::unexpected(found.error());
        if (*found)
            note(entity, **found);
        return {};
    }
    book::Edit& m_edit;
    const Portfolio& m_before;
    std::unordered_map<qint64, bool> m_isRunning; ///< by account
    std::map<qint64, std::set<std::pair<Entity, qint64>>> m_touched;
};

template <class T>
Status takeRow(book::Edit& edit, AccountFacts& facts, qint64 id)
{
    const auto found = edit.row(T::entity, id);
    if (!found)
        return tl::unexpected(found.error());
    const auto all = facts.of<T>().all();
    std::vector<T> rows(all.begin(), all.end());
    std::erase_if(rows, [id](const T& each) { return each.id == id; });
    if (*found)
        if (T now = fromRow<T>(**found); !now.archivedOn.isValid())
            rows.push_back(std::move(now));
    facts.set(std::move(rows));
    return {};
}

Status takeAccount(book::Edit& edit, AccountFacts& facts)
{
    const auto found = edit.row(Entity::Account, facts.account.id);
    if (!found)
        return tl::unexpected(found.error());
    if (*found)
        facts.account = fromRow<Account>(**found);
    return {};
}

Status takeRows(book::Edit& edit, AccountFacts& facts, const std::set<std::pair<Entity, qint64>>& records)
{
    for (const auto& [entity, id] : records) {
        Status taken;
        if (entity == Entity::Account)
            taken = takeAccount(edit, facts);
        eachFollowed([&, entity = entity, id = id]<class T>(std::type_identity<T>) {
            if (T::entity == entity)
                taken = takeRow<T>(edit, facts, id);
        });
        if (!taken)
            return taken;
    }
    return {};
}

/// Plays by what a run is on, read once.
class Versions
{
public:
    explicit Versions(const BookFacts& book)
        : m_book(book)
    {
    }
    const content::Play* of(const PlaybookRun& run)
    {
        const auto key = std::pair(run.playbook, run.version.value_or(1));
        auto known = m_plays.find(key);
        if (known == m_plays.end())
            known = m_plays.emplace(key, query::playOfVersion(m_book, key.first, key.second)).first;
        return known->second ? &*known->second : nullptr;
    }

private:
    const BookFacts& m_book;
    std::map<std::pair<QString, qint64>, std::optional<content::Play>> m_plays;
};

/// What the same edit did to the task itself counts.
Status keep(book::Edit& edit, const Task& task, const Task& was)
{
    return edit.change<Task>(task.id, [&](Task& now) {
        if (!isOpen(now))
            return;
        if (now.due == was.due)
            now.due = task.due;
        now.status = task.status;
        now.doneOn = task.doneOn;
    });
}

} // namespace

Status editAndFollow(book::Edit& edit, const book::Book::Work& work, const Portfolio& before)
{
    NotingEdit noting(edit, before);
    if (auto done = work(noting); !done)
        return done;
    Versions versions(before.book());
    for (const auto& [account, records] : noting.touched()) {
        const AccountFacts* own = before.find(AccountId(account));
        AccountFacts after = *own;
        if (auto taken = takeRows(edit, after, records); !taken)
            return taken;
        const auto playOf = [&versions](const PlaybookRun& run) { return versions.of(run); };
        for (const Task& task : work::tasksThatFollow(*own, after, before.book(), playOf, edit.today()))
            if (auto kept = keep(edit, task, *std::ranges::find(own->of<Task>(), task.id, &Task::id)); !kept)
                return kept;
    }
    return {};
}

} // namespace steward
