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

inline void take(const Statement& row, int column, qint64& to) { to = row.integer(column); }
inline void take(const Statement& row, int column, Instant& to) { to.ms = row.integer(column); }
inline void take(const Statement& row, int column, QDate& to) { to = dayFromIso(row.utf8(column)); }
inline void take(const Statement& row, int column, std::optional<qint64>& to) { to = row.integer(column); }
inline void take(const Statement& row, int column, std::optional<double>& to) { to = row.real(column); }
inline void take(const Statement& row, int column, std::optional<bool>& to) { to = row.integer(column) != 0; }
inline void take(const Statement& row, int column, std::optional<Instant>& to) { to = Instant{row.integer(column)}; }
inline void take(const Statement& row, int column, std::optional<Minor>& to) { to = Minor{row.integer(column)}; }
inline void take(const Statement& row, int column, Currency& to)
{
    to = Currency::fromCode(row.text(column)).value_or(Currency());
}
inline void take(const Statement& row, int column, Json& to) { to.text = row.text(column); }
inline void take(const Statement& row, int column, QStringList& to) { assign(to, FieldValue(row.text(column))); }
template <class Tag>
void take(const Statement& row, int column, Id<Tag>& to)
{
    to = Id<Tag>(row.integer(column));
}
template <class Tag>
void take(const Statement& row, int column, std::vector<Id<Tag>>& to)
{
    assign(to, FieldValue(row.text(column)));
}

/// Fills a new record from the row that a statement of selectSql(T::entity) stands on.
template <class T>
void fillRecord(const Statement& row, SharedTexts& texts, T& record)
{
    looking::eachField<T>([&]<std::size_t I> {
        constexpr auto column = static_cast<int>(I);
        if (row.isNull(column))
            return;
        auto& member = record.*(looking::fieldAt<T, I>.member);
        if constexpr (!std::is_same_v<looking::MemberAt<T, I>, QString>)
            take(row, column, member);
        else if constexpr (looking::is<T, I>(Trait::Searchable) || looking::is<T, I>(Trait::Personal))
            member = row.text(column);
        else
            member = texts.of(row.utf8(column));
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
