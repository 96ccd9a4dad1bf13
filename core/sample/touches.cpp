// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"

#include <QDateTime>
#include <algorithm>

/// Conversations: the ones a story insists on, and the ordinary ones between them.
namespace steward::sample {

namespace {

using content::SampleTouch;

Instant at(QDate day, int hour, int minute = 0)
{
    return {(qint64(usageDay(day)) * 24 + hour) * 3'600'000 + minute * 60'000};
}

bool isTwoWay(const SampleTouch& text)
{
    return text.kind != u"note" && text.kind != u"event" && text.direction != u"out";
}

class Diary
{
public:
    Diary(World& world, const Scene& scene)
        : m_world(world)
        , m_scene(scene)
        , m_random(world.random(scene.plot, 60))
    {
    }
    void scripted(const Scripted& wanted, int nth);
    void ordinary(QDate day, int nth);
    void planned(QDate day);

private:
    Touch note(const SampleTouch& text, QDate day, const Guest& guest);
    [[nodiscard]] std::vector<const SampleTouch*> texts(const QString& mark) const;
    /// Who is spoken to: in turn, sponsor and champion most.
    [[nodiscard]] const Guest& partner(QDate day, int nth) const;

    World& m_world;
    const Scene& m_scene;
    Random m_random;
};

std::vector<const SampleTouch*> Diary::texts(const QString& mark) const
{
    std::vector<const SampleTouch*> found;
    for (const SampleTouch& each : m_world.content.touches)
        if (mark.isEmpty() ? each.marks.isEmpty() : each.marks.contains(mark))
            found.push_back(&each);
    return found;
}

const Guest& Diary::partner(QDate day, int nth) const
{
    const auto there = m_scene.presentOn(day);
    if (there.empty())
        return m_scene.guests.front();
    std::vector<const Guest*> spokenTo;
    const bool isSilentSuccessor = !m_scene.plot.successorMet.isValid();
    for (const Guest* each : there)
        if (!(each->role == u"successor" && isSilentSuccessor))
            spokenTo.push_back(each);
    if (spokenTo.empty())
        return *there.front();
    const bool isAlone = m_scene.plot.isSingleThreaded && day > m_scene.plot.last(m_world.months).addDays(-120);
    if (isAlone)
        return m_scene.who(u"champion", day);
    return *spokenTo[static_cast<std::size_t>(nth) % std::min<std::size_t>(spokenTo.size(), 5)];
}

Touch Diary::note(const SampleTouch& text, QDate day, const Guest& guest)
{
    Touch touch;
    touch.account = m_scene.account;
    touch.contacts = {guest.id};
    touch.kind = text.kind;
    touch.day = day;
    touch.subject = filled(text.subject, m_world, m_scene, guest, day, m_random);
    touch.text = filled(text.text, m_world, m_scene, guest, day, m_random);
    touch.sentiment = text.sentiment;
    touch.direction = text.direction;
    touch.purpose = text.purpose;
    touch.persons = {m_scene.csm};
    touch.tookPlace = true;
    if (text.kind == u"call" || text.kind == u"video" || text.kind == u"meeting" || text.kind == u"training") {
        touch.minutes = text.kind == u"meeting" || text.kind == u"training" ? 60 : 30;
        touch.at = at(day, m_random.between(7, 15), m_random.between(0, 1) * 30);
    }
    return touch;
}

void Diary::scripted(const Scripted& wanted, int nth)
{
    const auto found = texts(wanted.mark);
    if (found.empty() || wanted.day > m_scene.plot.last(m_world.months) || wanted.day < m_scene.plot.start)
        return;
    const SampleTouch& text = *found[static_cast<std::size_t>(nth) % found.size()];
    const bool isSuccessor = wanted.mark == u"successor_met";
    const Guest& guest = isSuccessor ? m_scene.who(u"successor", wanted.day) : m_scene.who(u"champion", wanted.day);
    Touch touch = note(text, wanted.day, guest);
    if (wanted.mark == u"kickoff")
        for (const Guest* each : m_scene.presentOn(wanted.day))
            if (each->id != guest.id && touch.contacts.size() < 4)
                touch.contacts.push_back(each->id);
    m_world.batch.add(touch, wanted.day);
}

void Diary::ordinary(QDate day, int nth)
{
    auto found = texts({});
    if (!m_scene.find(u"successor"))
        std::erase_if(found, [](const SampleTouch* each) { return each->text.contains(QLatin1String("{successor}")); });
    // The newest ones are real conversations: a cadence is not kept by newsletters.
    if (nth < 4)
        std::erase_if(found, [](const SampleTouch* each) { return !isTwoWay(*each); });
    const Guest& guest = partner(day, nth);
    Touch touch = note(*m_random.pick(found), day, guest);
    if (touch.kind == u"meeting" && !m_scene.plot.isSingleThreaded) {
        const Guest& other = partner(day, nth + 1);
        if (other.id != guest.id)
            touch.contacts.push_back(other.id);
    }
    m_world.batch.add(touch, day);
}

void Diary::planned(QDate day)
{
    const Guest& guest = partner(m_world.months.asOf, 0);
    Touch touch;
    touch.account = m_scene.account;
    touch.contacts = {guest.id};
    touch.kind = QStringLiteral("video");
    touch.day = day;
    touch.at = at(day, 9, 30);
    touch.subject = QStringLiteral("Half an hour with %1").arg(guest.first);
    touch.purpose = QStringLiteral("check_in");
    touch.direction = QStringLiteral("both");
    touch.planned = true;
    touch.tookPlace = false;
    touch.persons = {m_scene.csm};
    m_world.batch.add(touch, m_world.months.ago(3));
}

/// A meeting whose recap was promised within 24 hours and is six hours late when the day begins.
void writeLateRecap(World& world, const Scene& scene)
{
    Random random = world.random(scene.plot, 61);
    const QDate owed = world.months.ago(1);
    const QDate held = workday(owed.addDays(-1));
    const Guest& guest = scene.who(u"sponsor", held);
    Touch touch;
    touch.account = scene.account;
    touch.contacts = {guest.id};
    touch.kind = QStringLiteral("meeting");
    touch.day = held;
    touch.at = at(held, 17);
    touch.minutes = 60;
    touch.subject = QStringLiteral("Quarterly review");
    touch.text = filled(
        QStringLiteral("{first} asked for the figures of {month} in writing. Recap promised for tomorrow evening."),
        world, scene, guest, held, random);
    touch.direction = QStringLiteral("both");
    touch.purpose = QStringLiteral("review");
    touch.sentiment = QStringLiteral("good");
    touch.tookPlace = true;
    touch.persons = {scene.csm};
    touch.recapOwedUntil = at(owed, 17);
    world.batch.add(touch, held);
}

} // namespace

void writeTouches(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    if (plot.isListOnly)
        return;
    Diary diary(world, scene);
    for (std::size_t i = 0; i < plot.touches.size(); ++i)
        diary.scripted(plot.touches[i], plot.index + static_cast<int>(i));
    const QDate last = plot.last(world.months).addDays(-plot.lastTouch);
    const QDate first = plot.first(world.months).addDays(10);
    const int extra = static_cast<int>(plot.touches.size()) + (plot.isMarked(u"recap_late") ? 1 : 0);
    const int count = std::max(0, plot.quota.touches.value_or(0) - extra);
    const double told = double(std::max<qint64>(0, first.daysTo(last)));
    for (int nth = 0; nth < count; ++nth) {
        // Close together lately, further apart long ago.
        const double way = double(nth) / std::max(1, count);
        const QDate day = workday(last.addDays(-static_cast<qint64>(told * way * (0.7 + 0.3 * way))));
        if (plot.isCustomerOn(day))
            diary.ordinary(day, nth);
    }
    if (plot.isMarked(u"recap_late"))
        writeLateRecap(world, scene);
    // Some of the day's and the week's meetings stand in the diary.
    if (plot.story == 8 || plot.story == 15)
        diary.planned(plot.nth == 0 ? world.months.asOf : world.months.asOf.addDays(4));
}

} // namespace steward::sample
