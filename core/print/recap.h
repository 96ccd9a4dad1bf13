// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/calendar.h"
#include "core/mail/message.h"
#include "core/print/review_file.h"
#include "core/print/wording.h"
#include "core/qbr/recap.h"

namespace steward::print {

/// The recap as a message to those who were there, those who were missing in copy. What only the CSM can know stands in
/// it as a gap, "[[...]]". Who has no address is greeted, but no recipient.
[[nodiscard]] mail::Message recapMessage(const qbr::Recap& recap, const Wording& wording, Instant date,
                                         const QTimeZone& zone);

/// The check-ins as meetings; the same ones have the same ids.
[[nodiscard]] std::vector<mail::Event> checkInEvents(const qbr::Recap& recap, const Wording& wording);

/// The message as a draft with the customer's slides, and the check-ins as a calendar; whole or not there. Of writing
/// only the words, the look, the time and the zone are taken.
[[nodiscard]] Status writeRecap(const qbr::Pack& pack, const qbr::Recap& recap, const Writing& writing,
                                const QString& path);
[[nodiscard]] Status writeCheckIns(const qbr::Recap& recap, const Writing& writing, const QString& path);

} // namespace steward::print
