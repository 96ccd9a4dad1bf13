// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"
#include "core/qbr/subject.h"

#include <algorithm>

namespace steward::qbr {

namespace {

std::optional<Money> spentIn(const Subject& subject, const Period& period)
{
    std::optional<Money> spent;
    for (const Invoice& each : subject.facts.of<Invoice>()) {
        const bool counts = period.contains(each.issued) && each.amount && stateOf(each) != InvoiceState::Void;
        if (!counts || (each.currency.isKnown() && each.currency != subject.currency))
            continue;
        const Money sum = spent.value_or(Money{0, subject.currency});
        if (const auto more = add(sum, Money{each.amount->value, subject.currency}))
            spent = more;
    }
    return spent;
}

/// One sum a currency.
void addTo(std::vector<Money>& sums, const Money& money)
{
    const auto known = std::ranges::find(sums, money.currency, &Money::currency);
    if (known == sums.end())
        sums.push_back(money);
    else if (const auto more = add(*known, money))
        *known = *more;
}

void addTo(Value& value, const Money& money, Currency own)
{
    if (money.currency == own)
        value.total = add(value.total.value_or(Money{0, own}), money);
    else
        addTo(value.others, money);
}

ValueLine lineOf(const Subject& subject, const steward::Value& value)
{
    ValueLine line;
    line.text = value.text;
    line.by = subject.nameAndTitle(value.confirmedBy);
    line.method = value.method;
    line.day = value.day;
    if (value.amount)
        line.money = Money{value.amount->value, value.currency.isKnown() ? value.currency : subject.currency};
    return line;
}

/// A story may be told while its consent holds.
bool mayBeTold(const Advocacy& story, QDate day)
{
    const bool isGiven = story.consentOn.isValid() && story.consentOn <= day;
    const bool isOver = (story.withdrawnOn.isValid() && story.withdrawnOn <= day) ||
                        (story.consentUntil.isValid() && story.consentUntil < day);
    return isGiven && !isOver;
}

/// The newest of what somebody confirmed for a goal; empty where nobody did.
QString whoConfirmed(const Subject& subject, GoalId goal)
{
    QString by;
    for (const steward::Value& each : subject.facts.of<steward::Value>())
        if (each.goal == goal && subject.contact(each.confirmedBy))
            by = subject.nameAndTitle(each.confirmedBy);
    return by;
}

/// A goal met whose measure says what changed: the most important one of the quarter, else of those met since.
Story metGoal(const Subject& subject, const Goals& goals)
{
    for (const bool isSince : {false, true})
        for (const GoalLine& each : goals.lines) {
            const bool hasFigures = each.baseline && each.now && *each.baseline != *each.now && !each.measure.isEmpty();
            if (each.state == GoalLine::State::Met && each.isSince == isSince && each.metOn.isValid() && hasFigures)
                return {Story::Kind::Goal, each.words, {}, {}, whoConfirmed(subject, each.id), each.metOn, each};
        }
    return {};
}

/// Speaking somewhere or lending a logo is kind, but no result.
bool tellsResult(const Advocacy& story)
{
    constexpr QStringView without[] = {u"referral", u"speaker", u"logo", u"advisory_board", u"community", u"review"};
    return !story.storyResult.isEmpty() ||
           (!story.storyGoal.isEmpty() && std::ranges::find(without, QStringView(story.kind)) == std::end(without));
}

Story toldStory(const Subject& subject)
{
    Story story;
    for (const Advocacy& each : subject.facts.of<Advocacy>()) {
        if (!mayBeTold(each, subject.asOf) || !tellsResult(each))
            continue;
        story.kind = each.kind == u"quote" || each.kind == u"testimonial" ? Story::Kind::Quote : Story::Kind::Told;
        story.goal = each.storyGoal;
        story.how = each.storyHow;
        story.result = each.storyResult;
        story.by = subject.nameAndTitle(each.consentBy.isValid() ? each.consentBy : each.contact);
        story.day = each.consentOn;
    }
    return story;
}

} // namespace

Value valueOf(const Subject& subject)
{
    Value value;
    for (const steward::Value& each : subject.facts.of<steward::Value>()) {
        const bool isConfirmed = each.confirmedBy.isValid() && subject.contact(each.confirmedBy);
        ValueLine line = lineOf(subject, each);
        if (isConfirmed && line.money && each.day.isValid() && each.day < subject.year.from)
            addTo(value.earlier, *line.money);
        if (!subject.year.contains(each.day) || each.text.isEmpty())
            continue;
        if (isConfirmed && line.money)
            addTo(value, *line.money, subject.currency);
        (isConfirmed ? value.confirmed : value.estimated).push_back(std::move(line));
    }
    value.spent = spentIn(subject, subject.year);
    if (!value.total && value.others.size() == 1) {
        value.total = value.others.front();
        value.others.clear();
        value.spent.reset(); // nothing to compare it with
    }
    if (value.total && value.spent && value.spent->minor > 0)
        value.ratio = static_cast<double>(value.total->minor) / static_cast<double>(value.spent->minor);
    return value;
}

Story storyOf(const Subject& subject, const Value& value, const Goals& goals)
{
    if (Story told = toldStory(subject); told.isKnown())
        return told;
    if (Story met = metGoal(subject, goals); met.isKnown())
        return met;
    if (value.confirmed.empty())
        return {};
    const ValueLine& newest = value.confirmed.back();
    return {Story::Kind::Value, {}, {}, newest.text, newest.by, newest.day};
}

} // namespace steward::qbr
