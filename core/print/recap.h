// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/calendar.h"
#include "core/mail/message.h"
#include "core/print/wording.h"
#include "core/qbr/recap.h"

namespace steward::print {

/// The recap as a message to those who were there, those who were missing in copy. What only the CSM can know stands in
/// it as a gap, "[[...]]". Who has no address is greeted, but no recipient.
[[nodiscard]] mail::Message recapMessage(const qbr::Recap& recap, const Wording& wording, Instant date,
                                         const QTimeZone& zone);

/// The check-ins as meetings; the same ones have the same ids.
[[nodiscard]] std::vector<mail::Event> checkInEvents(const qbr::Recap& recap, const Wording& wording);

} // namespace steward::print
