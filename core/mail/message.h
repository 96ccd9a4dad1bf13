// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/mail/address.h"

#include <vector>

namespace steward::mail {

struct Attachment
{
    QString name;    ///< of the file
    QByteArray type; ///< "application/pdf"
    QByteArray bytes;
};

/// A message to be written, not sent: Steward opens no connection.
struct Message
{
    Address from; ///< may be empty: the mail program fills it
    std::vector<Address> to;
    std::vector<Address> cc;
    QString subject;
    QString text; ///< plain; lines end in '\n'
    Instant date;
    std::vector<Attachment> attachments;
};

/// The message as a file that mail programs open as a draft (RFC 5322, 2045, 2047, 2231; "X-Unsent"): ASCII only, no
/// line over 78 bytes but for a long address, CRLF. Names and subject in any script; addresses that are none are left
/// out. The same message gives the same bytes, its id and boundary included.
[[nodiscard]] QByteArray eml(const Message& message);

/// The same as an address that mail programs open as a draft (RFC 6068): "mailto:ada@acme.example?subject=...", without
/// attachments and sender. The text of a message that is too long for it is left out.
[[nodiscard]] QByteArray mailto(const Message& message);

/// "Sun, 22 Nov 2026 10:00:00 +0000"
[[nodiscard]] QByteArray dateHeader(Instant instant);

} // namespace steward::mail
