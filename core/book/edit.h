// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/catalogue.h"

namespace steward::book {

class Erasures;

/// The one way to change a book: handed to the function given to Book::edit, valid only inside it. Everything done
/// through it is one transaction, one changeset, one step of undo. Not for keeping, not for another thread.
class Edit
{
public:
    virtual ~Edit() = default;

    /// When this edit is made; written to every row it touches.
    [[nodiscard]] virtual Instant recorded() const = 0;
    /// The day of the edit in the book's zone: what a change without a date of its own is dated to.
    [[nodiscard]] virtual QDate today() const = 0;

    /// Inserts rows of one entity. A row with id 0 gets a new random id; the id is written back. Sorted by id first
    /// when there are many. Fields with Trait::History write their first value to the change table, dated to the row's
    /// Happened day or `from`.
    [[nodiscard]] virtual Status insert(Entity entity, std::span<Row> rows, QDate from = {}) = 0;
    /// Replaces the row of the same id. Where nothing differs, nothing is written. A changed field with history is
    /// dated `from` (invalid: today()).
    [[nodiscard]] virtual Status update(Entity entity, const Row& row, QDate from = {}) = 0;
    /// From that day on figures leave the record out. An invalid day takes it back.
    [[nodiscard]] virtual Status archive(Entity entity, qint64 id, QDate day) = 0;
    /// Removes records and, for an account, everything that hangs on it. For what was made by mistake in Steward;
    /// imports archive.
    [[nodiscard]] virtual Status remove(Entity entity, std::span<const qint64> ids) = 0;
    /// none where there is no such record.
    [[nodiscard]] virtual Result<std::optional<Row>> row(Entity entity, qint64 id) = 0;

    /// A new id: derived from the outside key when that id is free, so that two books that imported the same export
    /// agree.
    [[nodiscard]] virtual qint64 idFor(Entity entity, const QString& source, const QString& key) = 0;
    [[nodiscard]] virtual Status setKey(const ExternalKey& key) = 0;
    [[nodiscard]] virtual Status setKeys(std::span<const ExternalKey> keys) = 0;
    /// An empty value takes the field away.
    [[nodiscard]] virtual Status setCustom(std::span<const CustomValue> values) = 0;
    /// People who were erased from the book that a complete export came from stay erased; undo leaves that alone.
    [[nodiscard]] virtual Status keepErasures(const Erasures& erasures) = 0;
    /// A value a field with history had from a day on, where the source dates it. The record's column follows its
    /// latest value.
    [[nodiscard]] virtual Status addChange(const Change& change) = 0;
    /// Joins an account met in a second source: keys and references move to the survivor, merged_into is left behind.
    [[nodiscard]] virtual Status join(AccountId from, AccountId survivor) = 0;

    struct UsageSample
    {
        qint64 account = 0; ///< 0: see unlinked
        qint64 metric = 0;
        qint32 day = 0; ///< days since 1970-01-01
        double value = 0;
    };
    struct UsageCounts
    {
        qint64 created = 0, updated = 0, unchanged = 0;
    };
    /// Samples ordered by (account, metric, day), one a day; a sample replaces the day it names and nothing else.
    /// unlinked names the key of samples whose account is not known. outcome, when given, has one entry a sample: 0
    /// created, 1 updated, 2 unchanged.
    [[nodiscard]] virtual Result<UsageCounts> mergeUsage(std::span<const UsageSample> samples, const QString& unlinked,
                                                         std::span<quint8> outcome) = 0;

    template <class T>
    [[nodiscard]] Result<Id<T>> save(T& record, QDate from = {})
    {
        Row row = toRow(record);
        if (record.id != 0) {
            if (auto done = update(T::entity, row, from); !done)
                return tl::unexpected(done.error());
        } else if (auto done = insert(T::entity, std::span(&row, 1), from); !done) {
            return tl::unexpected(done.error());
        }
        record = fromRow<T>(row);
        return Id<T>(record.id);
    }
    /// Saves what fn(T&) makes of a record; one that is gone stays gone.
    template <class T, class Fn>
    [[nodiscard]] Status change(qint64 id, Fn&& fn)
    {
        auto found = row(T::entity, id);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return {};
        T record = fromRow<T>(**found);
        fn(record);
        const auto saved = save(record);
        return saved ? Status() : Status(tl::unexpected(saved.error()));
    }
};

} // namespace steward::book
