// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace steward::mail {

struct Address
{
    QString name; ///< may be empty
    QString address;
    friend bool operator==(const Address&, const Address&) = default;
};

/// "dana@acme.example" as it goes into a header: a domain of other letters in its ASCII form. Empty for what is no
/// address: no or two "@", blanks, control characters, letters outside ASCII before the "@".
[[nodiscard]] QByteArray plainAddress(const QString& address);

/// One line without control characters: nothing in a name or subject can begin a header of its own.
[[nodiscard]] QString oneLine(const QString& text);

} // namespace steward::mail
