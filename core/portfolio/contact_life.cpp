// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/contact_life.h"

#include <algorithm>

namespace steward {

namespace {

bool isOneOf(QStringView text, std::initializer_list<QStringView> names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

bool lists(const Touch& touch, ContactId contact)
{
    return std::find(touch.contacts.begin(), touch.contacts.end(), contact) != touch.contacts.end();
}

} // namespace

bool isHeldKind(QStringView touchKind) { return isOneOf(touchKind, {u"meeting", u"call", u"video", u"training"}); }

bool isTwoWay(const Touch& touch)
{
    if (isHeldKind(touch.kind))
        return touch.tookPlace.value_or(!touch.planned.value_or(false));
    return isOneOf(touch.kind, {u"email", u"chat", u"social", u"text_message"}) && touch.tookPlace.value_or(true) &&
           isOneOf(touch.direction, {u"in", u"both"});
}

bool isPresent(const Contact& contact, QDate day)
{
    return !(contact.joinedOn.isValid() && contact.joinedOn > day) &&
           !(contact.leftOn.isValid() && contact.leftOn <= day);
}

QDate seenOn(const AccountFacts& facts, ContactId contact)
{
    const auto touches = facts.of<Touch>().all();
    for (auto each = touches.rbegin(); each != touches.rend(); ++each)
        if (lists(*each, contact) && isTwoWay(*each))
            return each->day;
    return {};
}

QDate metOn(const AccountFacts& facts, const Contact& contact)
{
    if (contact.metOn.isValid())
        return contact.metOn;
    for (const Touch& each : facts.of<Touch>())
        if (each.day.isValid() && isHeldKind(each.kind) && lists(each, ContactId(contact.id)) && isTwoWay(each))
            return each.day;
    return {};
}

QDate lastTwoWay(const AccountFacts& facts)
{
    const auto touches = facts.of<Touch>().all();
    for (auto each = touches.rbegin(); each != touches.rend(); ++each)
        if (isTwoWay(*each))
            return each->day;
    return {};
}

std::vector<ContactId> engagedContacts(const AccountFacts& facts, QDate day, int days)
{
    const Period recent{day.addDays(1 - days), day};
    std::vector<ContactId> active;
    for (const Touch& each : facts.of<Touch>())
        if (recent.contains(each.day) && isTwoWay(each))
            active.insert(active.end(), each.contacts.begin(), each.contacts.end());
    for (const Survey& each : facts.of<Survey>())
        if (recent.contains(each.day))
            active.push_back(each.contact);
    for (const Ticket& each : facts.of<Ticket>())
        if (recent.contains(each.opened))
            active.push_back(each.contact);
    std::vector<ContactId> engaged;
    for (const Contact& each : facts.of<Contact>())
        if (isPresent(each, day) && std::find(active.begin(), active.end(), ContactId(each.id)) != active.end())
            engaged.push_back(ContactId(each.id));
    std::sort(engaged.begin(), engaged.end());
    return engaged;
}

} // namespace steward
