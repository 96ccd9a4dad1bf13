// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/follow_edit.h"

#include "core/portfolio/standing.h"
#include "core/query/play_draft.h"
#include "core/work/runs.h"

#include <map>
#include <set>

namespace steward {

namespace {

bool isAnchor(Entity entity)
{
    return entity == Entity::Account || entity == Entity::Subscription || entity == Entity::Qbr ||
           entity == Entity::Milestone;
}

qint64 valueOf(const Row& row, std::size_t field)
{
    const auto* value = std::get_if<qint64>(&row[field]);
    return value ? *value : 0;
}

/// Passes everything on and notes whose renewals, reviews and milestones were written.
class NotingEdit final : public book::Edit
{
public:
    explicit NotingEdit(book::Edit& edit)
        : m_edit(edit)
    {
    }
    /// By account: the records of the kinds that steps are counted from.
    [[nodiscard]] const std::map<qint64, std::set<std::pair<Entity, qint64>>>& touched() const { return m_touched; }

    Instant recorded() const override { return m_edit.recorded(); }
    QDate today() const override { return m_edit.today(); }
    Status insert(Entity entity, std::span<Row> rows, QDate from) override
    {
        const Status done = m_edit.insert(entity, rows, from);
        if (done && isAnchor(entity))
            for (const Row& each : rows)
                note(entity, each);
        return done;
    }
    Status update(Entity entity, const Row& row, QDate from) override
    {
        if (isAnchor(entity))
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
        m_touched[valueOf(row, entity == Entity::Account ? IdField : AccountField)].insert(
            {entity, valueOf(row, IdField)});
    }
    Status noteStored(Entity entity, qint64 id)
    {
        if (!isAnchor(entity))
            return {};
        const auto found = m_edit.row(entity, id);
        if (!found)
            return tl::unexpected(found.error());
        if (*found)
            note(entity, **found);
        return {};
    }
    book::Edit& m_edit;
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
        else if (entity == Entity::Subscription)
            taken = takeRow<Subscription>(edit, facts, id);
        else if (entity == Entity::Qbr)
            taken = takeRow<Qbr>(edit, facts, id);
        else
            taken = takeRow<Milestone>(edit, facts, id);
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

bool hasRun(const AccountFacts& facts)
{
    return std::ranges::any_of(facts.of<PlaybookRun>(), [](const PlaybookRun& run) {
        return !run.ended.isValid() && !run.archivedOn.isValid();
    });
}

} // namespace

Status editAndFollow(book::Edit& edit, const book::Book::Work& work, const Portfolio& before)
{
    NotingEdit noting(edit);
    if (auto done = work(noting); !done)
        return done;
    Versions versions(before.book());
    for (const auto& [account, records] : noting.touched()) {
        const AccountFacts* own = before.find(AccountId(account));
        if (!own || !hasRun(*own))
            continue;
        AccountFacts after = *own;
        if (auto taken = takeRows(edit, after, records); !taken)
            return taken;
        const auto playOf = [&versions](const PlaybookRun& run) { return versions.of(run); };
        for (const Task& task : work::tasksThatFollow(*own, after, before.book(), playOf)) {
            const auto was = std::ranges::find(own->of<Task>(), task.id, &Task::id);
            const QDate due = was->due;
            // What the same edit did to the task itself counts.
            const auto moved = edit.change<Task>(task.id, [&](Task& now) {
                if (isOpen(now) && now.due == due)
                    now.due = task.due;
            });
            if (!moved)
                return moved;
        }
    }
    return {};
}

} // namespace steward
