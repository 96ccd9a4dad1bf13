// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/scorecard.h"
#include "core/health/reading.h"

#include <span>

namespace steward::health {

class AccountView;
class Rule;
class CapRule;

/// When a cap matches; its numbers are data. Never from what is unknown, not practised or not applicable.
struct CapKind
{
    std::string_view id;      ///< of the cap
    std::string_view numbers; ///< numbers its data must have, in the order of the indexes
    std::string_view basis;   ///< kind of measure whose numbers it shares; empty: none
    std::string_view reads;   ///< kinds of data without which it stays silent; named under Gaps where they are missing
    bool isOfPeople;          ///< only where a segment names a person
    /// Where there is a basis it may ask for it; that the measure takes part is not its to check.
    bool (*matches)(const AccountView& account, const CapRule& rule, Trail& trail);
};
[[nodiscard]] std::span<const CapKind> capKinds();

/// A cap of the content with its kind.
class CapRule
{
public:
    CapRule(const content::Cap& cap, const CapKind& kind, const Rule* basis);
    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] int notAbove() const { return m_notAbove; }
    [[nodiscard]] const QString& sentence() const { return m_sentence; }
    /// Never where the measure it shares its numbers with takes no part: what that reads is not connected, not fresh,
    /// or there is no such measure. The trail is of no use where it does not match.
    [[nodiscard]] bool matches(const AccountView& account, Trail& trail) const;
    [[nodiscard]] content::Fixed number(int which) const { return m_numbers[std::size_t(which)]; }
    [[nodiscard]] int days(int which) const { return static_cast<int>(number(which).toWhole()); }
    [[nodiscard]] DataKinds reads() const { return m_reads; }
    [[nodiscard]] bool isOfPeople() const { return m_kind->isOfPeople; }
    /// The measure it shares its numbers with; nullptr: no scorecard has one.
    [[nodiscard]] const Rule* basis() const { return m_basis; }

private:
    QString m_id;
    int m_notAbove;
    QString m_sentence;
    const CapKind* m_kind;
    std::vector<content::Fixed> m_numbers;
    const Rule* m_basis;
    DataKinds m_reads = 0;
};

} // namespace steward::health
