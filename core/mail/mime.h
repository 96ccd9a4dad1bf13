// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/address.h"

#include <QByteArrayView>
#include <vector>

/// The parts of a message as it travels (RFC 5322, 2045, 2047). Internal to the room. Nothing here fails: what cannot
/// be read is left as it is.
namespace steward::mail::mime {

/// A head and what follows it.
struct Entity
{
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case, values unfolded
    QByteArrayView body;

    /// The first of that name; empty where there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// "text/plain" without its parameters, in lower case.
    [[nodiscard]] QByteArray type() const;
    /// A parameter of a header: boundary, charset.
    [[nodiscard]] QByteArray parameter(QByteArrayView header, QByteArrayView name) const;
};
[[nodiscard]] Entity entityOf(QByteArrayView bytes);

/// The entities between the lines of a multipart body.
[[nodiscard]] std::vector<QByteArrayView> partsOf(QByteArrayView body, const QByteArray& boundary);
/// The bytes of the body without base 64 or quoted-printable.
[[nodiscard]] QByteArray decodedBody(const Entity& entity);
/// In a character set by its name; an unknown one is read as Latin-1.
[[nodiscard]] QString textOf(QByteArrayView bytes, const QByteArray& charset);
/// A header's value with its encoded words read.
[[nodiscard]] QString decodedWords(const QByteArray& value);
/// The addresses of From, To, Cc: names, comments and groups understood, what has no "@" left out.
[[nodiscard]] std::vector<Address> addressesOf(const QByteArray& value);

} // namespace steward::mail::mime
