// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/find_contact.h"

#include "core/base/text.h"

#include <QSet>

namespace steward::query {

namespace {

constexpr qsizetype shownCandidates = 10;

struct Matches
{
    std::vector<Contact> byId, byEmail, byKey, byName;
};

Result<Matches> matchesOf(book::Book& book, const QString& text)
{
    const auto keys = book.keys(Entity::Contact);
    if (!keys)
        return tl::unexpected(keys.error());
    QSet<qint64> keyed;
    for (const ExternalKey& key : *keys)
        if (key.key == text)
            keyed.insert(key.record);
    const QString wanted = folded(text);
    Matches matches;
    const auto read = book.forEach(Entity::Contact, [&](const Row& row) {
        const auto contact = fromRow<Contact>(row);
        if (QString::number(contact.id) == text)
            matches.byId.push_back(contact);
        if (!wanted.isEmpty() && folded(contact.email) == wanted)
            matches.byEmail.push_back(contact);
        if (keyed.contains(contact.id))
            matches.byKey.push_back(contact);
        if (!wanted.isEmpty() && folded(contact.name) == wanted)
            matches.byName.push_back(contact);
        return true;
    });
    return read ? Result<Matches>(std::move(matches)) : tl::unexpected(read.error());
}

Result<QString> accountName(book::Book& book, AccountId id)
{
    QString name;
    const auto read = book.forEach(Entity::Account, [&](const Row& row) {
        const auto account = fromRow<Account>(row);
        if (account.id == id.value())
            name = account.name;
        return name.isEmpty();
    });
    return read ? Result<QString>(name) : tl::unexpected(read.error());
}

Result<Contact> onlyOne(book::Book& book, const std::vector<Contact>& found, const QString& text)
{
    if (found.size() == 1)
        return found.front();
    QStringList candidates;
    for (const Contact& contact : found) {
        if (candidates.size() == shownCandidates)
            break;
        const auto account = accountName(book, contact.account);
        if (!account)
            return tl::unexpected(account.error());
        candidates << contact.name + (account->isEmpty() ? QString() : QString(QStringLiteral(", ") + *account)) +
                          QStringLiteral(" (%1)").arg(contact.id);
    }
    return fail(Code("contact.ambiguous"), ErrorKind::Ambiguous, {text, candidates.join(QStringLiteral("; "))});
}

} // namespace

Result<Contact> findContact(book::Book& book, const QString& text)
{
    const auto matches = matchesOf(book, text.trimmed());
    if (!matches)
        return tl::unexpected(matches.error());
    for (const auto* found : {&matches->byId, &matches->byEmail, &matches->byKey, &matches->byName})
        if (!found->empty())
            return onlyOne(book, *found, text);
    return fail(Code("contact.unknown"), ErrorKind::NotFound, {text});
}

} // namespace steward::query
