// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/exchange/planner.h"

/// From the keys and names of a row to the records they mean.
namespace steward::exchange {

namespace {

/// People, plans and groups are made when a row names one that nobody knows.
bool isMadeByName(Entity entity) { return entity == Entity::Person || entity == Entity::Plan; }

} // namespace

qint64 Planner::resolveText(Entity target, const QString& text)
{
    if (isOurs()) {
        const qint64 id = text.toLongLong();
        return m_directory.row(target, id) ? id : 0;
    }
    if (const qint64 id = m_directory.byAnyKey(target, m_plan.detection.source, text))
        return id;
    const qint64 id = m_directory.byName(target, text);
    return id == -1 ? 0 : id;
}

/// Somebody said which account of the book the name means: the row's key means it too from now on.
qint64 Planner::linkedByName(const Draft& draft)
{
    if (m_entity.entity != Entity::Account)
        return 0;
    const QString name = folded(draft.text(u"name"));
    for (const auto& [said, account] : request().links) {
        if (folded(said) != name)
            continue;
        m_directory.addKey(Entity::Account, m_plan.detection.source, draft.key, account);
        m_plan.keys.push_back({Entity::Account, m_plan.detection.source, draft.key, account});
        return account;
    }
    return 0;
}

qint64 Planner::findAccount(Draft& draft)
{
    if (const QString key = draft.reference(u"account_id"); !key.isEmpty()) {
        if (const qint64 id = resolveText(Entity::Account, key))
            return id;
    }
    if (const QString name = draft.textOfSpecial(Special::AccountName); !name.isEmpty()) {
        if (const qint64 id = m_directory.byKey(Entity::Account, m_plan.detection.source, name))
            return id;
        if (const qint64 id = m_directory.byName(Entity::Account, name); id != 0) {
            if (id == -1)
                draft.reject(Code("import.account.ambiguous"), QStringLiteral("account_name"), name);
            return id;
        }
    }
    if (const qint64 id = accountOfSubscription(draft))
        return id;
    return accountOfContact(draft);
}

qint64 Planner::accountOfSubscription(const Draft& draft)
{
    if (m_entity.indexOf(u"subscription_id") < 0)
        return 0;
    const QString key = draft.reference(u"subscription_id");
    const qint64 id = key.isEmpty() ? 0 : resolveText(Entity::Subscription, key);
    const Row* subscription = id != 0 ? m_directory.row(Entity::Subscription, id) : nullptr;
    return subscription ? integerOf((*subscription)[AccountField]) : 0;
}

qint64 Planner::accountOfContact(const Draft& draft)
{
    const QString email = folded(draft.textOfSpecial(Special::ContactEmail));
    if (email.isEmpty())
        return 0;
    const int field = info(Entity::Contact).indexOf(u"email");
    qint64 account = 0;
    for (const auto& [id, row] : m_directory.rows(Entity::Contact)) {
        if (folded(steward::textOf(row[static_cast<std::size_t>(field)])) != email)
            continue;
        const qint64 owner = integerOf(row[AccountField]);
        if (account != 0 && account != owner)
            return 0;
        account = owner;
    }
    return account;
}

void Planner::resolveAccount(Draft& draft, RowResult& result)
{
    const qint64 account = findAccount(draft);
    if (draft.isRejected())
        return;
    if (account != 0)
        draft.set(u"account_id", FieldValue(account));
    else if (isOurs())
        linkOurs(draft, result);
    else if (!(m_entity.entity == Entity::Goal && !draft.reference(u"group_id").isEmpty()) && draft.recordId == 0)
        withoutAccount(draft, result);
    if (!draft.isRejected())
        resolveContact(draft);
}

void Planner::withoutAccount(Draft& draft, RowResult& result)
{
    QString named = draft.reference(u"account_id");
    if (named.isEmpty())
        named = draft.textOfSpecial(Special::AccountName);
    if (!isOurs())
        proposeAccount(draft, named);
    const QString subscription =
        m_entity.indexOf(u"subscription_id") >= 0 ? draft.reference(u"subscription_id") : QString();
    const bool isBySubscription = named.isEmpty() && !subscription.isEmpty();
    const bool isMade = request().unlinked == Unlinked::Create || request().newAccounts.contains(named);
    if (isMade && !named.isEmpty()) {
        draft.set(u"account_id", FieldValue(findOrCreate(Entity::Account, named)));
        return;
    }
    if (request().unlinked == Unlinked::Keep) {
        const QString entity = isBySubscription ? QStringLiteral("subscription") : QStringLiteral("account");
        const QString key = isBySubscription ? subscription : named;
        return keepUnlinked(draft, result, entity + u'|' + m_plan.detection.source + u'|' + key, key);
    }
    if (isBySubscription)
        draft.reject(Code("import.subscription.unknown"), QStringLiteral("subscription_id"), subscription);
    else if (named.isEmpty())
        draft.reject(Code("import.account.missing"));
    else
        draft.reject(Code("import.account.unknown"), QStringLiteral("account_id"), named);
}

void Planner::keepUnlinked(Draft& draft, RowResult& result, const QString& unlinked, const QString& key)
{
    draft.set(u"unlinked", FieldValue(unlinked));
    result.isUnlinked = true;
    if (key.isEmpty())
        ++m_plan.keylessRows;
    else if (!m_plan.unlinkedKeys.contains(key))
        m_plan.unlinkedKeys.append(key);
}

/// A row of another book that has its account there, or waits for one. A row of this book stays where it is.
void Planner::linkOurs(Draft& draft, RowResult& result)
{
    QString waits = draft.text(u"unlinked");
    draft.row[UnlinkedField] = FieldValue();
    draft.said[UnlinkedField] = 0;
    const QString there = draft.reference(u"account_id");
    if ((waits.isEmpty() && there.isEmpty()) || m_directory.row(m_entity.entity, draft.recordId))
        return;
    if (waits.isEmpty())
        waits = QStringLiteral("account|") + m_plan.detection.source + u'|' + there;
    const bool isBySubscription = waits.startsWith(QStringLiteral("subscription|"));
    const QString source = waits.section(u'|', 1, 1);
    const QString key = waits.section(u'|', 2);
    qint64 account = 0;
    if (isBySubscription) {
        const qint64 id = m_directory.byAnyKey(Entity::Subscription, source, key);
        const Row* subscription = id != 0 ? m_directory.row(Entity::Subscription, id) : nullptr;
        account = subscription ? integerOf((*subscription)[AccountField]) : 0;
    } else if (!key.isEmpty()) {
        account = m_directory.byAnyKey(Entity::Account, source, key);
        const bool isMade = request().unlinked == Unlinked::Create || request().newAccounts.contains(key);
        if (account == 0 && isMade) {
            Draft made(Entity::Account, 0, 0);
            made.set(u"name", FieldValue(key));
            account = putSide(Entity::Account, key, made);
            m_directory.addKey(Entity::Account, source, key, account);
            m_plan.keys.push_back({Entity::Account, source, key, account});
        }
    }
    if (account != 0)
        draft.set(u"account_id", FieldValue(account));
    else if (request().unlinked == Unlinked::Keep)
        keepUnlinked(draft, result, waits, key);
    else if (isBySubscription)
        draft.reject(Code("import.subscription.unknown"), QStringLiteral("subscription_id"), key);
    else
        draft.reject(Code(key.isEmpty() ? "import.account.missing" : "import.account.unknown"),
                     QStringLiteral("account_id"), key);
}

void Planner::resolveContact(Draft& draft)
{
    if (m_entity.entity == Entity::Contact || m_entity.indexOf(u"contact_id") < 0)
        return;
    qint64 contact = 0;
    if (const QString key = draft.reference(u"contact_id"); !key.isEmpty())
        contact = m_directory.byAnyKey(Entity::Contact, m_plan.detection.source, key);
    const QString email = folded(draft.textOfSpecial(Special::ContactEmail));
    const QString name = folded(draft.textOfSpecial(Special::ContactName));
    if (contact == 0 && (!email.isEmpty() || !name.isEmpty())) {
        const qint64 account = integerOf(draft.value(u"account_id"));
        const EntityInfo& entity = info(Entity::Contact);
        const auto emailField = static_cast<std::size_t>(entity.indexOf(u"email"));
        const auto nameField = static_cast<std::size_t>(entity.indexOf(u"name"));
        for (const auto& [id, row] : m_directory.rows(Entity::Contact))
            if (integerOf(row[AccountField]) == account &&
                ((!email.isEmpty() && folded(steward::textOf(row[emailField])) == email) ||
                 (email.isEmpty() && folded(steward::textOf(row[nameField])) == name)))
                contact = id;
    }
    if (contact != 0)
        draft.set(u"contact_id", FieldValue(contact));
    else if (!email.isEmpty() || !draft.reference(u"contact_id").isEmpty())
        note(draft, Code("import.contact.unknown"), QStringLiteral("contact_id"),
             email.isEmpty() ? draft.reference(u"contact_id") : email);
}

void Planner::resolveReferences(Draft& draft)
{
    const std::vector<std::pair<int, QString>> references = draft.references;
    for (const auto& [field, text] : references) {
        const FieldInfo& target = m_entity.fields[static_cast<std::size_t>(field)];
        if (static_cast<std::size_t>(field) == AccountField && m_entity.ofAccount)
            continue;
        if (target.name == u"contact_id" || target.target == m_entity.entity)
            continue;
        resolveOne(draft, field, text);
    }
}

void Planner::resolveOne(Draft& draft, int field, const QString& text)
{
    const FieldInfo& target = m_entity.fields[static_cast<std::size_t>(field)];
    const bool isList = target.type == FieldType::References;
    std::vector<qint64> ids;
    for (const auto& part : isList ? text.split(isOurs() ? u',' : u';') : QStringList{text}) {
        const QString one = isList ? QString(part).remove(u'[').remove(u']').trimmed() : part;
        if (one.isEmpty())
            continue;
        qint64 id = resolveText(*target.target, one);
        if (id == 0 && isMadeByName(*target.target) && !isOurs())
            id = findOrCreate(*target.target, one);
        if (id != 0)
            ids.push_back(id);
        else
            note(draft, Code("import.reference.unknown"), target.name, one);
    }
    if (!ids.empty())
        draft.set(target.name, isList ? idsValue(ids) : FieldValue(ids.front()));
}

/// References to records of the file itself: the row they mean may stand further down.
void Planner::resolveDeferred()
{
    for (const auto& deferred : m_deferred) {
        const FieldInfo& field = m_entity.fields[static_cast<std::size_t>(deferred.field)];
        RowResult& result = m_plan.rows[deferred.rowResult];
        const qint64 id = resolveText(m_entity.entity, deferred.text);
        FieldValue value = id != 0 ? FieldValue(id) : FieldValue();
        auto at = static_cast<std::size_t>(deferred.field);
        if (id == 0 && field.name == u"parent_id") {
            at = static_cast<std::size_t>(m_entity.indexOf(u"group_name"));
            value = FieldValue(deferred.text);
        } else if (id == 0 && m_entity.entity == Entity::Person) {
            value = FieldValue(findOrCreate(Entity::Person, deferred.text));
        }
        // Only now: making a person may have moved the records.
        PlannedRecord& again = m_plan.records[static_cast<std::size_t>(deferred.record)];
        if (value.index() == 0) {
            addIssue({result.line, field.name, deferred.text, Code("import.reference.unknown"), {}});
        } else if (again.after[at] != value) {
            again.after[at] = value;
            m_directory.put(m_entity.entity, again.id, again.after);
            if (result.action == Action::Unchanged)
                result.action = Action::Updated;
        }
    }
}

/// Accounts of another tool that may be the same firm: listed, never joined.
void Planner::proposeMatches(const Draft& draft, qint64 record)
{
    const QString name = draft.text(u"name");
    const auto like = m_proposer.likeOf(name, draft.text(u"domain"), {});
    if (!like || like->account == record)
        return;
    // A tool that has both calls them two accounts; files of no tool share one name space.
    const QString& source = m_plan.detection.source;
    if (source == u"csv" || !m_directory.hasKeyIn(Entity::Account, source, like->account))
        propose(draft.line, name, *like);
}

/// A row that no key or name leads to an account.
void Planner::proposeAccount(const Draft& draft, const QString& named)
{
    const QString email =
        m_entity.entity == Entity::Contact ? draft.text(u"email") : draft.textOfSpecial(Special::ContactEmail);
    const auto like = m_proposer.likeOf(named, draft.textOfSpecial(Special::AccountDomain), email);
    if (like)
        propose(draft.line, named.isEmpty() ? email : named, *like);
}

void Planner::propose(qint64 line, const QString& name, const Proposer::Likeness& like)
{
    const Row* row = m_directory.row(Entity::Account, like.account);
    if (!row || m_plan.proposals.size() >= 1'000 || m_proposed.contains({name, like.account}))
        return;
    m_proposed.insert({name, like.account});
    const auto nameField = static_cast<std::size_t>(info(Entity::Account).indexOf(u"name"));
    m_plan.proposals.push_back({line, name, steward::textOf((*row)[nameField]), like.account, like.why});
}

} // namespace steward::exchange
