// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/account_view.h"

/// What the measures and caps of voice and engagement share.
namespace steward::health {

/// 6.5 is 6500; 0 where there is no number.
[[nodiscard]] qint64 thousandths(const std::optional<double>& number);

/// The newest NPS answer of a present contact, or one without a contact.
struct ContactAnswer
{
    const Contact* contact = nullptr; ///< nullptr: answered without a name
    const Survey* survey = nullptr;
    qint64 thousandths = 0; ///< the score, 0 to 10
};
using ContactAnswers = QVarLengthArray<ContactAnswer, 8>;
/// Of the so many days up to and with the end, in the order of their days.
[[nodiscard]] ContactAnswers latestScores(const AccountView& account, QDate end, int days);

/// The newest rating that has not expired; nullptr: none.
[[nodiscard]] const Pulse* freshPulse(const AccountView& account, std::optional<int> days);

/// Empty: nobody of that id.
[[nodiscard]] QString personName(const AccountView& account, PersonId person);

} // namespace steward::health
