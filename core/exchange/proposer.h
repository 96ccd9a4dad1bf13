// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/directory.h"

namespace steward::exchange {

/// The domain of an e-mail address, folded; empty where everybody may have an address there.
[[nodiscard]] QString mailDomain(const QString& email);

/// Which account of the book a firm may be that no key leads to: by its domain, by the e-mail domain of people, by its
/// name without the legal form, in this order. For proposing, never for joining. Internal to the room.
class Proposer
{
public:
    explicit Proposer(Directory& directory)
        : m_directory(directory)
    {
    }
    struct Likeness
    {
        qint64 account = 0;
        Code why; ///< "import.like.domain", "import.like.email_domain", "import.like.name"
    };
    /// Only accounts the book had before the plan. Empty texts say nothing.
    [[nodiscard]] std::optional<Likeness> likeOf(const QString& name, const QString& domain, const QString& email);

private:
    void knowAccounts();
    void knowMail();

    Directory& m_directory;
    bool m_knowsAccounts = false;
    bool m_knowsMail = false;
    QHash<QString, qint64> m_firms;
    QHash<QString, qint64> m_domains;
    QHash<QString, qint64> m_mail; ///< domain of contacts' addresses; -1: of several accounts
};

} // namespace steward::exchange
