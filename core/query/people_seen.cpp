// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/people_seen.h"

#include "core/portfolio/contact_life.h"

#include <algorithm>
#include <array>

namespace steward::query {

namespace {

constexpr int leftDays = 365;
constexpr std::array<QStringView, 5> leading = {u"sponsor", u"decision_maker", u"executive", u"champion",
                                                u"influencer"};

std::size_t rankOf(const PersonSeen& person)
{
    for (std::size_t i = 0; i < leading.size(); ++i)
        if (person.has(leading[i]))
            return i;
    return leading.size();
}

QStringList rolesOf(const AccountFacts& facts, const Contact& contact, QDate day)
{
    QStringList roles;
    for (const ContactRole& each : facts.of<ContactRole>()) {
        const bool isOver =
            each.to.isValid() && each.to <= day && !(contact.leftOn.isValid() && each.to >= contact.leftOn.addDays(-1));
        const bool isHis = each.contact.value() == contact.id && !each.archivedOn.isValid();
        if (isHis && !isOver && !(each.from.isValid() && each.from > day) && !roles.contains(each.role))
            roles << each.role;
    }
    return roles;
}

} // namespace

std::vector<PersonSeen> peopleSeen(const AccountFacts& facts, QDate day)
{
    const std::vector<ContactId> engaged = engagedContacts(facts, day);
    std::vector<PersonSeen> people;
    for (const Contact& contact : facts.of<Contact>()) {
        const bool isGone = contact.leftOn.isValid() && contact.leftOn.daysTo(day) > leftDays;
        if (contact.archivedOn.isValid() || isGone)
            continue;
        const ContactId id(contact.id);
        PersonSeen& person = people.emplace_back();
        person.contact = &contact;
        person.roles = rolesOf(facts, contact, day);
        person.isPresent = isPresent(contact, day);
        person.isInContact = std::ranges::find(engaged, id) != engaged.end();
        person.met = metOn(facts, contact);
        for (const Touch& touch : facts.of<Touch>())
            if (touch.day.isValid() && touch.day <= day && isTwoWay(touch) &&
                std::ranges::find(touch.contacts, id) != touch.contacts.end())
                person.seen.push_back(touch.day);
        if (!person.seen.empty())
            person.lastSeen = person.seen.back();
    }
    std::ranges::stable_sort(people, [](const PersonSeen& a, const PersonSeen& b) {
        if (rankOf(a) != rankOf(b))
            return rankOf(a) < rankOf(b);
        const qint64 left = a.contact->influence.value_or(0);
        const qint64 right = b.contact->influence.value_or(0);
        return left != right ? left > right : a.lastSeen > b.lastSeen;
    });
    return people;
}

const PersonSeen* onlyThread(const std::vector<PersonSeen>& people)
{
    const PersonSeen* only = nullptr;
    for (const PersonSeen& person : people) {
        const bool isMoreThanUser =
            std::ranges::any_of(person.roles, [](const QString& role) { return role != u"user" && role != u"former"; });
        if (!person.isInContact || !person.isPresent || !isMoreThanUser)
            continue;
        if (only)
            return nullptr;
        only = &person;
    }
    return only;
}

} // namespace steward::query
