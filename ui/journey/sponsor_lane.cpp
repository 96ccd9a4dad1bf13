// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/sponsor_lane.h"

#include "core/portfolio/contact_life.h"
#include "core/words/short_words.h"

#include <QCoreApplication>
#include <algorithm>

namespace steward::journeys {

using charts::LaneInk;
using charts::LaneItem;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("journey", text); }

LaneItem holder(const AccountFacts& facts, const ContactRole& role, const Contact& contact, QDate first, QDate day,
                const QLocale& locale)
{
    const QDate left = contact.leftOn.isValid() && contact.leftOn <= day ? contact.leftOn : role.to;
    const bool isMet = metOn(facts, contact).isValid();
    LaneItem item;
    item.from = role.from.isValid() ? role.from : first;
    item.to = left.isValid() && left <= day ? std::max(left.addDays(-1), item.from) : day;
    item.ink = isMet ? LaneInk::Sky : LaneInk::Quiet;
    item.isHollow = !isMet;
    item.text = contact.title.isEmpty() ? contact.name : contact.title;
    const QString until = item.to == day ? tr("today") : words::dayText(item.to, locale);
    item.spoken = (isMet ? tr("Sponsor %1 from %2 to %3") : tr("Sponsor %1 from %2 to %3, never met"))
                      .arg(contact.name, words::dayText(item.from, locale), until);
    return item;
}

LaneItem nobody(QDate from, QDate to, const QLocale& locale)
{
    LaneItem gap;
    gap.from = from;
    gap.to = to;
    gap.ink = LaneInk::Late;
    gap.text = tr("nobody");
    gap.spoken = tr("No sponsor from %1 to %2").arg(words::dayText(from, locale), words::dayText(to, locale));
    return gap;
}

} // namespace

std::vector<LaneItem> sponsorItems(const AccountFacts& facts, QDate first, QDate day, std::vector<RecordRef>& records,
                                   const QLocale& locale)
{
    const auto contacts = facts.of<Contact>().all();
    std::vector<LaneItem> held;
    for (const ContactRole& role : facts.of<ContactRole>()) {
        const auto contact = std::ranges::find(contacts, role.contact.value(), &Contact::id);
        const bool hasBegun = !role.from.isValid() || role.from <= day;
        if (role.role != u"sponsor" || contact == contacts.end() || !hasBegun)
            continue;
        held.push_back(holder(facts, role, *contact, first, day, locale));
        held.back().key = records.size();
        records.push_back({Entity::Contact, contact->id});
    }
    std::ranges::stable_sort(held, {}, &LaneItem::from);
    std::vector<LaneItem> items;
    for (std::size_t i = 0; i < held.size(); ++i) {
        const QDate next = i + 1 < held.size() ? held[i + 1].from : day.addDays(1);
        items.push_back(held[i]);
        if (held[i].to.addDays(1) >= next)
            continue;
        items.push_back(nobody(held[i].to.addDays(1), next.addDays(-1), locale));
        items.back().key = held[i].key;
    }
    return items;
}

} // namespace steward::journeys
