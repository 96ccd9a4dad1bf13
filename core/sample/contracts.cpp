// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"

#include <algorithm>
#include <cmath>

/// What they agreed to pay, how they pay it, and what was billed.
namespace steward::sample {

namespace {

constexpr int termDays = 30;

/// Of its last month, in minor units.
qint64 monthlyAmount(const Plot& plot) { return plot.arr / 12; }

qint64 monthlyAmountOn(const Plot& plot, QDate day)
{
    const double factor = plot.paused.isValid() && day < plot.paused         ? plot.returnShare
                          : plot.changedOn.isValid() && day < plot.changedOn ? plot.changedTo
                                                                             : 1.0;
    return std::llround(double(monthlyAmount(plot)) / factor);
}

int seatsOn(const Plot& plot, QDate day)
{
    const bool isBefore = plot.isInSeats && day < plot.changedOn;
    return isBefore ? static_cast<int>(std::lround(plot.seats / plot.changedTo)) : plot.seats;
}

Subscription agreed(const World& world, const Scene& scene, QDate start, QDate ended)
{
    const Plot& plot = scene.plot;
    Subscription contract;
    contract.account = scene.account;
    contract.product = world.content.names.product;
    contract.plan = world.plans[static_cast<std::size_t>(plot.plan)];
    contract.seats = seatsOn(plot, start);
    contract.amount = Minor{monthlyAmountOn(plot, start)};
    contract.currency = plot.currency;
    contract.billingPeriod = QStringLiteral("month");
    contract.start = start;
    contract.endedOn = ended;
    contract.status = ended.isValid() ? QStringLiteral("ended") : QStringLiteral("active");
    contract.autoRenew = plot.is(u"self") || plot.is(u"startup");
    contract.needsOrderNumber = plot.is(u"public") || plot.is(u"enterprise");
    if (ended.isValid())
        contract.noticeGivenOn = workday(ended.addDays(-35));
    else
        contract.renewalDate = plot.renewal;
    if (contract.renewalDate.isValid() && !plot.isListOnly)
        contract.noticeBy = contract.renewalDate.addDays(plot.is(u"enterprise") || plot.is(u"public") ? -90 : -30);
    return contract;
}

SubscriptionId write(World& world, Subscription contract)
{
    return world.batch.add(
        contract, contract.start,
        {{"status", contract.start, QStringLiteral("active")}, {"status", contract.endedOn, QStringLiteral("ended")}});
}

void writeLoss(World& world, const Scene& scene, QDate day, bool cameBack)
{
    const Plot& plot = scene.plot;
    Random random = world.random(plot, 31);
    Churn churn;
    churn.account = scene.account;
    churn.day = day;
    churn.reason = plot.churnReason;
    churn.couldHaveKept = plot.story == 4 ? QStringLiteral("yes") : QStringLiteral("perhaps");
    churn.subscription = scene.contract;
    if (cameBack)
        churn.reactivated = true;
    std::vector<QString> words;
    for (const auto& line : world.content.texts.churn)
        if (line.kind == plot.churnReason)
            words.push_back(line.text);
    if (!words.empty())
        churn.words = filled(random.pick(words), world, scene, scene.guests.front(), day, random);
    world.batch.add(churn, day);
}

void writePhase(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    SubscriptionPhase phase;
    phase.account = scene.account;
    phase.subscription = scene.contract;
    phase.from = plot.changedOn;
    phase.seats = plot.seats;
    phase.amount = Minor{monthlyAmount(plot)};
    phase.currency = plot.currency;
    world.batch.add(phase, plot.changedOn);
}

void writeMethod(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    Random random = world.random(plot, 32);
    PaymentMethod method;
    method.account = scene.account;
    method.kind = plot.pays;
    method.from = plot.start;
    if (plot.pays == u"card")
        method.cardExpires =
            plot.cardExpired.isValid() ? plot.cardExpired : world.months.asOf.addDays(random.between(120, 900));
    world.batch.add(method, plot.start);
}

/// Writes invoices one after the other.
class Billing
{
public:
    Billing(World& world, const Scene& scene)
        : m_world(world)
        , m_scene(scene)
        , m_random(world.random(scene.plot, 33))
    {
    }

    /// paid invalid: still open.
    void bill(QDate issued, QDate due, QDate paid, qint64 amount);
    /// On time or as late as this customer usually is; open where that day has not come.
    void billAsUsual(QDate issued, qint64 amount);

private:
    World& m_world;
    const Scene& m_scene;
    Random m_random;
    int m_number = 0;
};

void Billing::bill(QDate issued, QDate due, QDate paid, qint64 amount)
{
    Invoice invoice;
    invoice.account = m_scene.account;
    invoice.number = QStringLiteral("R%1-%2")
                         .arg(m_scene.plot.index + 1, 5, 10, QLatin1Char('0'))
                         .arg(++m_number, 3, 10, QLatin1Char('0'));
    invoice.issued = issued;
    invoice.due = due;
    invoice.paidOn = paid;
    invoice.amount = Minor{amount};
    invoice.currency = m_scene.plot.currency;
    invoice.status = paid.isValid() ? QStringLiteral("paid") : QStringLiteral("open");
    invoice.method = m_scene.plot.pays;
    invoice.subscription = m_scene.contract;
    m_world.batch.add(invoice, issued,
                      {{"status", issued, QStringLiteral("open")}, {"status", paid, QStringLiteral("paid")}});
}

void Billing::billAsUsual(QDate issued, qint64 amount)
{
    const Plot& plot = m_scene.plot;
    if (plot.pays == u"card") {
        bill(issued, issued, issued, amount);
        return;
    }
    const QDate due = issued.addDays(termDays);
    const QDate paid = due.addDays(m_random.between(plot.late));
    const bool isPaid = paid <= m_world.months.asOf && !(plot.paysNothingFrom.isValid() && due >= plot.paysNothingFrom);
    bill(issued, due, isPaid ? paid : QDate(), amount);
}

/// The newest regular invoice; the others lie whole months before it.
QDate newestInvoice(const Plot& plot, const Months& months, Random& random)
{
    if (plot.unpaidCharge.isValid())
        return plot.unpaidCharge.addMonths(-1);
    if (!plot.overdue.empty())
        return months.ago(*std::max_element(plot.overdue.begin(), plot.overdue.end()) + 2 * termDays);
    const QDate last = plot.last(months);
    return last.addDays(-random.between(1, 27));
}

} // namespace

void writeContract(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    if (plot.paused.isValid()) {
        scene.contract = write(world, agreed(world, scene, plot.start, plot.paused));
        writeLoss(world, scene, plot.paused, true);
        scene.contract = write(world, agreed(world, scene, plot.returned, {}));
    } else {
        scene.contract = write(world, agreed(world, scene, plot.start, plot.churned));
    }
    if (plot.churned.isValid())
        writeLoss(world, scene, plot.churned, false);
    if (plot.changedOn.isValid())
        writePhase(world, scene);
    if (!plot.isListOnly)
        writeMethod(world, scene);
}

void writeInvoices(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    if (plot.isListOnly)
        return;
    const Months& months = world.months;
    Random random = world.random(plot, 34);
    Billing billing(world, scene);
    const QDate newest = newestInvoice(plot, months, random);
    const QDate first = plot.isThin() ? std::max(plot.first(months), newest.addMonths(-3)) : plot.first(months);
    int back = 0;
    while (newest.addMonths(-back - 1) >= first)
        ++back;
    for (; back >= 0; --back) {
        const QDate issued = newest.addMonths(-back);
        if (issued < first || !plot.isCustomerOn(issued))
            continue;
        billing.billAsUsual(issued, monthlyAmountOn(plot, issued));
        // A day on site now and then, on a bill of its own.
        if (plot.hasPeople() && !plot.isThin() && plot.overdue.empty() && random.chance(20))
            billing.billAsUsual(std::min(issued.addDays(3), plot.last(months)), random.between(2, 6) * 40'000);
    }
    if (plot.changedOn.isValid() && !plot.isInSeats)
        billing.bill(plot.changedOn, plot.changedOn, plot.changedOn,
                     monthlyAmount(plot) - monthlyAmountOn(plot, plot.changedOn.addDays(-1)));
    for (const int days : plot.overdue)
        billing.bill(months.ago(days + termDays), months.ago(days), {}, monthlyAmount(plot));
    if (!plot.overdue.empty())
        billing.bill(months.ago(termDays - 1), months.asOf.addDays(1), {}, monthlyAmount(plot));
    if (plot.unpaidCharge.isValid())
        billing.bill(plot.unpaidCharge, plot.unpaidCharge, {}, monthlyAmount(plot));
}

} // namespace steward::sample
