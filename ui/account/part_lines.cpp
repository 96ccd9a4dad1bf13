// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/lines.h"

#include "core/portfolio/payment_habit.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"
#include "core/revenue/movements.h"
#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "ui/account/account_figures.h"

#include <QCoreApplication>

/// The lines of Money, Voice and Plan.
namespace steward::account {

using widgets::Shade;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("account", text); }

class Lister
{
public:
    Lister(const AccountFigures& figures, const QLocale& locale)
        : m_figures(figures)
        , m_facts(*figures.facts)
        , m_day(figures.numbers->asked.day)
        , m_words(figures.numbers->content, locale)
        , m_locale(locale)
    {
    }
    std::vector<Line> money()
    {
        contracts();
        calls();
        invoices();
        opportunities();
        movements();
        return std::move(m_lines);
    }
    std::vector<Line> voice()
    {
        answers();
        feedback();
        tickets();
        return std::move(m_lines);
    }
    std::vector<Line> plan()
    {
        goals();
        milestones();
        values();
        return std::move(m_lines);
    }

private:
    void head(const QString& text, const QString& note = {})
    {
        Line& line = m_lines.emplace_back();
        line.kind = Line::Kind::Head;
        line.text = text;
        line.detail = note;
    }
    void note(const QString& text)
    {
        Line& line = m_lines.emplace_back();
        line.kind = Line::Kind::Note;
        line.text = text;
    }
    Line& add(const QString& icon, const QString& text, RecordRef record)
    {
        Line& line = m_lines.emplace_back();
        line.icon = icon;
        line.text = text;
        line.record = record;
        return line;
    }
    [[nodiscard]] QString day(QDate other) const { return words::shortDay(other, m_day, m_locale); }
    [[nodiscard]] QString word(QStringView list, const QString& id) const { return m_words.word(list, id); }
    [[nodiscard]] QString number(qint64 value) const { return m_locale.toString(value); }
    [[nodiscard]] QString money(std::optional<Minor> amount, Currency currency) const
    {
        return amount ? words::moneyText({amount->value, currency}, m_locale) : QString();
    }
    [[nodiscard]] QString nameOf(ContactId contact) const
    {
        for (const Contact& each : m_facts.of<Contact>())
            if (each.id == contact.value())
                return each.name;
        return {};
    }
    template <class T>
    [[nodiscard]] std::vector<const T*> newestFirst() const
    {
        std::vector<const T*> rows;
        for (const T& each : m_facts.of<T>())
            if (!each.archivedOn.isValid())
                rows.push_back(&each);
        std::ranges::reverse(rows);
        return rows;
    }

    void contracts();
    void calls();
    void invoices();
    void opportunities();
    [[nodiscard]] Portfolio alone() const;
    void movements();
    void answers();
    void feedback();
    void tickets();
    void goals();
    void milestones();
    void values();

    const AccountFigures& m_figures;
    const AccountFacts& m_facts;
    QDate m_day;
    words::ContentWords m_words;
    QLocale m_locale;
    std::vector<Line> m_lines;
};

void Lister::contracts()
{
    const auto all = newestFirst<Subscription>();
    head(tr("Contracts"), number(qint64(all.size())));
    if (all.empty())
        note(tr("No contract is known. An import of subscriptions brings amounts, seats and renewal dates."));
    for (const Subscription* each : all) {
        Line& line = add(QStringLiteral("file-text"), each->product.isEmpty() ? tr("Contract") : each->product,
                         {Entity::Subscription, each->id});
        const bool inForce = isInForce(*each, m_day);
        const QString amount = money(each->amount, each->currency);
        const QString period = word(u"billing_period", each->billingPeriod).toLower();
        line.text += amount.isEmpty() ? QString() : QString(u", " + tr("%1 %2").arg(amount, period));
        if (each->seats)
            line.text += u", " + (*each->seats == 1 ? tr("one seat") : tr("%1 seats").arg(number(*each->seats)));
        if (!inForce) {
            line.isStruck = each->endedOn.isValid();
            line.end = each->endedOn.isValid() ? tr("ended %1").arg(day(each->endedOn)) : tr("not yet begun");
            continue;
        }
        if (each->noticeGivenOn.isValid()) {
            line.detail = tr("notice given %1").arg(day(each->noticeGivenOn));
            line.detailShade = Shade::Late;
        } else if (each->noticeBy.isValid()) {
            const qint64 days = m_day.daysTo(each->noticeBy);
            line.detail = days < 0 ? tr("notice passed") : tr("notice until %1").arg(day(each->noticeBy));
            line.detailShade = days >= 0 && days <= 30 ? Shade::Late : Shade::Muted;
        } else {
            line.detail = tr("notice unknown");
        }
        line.end = each->renewalDate.isValid() ? tr("renews %1").arg(day(each->renewalDate)) : tr("renewal unknown");
        if (each->renewalDate.isValid() && m_day.daysTo(each->renewalDate) <= 60)
            line.endShade = Shade::Late;
    }
}

void Lister::calls()
{
    const auto all = newestFirst<RenewalCall>();
    head(tr("Renewal calls"), all.empty() ? QString() : number(qint64(all.size())));
    if (all.empty())
        note(tr("Nobody has said yet how the renewal will go. Your own call stands beside the score's."));
    for (const RenewalCall* each : all) {
        Line& line = add(QStringLiteral("flag"), word(u"renewal_call", each->call), {Entity::RenewalCall, each->id});
        if (!each->reason.isEmpty())
            line.text += u": " + each->reason.simplified();
        line.detail = tr("renewal of %1").arg(day(each->cycle));
        line.end = day(each->day);
    }
}

void Lister::invoices()
{
    constexpr std::size_t most = 24;
    const auto all = newestFirst<Invoice>();
    QString habit;
    if (const auto usual = paymentHabit(m_facts))
        habit = usual->medianDaysLate() < 0.5 ? tr("usually pays on time")
                : usual->medianDaysLate() < 1.5
                    ? tr("usually pays one day late")
                    : tr("usually pays %1 days late").arg(number(qRound(usual->medianDaysLate())));
    head(tr("Invoices"),
         habit.isEmpty() ? number(qint64(all.size())) : tr("%1 \u00b7 %2").arg(number(qint64(all.size())), habit));
    if (all.empty())
        note(tr("No invoice is known. An import of invoices shows who pays late before it hurts."));
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
        const Invoice& each = *all[i];
        Line& line = add(QStringLiteral("receipt"), each.number.isEmpty() ? tr("Invoice") : each.number,
                         {Entity::Invoice, each.id});
        if (const QString amount = money(each.amount, each.currency); !amount.isEmpty())
            line.text += u", " + amount;
        const InvoiceState state = stateOf(each);
        const qint64 late = each.due.isValid() ? each.due.daysTo(each.paidOn.isValid() ? each.paidOn : m_day) : 0;
        if (state == InvoiceState::Paid) {
            line.detail = late > 0 ? tr("%1 d late").arg(number(late)) : tr("on time");
            line.detailShade = late > 14 ? Shade::Soon : Shade::Muted;
            line.end = each.paidOn.isValid() ? tr("paid %1").arg(day(each.paidOn)) : tr("paid");
        } else if (state == InvoiceState::Open) {
            line.detail = late > 0 ? tr("%1 d late").arg(number(late)) : tr("open");
            line.detailShade = late > 0 ? Shade::Late : Shade::Muted;
            line.end = each.due.isValid() ? tr("due %1").arg(day(each.due)) : QString();
        } else {
            line.detail = each.status.isEmpty() ? tr("unknown") : word(u"invoice_status", each.status);
            line.end = each.issued.isValid() ? day(each.issued) : QString();
        }
    }
    if (all.size() > most)
        note(tr("%1 older ones are in the timeline.").arg(number(qint64(all.size() - most))));
}

void Lister::opportunities()
{
    const auto all = newestFirst<Opportunity>();
    if (all.empty())
        return;
    head(tr("Opportunities"), number(qint64(all.size())));
    for (const Opportunity* each : all) {
        Line& line =
            add(QStringLiteral("target"), each->name.isEmpty() ? word(u"opportunity_kind", each->kind) : each->name,
                {Entity::Opportunity, each->id});
        if (const QString amount = money(each->amount, each->currency); !amount.isEmpty())
            line.text += u", " + amount;
        const OpportunityState state = stateOf(*each);
        line.detail = state == OpportunityState::Won    ? tr("won")
                      : state == OpportunityState::Lost ? tr("lost")
                                                        : word(u"opportunity_stage", each->stage);
        line.end = each->closedOn.isValid()    ? day(each->closedOn)
                   : each->closeDate.isValid() ? day(each->closeDate)
                                               : QString();
    }
}

/// The account by itself: which currency the book adds up in is known, and would be counted from every amount.
Portfolio Lister::alone() const
{
    const Portfolio& all = m_figures.numbers->facts;
    BookFacts book = all.book();
    book.currency = m_figures.numbers->currency;
    return Portfolio::of(std::move(book), {all.shared(m_facts.id())}, {}, all.generation());
}

void Lister::movements()
{
    revenue::Query query;
    query.account = m_facts.id();
    query.to = Month::of(m_day);
    query.from = query.to.plus(-17);
    const revenue::Table table = revenue::movements(alone(), Grouping(), query);
    if (table.movements.empty())
        return;
    head(tr("What changed in recurring revenue"), tr("18 months, ARR"));
    for (auto each = table.movements.rbegin(); each != table.movements.rend(); ++each) {
        static constexpr const char* names[] = {
            QT_TRANSLATE_NOOP("account", "New"), QT_TRANSLATE_NOOP("account", "Expansion"),
            QT_TRANSLATE_NOOP("account", "Downsell"), QT_TRANSLATE_NOOP("account", "Churn"),
            QT_TRANSLATE_NOOP("account", "Win-back")};
        Line& line = m_lines.emplace_back();
        line.icon = each->after >= each->before ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down");
        line.text = tr(names[static_cast<std::size_t>(each->kind)]);
        const auto arr = [&](Mrr mrr) { return words::moneyText({mrr.toArrMinor(), table.currency}, m_locale); };
        line.detail = tr("%1 to %2").arg(arr(each->before), arr(each->after));
        const QDate month = each->month.first();
        line.end = QString(m_locale.standaloneMonthName(month.month(), QLocale::ShortFormat) + u' ' +
                           QString::number(month.year()));
    }
}

void Lister::answers()
{
    const auto all = newestFirst<Survey>();
    head(tr("Answers"), number(qint64(all.size())));
    if (all.empty())
        note(tr("They have not been asked, or did not answer. Silence is no consent."));
    for (const Survey* each : all) {
        const QString score = each->score ? words::numberText(*each->score, 1, m_locale) : tr("no number");
        Line& line = add(QStringLiteral("message-square"), QString(word(u"survey_kind", each->kind) + u' ' + score),
                         {Entity::Survey, each->id});
        if (!each->comment.isEmpty())
            line.text += QStringLiteral(": \u201c%1\u201d").arg(each->comment.simplified());
        const bool isUnhappy = each->kind == u"nps" && each->score && *each->score <= 6;
        line.iconShade = isUnhappy ? Shade::Late : Shade::Muted;
        line.detail = nameOf(each->contact);
        if (isUnhappy && !each->repliedOn.isValid()) {
            line.detail = line.detail.isEmpty() ? tr("no reply yet") : tr("%1, no reply yet").arg(line.detail);
            line.detailShade = Shade::Late;
        }
        line.end = each->day.isValid() ? day(each->day) : tr("no date");
    }
}

void Lister::feedback()
{
    const auto all = newestFirst<Feedback>();
    head(tr("Requests and complaints"), number(qint64(all.size())));
    if (all.empty())
        note(tr("None is recorded."));
    for (const Feedback* each : all) {
        Line& line = add(QStringLiteral("inbox"), QStringLiteral("\u201c%1\u201d").arg(each->words.simplified()),
                         {Entity::Feedback, each->id});
        line.detail = each->toldOn.isValid()  ? tr("told %1").arg(day(each->toldOn))
                      : each->state.isEmpty() ? tr("state unknown")
                                              : word(u"feedback_state", each->state);
        line.end = each->day.isValid() ? day(each->day) : QString();
    }
}

void Lister::tickets()
{
    constexpr std::size_t most = 30;
    auto all = newestFirst<Ticket>();
    std::ranges::stable_partition(all, [](const Ticket* each) { return isOpen(*each); });
    const auto open = std::ranges::count_if(all, [](const Ticket* each) { return isOpen(*each); });
    head(tr("Tickets"), tr("%1 open of %2").arg(number(open), number(qint64(all.size()))));
    if (all.empty())
        note(tr("No ticket is known. An import of tickets shows what hurts them."));
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
        const Ticket& each = *all[i];
        const bool hurts = each.priority == u"urgent" || each.escalated.value_or(false);
        Line& line = add(QStringLiteral("ticket"),
                         each.subject.isEmpty() ? tr("Ticket without a subject") : each.subject.simplified(),
                         {Entity::Ticket, each.id});
        line.iconShade = hurts && isOpen(each) ? Shade::Late : Shade::Muted;
        const QString priority = word(u"ticket_priority", each.priority);
        if (isOpen(each)) {
            const QString days =
                each.opened.isValid() ? tr("open, day %1").arg(number(each.opened.daysTo(m_day))) : tr("open");
            line.detail = priority.isEmpty() ? days : tr("%1, %2").arg(priority, days);
            line.detailShade = hurts ? Shade::Late : Shade::Plain;
        } else {
            line.detail = each.closed.isValid() && each.opened.isValid()
                              ? tr("closed after %1 d").arg(number(each.opened.daysTo(each.closed)))
                              : tr("closed");
        }
        line.end = each.opened.isValid() ? day(each.opened) : QString();
    }
    if (all.size() > most)
        note(tr("%1 older ones are in the timeline.").arg(number(qint64(all.size() - most))));
}

void Lister::goals()
{
    const auto all = newestFirst<Goal>();
    head(tr("Goals"), number(qint64(all.size())));
    if (all.empty())
        note(tr("No goal is agreed. What do they need to achieve, by when, and how will both sides see it? G writes "
                "it down in their words."));
    for (const Goal* each : all) {
        Line& line = add(QStringLiteral("target"), each->outcome.simplified(), {Entity::Goal, each->id});
        if (each->current && each->target)
            line.text += QStringLiteral(", ") + tr("%1 of %2 %3")
                                                    .arg(words::numberText(*each->current, 1, m_locale),
                                                         words::numberText(*each->target, 1, m_locale), each->unit)
                                                    .trimmed();
        line.detail = each->status.isEmpty() ? tr("state unknown") : word(u"goal_status", each->status);
        const bool isBad = each->status == u"behind" || each->status == u"at_risk" || each->status == u"off_track";
        line.detailShade = isBad ? Shade::Late : Shade::Muted;
        if (each->metOn.isValid())
            line.end = tr("met %1").arg(day(each->metOn));
        else if (each->due.isValid())
            line.end = tr("due %1").arg(day(each->due));
        if (isOpen(*each) && each->due.isValid() && each->due < m_day)
            line.endShade = Shade::Late;
    }
}

void Lister::milestones()
{
    const auto& all = m_figures.milestones;
    head(tr("Milestones"), number(qint64(all.size())));
    if (all.empty())
        note(tr("No milestone is planned."));
    for (const journey::MilestoneState& each : all) {
        Line& line = add(each.reached.isValid() ? QStringLiteral("check") : QStringLiteral("flag"),
                         word(u"milestone", each.kind), each.record);
        if (each.reached.isValid()) {
            line.detail = each.saidBy.isValid() ? tr("said by %1").arg(nameOf(each.saidBy))
                          : each.by == u"fact"  ? tr("known from use")
                                                : QString();
            line.end = tr("reached %1").arg(day(each.reached));
            continue;
        }
        if (const auto behind = each.daysBehind(m_day)) {
            line.detail = tr("%1 d behind").arg(number(*behind));
            line.detailShade = Shade::Late;
        }
        line.end = each.planned.isValid() ? tr("planned %1").arg(day(each.planned)) : tr("not planned");
    }
}

void Lister::values()
{
    const auto all = newestFirst<Value>();
    head(tr("What they gained"), number(qint64(all.size())));
    if (all.empty())
        note(tr("Nothing is confirmed. A figure that a named person of theirs confirmed carries a renewal."));
    for (const Value* each : all) {
        Line& line = add(QStringLiteral("check"), each->text.simplified(), {Entity::Value, each->id});
        if (const QString amount = money(each->amount, each->currency); !amount.isEmpty())
            line.text += u", " + amount;
        const QString who = nameOf(each->confirmedBy);
        line.detail = who.isEmpty() ? tr("estimated") : tr("confirmed by %1").arg(who);
        line.end = each->day.isValid() ? day(each->day) : QString();
    }
}

} // namespace

std::vector<Line> moneyLines(const AccountFigures& figures, const QLocale& locale)
{
    return Lister(figures, locale).money();
}

std::vector<Line> voiceLines(const AccountFigures& figures, const QLocale& locale)
{
    return Lister(figures, locale).voice();
}

std::vector<Line> planLines(const AccountFigures& figures, const QLocale& locale)
{
    return Lister(figures, locale).plan();
}

} // namespace steward::account
