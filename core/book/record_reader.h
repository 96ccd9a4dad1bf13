// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/each_row.h"
#include "core/book/tables.h"
#include "core/model/values.h"
#include "core/portfolio/day_span.h"

/// Internal to core/book: columns straight into the members of a fact, without a Row of variants between.
namespace steward::book {

/// Short texts that come again and again (statuses, kinds, stages) as one shared QString. Direct-mapped: a newer text
/// takes the place of an older one.
class SharedTexts
{
public:
    [[nodiscard]] QString of(std::string_view utf8)
    {
        if (utf8.size() > longest)
            return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
        Slot& slot = m_slots[std::hash<std::string_view>{}(utf8) % m_slots.size()];
        if (slot.utf8 != utf8) {
            slot.utf8 = utf8;
            slot.text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
        }
        return slot.text;
    }

private:
    static constexpr std::size_t longest = 15; // what std::string holds without allocating
    struct Slot
    {
        std::string utf8;
        QString text;
    };
    std::array<Slot, 256> m_slots;
};

inline void take(const Cell& cell, qint64& to) { to = cell.integer(); }
inline void take(const Cell& cell, Instant& to) { to.ms = cell.integer(); }
inline void take(const Cell& cell, QDate& to) { to = dayFromIso(cell.utf8()); }
inline void take(const Cell& cell, std::optional<qint64>& to) { to = cell.integer(); }
inline void take(const Cell& cell, std::optional<double>& to) { to = cell.real(); }
inline void take(const Cell& cell, std::optional<bool>& to) { to = cell.integer() != 0; }
inline void take(const Cell& cell, std::optional<Instant>& to) { to = Instant{cell.integer()}; }
inline void take(const Cell& cell, std::optional<Minor>& to) { to = Minor{cell.integer()}; }
inline void take(const Cell& cell, Currency& to) { to = Currency::fromCode(cell.text()).value_or(Currency()); }
inline void take(const Cell& cell, Json& to) { to.text = cell.text(); }
inline void take(const Cell& cell, QStringList& to) { assign(to, FieldValue(cell.text())); }
template <class Tag>
void take(const Cell& cell, Id<Tag>& to)
{
    to = Id<Tag>(cell.integer());
}
template <class Tag>
void take(const Cell& cell, std::vector<Id<Tag>>& to)
{
    assign(to, FieldValue(cell.text()));
}

/// Fills a new record from the row that a statement of selectSql(T::entity) stands on.
template <class T>
void fillRecord(const Statement& row, SharedTexts& texts, T& record)
{
    looking::eachField<T>([&]<std::size_t I> {
        const Cell cell = row.cell(static_cast<int>(I));
        if (cell.isNull())
            return;
        auto& member = record.*(looking::fieldAt<T, I>.member);
        if constexpr (!std::is_same_v<looking::MemberAt<T, I>, QString>)
            take(cell, member);
        else if constexpr (looking::is<T, I>(Trait::Searchable) || looking::is<T, I>(Trait::Personal))
            member = cell.text();
        else
            member = texts.of(cell.utf8());
    });
}

/// Every row the bound statement gives.
template <class T>
[[nodiscard]] Result<std::vector<T>> takeAll(Statement& statement, SharedTexts& texts)
{
    std::vector<T> records;
    const auto done = eachRow(statement, [&] { fillRecord(statement, texts, records.emplace_back()); });
    return done ? Result<std::vector<T>>(std::move(records)) : tl::unexpected(done.error());
}

} // namespace steward::book
