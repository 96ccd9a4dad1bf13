// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/usage_keys.h"

namespace steward::exchange {

QString UsageKeys::Named::unlinked() const
{
    const QString entity = isBySubscription ? QStringLiteral("subscription") : QStringLiteral("account");
    return entity + u'|' + source + u'|' + key;
}

UsageKeys::UsageKeys(book::Book& book, Directory& directory, const Detection& detection)
    : m_book(book)
    , m_directory(directory)
    , m_source(detection.source)
    , m_isOwn(detection.profile == u"steward")
    , m_isBySubscription(!detection.field(QStringLiteral("account_id")))
{
}

UsageKeys::Named UsageKeys::named(const QString& text) const
{
    if (m_isOwn && text.count(u'|') >= 2)
        return {text.startsWith(QStringLiteral("subscription|")), false, text.section(u'|', 1, 1),
                text.section(u'|', 2)};
    return {m_isBySubscription, m_isOwn, m_source, text};
}

qint64 UsageKeys::accountOf(const Named& named)
{
    if (named.isBySubscription) {
        const qint64 id = m_directory.byAnyKey(Entity::Subscription, named.source, named.key);
        const Row* row = id != 0 ? m_directory.row(Entity::Subscription, id) : nullptr;
        return row ? integerOf((*row)[AccountField]) : 0;
    }
    if (const qint64 id = named.isId ? named.key.toLongLong() : 0; id > 0 && m_directory.row(Entity::Account, id))
        return id;
    if (const qint64 id = m_directory.byAnyKey(Entity::Account, named.source, named.key))
        return id;
    return m_isOwn ? 0 : std::max<qint64>(0, m_directory.byName(Entity::Account, named.key));
}

Result<bool> UsageKeys::isAwaited(const Named& named)
{
    if (!m_isOwn || named.isId)
        return false;
    if (!m_awaited) {
        m_awaited.emplace();
        const Status read = m_book.forEachUsage([this](const book::Edit::UsageSample&, const QString& unlinked) {
            if (!unlinked.isEmpty())
                m_awaited->insert(unlinked);
            return true;
        });
        if (!read)
            return tl::unexpected(read.error());
    }
    return m_awaited->contains(named.unlinked());
}

const Row* UsageKeys::metric(std::string_view id)
{
    return m_directory.row(Entity::Metric, QByteArray::fromRawData(id.data(), qsizetype(id.size())).toLongLong());
}

} // namespace steward::exchange
