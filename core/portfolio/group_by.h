// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/grouping.h"
#include "core/portfolio/portfolio.h"

namespace steward {

/// What figures of a whole book are split by.
enum class GroupBy
{
    None,
    Segment, ///< of the Grouping handed in
    Stage,
    Csm,  ///< by dated assignment
    Plan, ///< tier, else the plan of the largest subscription in force
    Account
};

/// A group of accounts: its text, and the record it stands for (a person, an account), 0 where it is only a text.
struct Group
{
    QString name;
    qint64 record = 0;
    bool unlinked = false; ///< facts whose account nobody knows
    friend bool operator==(const Group&, const Group&) = default;
    /// By name; unlinked facts last.
    friend bool operator<(const Group& a, const Group& b)
    {
        return std::tie(a.unlinked, a.name, a.record) < std::tie(b.unlinked, b.name, b.record);
    }
};

/// A text field of the account with its history, as it was on the day; before its first change the first value known.
[[nodiscard]] QString accountTextOn(const AccountFacts& facts, const char* field, const QString& today, QDate day);

/// The group an account counts in on a day. Figures of a period ask for its first day, so that handing an account over
/// changes no figure of a period that began before.
[[nodiscard]] Group groupOn(const AccountFacts& facts, const BookFacts& book, const Grouping& grouping, GroupBy by,
                            QDate day);

} // namespace steward
