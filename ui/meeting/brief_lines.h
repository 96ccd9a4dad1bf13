// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"
#include "ui/account/rows.h"

#include <QLocale>

namespace steward::meeting {

/// What stands beside the note: the one-minute brief, and below it what not to forget: questions that are still open,
/// what who takes part asked for, plays under way, the invitation.
struct BriefLines
{
    std::vector<account::Line> lines;
    QString question; ///< worth asking; empty: none
};
[[nodiscard]] BriefLines briefLines(const BookNumbers& numbers, const AccountFacts& facts, const Touch& touch,
                                    const QString& invitation, const QLocale& locale);

} // namespace steward::meeting
