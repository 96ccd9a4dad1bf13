// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/letters.h"

#include "core/base/text.h"
#include "core/exchange/proposer.h"
#include "core/mail/read_calendar.h"
#include "core/mail/read_message.h"

#include <QFile>
#include <QFileInfo>
#include <set>

namespace steward::exchange {

namespace {

constexpr qint64 mostBytes = 16'000'000; ///< what stands in front of attachments is never longer
constexpr qsizetype mostText = 20'000;   ///< letters; a thread of a year is no note
const QString letterSource = QStringLiteral("mail");

Letter letterOf(const mail::ReadMessage& message, const QTimeZone& zone, QDate today)
{
    Letter letter;
    letter.touch.kind = QStringLiteral("email");
    letter.touch.day = message.date ? dayOf(*message.date, zone) : today;
    letter.touch.at = message.date;
    letter.touch.subject = message.subject;
    letter.touch.text = message.text.left(mostText);
    const QString sent = message.date ? isoText(*message.date) : QString();
    letter.key =
        message.id.isEmpty() ? QString(message.from.address + u'|' + sent + u'|' + message.subject) : message.id;
    letter.from = message.from;
    letter.others = message.others;
    return letter;
}

Letter letterOf(const mail::ReadEvent& event, QDate today)
{
    Letter letter;
    letter.key = event.uid.isEmpty() ? QString(isoText(event.day) + u'|' + event.summary) : event.uid;
    Touch& touch = letter.touch;
    touch.kind = QStringLiteral("meeting");
    touch.day = event.day;
    touch.at = event.start;
    if (event.start && event.end && *event.end > *event.start)
        touch.minutes = (event.end->ms - event.start->ms) / 60'000;
    touch.subject = event.summary;
    touch.text = event.text.left(mostText);
    touch.direction = QStringLiteral("both");
    const bool isAhead = event.day >= today;
    touch.planned = isAhead && !event.isCancelled;
    if (event.isCancelled || !isAhead)
        touch.tookPlace = !event.isCancelled;
    letter.from = event.organizer;
    letter.others = event.attendees;
    letter.isCancelled = event.isCancelled;
    return letter;
}

/// Who has an address: people of ours, contacts, and the accounts that own a domain.
class Owners
{
public:
    explicit Owners(const Portfolio& facts)
    {
        for (const Person& each : facts.book().people)
            if (!each.email.isEmpty()) {
                m_ours.insert(folded(each.email), PersonId(each.id));
                m_ourDomains.insert(mailDomain(each.email));
            }
        for (const AccountFacts& account : facts) {
            if (account.account.archivedOn.isValid())
                continue;
            own(folded(account.account.domain), account.id());
            for (const Contact& each : account.of<Contact>())
                if (!each.email.isEmpty() && !each.archivedOn.isValid()) {
                    m_contacts.insert(folded(each.email), {account.id(), ContactId(each.id)});
                    own(mailDomain(each.email), account.id());
                }
        }
    }
    struct Owner
    {
        AccountId account;
        ContactId contact;
    };
    [[nodiscard]] QList<Owner> contactsOf(const QString& address) const { return m_contacts.values(folded(address)); }
    /// none where several accounts share the domain.
    [[nodiscard]] AccountId accountOf(const QString& address) const
    {
        const QString domain = mailDomain(address);
        return domain.isEmpty() || m_ourDomains.contains(domain) ? AccountId() : m_domains.value(domain);
    }
    [[nodiscard]] PersonId oursOf(const QString& address) const { return m_ours.value(folded(address)); }
    [[nodiscard]] bool isOurs(const QString& address) const
    {
        return m_ours.contains(folded(address)) || m_ourDomains.contains(mailDomain(address));
    }

private:
    void own(const QString& domain, AccountId account)
    {
        if (domain.isEmpty())
            return;
        const auto known = m_domains.find(domain);
        if (known == m_domains.end())
            m_domains.insert(domain, account);
        else if (*known != account)
            *known = AccountId();
    }
    QMultiHash<QString, Owner> m_contacts;
    QHash<QString, AccountId> m_domains;
    QHash<QString, PersonId> m_ours;
    QSet<QString> m_ourDomains;
};

/// One letter at its accounts.
struct Placed
{
    std::map<AccountId, std::vector<ContactId>> accounts;
    std::vector<PersonId> persons;
    QStringList strangers;
    QStringList newPeople;
    bool isFromThem = false;
};

Placed place(const Letter& letter, const Owners& owners, AccountId otherwise)
{
    Placed placed;
    std::vector<mail::Address> all = letter.others;
    if (!letter.from.address.isEmpty())
        all.insert(all.begin(), letter.from);
    const auto addOnce = [](auto& list, const auto& each) {
        if (std::ranges::find(list, each) == list.end())
            list.push_back(each);
    };
    for (const mail::Address& each : all) {
        const bool isSender = each.address == letter.from.address;
        if (const PersonId ours = owners.oursOf(each.address); ours.isValid())
            addOnce(placed.persons, ours);
        if (owners.isOurs(each.address))
            continue;
        const auto contacts = owners.contactsOf(each.address);
        for (const Owners::Owner& owner : contacts)
            addOnce(placed.accounts[owner.account], owner.contact);
        const AccountId byDomain = contacts.isEmpty() ? owners.accountOf(each.address) : AccountId();
        if (byDomain.isValid()) {
            placed.accounts[byDomain];
            addOnce(placed.newPeople, each.address);
        }
        const bool isKnown = !contacts.isEmpty() || byDomain.isValid();
        placed.isFromThem = placed.isFromThem || (isSender && isKnown);
        if (!isKnown)
            addOnce(placed.strangers, each.address);
    }
    if (placed.accounts.empty() && otherwise.isValid()) {
        placed.accounts[otherwise];
        placed.isFromThem = placed.strangers.contains(letter.from.address);
        placed.newPeople = std::exchange(placed.strangers, {});
    }
    return placed;
}

/// What the file says, over what the book has: what somebody wrote there stays.
Touch merged(Touch known, const Touch& read)
{
    known.day = read.day;
    known.at = read.at;
    known.minutes = read.minutes;
    known.subject = read.subject;
    if (read.tookPlace && !known.tookPlace)
        known.tookPlace = read.tookPlace;
    if (read.tookPlace == false) {
        known.tookPlace = false;
        known.planned = false;
    }
    return known;
}

const Touch* touchOf(const AccountFacts* facts, qint64 id)
{
    if (!facts || id == 0)
        return nullptr;
    const auto& touches = facts->of<Touch>();
    const auto found = std::ranges::find(touches, id, &Touch::id);
    return found == touches.end() ? nullptr : &*found;
}

bool isOfErased(const Letter& letter, const book::Erasures& erasures)
{
    return erasures.isErasedEmail(letter.from.address) ||
           std::ranges::any_of(letter.others, [&](const auto& each) { return erasures.isErasedEmail(each.address); });
}

class Planner
{
public:
    Planner(const Portfolio& facts, const std::vector<ExternalKey>& keys)
        : m_facts(facts)
        , m_owners(facts)
    {
        for (const ExternalKey& each : keys)
            if (each.source == letterSource)
                m_known.insert(each.key, each.record);
    }
    void add(const Letter& letter, AccountId otherwise)
    {
        const Placed placed = place(letter, m_owners, otherwise);
        if (placed.accounts.empty())
            for (const QString& each : placed.strangers)
                if (!m_plan.strangers.contains(each))
                    m_plan.strangers << each;
        for (const QString& each : placed.newPeople)
            if (!m_plan.newPeople.contains(each))
                m_plan.newPeople << each;
        bool isNew = false;
        for (const auto& [account, contacts] : placed.accounts)
            isNew = addAt(letter, placed, account, contacts) || isNew;
        if (!placed.accounts.empty() && !isNew)
            ++(letter.isCancelled ? m_plan.left : m_plan.known);
    }
    void leave() { ++m_plan.left; }
    [[nodiscard]] LetterPlan take() { return std::move(m_plan); }

private:
    /// Returns whether it changes the book.
    bool addAt(const Letter& letter, const Placed& placed, AccountId account, const std::vector<ContactId>& contacts)
    {
        const QString key = letter.key + u'#' + QString::number(account.value());
        if (!m_seen.insert(key).second)
            return false;
        const AccountFacts* facts = m_facts.find(account);
        const Touch* known = touchOf(facts, m_known.value(key));
        if (!facts || (!known && (m_known.contains(key) || letter.isCancelled)))
            return false; // removed by hand, or a meeting that never was in the book
        Touch touch = letter.touch;
        if (known) {
            touch = merged(*known, letter.touch);
            if (touch == *known)
                return false;
        } else {
            touch.account = account;
            touch.contacts = contacts;
            touch.persons = placed.persons;
            if (touch.direction.isEmpty())
                touch.direction = placed.isFromThem ? QStringLiteral("in") : QStringLiteral("out");
        }
        m_plan.touches.emplace_back(std::move(touch), key);
        if (std::ranges::find(m_plan.accountIds, account) == m_plan.accountIds.end()) {
            m_plan.accountIds.push_back(account);
            m_plan.accounts << facts->account.name;
        }
        return true;
    }

    const Portfolio& m_facts;
    Owners m_owners;
    QHash<QString, qint64> m_known;
    std::set<QString> m_seen;
    LetterPlan m_plan;
};

} // namespace

bool isLetterFile(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == u"eml" || suffix == u"ics";
}

Result<std::vector<Letter>> lettersOf(const QString& path, const QTimeZone& zone, QDate today)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return fail(Code("letter.unreadable"), ErrorKind::Io, {info.fileName()});
    const QByteArray bytes = file.read(mostBytes);
    std::vector<Letter> letters;
    if (info.suffix().toLower() == u"ics") {
        for (const mail::ReadEvent& each : mail::readCalendar(bytes, zone))
            letters.push_back(letterOf(each, today));
    } else if (const auto message = mail::readMessage(bytes)) {
        letters.push_back(letterOf(*message, zone, today));
    }
    if (letters.empty())
        return fail(Code("letter.none"), ErrorKind::Failed, {info.fileName()});
    return letters;
}

Result<LetterPlan> planLetters(book::Book& book, const Portfolio& facts, std::span<const Letter> letters,
                               AccountId otherwise)
{
    const auto keys = book.keys(Entity::Touch);
    if (!keys)
        return tl::unexpected(keys.error());
    const auto erasures = book.erasures();
    if (!erasures)
        return tl::unexpected(erasures.error());
    Planner planner(facts, *keys);
    for (const Letter& letter : letters) {
        if (isOfErased(letter, *erasures))
            planner.leave();
        else
            planner.add(letter, otherwise);
    }
    return planner.take();
}

Message labelOf(const LetterPlan& plan)
{
    if (plan.touches.size() == 1)
        return {Code("edit.letter"), {plan.touches.front().first.subject, plan.accounts.value(0)}};
    if (plan.accounts.size() == 1)
        return {Code("edit.letters-one"), {qint64(plan.touches.size()), plan.accounts.front()}};
    return {Code("edit.letters"), {qint64(plan.touches.size()), plan.accounts.size()}};
}

Status writeLetters(book::Edit& edit, const LetterPlan& plan)
{
    for (const auto& [planned, key] : plan.touches) {
        Touch touch = planned;
        const bool isNew = touch.id == 0;
        if (isNew)
            touch.id = edit.idFor(Entity::Touch, letterSource, key);
        if (isNew) {
            Row row = toRow(touch);
            if (auto done = edit.insert(Entity::Touch, std::span(&row, 1)); !done)
                return done;
            if (auto done = edit.setKey({Entity::Touch, letterSource, key, touch.id}); !done)
                return done;
        } else if (auto saved = edit.save(touch); !saved) {
            return tl::unexpected(saved.error());
        }
    }
    return {};
}

} // namespace steward::exchange
