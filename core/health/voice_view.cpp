// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/voice_view.h"

#include "core/base/one_of.h"
#include "core/portfolio/contact_life.h"

#include <algorithm>
#include <cmath>

namespace steward::health {

qint64 thousandths(const std::optional<double>& number) { return number ? std::llround(*number * 1000) : 0; }

ContactAnswers latestScores(const AccountView& account, QDate end, int days)
{
    constexpr double highest = 10;
    const QDate from = end.addDays(1 - days);
    ContactAnswers latest;
    // Answers lie by day: of each contact the last one counts.
    const auto all = account.of<Survey>().all();
    for (auto each = all.rbegin(); each != all.rend(); ++each) {
        if (each->day < from || each->day > end || !isOneOf(each->kind, {u"nps"}) || !each->score || *each->score < 0 ||
            *each->score > highest)
            continue;
        const Contact* contact = each->contact.isValid() ? account.contact(each->contact) : nullptr;
        const bool isCounted = contact && std::ranges::find(latest, contact, &ContactAnswer::contact) != latest.end();
        if (isCounted || (contact && !isPresent(*contact, account.day())))
            continue;
        latest.append({contact, &*each, thousandths(each->score)});
    }
    std::reverse(latest.begin(), latest.end());
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
