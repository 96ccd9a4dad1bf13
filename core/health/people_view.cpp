// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/people_view.h"

#include <algorithm>

namespace steward::health {

namespace {

/// A successor may begin so long before the one they follow leaves.
constexpr int handoverDays = 180;

bool hasEnded(QDate end, QDate day) { return end.isValid() && end <= day; }

QDate later(QDate a, QDate b) { return !a.isValid() || (b.isValid() && b > a) ? b : a; }
QDate earlier(QDate a, QDate b) { return !a.isValid() || (b.isValid() && b < a) ? b : a; }

/// The newest two-way touch that lists the contact: what seenOn() tells the day of.
const Touch* lastTouchWith(const AccountView& account, ContactId contact)
{
    const auto touches = account.of<Touch>().all();
    const auto last = std::find_if(touches.rbegin(), touches.rend(), [contact](const Touch& each) {
        return std::ranges::find(each.contacts, contact) != each.contacts.end() && isTwoWay(each);
    });
    return last == touches.rend() ? nullptr : &*last;
}

void findFormer(const AccountView& account, QStringView role, RoleState& state)
{
    for (const ContactRole& each : account.of<ContactRole>()) {
        const Contact* contact = each.role == role ? account.contact(each.contact) : nullptr;
        if (!contact)
            continue;
        const QDate left = earlier(hasEnded(contact->leftOn, account.day()) ? contact->leftOn : QDate(),
                                   hasEnded(each.to, account.day()) ? each.to : QDate());
        // A role that was handed over before they left the firm did not leave with them.
        if (left.isValid() && !holdsRole(account, each.contact, role) && (!state.former || left > state.left)) {
            state.former = contact;
            state.left = left;
        }
    }
}

void findHolder(const AccountView& account, QStringView role, RoleState& state)
{
    for (const ContactRole& each : account.of<ContactRole>()) {
        if (each.role != role || !Period{each.from, each.to}.contains(account.day()) ||
            hasEnded(each.to, account.day()))
            continue;
        const Contact* contact = account.contact(each.contact);
        if (!contact || !isPresent(*contact, account.day()))
            continue;
        const Touch* touch = lastTouchWith(account, each.contact);
        const QDate seen = touch ? touch->day : QDate();
        if (!state.holder || later(state.seen, seen) != state.seen) {
            state.holder = contact;
            state.seen = seen;
            state.seenIn = touch;
        }
        const bool isNew = state.former && each.from.isValid() && each.from.daysTo(state.left) <= handoverDays;
        const bool isNamed = state.former && contact->successorOf.value() == state.former->id;
        if (isNew || isNamed)
            state.successor = contact;
        else
            state.stillHeld = true;
    }
}

} // namespace

bool holdsRole(const AccountView& account, ContactId id, QStringView role)
{
    for (const ContactRole& each : account.of<ContactRole>())
        if (each.contact == id && each.role == role && Period{each.from, each.to}.contains(account.day()) &&
            !hasEnded(each.to, account.day())) {
            const Contact* contact = account.contact(id);
            return contact && isPresent(*contact, account.day());
        }
    return false;
}

RoleState roleState(const AccountView& account, QStringView role)
{
    RoleState state;
    if (account.of<ContactRole>().isEmpty())
        return state;
    findFormer(account, role, state);
    findHolder(account, role, state);
    if (state.former && !state.successor)
        for (const Contact& each : account.of<Contact>())
            if (each.successorOf.value() == state.former->id && isPresent(each, account.day()))
                state.successor = &each;
    if (state.successor)
        state.successorMet = metOn(account.facts(), *state.successor);
    return state;
}

const QString& titleOf(const Contact& contact) { return contact.title.isEmpty() ? contact.name : contact.title; }

} // namespace steward::health
