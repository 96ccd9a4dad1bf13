// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/plan.h"
#include "core/exchange/usage_completion.h"

#include <unordered_map>
#include <unordered_set>

namespace steward::exchange {

/// Texts met in a column, each once, with the place where it was first met. The last one and the one behind it are
/// tried first: files are ordered by account, or by day with the accounts in the same order each day.
class Interner
{
public:
    [[nodiscard]] quint32 place(std::string_view text);
    [[nodiscard]] const std::vector<std::string>& texts() const { return m_texts; }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, quint32, Hash, std::equal_to<>> m_places;
    std::vector<std::string> m_texts;
    quint32 m_lastPlace = 0;
};

/// Days of the cells read lately, by their text: a file has few days and many rows.
class DayCache
{
public:
    [[nodiscard]] std::optional<qint32> find(std::string_view text) const
    {
        const Slot& slot = m_slots[slotOf(text)];
        return slot.text == text ? std::optional(slot.day) : std::nullopt;
    }
    void put(std::string_view text, qint32 day) { m_slots[slotOf(text)] = {std::string(text), day}; }
    void clear() { m_slots.fill({}); }

private:
    struct Slot
    {
        std::string text; ///< empty: free; a day is never empty
        qint32 day = 0;
    };
    /// From the last letters, where dates differ most.
    [[nodiscard]] static std::size_t slotOf(std::string_view text)
    {
        quint32 mixed = 0;
        for (std::size_t i = text.size() - std::min<std::size_t>(text.size(), 5); i < text.size(); ++i)
            mixed = mixed * 11 + static_cast<unsigned char>(text[i]);
        return mixed % slots;
    }
    static constexpr std::size_t slots = 512;
    std::array<Slot, slots> m_slots;
};

/// What one pass over a usage file found.
struct UsageRead
{
    Interner metrics; ///< names
    SampleSorter samples;
    bool isBySubscription = false;
    bool hasTimes = false; ///< cells tell the time: the first and the last day may be cut
    bool isMonthly = false;
    bool isCounted = false; ///< no column holds numbers, names what happened or tells events apart: a row counts as one
    int numbersInRow = 1;   ///< most numbers a row can hold
    /// Account slot and day of every row, where a row holds several numbers; otherwise a sample knows its rows.
    std::vector<std::pair<quint32, qint32>> rowPlaces;
    qint64 repeated = 0; ///< rows that stand in the file twice, or are in the book already, and count once
    std::map<QString, Completion::Lines> completed;       ///< rows of earlier files, by their mark
    std::set<std::pair<quint32, qint32>> completedPlaces; ///< their account slots and days
    bool isCompleting = false;                            ///< the book holds rows of an earlier file of theirs
    qint32 firstDay = 0;
    qint32 lastDay = 0;
    qint64 rows = 0;
};

/// What a reader asks of the book, when it first meets a text.
struct UsageQuestions
{
    /// The slot of the key's account, the same for all keys of one account; none leaves the rows of the key out.
    std::function<std::optional<quint32>(std::string_view key)> slotOf;
    /// false leaves the rows of the metric out.
    std::function<bool(std::string_view name)> isMetric;
};

/// One pass, memory bounded by the samples. Rows that cannot be used go to the plan as rejected.
[[nodiscard]] Result<UsageRead> readUsage(const std::vector<ColumnFormat>& formats, const UsageQuestions& questions,
                                          const Completion& completion, ImportPlan& plan);
/// The file carries the marks of rows that an earlier import left out.
[[nodiscard]] bool hasEarlierRows(const Detection& detection);

} // namespace steward::exchange
