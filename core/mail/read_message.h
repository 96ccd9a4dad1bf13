// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/mail/address.h"

#include <QByteArrayView>
#include <vector>

namespace steward::mail {

/// What Steward keeps of a message somebody sent. Attachments are left where they are.
struct ReadMessage
{
    QString id; ///< Message-ID without its brackets; empty where it has none
    Address from;
    std::vector<Address> others; ///< To and Cc
    QString subject;
    QString text; ///< plain; of a message in HTML its words
    std::optional<Instant> date;
};

/// A message as mail programs save it (.eml). none: the bytes are no message, which has somebody it is from or to.
[[nodiscard]] std::optional<ReadMessage> readMessage(QByteArrayView bytes);

} // namespace steward::mail
