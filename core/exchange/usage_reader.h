// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/plan.h"
#include "core/exchange/usage_samples.h"

#include <unordered_map>
#include <unordered_set>

namespace steward::exchange {

/// Texts met in a column, each once, with the place where it was first met. The last one is kept at hand: files are
/// mostly ordered.
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
    std::string m_last;
    quint32 m_lastPlace = 0;
};

/// What one pass over a usage file found.
struct UsageRead
{
    Interner metrics; ///< names
    SampleSorter samples;
    bool isBySubscription = false;
    bool hasTimes = false; ///< cells tell the time: the first and the last day may be cut
    bool isMonthly = false;
    int numbersInRow = 1; ///< most numbers a row can hold
    /// Account slot and day of every row, where a row holds several numbers; otherwise a sample knows its rows.
    std::vector<std::pair<quint32, qint32>> rowPlaces;
    qint64 repeated = 0; ///< rows that stand in the file twice and count once
    qint32 firstDay = 0;
    qint32 lastDay = 0;
    qint64 rows = 0;
};

/// Asked when a key is first met: the slot of its account, the same for all keys of one account; none leaves the rows
/// of the key out.
using SlotOfKey = std::function<std::optional<quint32>(std::string_view key)>;

/// One pass, memory bounded by the samples. Rows that cannot be used go to the plan as rejected.
[[nodiscard]] Result<UsageRead> readUsage(const std::vector<ColumnFormat>& formats, const SlotOfKey& slotOfKey,
                                          ImportPlan& plan);

} // namespace steward::exchange
