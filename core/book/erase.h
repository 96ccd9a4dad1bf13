// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/error.h"
#include "core/book/person_text.h"
#include "core/model/record.h"

#include <QSet>

/// Erasing a person of the customer: what Book::erase() did, whom it did it to, and the copies that still know him.
namespace steward::book {

/// Counts of what was, or would be, erased.
struct Erased
{
    Traces traces;     ///< for the copies of the book; not for keeping
    qint64 fields = 0; ///< of the contact's own records, with custom fields
    qint64 texts = 0;  ///< of other records that name the person
    qint64 keys = 0;   ///< outside keys that were the e-mail or the name
    qint64 edits = 0;  ///< stored changesets that were rewritten
    qint64 kept = 0;   ///< an account, one of us or another contact whose own name or address reads the same
    qint64 edit = 0;   ///< in the history; 0: nothing was left to erase
};

/// Who was erased from a book, as keyed hashes: recognises a person that comes again, tells nothing about one that does
/// not. The key lies in the book.
class Erasures
{
public:
    Erasures() = default;
    Erasures(QByteArray key, QSet<QByteArray> hashes, QSet<qint64> contacts)
        : m_key(std::move(key))
        , m_hashes(std::move(hashes))
        , m_contacts(std::move(contacts))
    {
    }
    /// For the set of a complete export; key is a secret of the book.
    [[nodiscard]] const QByteArray& key() const { return m_key; }
    [[nodiscard]] const QSet<QByteArray>& hashes() const { return m_hashes; }
    [[nodiscard]] const QSet<qint64>& contacts() const { return m_contacts; }
    [[nodiscard]] bool isEmpty() const { return m_contacts.isEmpty(); }
    [[nodiscard]] bool isErased(ContactId contact) const { return m_contacts.contains(contact.value()); }
    [[nodiscard]] bool isErasedEmail(QStringView email) const;
    /// At that account: elsewhere a namesake is somebody else.
    [[nodiscard]] bool isErasedName(AccountId account, QStringView name) const;
    /// An outside key of a contact.
    [[nodiscard]] bool isErasedKey(QStringView source, QStringView key) const;

    // What is hashed for each; texts are compared folded.
    [[nodiscard]] static QString emailForm(QStringView email);
    [[nodiscard]] static QString nameForm(AccountId account, QStringView name);
    [[nodiscard]] static QString keyForm(QStringView source, QStringView key);
    /// Keyed BLAKE2b-256 as hex.
    [[nodiscard]] static QByteArray hashOf(const QByteArray& key, const QString& form);

private:
    [[nodiscard]] bool has(const QString& form) const;
    QByteArray m_key;
    QSet<QByteArray> m_hashes;
    QSet<qint64> m_contacts;
};

} // namespace steward::book
