// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/message_text.h"

#include "core/portfolio/contact_life.h"
#include "core/words/content_words.h"
#include "core/words/words.h"
#include "core/work/drafts.h"

#include <QCoreApplication>
#include <QDateTime>

namespace steward::account {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("account", text); }

/// Whom the signal speaks of, where it names a contact.
ContactId contactOf(const work::Signal* signal, const AccountFacts& facts)
{
    if (!signal)
        return {};
    for (const RecordRef& record : signal->say.records) {
        if (record.entity == Entity::Contact)
            return ContactId(record.id);
        for (const Survey& each : facts.of<Survey>())
            if (record.entity == Entity::Survey && each.id == record.id)
                return each.contact;
        for (const Ticket& each : facts.of<Ticket>())
            if (record.entity == Entity::Ticket && each.id == record.id)
                return each.contact;
    }
    return {};
}

QString wordOf(const content::DraftIssue& issue)
{
    switch (issue.fault) {
    case content::DraftFault::TooLong:
        return tr("It has %1 words; nobody reads more than 130.").arg(issue.what);
    case content::DraftFault::NoApology:
        return tr("An answer to a complaint begins with \"I am sorry\".");
    case content::DraftFault::Phrase:
        return tr("Nobody wants to read \"%1\".").arg(issue.what);
    case content::DraftFault::Field:
        break;
    }
    return {};
}

} // namespace

std::vector<Addressee> addresseesOf(const AccountFacts& facts, QDate day, const content::Content& content,
                                    const QLocale& locale)
{
    const words::ContentWords words(content, locale);
    std::vector<Addressee> all;
    for (const query::PersonSeen& person : query::peopleSeen(facts, day)) {
        if (!person.isPresent || person.contact->archivedOn.isValid())
            continue;
        all.push_back(
            {ContactId(person.contact->id), person.contact->name, person.contact->email,
             person.roles.isEmpty() ? person.contact->title : words.word(u"contact_role", person.roles.front())});
    }
    return all;
}

std::optional<MessageText> draftText(const BookNumbers& numbers, AccountId account, const PlayDraftRef& ref,
                                     ContactId to, const work::Signal* signal, const QLocale& locale)
{
    const auto* play = content::findById(numbers.content.plays, ref.play);
    const AccountFacts* facts = numbers.facts.find(account);
    const auto draft =
        play ? std::ranges::find(play->drafts, ref.draft, &content::PlayDraft::id) : decltype(play->drafts.begin())();
    if (!facts || !play || draft == play->drafts.end())
        return std::nullopt;
    const QDate day = numbers.asked.day;
    MessageText text;
    const words::ContentWords words(numbers.content, locale);
    text.title = words.text(play->name);
    text.about = facts->account.name;
    text.to = addresseesOf(*facts, day, numbers.content, locale);
    text.isComplaint = draft->isComplaint;
    text.chosen = to.isValid() ? to : contactOf(signal, *facts);
    const bool isThere = std::ranges::any_of(text.to, [&](const auto& each) { return each.contact == text.chosen; });
    if (!isThere)
        text.chosen = text.to.empty() ? ContactId() : text.to.front().contact;
    const auto score = numbers.scorer ? numbers.scorer->score(account, day) : std::nullopt;
    const auto fields =
        work::draftFields({*facts, numbers.facts.book(), day, score ? &*score : nullptr, signal, text.chosen});
    text.subject = words::fill(words.text(draft->subject), fields, locale);
    text.body = words::fill(words.text(draft->body), fields, locale);
    return text;
}

mail::Address senderOf(const AccountFacts& facts, const BookFacts& book)
{
    for (const Person& each : book.people)
        if (PersonId(each.id) == facts.account.csm)
            return {each.name, each.email};
    return {};
}

Instant morningOf(QDate day, const BookFacts& book)
{
    constexpr int hour = 9;
    return {QDateTime(day, QTime(hour, 0), book.zone).toMSecsSinceEpoch()};
}

MessageFaults faultsOf(const QString& subject, const QString& body, const Addressee* to, bool isComplaint)
{
    MessageFaults faults;
    const QString first = to ? to->name.section(u' ', 0, 0) : QString();
    const auto check = work::checkMessage(subject, body, first, isComplaint);
    if (!to)
        faults.stops << tr("Nobody of this account is known to write to.");
    else if (to->address.isEmpty())
        faults.stops << tr("No e-mail address of %1 is known.").arg(to->name);
    if (!check.state.gaps.isEmpty())
        faults.stops << tr("To be written by you: %1").arg(check.state.gaps.join(QStringLiteral("; ")));
    if (!check.state.missing.isEmpty())
        faults.stops << tr("Not in the book: %1").arg(check.state.missing.join(QStringLiteral(", ")));
    for (const content::DraftIssue& issue : check.issues)
        faults.hints << wordOf(issue);
    return faults;
}

QStringList brokenWishes(const AccountFacts& facts, ContactId contact, QDate day)
{
    QStringList sentences;
    for (const work::PreferenceBreak each : work::brokenPreferences(facts, contact, u"email", day))
        sentences << (each == work::PreferenceBreak::Channel ? tr("They prefer another way than e-mail.")
                                                             : tr("They asked not to be written to as often as this."));
    return sentences;
}

} // namespace steward::account
