// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"

#include <QLocale>

namespace steward::account {

/// A line of the one-minute brief (content 6.2), in words.
struct BriefText
{
    QString line; ///< id of the content
    QString icon; ///< a name in resources/icons
    QString name; ///< "What we promised"
    QString said;
    RecordRef record;
    [[nodiscard]] bool isQuestion() const { return line == u"question"; }
};
/// In the content's order, the question worth asking last. Empty: the account is not there, or has no score yet.
[[nodiscard]] std::vector<BriefText> briefText(const BookNumbers& numbers, AccountId account, const QLocale& locale);

} // namespace steward::account
