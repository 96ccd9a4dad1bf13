// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/part_lister.h"

#include "core/portfolio/payment_habit.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"
#include "core/query/expected_cut.h"
#include "core/revenue/movements.h"

/// The lines of Money.
namespace steward::account {

using widgets::Shade;

namespace {

class MoneyLister final : public PartLister
{
public:
    using PartLister::PartLister;
    std::vector<Line> list()
    {
        contracts();
        cut();
        calls();
        invoices();
        opportunities();
        movements();
        return std::move(m_lines);
    }

private:
    void contracts();
    void cut();
    void calls();
    void invoices();
    void opportunities();
    [[nodiscard]] Portfolio alone() const;
    void movements();
};

void MoneyLister::contracts()
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
        line.amount = amount;
        if (!amount.isEmpty() && !period.isEmpty())
            line.text += u", " + period;
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
            line.detail = (days < 0 ? tr("notice passed %1") : tr("notice until %1")).arg(day(each->noticeBy));
            line.detailShade = days >= 0 && days <= 30 ? Shade::Late : Shade::Muted;
        } else {
            line.detail = tr("notice unknown");
        }
        line.end = each->renewalDate.isValid() ? tr("renews %1").arg(day(each->renewalDate)) : tr("renewal unknown");
        if (each->renewalDate.isValid() && m_day.daysTo(each->renewalDate) <= 60)
            line.endShade = Shade::Late;
    }
}

/// A customer who pays for seats that nobody uses asks for fewer.
void MoneyLister::cut()
{
    if (!m_figures.score)
        return;
    for (const revenue::Renewal& each : m_figures.renewals) {
        const auto cut = query::expectedCut(*m_figures.score, each.amount, m_figures.numbers->content.signalRules);
        if (!cut || each.bucket != revenue::RenewalBucket::Due)
            continue;
        Line& line = add(QStringLiteral("triangle-alert"),
                         tr("%1 of %2 seats are unused: %3 of the renewal may be cut")
                             .arg(number(cut->unused), number(cut->bought), words::moneyText(cut->amount, m_locale)),
                         {});
        line.iconShade = Shade::Late;
        line.end = tr("renews %1").arg(day(each.cycle));
    }
}

void MoneyLister::calls()
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

void MoneyLister::invoices()
{
    constexpr std::size_t most = 24;
    const auto all = newestFirst<Invoice>();
    QString habit;
    if (const auto usual = paymentHabit(m_facts))
        habit = usual->medianDaysLate() < 0.5 ? tr("of late usually paid on time")
                : usual->medianDaysLate() < 1.5
                    ? tr("of late usually paid one day late")
                    : tr("of late usually paid %1 days late").arg(number(qRound(usual->medianDaysLate())));
    head(tr("Invoices"),
         habit.isEmpty() ? number(qint64(all.size())) : tr("%1 \u00b7 %2").arg(number(qint64(all.size())), habit));
    if (all.empty())
        note(tr("No invoice is known. An import of invoices shows who pays late before it hurts."));
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
        const Invoice& each = *all[i];
        Line& line = add(QStringLiteral("receipt"), each.number.isEmpty() ? tr("Invoice") : each.number,
                         {Entity::Invoice, each.id});
        line.amount = money(each.amount, each.currency);
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

void MoneyLister::opportunities()
{
    const auto all = newestFirst<Opportunity>();
    if (all.empty())
        return;
    head(tr("Opportunities"), number(qint64(all.size())));
    for (const Opportunity* each : all) {
        Line& line =
            add(QStringLiteral("target"), each->name.isEmpty() ? word(u"opportunity_kind", each->kind) : each->name,
                {Entity::Opportunity, each->id});
        line.amount = money(each->amount, each->currency);
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
Portfolio MoneyLister::alone() const
{
    const Portfolio& all = m_figures.numbers->facts;
    BookFacts book = all.book();
    book.currency = m_figures.numbers->currency;
    return Portfolio::of(std::move(book), {all.shared(m_facts.id())}, {}, all.generation());
}

void MoneyLister::movements()
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

} // namespace

std::vector<Line> moneyLines(const AccountFigures& figures, const QLocale& locale)
{
    return MoneyLister(figures, locale).list();
}

} // namespace steward::account
