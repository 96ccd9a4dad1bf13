// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/ticks.h"

#include "core/journey/milestones.h"
#include "core/portfolio/contact_life.h"
#include "core/portfolio/standing.h"

#include <algorithm>
#include <array>

namespace steward::work {

namespace {

/// What a run asks the facts about.
struct Asked
{
    const AccountFacts& facts;
    QStringView detail; ///< what stands behind the name: "180", "first_value"
    QDate started;
    QDate renewal;
    QDate day;

    template <class T>
    [[nodiscard]] const Rows<T>& of() const
    {
        return facts.of<T>();
    }
    [[nodiscard]] bool hasHappened(QDate when) const { return when.isValid() && when <= day; }
};

using Found = std::optional<Tick>;

template <class T>
Tick tick(const T& row, QDate day, Code code, Arguments arguments)
{
    return {day, {code, std::move(arguments)}, {T::entity, row.id}};
}

/// The newest one of whoever looks after the account.
const Assignment* handover(const Asked& asked)
{
    const Assignment* newest = nullptr;
    for (const Assignment& each : asked.of<Assignment>())
        if (each.role == u"csm" && !(each.from.isValid() && each.from > asked.day) &&
            (!newest || each.from >= newest->from))
            newest = &each;
    return newest;
}

Found handoverWritten(const Asked& asked)
{
    const Assignment* newest = handover(asked);
    if (!newest || newest->handover.text.isEmpty())
        return std::nullopt;
    return tick(*newest, newest->from, Code("tick.handover-written"), {});
}

Found handoverRead(const Asked& asked)
{
    const Assignment* newest = handover(asked);
    if (!newest || !asked.hasHappened(newest->readOn))
        return std::nullopt;
    return tick(*newest, newest->readOn, Code("tick.handover-read"), {newest->readOn});
}

Found renewalCall(const Asked& asked)
{
    for (const RenewalCall& each : asked.of<RenewalCall>())
        if (each.checkpoint == asked.detail && asked.renewal.isValid() && each.cycle == asked.renewal &&
            asked.hasHappened(each.day) && !each.call.isEmpty())
            return tick(each, each.day, Code("tick.renewal-call"), {each.checkpoint, each.day});
    return std::nullopt;
}

Found milestone(const Asked& asked)
{
    for (const Milestone& each : asked.of<Milestone>())
        if (each.kind == asked.detail && asked.hasHappened(each.reached))
            return tick(each, each.reached, Code("tick.milestone"), {each.kind, each.reached});
    return std::nullopt;
}

Found reviewHeld(const Asked& asked)
{
    for (const Qbr& each : asked.of<Qbr>())
        if (asked.hasHappened(each.heldOn) && each.heldOn >= asked.started)
            return tick(each, each.heldOn, Code("tick.review-held"), {each.heldOn});
    return std::nullopt;
}

Found customerSpoke(const Asked& asked)
{
    for (const Touch& each : asked.of<Touch>())
        if (asked.hasHappened(each.day) && each.day >= asked.started && isTwoWay(each))
            return tick(each, each.day, Code("tick.customer-spoke"), {each.day});
    return std::nullopt;
}

/// The unhappy answer the run is about: the newest of the quarter before it began.
Found answerReplied(const Asked& asked)
{
    constexpr int days = 90;
    constexpr double unhappy = 6;
    const Survey* newest = nullptr;
    for (const Survey& each : asked.of<Survey>())
        if (each.kind == u"nps" && each.score && *each.score <= unhappy && each.day.isValid() &&
            each.day <= asked.started && each.day.daysTo(asked.started) <= days && (!newest || each.day >= newest->day))
            newest = &each;
    if (!newest || !asked.hasHappened(newest->repliedOn))
        return std::nullopt;
    return tick(*newest, newest->repliedOn, Code("tick.answer-replied"), {newest->repliedOn});
}

struct Leaver
{
    const Contact* contact = nullptr;
    QString role;
    QDate left;
};

const Contact* contactOf(const Asked& asked, ContactId id)
{
    const auto rows = asked.of<Contact>().all();
    const auto found = std::ranges::find(rows, id.value(), &Contact::id);
    return found == rows.end() ? nullptr : &*found;
}

/// Sponsor or champion, whoever left last.
Leaver lastLeaver(const Asked& asked)
{
    Leaver last;
    for (const ContactRole& each : asked.of<ContactRole>()) {
        const bool isKey = each.role == u"sponsor" || each.role == u"champion";
        const Contact* contact = isKey ? contactOf(asked, each.contact) : nullptr;
        if (!contact)
            continue;
        const QDate left = asked.hasHappened(contact->leftOn) ? contact->leftOn : each.to;
        if (asked.hasHappened(left) && (!last.contact || left > last.left))
            last = {contact, each.role, left};
    }
    return last;
}

bool follows(const Asked& asked, const Contact& contact, const Leaver& leaver)
{
    constexpr int handoverDays = 180; // they may overlap so long
    if (contact.id == leaver.contact->id || !isPresent(contact, asked.day))
        return false;
    return contact.successorOf.value() == leaver.contact->id ||
           std::ranges::any_of(asked.of<ContactRole>(), [&](const ContactRole& each) {
               return each.contact.value() == contact.id && each.role == leaver.role && each.from.isValid() &&
                      each.from.daysTo(leaver.left) <= handoverDays && !asked.hasHappened(each.to);
           });
}

Found successorMet(const Asked& asked)
{
    const Leaver leaver = lastLeaver(asked);
    if (!leaver.contact)
        return std::nullopt;
    for (const Contact& each : asked.of<Contact>())
        if (const QDate met = follows(asked, each, leaver) ? metOn(asked.facts, each) : QDate(); asked.hasHappened(met))
            return tick(each, met, Code("tick.successor-met"), {each.name, met});
    return std::nullopt;
}

Found invoicePaid(const Asked& asked) { return overduePaid(asked.facts, asked.started, asked.day); }

struct Kind
{
    std::string_view name; ///< ends in a dot where a detail follows
    Found (*find)(const Asked& asked);
};
constexpr std::array kinds = {
    Kind{"answer.replied", &answerReplied}, Kind{"customer.spoke", &customerSpoke},
    Kind{"handover.read", &handoverRead},   Kind{"handover.written", &handoverWritten},
    Kind{"invoice.paid", &invoicePaid},     Kind{"milestone.", &milestone},
    Kind{"renewal.call.", &renewalCall},    Kind{"review.held", &reviewHeld},
    Kind{"successor.met", &successorMet},
};

QLatin1StringView nameOf(const Kind& kind) { return {kind.name.data(), qsizetype(kind.name.size())}; }

const Kind* kindOf(QStringView fact)
{
    const auto found = std::ranges::find_if(kinds, [fact](const Kind& each) {
        const QLatin1StringView name = nameOf(each);
        return each.name.ends_with('.') ? fact.startsWith(name) && fact.size() > name.size() : fact == name;
    });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace

bool isTickFact(QStringView fact) { return kindOf(fact) != nullptr; }

std::optional<Tick> tickOf(const content::PlayStep& step, const AccountFacts& facts, QDate started, QDate renewal,
                           QDate day)
{
    const Kind* kind = step.autoDone.isEmpty() ? nullptr : kindOf(step.autoDone);
    if (!kind)
        return std::nullopt;
    return kind->find({facts, QStringView(step.autoDone).mid(nameOf(*kind).size()), started, renewal, day});
}

void markDone(Task& task, const Tick& tick, QDate started)
{
    task.status = QStringLiteral("done");
    task.doneOn = tick.day.isValid() ? std::max(tick.day, started) : started;
}

std::optional<Tick> overduePaid(const AccountFacts& facts, QDate started, QDate day)
{
    const Invoice* last = nullptr;
    for (const Invoice& each : facts.of<Invoice>()) {
        const InvoiceState state = stateOf(each);
        const bool wasPaid = state == InvoiceState::Paid && (!each.paidOn.isValid() || each.paidOn <= day);
        const bool wasOverdue = each.due.isValid() && each.due < started && each.amount.value_or(Minor{1}) > Minor{} &&
                                (state == InvoiceState::Open || (each.paidOn.isValid() && each.paidOn >= started));
        if (!wasOverdue)
            continue;
        if (!wasPaid)
            return std::nullopt;
        if (!last || each.paidOn > last->paidOn)
            last = &each;
    }
    if (!last)
        return std::nullopt;
    return tick(*last, last->paidOn, Code("tick.invoice-paid"), {last->number, last->paidOn});
}

} // namespace steward::work
