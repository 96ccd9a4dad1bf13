// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/voice_view.h"

#include "core/portfolio/contact_life.h"

#include <algorithm>
#include <cmath>

namespace steward::health {

qint64 thousandths(const std::optional<double>& number) { return number ? std::llround(*number * 1000) : 0; }

std::vector<ContactAnswer> latestScores(const AccountView& account, QDate end, int days)
{
    constexpr double highest = 10;
    const Period window{end.addDays(1 - days), end};
    std::vector<ContactAnswer> latest;
    for (const Survey& each : account.of<Survey>()) {
        if (each.kind != u"nps" || !window.contains(each.day) || !each.score || *each.score < 0 ||
            *each.score > highest)
            continue;
        const Contact* contact = each.contact.isValid() ? account.contact(each.contact) : nullptr;
        if (contact && !isPresent(*contact, account.day()))
            continue;
        // Answers lie by day: a later one of the same contact stands in for the earlier.
        const auto same = contact ? std::ranges::find(latest, contact, &ContactAnswer::contact) : latest.end();
        const ContactAnswer answer{contact, &each, thousandths(each.score)};
        if (same != latest.end())
            *same = answer;
        else
            latest.push_back(answer);
    }
    return latest;
}

const Pulse* freshPulse(const AccountView& account, std::optional<int> days)
{
    const auto all = account.of<Pulse>().all();
    for (auto each = all.rbegin(); each != all.rend(); ++each)
        if (each->day.isValid() && each->rating && *each->rating >= 1 && *each->rating <= 6)
            return !days || each->day.daysTo(account.day()) <= *days ? &*each : nullptr;
    return nullptr;
}

QString personName(const AccountView& account, PersonId person)
{
    for (const Person& each : account.book().facts().people)
        if (each.id == person.value())
            return each.name;
    return {};
}

} // namespace steward::health
