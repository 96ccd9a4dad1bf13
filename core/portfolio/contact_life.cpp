// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/contact_life.h"

#include "core/base/one_of.h"

#include <QVarLengthArray>
#include <algorithm>

namespace steward {

namespace {

bool lists(const Touch& touch, ContactId contact)
{
    return std::find(touch.contacts.begin(), touch.contacts.end(), contact) != touch.contacts.end();
}

} // namespace

bool isHeldKind(QStringView touchKind) { return isOneOf(touchKind, {u"meeting", u"call", u"video", u"training"}); }

bool isTwoWay(const Touch& touch)
{
    if (isHeldKind(touch.kind))
        return tookPlace(touch);
    return isOneOf(touch.kind, {u"email", u"chat", u"social", u"text_message"}) && tookPlace(touch) &&
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
    const auto eachRecent = [&recent]<class T>(const Rows<T>& rows, QDate T::*on, auto&& use) {
        for (const T& row : rows)
            if (recent.contains(row.*on))
                use(row);
    };
    QVarLengthArray<ContactId, 32> active;
    eachRecent(facts.of<Touch>(), &Touch::day, [&active](const Touch& each) {
        if (isTwoWay(each))
            active.append(each.contacts.data(), qsizetype(each.contacts.size()));
    });
    eachRecent(facts.of<Survey>(), &Survey::day, [&active](const Survey& each) { active.append(each.contact); });
    eachRecent(facts.of<Ticket>(), &Ticket::opened, [&active](const Ticket& each) { active.append(each.contact); });
    std::vector<ContactId> engaged;
    for (const Contact& each : facts.of<Contact>())
        if (isPresent(each, day) && std::find(active.begin(), active.end(), ContactId(each.id)) != active.end())
            engaged.push_back(ContactId(each.id));
    std::sort(engaged.begin(), engaged.end());
    return engaged;
}

} // namespace steward
