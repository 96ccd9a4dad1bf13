// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/mail/address.h"

#include <vector>

namespace steward::mail {

/// A meeting proposed. Instants carry no zone: it happens at the same moment wherever it is read, across midnight and
/// on the night the clocks change.
struct Event
{
    QByteArray uid; ///< the same for the same meeting: importing it again changes it, never doubles it
    QString summary;
    QString text; ///< lines end in '\n'
    Instant start;
    Instant end;
    Address organizer; ///< may be empty
    std::vector<Address> attendees;
};

/// The events as one iCalendar file (RFC 5545): UTF-8, folded at 75 bytes between letters, CRLF. They are proposals
/// ("TENTATIVE"), nothing is sent. stamp: when the file was made. The same events give the same bytes.
[[nodiscard]] QByteArray ics(const std::vector<Event>& events, Instant stamp);

} // namespace steward::mail
