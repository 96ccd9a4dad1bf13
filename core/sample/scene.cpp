// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"

#include <QLocale>
#include <algorithm>

namespace steward::sample {

const Guest* Scene::find(QStringView role) const
{
    const auto found =
        std::find_if(guests.begin(), guests.end(), [role](const Guest& each) { return each.role == role; });
    return found == guests.end() ? nullptr : &*found;
}

const Guest& Scene::who(QStringView role, QDate day) const
{
    const auto there = [day](const Guest& each) { return each.isThereOn(day); };
    for (const Guest& each : guests)
        if (each.role == role && there(each))
            return each;
    const auto any = std::find_if(guests.begin(), guests.end(), there);
    return any == guests.end() ? guests.front() : *any;
}

std::vector<const Guest*> Scene::presentOn(QDate day) const
{
    std::vector<const Guest*> there;
    for (const Guest& each : guests)
        if (each.isThereOn(day))
            there.push_back(&each);
    return there;
}

QString filled(const QString& text, const World& world, const Scene& scene, const Guest& guest, QDate day,
               Random& random)
{
    if (!text.contains(u'{'))
        return text;
    const auto& names = world.content.names;
    const Guest* sponsor = scene.find(u"sponsor");
    const Guest* successor = scene.find(u"successor");
    const content::SampleGoal* goal =
        scene.goals.empty() ? &world.content.texts.goals.front() : scene.goals.front().text;
    const QLocale english(QLocale::English);
    const int n = random.between(4, 18);
    const std::pair<const char*, QString> values[] = {
        {"{first}", guest.first},
        {"{sponsor}", sponsor ? sponsor->first : guest.first},
        {"{successor}", successor ? successor->first : guest.first},
        {"{feature}", random.pick(names.features).name},
        {"{goal}", goal->shortName},
        {"{short}", goal->shortName},
        {"{baseline}", QString::number(goal->baseline)},
        {"{target}", QString::number(goal->target)},
        {"{unit}", goal->unit},
        {"{account}", scene.plot.name},
        {"{csm}", names.team[static_cast<std::size_t>(scene.plot.csm)].name},
        {"{month}", english.monthName(day.addMonths(-1).month())},
        {"{date}", english.toString(workday(day.addDays(random.between(6, 12))), QStringLiteral("d MMMM"))},
        {"{amount}", QString(english.toString(n * 1500) + u' ' + scene.plot.currency.code())},
        {"{n}", QString::number(n)}};
    QString result = text;
    for (const auto& [name, value] : values)
        result.replace(QLatin1String(name), value);
    return result;
}

} // namespace steward::sample
