// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/exchange/draft.h"

#include <QHash>
#include <QSet>
#include <unordered_map>

namespace steward::exchange {

/// The records of a book by key and by name, together with those a plan is about to make. Loads the rows and
/// the keys of an entity when they are first asked for. Internal to the room.
class Directory
{
public:
    explicit Directory(book::Book& book)
        : m_book(book)
    {
    }
    /// The first error of a look-up; look-ups themselves find nothing then.
    [[nodiscard]] const Status& status() const { return m_status; }

    /// 0: nobody has it. Exactly this source; a Salesforce id in either form.
    [[nodiscard]] qint64 byKey(Entity entity, const QString& source, const QString& key);
    /// This source first; otherwise another source's key, when only one record has it.
    [[nodiscard]] qint64 byAnyKey(Entity entity, const QString& source, const QString& key);
    /// By folded name (of an account, plan, person ...), e-mail (people) or number. 0: none; -1: several.
    [[nodiscard]] qint64 byName(Entity entity, QStringView name);
    /// Records of the same natural key, in id order.
    [[nodiscard]] const std::vector<qint64>& byNaturalKey(Entity entity, const QString& naturalKey);
    [[nodiscard]] bool hasKeyIn(Entity entity, const QString& source, qint64 id);
    /// The source has keys of this entity that begin so. Asked once: keys added later do not count.
    [[nodiscard]] bool hasKeysFrom(Entity entity, const QString& source, QStringView beginning);
    /// As it will be after the plan so far; nullptr where there is none.
    [[nodiscard]] const Row* row(Entity entity, qint64 id);
    /// nullptr where there is none.
    [[nodiscard]] const QString* custom(Entity entity, qint64 id, const QString& field);
    [[nodiscard]] const std::unordered_map<qint64, Row>& rows(Entity entity);

    void addKey(Entity entity, const QString& source, const QString& key, qint64 id);
    void put(Entity entity, qint64 id, const Row& row);

private:
    struct Shelf
    {
        bool hasRows = false;
        bool hasKeys = false;
        bool hasSources = false;
        bool hasNatural = false;
        bool hasCustoms = false;
        QHash<QString, QHash<QString, qint64>> keys;   // by source, then key
        QHash<QString, qint64> anyKeys;                // -1: several records
        QHash<QString, QSet<qint64>> recordsOfSources; // when first asked for
        std::unordered_map<qint64, Row> rows;
        QHash<QString, qint64> names; // -1: several records
        QHash<QString, std::vector<qint64>> natural;
        QHash<QString, QString> customs;
        QHash<QString, bool> hasBeginning; // by source and beginning
    };
    [[nodiscard]] Shelf& shelf(Entity entity) { return m_shelves[static_cast<std::size_t>(entity)]; }
    [[nodiscard]] Shelf& withRows(Entity entity);
    [[nodiscard]] Shelf& withKeys(Entity entity);
    void index(Shelf& shelf, Entity entity, qint64 id, const Row& row);
    void keep(const Status& status);

    book::Book& m_book;
    Status m_status;
    std::array<Shelf, static_cast<std::size_t>(Entity::Count)> m_shelves;
};

/// The values of the Key fields as one text; empty when none of them is known.
[[nodiscard]] QString naturalKeyOf(const EntityInfo& entity, const Row& row);

} // namespace steward::exchange
