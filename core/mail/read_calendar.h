// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/mail/address.h"

#include <QByteArrayView>
#include <QTimeZone>
#include <vector>

namespace steward::mail {

/// A meeting of somebody's calendar. Of one that repeats: the time it names, which is the first.
struct ReadEvent
{
    QString uid; ///< with the time it stands for, where one of a series was moved
    QString summary;
    QString text;
    QDate day;                    ///< in the zone asked for
    std::optional<Instant> start; ///< none: the whole day
    std::optional<Instant> end;
    bool isCancelled = false;
    Address organizer;              ///< may be empty
    std::vector<Address> attendees; ///< without those who declined
};

/// The events of an iCalendar file (RFC 5545) that say when they are; empty: it has none. zone: of times that name
/// none, or one that nobody knows.
[[nodiscard]] std::vector<ReadEvent> readCalendar(QByteArrayView bytes, const QTimeZone& zone);

} // namespace steward::mail
