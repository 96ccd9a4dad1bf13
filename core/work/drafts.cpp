// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/drafts.h"

#include "core/portfolio/contact_life.h"
#include "core/portfolio/holders.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"
#include "core/revenue/renewals.h"
#include "core/work/subject.h"

#include <algorithm>
#include <cmath>

namespace steward::work {

namespace {

using Fields = QHash<QString, Argument>;

template <class T>
const T* rowOf(const AccountFacts& facts, qint64 id)
{
    const auto rows = facts.of<T>().all();
    const auto found = std::ranges::find(rows, id, &T::id);
    return found == rows.end() ? nullptr : &*found;
}

/// The record of that kind the signal was found with; nullptr: none.
template <class T>
const T* evidenceOf(const DraftSubject& subject)
{
    if (!subject.signal)
        return nullptr;
    for (const RecordRef& each : subject.signal->say.records)
        if (each.entity == T::entity)
            return rowOf<T>(subject.facts, each.id);
    return nullptr;
}

void put(Fields& fields, const char* name, const QString& text)
{
    if (!text.isEmpty())
        fields.insert(QString::fromLatin1(name), text);
}
void put(Fields& fields, const char* name, QDate day)
{
    if (day.isValid())
        fields.insert(QString::fromLatin1(name), day);
}
void put(Fields& fields, const char* name, std::optional<double> number)
{
    if (number)
        fields.insert(QString::fromLatin1(name), *number);
}

Money moneyOf(std::optional<Minor> amount, Currency currency, const DraftSubject& subject)
{
    if (!currency.isKnown())
        currency = subject.facts.account.currency.isKnown() ? subject.facts.account.currency : subject.book.currency;
    return {amount ? amount->value : 0, currency};
}

void addPeople(Fields& fields, const DraftSubject& subject)
{
    if (const Contact* to = rowOf<Contact>(subject.facts, subject.to.value()))
        put(fields, "first", to->name.section(u' ', 0, 0));
    const PersonId csm = csmOn(subject.facts, subject.day);
    for (const Person& each : subject.book.people)
        if (each.id == csm.value())
            put(fields, "csm", each.name);
    for (const ContactRole& each : subject.facts.of<ContactRole>()) {
        const Contact* contact = rowOf<Contact>(subject.facts, each.contact.value());
        const bool isHeld =
            contact && isPresent(*contact, subject.day) && !(each.to.isValid() && each.to <= subject.day);
        if (each.role != u"sponsor" || !isHeld)
            continue;
        // To the sponsor nobody speaks of the sponsor.
        if (each.contact != subject.to)
            put(fields, "sponsor", contact->name);
        if (contact->successorOf.isValid())
            put(fields, "successor", contact->name);
    }
}

void addContract(Fields& fields, const DraftSubject& subject)
{
    put(fields, "account", subject.facts.account.name);
    for (const Subscription& each : subject.facts.of<Subscription>())
        if (isInForce(each, subject.day))
            put(fields, "product", each.product);
    for (const Definition& each : subject.book.definitions)
        if (each.kind == u"setting" && each.name == u"vendor")
            put(fields, "vendor", QString(each.text.text).remove(u'"')); // a JSON text
    for (const revenue::Renewal& each : revenue::renewalsOf(subject.facts, subject.book, subject.day))
        if (each.bucket == revenue::RenewalBucket::Due && !fields.contains(QStringLiteral("renewal"))) {
            put(fields, "renewal", each.cycle);
            put(fields, "days", each.daysLeft ? std::optional(double(*each.daysLeft)) : std::nullopt);
        }
    if (const Invoice* invoice = evidenceOf<Invoice>(subject)) {
        put(fields, "invoice", invoice->number);
        put(fields, "due", invoice->due);
        if (invoice->amount)
            fields.insert(QStringLiteral("amount"), moneyOf(invoice->amount, invoice->currency, subject));
    }
}

/// The goal the signal is about, else the one met last, where something is reached; else the open one of the first
/// priority.
const Goal* goalOf(const DraftSubject& subject)
{
    const auto isMet = [&](const Goal& goal) { return goal.metOn.isValid() && goal.metOn <= subject.day; };
    const Goal* told = evidenceOf<Goal>(subject);
    if (told && (isMet(*told) || !subject.isReached))
        return told;
    const Goal* first = nullptr;
    if (subject.isReached) {
        for (const Goal& each : subject.facts.of<Goal>())
            if (isMet(each) && (!first || each.metOn > first->metOn))
                first = &each;
        return first;
    }
    for (const Goal& each : subject.facts.of<Goal>())
        if (isOpen(each) && (!first || each.priority.value_or(9) < first->priority.value_or(9)))
            first = &each;
    return first;
}

void addResults(Fields& fields, const DraftSubject& subject)
{
    if (const Goal* goal = goalOf(subject)) {
        // Its short name stands in the middle of a sentence.
        if (const QString name = nameOf(*goal); !name.isEmpty())
            put(fields, "goal", QString(u'\u201c' + name + u'\u201d'));
        put(fields, "goal_now", goal->current);
        put(fields, "goal_target", goal->target);
        if (subject.isReached)
            put(fields, "date", goal->due);
    }
    for (const Value& each : subject.facts.of<Value>())
        if (each.confirmedBy.isValid())
            put(fields, "value", shortText(each.text));
    if (!subject.score)
        return;
    if (const auto* trend = subject.score->find(u"usage_trend"); trend && trend->takesPart()) {
        put(fields, "metric", textAt(trend->why, 0).replace(u'_', u' '));
        put(fields, "before", std::optional(std::round(numberAt(trend->why, 1))));
        put(fields, "now", std::optional(std::round(numberAt(trend->why, 2))));
    }
    if (const auto* licence = subject.score->find(u"licence_use"); licence && licence->takesPart()) {
        put(fields, "used", std::optional(std::round(numberAt(licence->why, 0))));
        put(fields, "bought", std::optional(std::round(numberAt(licence->why, 1))));
    }
}

void addVoice(Fields& fields, const DraftSubject& subject)
{
    if (const Ticket* ticket = evidenceOf<Ticket>(subject)) {
        put(fields, "ticket", shortText(ticket->subject));
        put(fields, "opened", ticket->opened);
    }
    if (const Survey* answer = evidenceOf<Survey>(subject)) {
        put(fields, "score", answer->score);
        put(fields, "quote", shortText(answer->comment));
        put(fields, "date", answer->day);
    }
    if (const PaymentMethod* card = evidenceOf<PaymentMethod>(subject))
        put(fields, "date", card->cardExpires);
}

/// Days between two messages that they want at least; 0: they have not said.
int daysBetween(const QString& frequency)
{
    constexpr std::pair<QStringView, int> known[] = {
        {u"weekly", 7}, {u"fortnightly", 14}, {u"monthly", 28}, {u"quarterly", 90}};
    for (const auto& [name, days] : known)
        if (frequency.contains(name, Qt::CaseInsensitive))
            return days;
    return 0;
}

} // namespace

QHash<QString, Argument> draftFields(const DraftSubject& subject)
{
    Fields fields;
    addPeople(fields, subject);
    addContract(fields, subject);
    addResults(fields, subject);
    addVoice(fields, subject);
    return fields;
}

DraftState stateOf(QStringView subject, QStringView body, const QHash<QString, Argument>& fields)
{
    DraftState state;
    const QStringList wanted = content::placeholdersOf(subject) + content::placeholdersOf(body);
    for (const QString& each : wanted)
        if (!fields.contains(each) && !state.missing.contains(each))
            state.missing << each;
    state.gaps = content::gapsOf(body);
    return state;
}

MessageCheck checkMessage(const QString& subject, const QString& body, const QString& first, bool isComplaint)
{
    MessageCheck check{stateOf(subject, body, {}), {}};
    // The rule of the apology is one of drafts, whose greeting names nobody yet.
    const QString greeting = QStringLiteral("Hello ");
    QString asDraft = body.trimmed();
    if (!first.isEmpty() && asDraft.startsWith(QString(greeting + first)))
        asDraft.replace(greeting.size(), first.size(), QStringLiteral("{first}"));
    check.issues = content::checkDraft(subject, asDraft, isComplaint);
    std::erase_if(check.issues, [](const auto& each) { return each.fault == content::DraftFault::Field; });
    return check;
}

std::vector<PreferenceBreak> brokenPreferences(const AccountFacts& facts, ContactId id, QStringView channel, QDate day)
{
    std::vector<PreferenceBreak> broken;
    const Contact* contact = rowOf<Contact>(facts, id.value());
    if (!contact)
        return broken;
    if (!contact->preferredChannel.isEmpty() && contact->preferredChannel != channel)
        broken.push_back(PreferenceBreak::Channel);
    const int least = daysBetween(contact->maxFrequency);
    const bool isTooSoon = std::ranges::any_of(facts.of<Touch>(), [&](const Touch& each) {
        const bool isTheirs = std::ranges::find(each.contacts, id) != each.contacts.end();
        return isTheirs && each.kind != u"note" && each.day.isValid() && each.day <= day &&
               each.day.daysTo(day) < least;
    });
    if (least > 0 && isTooSoon)
        broken.push_back(PreferenceBreak::TooOften);
    return broken;
}

} // namespace steward::work
