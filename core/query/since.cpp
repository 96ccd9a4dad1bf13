// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/since.h"

#include "core/model/catalogue.h"
#include "core/model/values.h"
#include "core/portfolio/book_currency.h"
#include "core/portfolio/holders.h"
#include "core/portfolio/subscription_mrr.h"
#include "core/query/account_lines.h"

#include <QRegularExpression>
#include <algorithm>
#include <map>

namespace steward::query {

namespace {

/// A canonical name as people write it: "on_track" -> "on track", "csm_id" -> "CSM".
QString spoken(QString name)
{
    if (name.endsWith(u"_id"))
        name.chop(3);
    return name == u"csm" ? QStringLiteral("CSM") : name.replace(u'_', u' ');
}

/// Every account has invoices that are paid, tickets that are closed and tasks that are done: what went wrong with them
/// has lines of its own.
bool isRoutine(Entity entity)
{
    return entity == Entity::Invoice || entity == Entity::Ticket || entity == Entity::Task;
}

/// The lines of one account.
class AccountSince
{
public:
    AccountSince(const AccountFacts& facts, bool isNew, const Portfolio& now, const SinceQuestion& question,
                 std::vector<SinceLine>& lines)
        : m_facts(facts)
        , m_isNew(isNew)
        , m_now(now)
        , m_question(question)
        , m_lines(lines)
    {
    }
    void list(const std::optional<Mrr>& value)
    {
        m_value = value;
        listAccount();
        listContacts();
        listSubscriptions();
        if (!m_isNew)
            listArr();
        listVoice();
        if (m_isNew)
            return;
        listStages();
        listFields();
    }

private:
    [[nodiscard]] bool isIn(QDate day) const { return day.isValid() && day >= m_question.from && day <= m_question.to; }
    [[nodiscard]] bool isGone(const Record& record) const
    {
        return record.archivedOn.isValid() && record.archivedOn <= m_question.to;
    }
    void add(SinceKind kind, Entity entity, qint64 record, QDate day, Message message)
    {
        m_lines.push_back({kind, m_facts.id(), m_facts.account.name, entity, record, day, std::move(message), m_value});
    }
    [[nodiscard]] const QString& name() const { return m_facts.account.name; }

    void listAccount();
    void listContacts();
    void listSubscriptions();
    void listWindow(const Subscription& subscription);
    void listArr();
    void listVoice();
    void listStages();
    void listFields();
    void addStage(Entity entity, qint64 record, QDate day, const QString& from, const QString& to);
    void addField(const Change& before, const Change& after);
    [[nodiscard]] Argument shown(const Change& change) const;
    [[nodiscard]] const Author* authorOf(Instant recorded) const;

    const AccountFacts& m_facts;
    bool m_isNew;
    const Portfolio& m_now;
    const SinceQuestion& m_question;
    std::vector<SinceLine>& m_lines;
    std::optional<Mrr> m_value;
};

void AccountSince::listAccount()
{
    const Account& account = m_facts.account;
    if (m_isNew)
        add(SinceKind::AccountNew, Entity::Account, account.id,
            isIn(account.customerSince) ? account.customerSince : m_question.from,
            {Code("since.account-new"), {name()}});
    if (isIn(account.archivedOn))
        add(SinceKind::AccountArchived, Entity::Account, account.id, account.archivedOn,
            {Code("since.account-archived"), {name()}});
}

void AccountSince::listContacts()
{
    for (const Contact& contact : m_facts.of<Contact>()) {
        if (isGone(contact))
            continue;
        if (isIn(contact.leftOn))
            add(SinceKind::ContactLeft, Entity::Contact, contact.id, contact.leftOn,
                {Code("since.contact-left"), {contact.name, name()}});
        else if (isIn(contact.joinedOn) && !m_isNew)
            add(SinceKind::ContactJoined, Entity::Contact, contact.id, contact.joinedOn,
                {Code("since.contact-joined"), {contact.name, name()}});
    }
}

void AccountSince::listSubscriptions()
{
    for (const Subscription& subscription : m_facts.of<Subscription>()) {
        if (isGone(subscription))
            continue;
        if (isIn(subscription.start) && !m_isNew)
            add(SinceKind::SubscriptionStarted, Entity::Subscription, subscription.id, subscription.start,
                {Code("since.subscription-started"), {name(), subscription.product}});
        if (isIn(subscription.endedOn) && !subscription.replacedBy.isValid())
            add(SinceKind::SubscriptionEnded, Entity::Subscription, subscription.id, subscription.endedOn,
                {Code("since.subscription-ended"), {name(), subscription.product}});
        listWindow(subscription);
    }
}

void AccountSince::listWindow(const Subscription& subscription)
{
    if (!subscription.noticeBy.isValid())
        return;
    const QDate opens = subscription.noticeBy.addDays(-noticeWindowDays);
    const bool isOver = (subscription.endedOn.isValid() && subscription.endedOn <= opens) ||
                        (subscription.noticeGivenOn.isValid() && subscription.noticeGivenOn <= opens);
    if (isIn(opens) && !isOver)
        add(SinceKind::RenewalWindow, Entity::Subscription, subscription.id, opens,
            {Code("since.renewal-window"), {name(), subscription.noticeBy}});
}

/// The day it last changed on; both ends are of the contracts, not of what was recorded of them.
void AccountSince::listArr()
{
    const auto spans = paidSpans(m_facts, m_now.book());
    const auto before = mrrOn(spans, m_question.from.addDays(-1));
    const auto after = mrrOn(spans, m_question.to);
    std::map<Currency, std::pair<Mrr, Mrr>> byCurrency;
    for (const auto& [currency, mrr] : before)
        byCurrency[currency].first = mrr;
    for (const auto& [currency, mrr] : after)
        byCurrency[currency].second = mrr;
    for (const auto& [currency, mrr] : byCurrency) {
        if (mrr.first == mrr.second)
            continue;
        QDate day = m_question.from;
        SubscriptionId changed;
        for (const PaidSpan& span : spans)
            for (const QDate edge : {span.from, span.to})
                if (span.currency == currency && isIn(edge) && edge >= day) {
                    day = edge;
                    changed = span.subscription;
                }
        add(SinceKind::Arr, Entity::Subscription, changed.value(), day,
            {Code("since.arr"),
             {name(), Money{mrr.first.toArrMinor(), currency}, Money{mrr.second.toArrMinor(), currency}}});
    }
}

void AccountSince::listVoice()
{
    constexpr double highestDetractor = 6;
    for (const Ticket& ticket : m_facts.of<Ticket>()) {
        if (isGone(ticket) || !isIn(ticket.opened))
            continue;
        if (ticket.escalated.value_or(false))
            add(SinceKind::Ticket, Entity::Ticket, ticket.id, ticket.opened,
                {Code("since.ticket-escalated"), {name(), ticket.subject}});
        else if (ticket.priority == u"urgent")
            add(SinceKind::Ticket, Entity::Ticket, ticket.id, ticket.opened,
                {Code("since.ticket-urgent"), {name(), ticket.subject}});
    }
    for (const Survey& survey : m_facts.of<Survey>())
        if (!isGone(survey) && isIn(survey.day) && survey.kind == u"nps" && survey.score &&
            *survey.score <= highestDetractor)
            add(SinceKind::Survey, Entity::Survey, survey.id, survey.day,
                {Code("since.survey-low"), {name(), *survey.score, survey.comment}});
}

void AccountSince::addStage(Entity entity, qint64 record, QDate day, const QString& from, const QString& to)
{
    add(SinceKind::StageMove, entity, record, day,
        from.isEmpty() ? Message{Code("since.stage-entered"), {name(), to}}
                       : Message{Code("since.stage"), {name(), from, to}});
}

void AccountSince::listStages()
{
    std::vector<QDate> moved;
    for (const StageMove& move : m_facts.of<StageMove>()) {
        if (isGone(move) || !isIn(move.day))
            continue;
        moved.push_back(move.day);
        addStage(Entity::StageMove, move.id, move.day, spoken(move.fromStage), spoken(move.toStage));
    }
    const Change* before = nullptr;
    for (const Change& change : m_facts.changes) {
        if (change.entity != Entity::Account || change.field != u"stage")
            continue;
        const bool isTold = std::find(moved.begin(), moved.end(), change.day) != moved.end();
        if (before && isIn(change.day) && !isTold && before->value != change.value)
            addStage(Entity::Account, change.record, change.day, spoken(textOf(before->value)),
                     spoken(textOf(change.value)));
        before = &change;
    }
}

const Author* AccountSince::authorOf(Instant recorded) const
{
    const Author* found = nullptr;
    for (const Author& author : m_question.authors)
        if (author.recorded == recorded && (!found || author.isImport))
            found = &author;
    return found;
}

Argument AccountSince::shown(const Change& change) const
{
    const EntityInfo& entity = info(change.entity);
    const int field = entity.indexOf(change.field);
    const bool isPerson = field >= 0 && entity.fields[static_cast<std::size_t>(field)].target == Entity::Person;
    if (isPerson)
        for (const Person& person : m_now.book().people)
            if (person.id == integerOf(change.value))
                return person.name;
    struct Show
    {
        bool isCode;
        Argument operator()(std::monostate) const { return QStringLiteral("-"); }
        Argument operator()(qint64 number) const { return number; }
        Argument operator()(double number) const { return number; }
        Argument operator()(const QString& text) const { return isCode ? spoken(text) : text; }
        Argument operator()(QDate day) const { return day; }
    };
    // The ids of our lists have no blanks; what people typed stays as it is.
    static const QRegularExpression code(QStringLiteral("^[a-z][a-z0-9]*(_[a-z0-9]+)+$"));
    const auto* text = std::get_if<QString>(&change.value);
    return std::visit(Show{text && code.match(*text).hasMatch()}, change.value);
}

void AccountSince::addField(const Change& before, const Change& after)
{
    QString field = spoken(after.field);
    if (after.entity != Entity::Account)
        field = spoken(info(after.entity).name) + u' ' + field;
    Arguments arguments{name(), field, shown(before), shown(after)};
    const Author* author = authorOf(after.recorded);
    Code code = Code("since.field");
    if (author) {
        arguments.emplace_back(author->name);
        code = author->isImport ? Code("since.field-import") : Code("since.field-person");
    }
    add(SinceKind::Field, after.entity, after.record, after.day, {code, std::move(arguments)});
}

void AccountSince::listFields()
{
    const Change* before = nullptr;
    for (const Change& change : m_facts.changes) {
        // Listed as what they mean: a stage, a person who left.
        const bool isTold = (change.entity == Entity::Account && change.field == u"stage") ||
                            (change.entity == Entity::Contact && change.field == u"left_on");
        const bool follows = before && before->isOfSameField(change);
        const int field = info(change.entity).indexOf(change.field);
        const bool hasHistory =
            field >= 0 && info(change.entity).fields[static_cast<std::size_t>(field)].is(Trait::History);
        if (follows && hasHistory && !isTold && !isRoutine(change.entity) && isIn(change.day) &&
            before->value != change.value)
            addField(*before, change);
        before = &change;
    }
}

/// What no account has: the whole book and what is not priced come last.
qint64 rankOf(const SinceLine& line)
{
    if (!line.account.isValid())
        return std::numeric_limits<qint64>::min();
    return line.value ? line.value->units() : std::numeric_limits<qint64>::min() + 1;
}

} // namespace

QString nameOf(SinceKind kind)
{
    static const QStringList names{QStringLiteral("account_new"),
                                   QStringLiteral("account_archived"),
                                   QStringLiteral("contact_left"),
                                   QStringLiteral("contact_joined"),
                                   QStringLiteral("subscription_started"),
                                   QStringLiteral("subscription_ended"),
                                   QStringLiteral("arr"),
                                   QStringLiteral("renewal_window"),
                                   QStringLiteral("ticket"),
                                   QStringLiteral("survey"),
                                   QStringLiteral("stage_move"),
                                   QStringLiteral("field"),
                                   QStringLiteral("import")};
    return names.value(static_cast<qsizetype>(kind));
}

std::vector<SinceLine> since(const Portfolio& then, const Portfolio& now, const SinceQuestion& question)
{
    std::vector<SinceLine> lines;
    const ExchangeRates rates = ratesOf(now);
    for (const AccountFacts& facts : now) {
        const QDate archived = facts.account.archivedOn;
        const bool wasGone = archived.isValid() && archived < question.from;
        if (wasGone || (question.csm.isValid() && csmOn(facts, question.to) != question.csm))
            continue;
        AccountSince account(facts, !then.find(facts.id()), now, question, lines);
        account.list(comparableMrr(facts, now.book(), rates, question.to));
    }
    for (const Import& import : question.imports) {
        const QDate day = dayOf(import.at.value_or(import.recorded), now.book().zone);
        if (day >= question.from && day <= question.to)
            lines.push_back(
                {SinceKind::Import,
                 {},
                 {},
                 Entity::Import,
                 import.id,
                 day,
                 {Code("since.import"), {import.fileName, import.created.value_or(0), import.updated.value_or(0)}},
                 {}});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const SinceLine& a, const SinceLine& b) {
        return rankOf(a) != rankOf(b) ? rankOf(a) > rankOf(b)
                                      : std::tuple(a.account, a.day) < std::tuple(b.account, b.day);
    });
    return lines;
}

} // namespace steward::query
