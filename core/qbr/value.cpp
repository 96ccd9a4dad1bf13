// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"
#include "core/qbr/subject.h"

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

} // namespace

Value valueOf(const Subject& subject)
{
    Value value;
    for (const steward::Value& each : subject.facts.of<steward::Value>()) {
        if (!subject.year.contains(each.day) || each.text.isEmpty())
            continue;
        const bool isConfirmed = each.confirmedBy.isValid() && subject.contact(each.confirmedBy);
        ValueLine line = lineOf(subject, each);
        if (isConfirmed && line.money && line.money->currency == subject.currency)
            value.total = add(value.total.value_or(Money{0, subject.currency}), *line.money);
        (isConfirmed ? value.confirmed : value.estimated).push_back(std::move(line));
    }
    value.spent = spentIn(subject, subject.year);
    if (value.total && value.spent && value.spent->minor > 0)
        value.ratio = static_cast<double>(value.total->minor) / static_cast<double>(value.spent->minor);
    return value;
}

Story storyOf(const Subject& subject, const Value& value)
{
    Story story;
    for (const Advocacy& each : subject.facts.of<Advocacy>()) {
        if (!mayBeTold(each, subject.asOf) || (each.storyGoal.isEmpty() && each.storyResult.isEmpty()))
            continue;
        story.isQuote = each.kind == u"quote";
        story.goal = each.storyGoal;
        story.how = each.storyHow;
        story.result = each.storyResult;
        story.by = subject.nameAndTitle(each.consentBy.isValid() ? each.consentBy : each.contact);
        story.day = each.consentOn;
    }
    if (story.isKnown() || value.confirmed.empty())
        return story;
    const ValueLine& newest = value.confirmed.back();
    return {{}, {}, newest.text, newest.by, newest.day, false};
}

} // namespace steward::qbr
