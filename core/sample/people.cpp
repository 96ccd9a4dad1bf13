// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/names.h"
#include "core/sample/scene.h"

#include <QSet>
#include <array>

namespace steward::sample {

namespace {

/// Who comes first where there are few.
QStringList rolesFor(int contacts)
{
    static const QStringList many{
        QStringLiteral("sponsor"),   QStringLiteral("champion"),    QStringLiteral("decision_maker"),
        QStringLiteral("admin"),     QStringLiteral("user"),        QStringLiteral("billing"),
        QStringLiteral("executive"), QStringLiteral("influencer"),  QStringLiteral("technical"),
        QStringLiteral("user"),      QStringLiteral("procurement"), QStringLiteral("user"),
        QStringLiteral("opponent"),  QStringLiteral("influencer"),  QStringLiteral("user")};
    return many.mid(0, std::max(1, contacts));
}

int influenceOf(QStringView role)
{
    if (role == u"sponsor" || role == u"decision_maker" || role == u"executive")
        return 5;
    return role == u"champion" || role == u"influencer" || role == u"opponent" ? 4 : role == u"user" ? 2 : 3;
}

class Household
{
public:
    Household(World& world, Scene& scene)
        : m_world(world)
        , m_scene(scene)
        , m_random(world.random(scene.plot, 20))
    {
    }

    Guest& invite(const QString& role, QDate joined, QDate left = {}, const Guest* predecessor = nullptr);
    void giveRole(const Guest& guest, const QString& role, QDate from, QDate to);

private:
    void describe(Contact& contact, const QString& role);

    World& m_world;
    Scene& m_scene;
    Random m_random;
    QSet<QString> m_emails;
};

void Household::describe(Contact& contact, const QString& role)
{
    const auto& names = m_world.content.names;
    constexpr std::array<QStringView, 5> channels{u"email", u"phone", u"video", u"email", u"chat"};
    constexpr std::array<QStringView, 6> views{u"supporter", u"friendly", u"friendly",
                                               u"neutral",   u"neutral",  u"sceptical"};
    const QString first = m_random.pick(names.first);
    const QString last = m_random.pick(names.last);
    contact.name = first + u' ' + last;
    contact.email = plain(first) + u'.' + plain(last) + u'@' + m_scene.plot.domain;
    for (int more = 2; m_emails.contains(contact.email); ++more)
        contact.email = plain(first) + u'.' + plain(last) + QString::number(more) + u'@' + m_scene.plot.domain;
    m_emails.insert(contact.email);
    contact.phone = fictionalPhone(names, m_scene.plot.country, m_random);
    const auto titles = names.titles.find(role);
    if (titles != names.titles.end())
        contact.title = m_random.pick(titles->second);
    contact.influence = influenceOf(role);
    contact.viewOfUs = role == u"opponent" ? QStringLiteral("sceptical") : m_random.pick(views).toString();
    if (role == u"champion")
        contact.viewOfUs = QStringLiteral("supporter");
    contact.preferredChannel = m_random.pick(channels).toString();
    contact.language = m_scene.plot.country == u"DE" ? QStringLiteral("de") : QStringLiteral("en");
    contact.billing = role == u"billing";
}

Guest& Household::invite(const QString& role, QDate joined, QDate left, const Guest* predecessor)
{
    Contact contact;
    contact.account = m_scene.account;
    describe(contact, role == u"successor" ? QStringLiteral("sponsor") : role);
    contact.joinedOn = joined;
    contact.leftOn = left;
    if (left.isValid())
        contact.leftHow = QStringLiteral("changed_job");
    if (predecessor)
        contact.successorOf = predecessor->id;
    if (role == u"successor")
        contact.metOn = m_scene.plot.successorMet;
    if (!m_scene.guests.empty() && influenceOf(role) < 4)
        contact.reportsTo = m_scene.guests.front().id;
    m_world.batch.add(contact, joined, {{"left_on", left, left}});
    m_scene.guests.push_back({ContactId(contact.id), contact.name.section(u' ', 0, 0), role, joined, left});
    return m_scene.guests.back();
}

void Household::giveRole(const Guest& guest, const QString& role, QDate from, QDate to)
{
    ContactRole record;
    record.account = m_scene.account;
    record.contact = guest.id;
    record.role = role;
    record.from = from;
    record.to = to;
    m_world.batch.add(record, from);
}

} // namespace

void writePeople(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    Household house(world, scene);
    const bool hasSuccessor = plot.isSuccessorNamed;
    const int contacts = std::max(1, plot.quota.contacts.value_or(1) - (hasSuccessor ? 1 : 0));
    const QStringList roles = rolesFor(contacts);
    for (int i = 0; i < contacts; ++i) {
        const QString role = roles.value(i, QStringLiteral("user"));
        // Who came later is heard of later; those who count were there from the start.
        const QDate joined = i < 4 ? plot.start : std::min(plot.start.addDays(40 * i), plot.last(world.months));
        const bool leaves = role == u"sponsor" && plot.sponsorLeft.isValid();
        const Guest guest = house.invite(role, joined, leaves ? plot.sponsorLeft : QDate());
        if (plot.isListOnly)
            continue;
        house.giveRole(guest, role, joined, guest.left);
        if (i == 0 && contacts == 1)
            house.giveRole(guest, QStringLiteral("champion"), joined, {});
    }
    if (hasSuccessor) {
        const Guest sponsor = scene.who(u"sponsor", plot.start);
        const QDate from = plot.sponsorLeft.addDays(10);
        const Guest next = house.invite(QStringLiteral("successor"), from, {}, &sponsor);
        house.giveRole(next, QStringLiteral("sponsor"), from, {});
    }
}

} // namespace steward::sample
