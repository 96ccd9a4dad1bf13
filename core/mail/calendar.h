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

/// Something to be done, of one of us.
struct Todo
{
    QByteArray uid; ///< the same for the same task
    QString summary;
    QString text;     ///< lines end in '\n'
    QDate due;        ///< invalid: on no day
    int priority = 0; ///< 1 highest to 9; 0: none said
    bool isDone = false;
};

/// The events as one iCalendar file (RFC 5545): UTF-8, folded at 75 bytes between letters, CRLF. They are proposals
/// ("TENTATIVE"), nothing is sent. stamp: when the file was made. The same events give the same bytes.
[[nodiscard]] QByteArray ics(const std::vector<Event>& events, Instant stamp);
/// The same of things to be done (VTODO): due on a day, wherever that is.
[[nodiscard]] QByteArray ics(const std::vector<Todo>& todos, Instant stamp);

} // namespace steward::mail
