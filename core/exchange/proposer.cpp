// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/proposer.h"

#include "core/base/text.h"
#include "core/model/values.h"

namespace steward::exchange {

namespace {

/// Everybody may have an address there: it says nothing of the firm.
bool isPublic(const QString& domain)
{
    static const QStringList names = {
        QStringLiteral("gmail"),  QStringLiteral("googlemail"), QStringLiteral("outlook"), QStringLiteral("hotmail"),
        QStringLiteral("live"),   QStringLiteral("msn"),        QStringLiteral("yahoo"),   QStringLiteral("ymail"),
        QStringLiteral("icloud"), QStringLiteral("me"),         QStringLiteral("mac"),     QStringLiteral("aol"),
        QStringLiteral("gmx"),    QStringLiteral("web"),        QStringLiteral("proton"),  QStringLiteral("protonmail"),
        QStringLiteral("mail"),   QStringLiteral("orange"),     QStringLiteral("free"),    QStringLiteral("t-online"),
        QStringLiteral("libero"), QStringLiteral("yandex"),     QStringLiteral("qq"),      QStringLiteral("163")};
    return names.contains(domain.section(u'.', 0, 0));
}

} // namespace

QString mailDomain(const QString& email)
{
    const QString domain = folded(email).section(u'@', 1).trimmed();
    return domain.contains(u'.') && !isPublic(domain) ? domain : QString();
}

void Proposer::knowAccounts()
{
    if (std::exchange(m_knowsAccounts, true))
        return;
    const EntityInfo& entity = info(Entity::Account);
    const auto name = static_cast<std::size_t>(entity.indexOf(u"name"));
    const auto domain = static_cast<std::size_t>(entity.indexOf(u"domain"));
    for (const auto& [id, row] : m_directory.rows(Entity::Account)) {
        if (id <= 0)
            continue;
        if (const QString firm = firmName(textOf(row[name])); !firm.isEmpty())
            m_firms.insert(firm, id);
        if (const QString known = folded(textOf(row[domain])); !known.isEmpty())
            m_domains.insert(known, id);
    }
}

void Proposer::knowMail()
{
    if (std::exchange(m_knowsMail, true))
        return;
    const auto email = static_cast<std::size_t>(info(Entity::Contact).indexOf(u"email"));
    for (const auto& [id, row] : m_directory.rows(Entity::Contact)) {
        const QString domain = mailDomain(textOf(row[email]));
        const qint64 account = integerOf(row[AccountField]);
        if (domain.isEmpty() || account <= 0)
            continue;
        const auto found = m_mail.find(domain);
        if (found == m_mail.end())
            m_mail.insert(domain, account);
        else if (*found != account)
            *found = -1;
    }
}

std::optional<Proposer::Likeness> Proposer::likeOf(const QString& name, const QString& domain, const QString& email)
{
    knowAccounts();
    const QString own = folded(domain);
    if (const qint64 id = own.isEmpty() ? 0 : m_domains.value(own, 0))
        return Likeness{id, Code("import.like.domain")};
    const QString mail = own.isEmpty() ? mailDomain(email) : own;
    if (!mail.isEmpty()) {
        knowMail();
        qint64 id = m_domains.value(mail, 0);
        id = id != 0 ? id : m_mail.value(mail, 0);
        if (id > 0)
            return Likeness{id, Code("import.like.email_domain")};
    }
    const QString firm = firmName(name);
    if (const qint64 id = firm.isEmpty() ? 0 : m_firms.value(firm, 0))
        return Likeness{id, Code("import.like.name")};
    return std::nullopt;
}

} // namespace steward::exchange
