// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/message_text.h"

#include "core/portfolio/contact_life.h"
#include "core/words/content_words.h"
#include "core/words/words.h"
#include "core/work/drafts.h"
#include "core/work/watch.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <map>

namespace steward::account {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("account", text); }

/// Whom the signal speaks of, where it names a contact.
ContactId contactOf(const std::optional<work::Signal>& signal, const AccountFacts& facts)
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

/// Why the play is run: the reason given where it is one of its own, else the gravest of them that the account has.
std::optional<work::Signal> reasonFor(const content::Play& play, const BookNumbers& numbers, AccountId account,
                                      const work::Signal* given)
{
    const auto isIts = [&](const work::Signal& each) { return play.signalIds.contains(each.signal); };
    if (given && isIts(*given))
        return *given;
    if (!numbers.scorer)
        return std::nullopt;
    const auto mode = numbers.asked.past.value_or(LookBack::AsItHappened);
    const auto watch =
        work::Watch::make({*numbers.scorer, numbers.content, numbers.grouping, numbers.asked.day, mode, {}});
    if (!watch)
        return std::nullopt;
    const auto all = watch->of(account).signalList;
    const auto own = std::ranges::find_if(all, isIts);
    return own == all.end() ? std::nullopt : std::optional(*own);
}

/// Who is written to as the play demands; invalid: nobody is known.
ContactId contactFor(const QString& to, const AccountFacts& facts, QDate day)
{
    const auto people = query::peopleSeen(facts, day);
    const auto first = [&](auto&& isOne) {
        const auto found = std::ranges::find_if(people, isOne);
        return found == people.end() ? ContactId() : ContactId(found->contact->id);
    };
    if (to == u"leaver")
        return first([](const query::PersonSeen& each) { return each.contact->leftOn.isValid(); });
    if (to == u"successor")
        return first(
            [](const query::PersonSeen& each) { return each.isPresent && each.contact->successorOf.isValid(); });
    const auto holds = [&](QStringView role) {
        return first([role](const query::PersonSeen& each) { return each.isPresent && each.has(role); });
    };
    const ContactId own = holds(to);
    return own.isValid() ? own : holds(u"champion");
}

/// A field that nothing filled, in words.
QString wordOfField(const QString& field)
{
    static const std::map<QString, const char*> names{
        {QStringLiteral("first"), QT_TRANSLATE_NOOP("account", "their first name")},
        {QStringLiteral("csm"), QT_TRANSLATE_NOOP("account", "your name")},
        {QStringLiteral("product"), QT_TRANSLATE_NOOP("account", "the product")},
        {QStringLiteral("vendor"), QT_TRANSLATE_NOOP("account", "our company")},
        {QStringLiteral("goal"), QT_TRANSLATE_NOOP("account", "their goal")},
        {QStringLiteral("goal_now"), QT_TRANSLATE_NOOP("account", "where the goal stands")},
        {QStringLiteral("goal_target"), QT_TRANSLATE_NOOP("account", "the target of the goal")},
        {QStringLiteral("metric"), QT_TRANSLATE_NOOP("account", "what is measured of their use")},
        {QStringLiteral("now"), QT_TRANSLATE_NOOP("account", "their use now")},
        {QStringLiteral("before"), QT_TRANSLATE_NOOP("account", "their use before")},
        {QStringLiteral("renewal"), QT_TRANSLATE_NOOP("account", "the renewal date")},
        {QStringLiteral("days"), QT_TRANSLATE_NOOP("account", "days to the renewal")},
        {QStringLiteral("invoice"), QT_TRANSLATE_NOOP("account", "the number of the invoice")},
        {QStringLiteral("amount"), QT_TRANSLATE_NOOP("account", "the amount")},
        {QStringLiteral("due"), QT_TRANSLATE_NOOP("account", "the due date")},
        {QStringLiteral("ticket"), QT_TRANSLATE_NOOP("account", "the ticket")},
        {QStringLiteral("opened"), QT_TRANSLATE_NOOP("account", "since when the ticket is open")},
        {QStringLiteral("score"), QT_TRANSLATE_NOOP("account", "the score they gave")},
        {QStringLiteral("quote"), QT_TRANSLATE_NOOP("account", "what they wrote")},
        {QStringLiteral("used"), QT_TRANSLATE_NOOP("account", "seats in use")},
        {QStringLiteral("bought"), QT_TRANSLATE_NOOP("account", "seats bought")},
        {QStringLiteral("feature"), QT_TRANSLATE_NOOP("account", "the feature")},
        {QStringLiteral("sponsor"), QT_TRANSLATE_NOOP("account", "the sponsor")},
        {QStringLiteral("successor"), QT_TRANSLATE_NOOP("account", "the successor")},
        {QStringLiteral("slot1"), QT_TRANSLATE_NOOP("account", "a time you offer")},
        {QStringLiteral("slot2"), QT_TRANSLATE_NOOP("account", "another time you offer")},
        {QStringLiteral("value"), QT_TRANSLATE_NOOP("account", "a value they confirmed")},
        {QStringLiteral("date"), QT_TRANSLATE_NOOP("account", "the date")},
        {QStringLiteral("actions"), QT_TRANSLATE_NOOP("account", "the actions agreed")}};
    const auto known = names.find(field);
    return known == names.end() ? field : tr(known->second);
}

} // namespace

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
    return tr("Steward cannot fill {%1}: it stays a gap.").arg(issue.what);
}

std::vector<std::pair<int, int>> gapsIn(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\[\\[[^\\]]*\\]\\]|\\{\\w+\\}"));
    std::vector<std::pair<int, int>> gaps;
    for (auto found = form.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        gaps.emplace_back(int(match.capturedStart()), int(match.capturedLength()));
    }
    return gaps;
}

std::vector<Addressee> addresseesOf(const AccountFacts& facts, QDate day, const content::Content& content,
                                    const QLocale& locale, bool withLeavers)
{
    const words::ContentWords words(content, locale);
    std::vector<Addressee> all;
    for (const query::PersonSeen& person : query::peopleSeen(facts, day)) {
        if ((!person.isPresent && !withLeavers) || person.contact->archivedOn.isValid())
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
    text.to = addresseesOf(*facts, day, numbers.content, locale, draft->to == u"leaver");
    text.isComplaint = draft->isComplaint;
    const auto reason = reasonFor(*play, numbers, account, signal);
    const bool isToRole = !draft->to.isEmpty();
    text.chosen = to.isValid() ? to : isToRole ? contactFor(draft->to, *facts, day) : contactOf(reason, *facts);
    const bool isThere = std::ranges::any_of(text.to, [&](const auto& each) { return each.contact == text.chosen; });
    if (!isThere)
        text.chosen = text.to.empty() || isToRole ? ContactId() : text.to.front().contact;
    const auto score = numbers.scorer ? numbers.scorer->score(account, day) : std::nullopt;
    const auto fields =
        work::draftFields({*facts, numbers.facts.book(), day, score ? &*score : nullptr, reason ? &*reason : nullptr,
                           text.chosen, play->signalIds.contains(QStringLiteral("milestone.reached"))});
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
        faults.stops << tr("Nobody to write to is chosen.");
    else if (to->address.isEmpty())
        faults.stops << tr("No e-mail address of %1 is known.").arg(to->name);
    if (!check.state.gaps.isEmpty())
        faults.stops << tr("To be written by you: %1").arg(check.state.gaps.join(QStringLiteral("; ")));
    QStringList missing = check.state.missing;
    for (QString& each : missing)
        each = wordOfField(each);
    if (!missing.isEmpty())
        faults.stops << tr("Not in the book: %1").arg(missing.join(QStringLiteral(", ")));
    for (const content::DraftIssue& issue : check.issues)
        faults.hints << wordOf(issue);
    return faults;
}

QStringList brokenWishes(const BookNumbers& numbers, AccountId account, ContactId contact, QDate day,
                         const QLocale& locale)
{
    QStringList sentences;
    const AccountFacts* facts = numbers.facts.find(account);
    if (!facts)
        return sentences;
    for (const work::PreferenceBreak each : work::brokenPreferences(*facts, contact, u"email", day)) {
        if (each == work::PreferenceBreak::TooOften) {
            sentences << tr("They asked not to be written to as often as this.");
            continue;
        }
        const auto rows = facts->of<Contact>().all();
        const auto own = std::ranges::find(rows, contact.value(), &Contact::id);
        const QString channel = words::ContentWords(numbers.content, locale).word(u"channel", own->preferredChannel);
        sentences << tr("They would rather be reached another way than by e-mail: %1.").arg(channel.toLower());
    }
    return sentences;
}

} // namespace steward::account
