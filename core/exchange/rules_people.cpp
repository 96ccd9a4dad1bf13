// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rules.h"

/// Contacts of a customer and people of ours.
namespace steward::exchange {

void completeContact(Draft& draft, RuleContext&)
{
    const QString first = draft.textOfSpecial(Special::FirstName);
    const QString last = draft.textOfSpecial(Special::LastName);
    if (!draft.has(u"name") && !(first.isEmpty() && last.isEmpty()))
        draft.set(u"name", FieldValue(QString(first + u' ' + last).trimmed()));
    if (draft.has(u"name") || draft.recordId != 0)
        return;
    const QString name = draft.text(u"email").isEmpty() ? draft.key : draft.text(u"email");
    if (name.isEmpty())
        return draft.reject(Code("import.row.no_name"));
    draft.setWhenNew(u"name", FieldValue(name));
}

void followContact(Draft& draft, qint64 contact, RuleContext& context)
{
    const QString written = draft.textOfSpecial(Special::Role);
    if (written.isEmpty())
        return;
    const QString role = context.words().idOf(QStringLiteral("contact_role"), written);
    const Row* row = context.directory().row(Entity::Contact, contact);
    Draft held(Entity::ContactRole, draft.line, draft.tableRow);
    held.set(u"account_id", (*row)[AccountField]);
    if (const QString unlinked = textOf((*row)[UnlinkedField]); !unlinked.isEmpty())
        held.set(u"unlinked", FieldValue(unlinked));
    held.set(u"contact_id", FieldValue(contact));
    held.set(u"role", FieldValue(role.isEmpty() ? written : role));
    [[maybe_unused]] const qint64 id = context.putSide(Entity::ContactRole, {}, held);
}

} // namespace steward::exchange
