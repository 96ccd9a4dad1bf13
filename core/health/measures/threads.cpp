// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/people_view.h"

/// People of theirs who talked with us, answered or asked. Where the segment names no person nobody types in roles or
/// conversations: answers and tickets are enough.
namespace steward::health::measures {

namespace {

enum Number
{
    EngagedDays
};
enum Curve
{
    WithPeople,
    WithoutPeople
};
enum Sentence
{
    People,
    One,
    None
};

/// Roles, titles where there is none, each once.
QString namesOf(const AccountView& account, std::span<const ContactId> engaged)
{
    QStringList names;
    for (const ContactId id : engaged) {
        const Contact* contact = account.contact(id);
        QString name = contact ? titleOf(*contact) : QString();
        for (const ContactRole& each : account.of<ContactRole>())
            if (each.contact == id && holdsRole(account, id, each.role))
                name = each.role;
        if (!names.contains(name))
            names.append(name);
    }
    return names.join(QStringLiteral(", "));
}

/// Some answer, ticket or conversation of the book names a person, and those of the account in the window do: "nobody"
/// cannot be read from what names nobody.
bool saysWho(const AccountView& account, int days)
{
    const Period window{account.day().addDays(1 - days), account.day()};
    const auto hidesWho = [&window]<class T>(const Rows<T>& rows, QDate T::*on) {
        return std::ranges::any_of(rows,
                                   [&](const T& row) { return window.contains(row.*on) && !row.contact.isValid(); });
    };
    return account.book().peopleAreNamed() && !hidesWho(account.of<Survey>(), &Survey::day) &&
           !hidesWho(account.of<Ticket>(), &Ticket::opened);
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    if (account.hasPeople()) {
        for (const auto& kinds : {rule.practised(), rule.seenPractised()})
            if (const auto kind = account.notPractised(kinds))
                return unknown(trail, Gap::NotPractised, *kind);
    } else if (!account.book().holds(DataKind::Contacts) ||
               (!account.book().holds(DataKind::Surveys) && !account.book().holds(DataKind::Tickets))) {
        return unknown(trail, Gap::NotConnected, DataKind::Contacts);
    }
    const auto engaged = account.engaged(rule.days(EngagedDays));
    const auto count = qint64(engaged.size());
    if (count == 0 && !account.hasPeople() && !saysWho(account, rule.days(EngagedDays)))
        return unknown(trail, Gap::TooLittle, DataKind::Contacts);
    trail.dataTo(account.day());
    for (const ContactId each : engaged)
        trail.add(Entity::Contact, each.value());
    if (trail.isWanted())
        trail.say(count == 0 ? None : count == 1 ? One : People, count, namesOf(account, engaged));
    return scored(rule.curve(account.hasPeople() ? WithPeople : WithoutPeople).at({count, 1}));
}

} // namespace

extern const MeasureKind threads;
constexpr MeasureKind threads{"threads", "engaged_days", "with_people without_people", "", "people one none",
                              "",        &read};

} // namespace steward::health::measures
