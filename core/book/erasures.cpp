// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/erasures.h"

#include "core/base/text.h"
#include "core/book/statement.h"

#include <sodium.h>

namespace steward::book {

namespace {

constexpr auto hashPrefix = "erased:";
constexpr auto contactPrefix = "erased-contact:";

Status put(sqlite3* database, const QString& name, const QString& value)
{
    Statement statement(database, R"(
INSERT INTO "meta" ("name", "value") VALUES (?, ?) ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value")");
    statement.bind(0, QStringView(name));
    statement.bind(1, QStringView(value));
    return statement.run();
}

/// What follows the prefix in the names of "meta".
Result<QStringList> namesWith(sqlite3* database, const char* prefix)
{
    Statement statement(database, R"(SELECT substr("name", ?2 + 1) FROM "meta" WHERE substr("name", 1, ?2) = ?1)");
    const QString text = QString::fromLatin1(prefix);
    statement.bind(0, QStringView(text));
    statement.bind(1, text.size());
    QStringList names;
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return names;
        names << statement.text(0);
    }
}

Result<QByteArray> storedKey(sqlite3* database)
{
    const auto text =
        textAnswer(database, R"(SELECT ifnull(max("value"), '') FROM "meta" WHERE "name" = 'erasure-key')");
    return text ? Result<QByteArray>(QByteArray::fromHex(text->toLatin1())) : tl::unexpected(text.error());
}

} // namespace

QString Erasures::emailForm(QStringView email) { return QStringLiteral("email|") + folded(email); }

QString Erasures::nameForm(AccountId account, QStringView name)
{
    return QStringLiteral("name|%1|").arg(account.value()) + folded(name);
}

QString Erasures::keyForm(QStringView source, QStringView key)
{
    return QStringLiteral("key|") + folded(source) + u'|' + key.trimmed().toString();
}

QByteArray Erasures::hashOf(const QByteArray& key, const QString& form)
{
    const QByteArray bytes = form.toUtf8();
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), crypto_generichash_BYTES,
                       reinterpret_cast<const unsigned char*>(bytes.constData()),
                       static_cast<unsigned long long>(bytes.size()),
                       reinterpret_cast<const unsigned char*>(key.constData()), static_cast<std::size_t>(key.size()));
    return hash.toHex();
}

bool Erasures::has(const QString& form) const { return !m_hashes.isEmpty() && m_hashes.contains(hashOf(m_key, form)); }

bool Erasures::isErasedEmail(QStringView email) const { return !email.trimmed().isEmpty() && has(emailForm(email)); }

bool Erasures::isErasedName(AccountId account, QStringView name) const
{
    return !name.trimmed().isEmpty() && has(nameForm(account, name));
}

bool Erasures::isErasedKey(QStringView source, QStringView key) const { return has(keyForm(source, key)); }

Result<Erasures> readErasures(sqlite3* database)
{
    const auto key = storedKey(database);
    const auto hashes = namesWith(database, hashPrefix);
    const auto contacts = namesWith(database, contactPrefix);
    if (!key || !hashes || !contacts)
        return tl::unexpected(!key ? key.error() : !hashes ? hashes.error() : contacts.error());
    QSet<QByteArray> hashSet;
    for (const QString& hash : *hashes)
        hashSet.insert(hash.toLatin1());
    QSet<qint64> contactSet;
    for (const QString& contact : *contacts)
        contactSet.insert(contact.toLongLong());
    return Erasures(*key, hashSet, contactSet);
}

Result<QByteArray> erasureKey(sqlite3* database)
{
    auto key = storedKey(database);
    if (!key || !key->isEmpty())
        return key;
    QByteArray fresh(crypto_generichash_KEYBYTES, Qt::Uninitialized);
    randombytes_buf(fresh.data(), static_cast<std::size_t>(fresh.size()));
    if (auto done = put(database, QStringLiteral("erasure-key"), QString::fromLatin1(fresh.toHex())); !done)
        return tl::unexpected(done.error());
    return fresh;
}

Status addErasure(sqlite3* database, const QByteArray& key, const QString& form)
{
    return put(database, QLatin1String(hashPrefix) + QString::fromLatin1(Erasures::hashOf(key, form)),
               QStringLiteral("1"));
}

Status addErasedContact(sqlite3* database, qint64 contact)
{
    return put(database, QLatin1String(contactPrefix) + QString::number(contact), QStringLiteral("1"));
}

Status putErasures(sqlite3* database, const Erasures& erasures)
{
    Status done = put(database, QStringLiteral("erasure-key"), QString::fromLatin1(erasures.key().toHex()));
    for (const QByteArray& hash : erasures.hashes())
        if (done)
            done = put(database, QLatin1String(hashPrefix) + QString::fromLatin1(hash), QStringLiteral("1"));
    for (const qint64 contact : erasures.contacts())
        if (done)
            done = addErasedContact(database, contact);
    return done;
}

Result<qint64> undoFloor(sqlite3* database)
{
    return integerAnswer(database, R"(SELECT "value" FROM "meta" WHERE "name" = 'undo-floor')");
}

Status raiseUndoFloor(sqlite3* database, qint64 edit)
{
    const auto floor = undoFloor(database);
    if (!floor)
        return tl::unexpected(floor.error());
    return *floor >= edit ? Status() : put(database, QStringLiteral("undo-floor"), QString::number(edit));
}

} // namespace steward::book
