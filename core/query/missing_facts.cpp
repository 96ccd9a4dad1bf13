// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/missing_facts.h"

#include "core/base/text.h"
#include "core/portfolio/contact_life.h"
#include "core/portfolio/holders.h"
#include "core/portfolio/subscription_state.h"

#include <QRegularExpression>
#include <map>

namespace steward::query {

namespace {

constexpr int few = 12;
const QString sponsorRole = QStringLiteral("sponsor");

/// The contract whose terms are asked for: paid, in force, the one renewed first.
const Subscription* contractOf(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    const Subscription* best = nullptr;
    for (const Subscription& subscription : facts.of<Subscription>())
        if (isPaid(subscription, planOf(book, subscription.plan), day) &&
            (!best || (subscription.renewalDate.isValid() && !(best->renewalDate <= subscription.renewalDate))))
            best = &subscription;
    return best;
}

bool isHeldSponsor(const ContactRole& role, QDate day)
{
    return role.role == sponsorRole && !(role.to.isValid() && role.to <= day);
}

QString personName(const BookFacts& book, PersonId id)
{
    for (const Person& person : book.people)
        if (person.id == id.value())
            return person.name;
    return {};
}

QDate renewalOf(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    const Subscription* contract = contractOf(facts, book, day);
    return contract && contract->renewalDate.isValid() ? contract->renewalDate : facts.account.renewalDate;
}

bool isWanted(Fact fact, const AccountLine& line, const BookFacts& book, QDate day)
{
    const bool isGone = line.standing == AccountStanding::Former || line.standing == AccountStanding::Prospect ||
                        line.standing == AccountStanding::Trial;
    if (isGone || line.facts->account.archivedOn.isValid())
        return false;
    const bool needsContract = fact == Fact::Seats || fact == Fact::NoticeBy;
    return !needsContract || contractOf(*line.facts, book, day);
}

double gainOf(Fact fact, std::span<const DataGap> data)
{
    const auto kind = fact == Fact::Sponsor ? health::DataKind::ContactRoles
                      : fact == Fact::Goal  ? health::DataKind::Goals
                      : fact == Fact::Seats ? health::DataKind::Subscriptions
                                            : health::DataKind::Count;
    const auto found = std::ranges::find(data, kind, &DataGap::kind);
    return kind == health::DataKind::Count || found == data.end() ? 0 : found->gain;
}

MissingFact missing(Fact fact, std::span<const AccountLine> lines, const BookFacts& book, QDate day)
{
    MissingFact result;
    result.fact = fact;
    std::vector<std::pair<qint64, const AccountLine*>> lacking;
    const auto noText = [](QDate date) { return date.toString(Qt::ISODate); };
    for (const AccountLine& line : lines) {
        if (!isWanted(fact, line, book, day))
            continue;
        ++result.asked;
        const Mrr value = line.comparable.value_or(Mrr());
        result.allValue += value;
        if (!factText(fact, *line.facts, book, day, noText).isEmpty())
            continue;
        result.value += value;
        lacking.emplace_back(-value.units(), &line);
    }
    std::ranges::stable_sort(lacking, {}, &std::pair<qint64, const AccountLine*>::first);
    Mrr first;
    for (const auto& [units, line] : lacking) {
        if (result.firstFew < few) {
            first += Mrr::fromUnits(-units);
            ++result.firstFew;
        }
        result.accounts.push_back(line->facts->id());
    }
    if (result.allValue.units() > 0)
        result.firstShare = double(first.units()) / double(result.allValue.units());
    return result;
}

struct Named
{
    QString name;
    QString email;
};

/// "Ann Lee <ann@acme.example>", or a name alone.
Named namedIn(const QString& text)
{
    static const QRegularExpression both(QStringLiteral("^\\s*(.*?)\\s*<\\s*([^<>\\s]+@[^<>\\s]+)\\s*>\\s*$"));
    const auto match = both.match(text);
    if (!match.hasMatch())
        return {text.trimmed(), {}};
    const QString name = match.captured(1);
    return {name.isEmpty() ? match.captured(2) : name, match.captured(2)};
}

class Writer
{
public:
    Writer(book::Edit& edit, const Portfolio& facts, QDate day)
        : m_edit(edit)
        , m_facts(facts)
        , m_day(day)
    {
    }

    Status write(const FactChange& change_)
    {
        const AccountFacts* facts = m_facts.find(change_.account);
        if (!facts)
            return {};
        switch (change_.fact) {
        case Fact::RenewalDate:
            return m_edit.change<Account>(change_.account.value(), [&](Account& account) {
                account.renewalDate = std::get<QDate>(change_.value);
            });
        case Fact::Seats:
            return ofContract(*facts,
                              [&](Subscription& contract) { contract.seats = std::get<qint64>(change_.value); });
        case Fact::NoticeBy:
            return ofContract(*facts,
                              [&](Subscription& contract) { contract.noticeBy = std::get<QDate>(change_.value); });
        case Fact::Sponsor:
            return writeSponsor(*facts, namedIn(std::get<QString>(change_.value)));
        case Fact::Goal:
            return writeGoal(change_.account, std::get<QString>(change_.value));
        case Fact::Csm:
            return writeCsm(change_.account, std::get<QString>(change_.value));
        case Fact::Count:
            break;
        }
        return {};
    }

private:
    template <class Fn>
    Status ofContract(const AccountFacts& facts, Fn&& set)
    {
        const Subscription* contract = contractOf(facts, m_facts.book(), m_day);
        return contract ? m_edit.change<Subscription>(contract->id, set) : Status();
    }

    Status writeSponsor(const AccountFacts& facts, const Named& named)
    {
        qint64 id = 0;
        for (const Contact& contact : facts.of<Contact>()) {
            if (named.name.isEmpty())
                break;
            const bool isSame = named.email.isEmpty() ? folded(contact.name) == folded(named.name)
                                                      : folded(contact.email) == folded(named.email);
            if (isSame && isPresent(contact, m_day))
                id = contact.id;
        }
        for (const ContactRole& role : facts.of<ContactRole>()) {
            if (!isHeldSponsor(role, m_day))
                continue;
            if (id != 0 && role.contact.value() == id)
                return {};
            const auto ended = m_edit.change<ContactRole>(role.id, [this](ContactRole& each) { each.to = m_day; });
            if (!ended)
                return ended;
        }
        if (named.name.isEmpty())
            return {};
        if (id == 0) {
            Contact contact;
            contact.account = facts.id();
            contact.name = named.name;
            contact.email = named.email;
            const auto saved = m_edit.save(contact);
            if (!saved)
                return tl::unexpected(saved.error());
            id = saved->value();
        }
        ContactRole role;
        role.account = facts.id();
        role.contact = ContactId(id);
        role.role = sponsorRole;
        role.from = m_day;
        const auto saved = m_edit.save(role);
        return saved ? Status() : Status(tl::unexpected(saved.error()));
    }

    Status writeGoal(AccountId account, const QString& words)
    {
        Goal goal;
        goal.account = account;
        goal.outcome = words;
        goal.agreedOn = m_day;
        const auto saved = m_edit.save(goal);
        return saved ? Status() : Status(tl::unexpected(saved.error()));
    }

    Status writeCsm(AccountId account, const QString& name)
    {
        if (m_people.empty())
            for (const Person& person : m_facts.book().people)
                m_people.emplace(folded(person.name), person.id);
        auto known = m_people.find(folded(name));
        if (known == m_people.end()) {
            Person person;
            person.name = name;
            const auto saved = m_edit.save(person);
            if (!saved)
                return tl::unexpected(saved.error());
            known = m_people.emplace(folded(name), saved->value()).first;
        }
        return m_edit.change<Account>(account.value(), [&](Account& each) { each.csm = PersonId(known->second); });
    }

    book::Edit& m_edit;
    const Portfolio& m_facts;
    QDate m_day;
    std::map<QString, qint64> m_people;
};

} // namespace

const Contact* sponsorOf(const AccountFacts& facts, QDate day)
{
    for (const ContactRole& role : facts.of<ContactRole>()) {
        for (const Contact& contact : facts.of<Contact>())
            if (isHeldSponsor(role, day) && contact.id == role.contact.value() && isPresent(contact, day))
                return &contact;
    }
    return nullptr;
}

std::vector<MissingFact> missingFacts(std::span<const AccountLine> lines, const BookFacts& book,
                                      std::span<const DataGap> data, QDate day)
{
    std::vector<MissingFact> all;
    for (int i = 0; i < static_cast<int>(Fact::Count); ++i) {
        MissingFact each = missing(static_cast<Fact>(i), lines, book, day);
        each.gain = gainOf(each.fact, data);
        if (!each.accounts.empty())
            all.push_back(std::move(each));
    }
    const auto worth = [](const MissingFact& each) {
        const double share = each.allValue.units() > 0 ? double(each.value.units()) / double(each.allValue.units())
                                                       : double(each.accounts.size()) / double(each.asked);
        return share * (each.gain > 0 ? 1 + each.gain : 1);
    };
    std::ranges::stable_sort(all, [&](const MissingFact& a, const MissingFact& b) { return worth(a) > worth(b); });
    return all;
}

QString factText(Fact fact, const AccountFacts& facts, const BookFacts& book, QDate day,
                 const std::function<QString(QDate)>& dayText)
{
    const auto dated = [&](QDate date) { return date.isValid() ? dayText(date) : QString(); };
    const Subscription* contract = contractOf(facts, book, day);
    switch (fact) {
    case Fact::RenewalDate:
        return dated(renewalOf(facts, book, day));
    case Fact::Sponsor: {
        const Contact* sponsor = sponsorOf(facts, day);
        return sponsor ? sponsor->name : QString();
    }
    case Fact::Goal:
        return facts.of<Goal>().isEmpty() ? QString() : facts.of<Goal>()[0].outcome;
    case Fact::Seats: {
        const auto seats = contract ? seatsOn(*contract, facts.of<SubscriptionPhase>().all(), day) : std::nullopt;
        return seats ? QString::number(*seats) : QString();
    }
    case Fact::NoticeBy:
        return contract ? dated(contract->noticeBy) : QString();
    case Fact::Csm:
        return personName(book, facts.account.csm);
    case Fact::Count:
        break;
    }
    return {};
}

Result<FactValue> readFact(Fact fact, const QString& typed, DateOrder order, const AccountFacts& facts,
                           const BookFacts& book, QDate day)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return fail(Code("cell.empty"), ErrorKind::Usage);
    const bool needsContract = fact == Fact::Seats || fact == Fact::NoticeBy;
    if (needsContract && !contractOf(facts, book, day))
        return fail(Code("cell.no-contract"), ErrorKind::Usage, {facts.account.name});
    if (fact == Fact::RenewalDate || fact == Fact::NoticeBy) {
        const std::string utf8 = text.toStdString();
        const ParsedDate parsed = parseDate(utf8, {order, DateNumbers::None});
        if (!parsed.isValid() || parsed.kind == ParsedDate::Kind::Month)
            return fail(Code("cell.not-a-date"), ErrorKind::Usage, {text, day});
        return FactValue(parsed.day(book.zone));
    }
    if (fact == Fact::Seats) {
        bool ok = false;
        QString digits = text;
        digits.remove(u'\u00a0').remove(u'\u202f').remove(u' ').remove(u',').remove(u'.').remove(u'\'');
        const qint64 seats = digits.toLongLong(&ok);
        if (!ok || seats <= 0)
            return fail(Code("cell.not-a-number"), ErrorKind::Usage, {text});
        return FactValue(seats);
    }
    return FactValue(text);
}

Status writeFacts(book::Edit& edit, std::span<const FactChange> changes, const Portfolio& facts, QDate day)
{
    Writer writer(edit, facts, day);
    for (const FactChange& each : changes)
        if (auto done = writer.write(each); !done)
            return done;
    return {};
}

} // namespace steward::query
