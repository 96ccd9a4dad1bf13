// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

void addInvoice(Told& told, int dueAgo, std::optional<int> paidLate)
{
    told.add<Invoice>([&](Invoice& row) {
        row.number = u"R-%1"_s.arg(dueAgo);
        row.issued = ago(dueAgo + 30);
        row.due = ago(dueAgo);
        row.amount = Minor{120'000};
        if (paidLate)
            row.paidOn = ago(dueAgo - *paidLate);
    });
}

/// Invoices paid so many days late, a month apart, then one open for so many days.
Told book(const std::vector<int>& late, std::optional<int> overdue)
{
    Told told;
    told.account(u"A"_s).customer();
    int due = 120;
    for (const int each : late) {
        addInvoice(told, due, each);
        due += 30;
    }
    if (overdue)
        addInvoice(told, *overdue, std::nullopt);
    told.facts.source(u"invoice"_s, today);
    return told;
}

} // namespace

TEST_CASE("an invoice is overdue by what is beyond the habit of the firm", "[health]")
{
    const Contribution usual = measure(book({38, 38, 38, 38}, 41), "payment");
    CHECK(micro(usual) == 93'571'429);
    CHECK(usual.why.key == u"measure.payment.overdue");
    CHECK(usual.why.arguments == Arguments{u"R-41"_s, Money{120'000, Currency("EUR")}, qint64(41), qint64(38)});
    const Contribution punctual = measure(book({}, 41), "payment");
    CHECK(punctual.state == State::Unknown); // nothing in the book tells paid from open
    const Contribution none = measure(book({0}, 41), "payment");
    CHECK(micro(none) == 15'333'333);
    CHECK(none.why.key == u"measure.payment.overdue_no_habit");
}

TEST_CASE("three paid invoices are no habit, and only the last six count", "[health]")
{
    CHECK(micro(measure(book({38, 38, 38}, 41), "payment")) == 15'333'333);
    CHECK(micro(measure(book({38, 38, 38, 38, 38, 38, 0, 0, 0, 0, 0}, 41), "payment")) == 93'571'429);
    // Paying early is no credit.
    CHECK(micro(measure(book({-20, -20, -20, -20}, 7), "payment")) == 85'000'000);
}

TEST_CASE("nothing overdue is known to be well, and no invoice in 400 days does not apply", "[health]")
{
    const Contribution none = measure(book({0, 0}, std::nullopt), "payment");
    CHECK(none.state == State::KnownZero);
    CHECK(micro(none) == 100'000'000);
    Told quiet = book({}, std::nullopt);
    addInvoice(quiet, 401, 0);
    CHECK(measure(quiet, "payment").state == State::NotApplicable);
    CHECK(measure(quiet, "payment").why.key == u"not_applicable.days_since_invoice");
    // 400 days say nothing of who is a customer for sixty.
    Told grown = quiet;
    grown.account(u"New"_s).customer(60);
    CHECK(measure(grown, "payment", today, u"New"_s).why.key == u"not_applicable.no_invoice_yet");
    // What is still owed does not lapse.
    addInvoice(quiet, 690, std::nullopt);
    CHECK(micro(measure(quiet, "payment")) == 0);
}

TEST_CASE("a list of invoices that does not tell which are paid leaves payment unknown, also of who has none",
          "[health]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer().add<Invoice>([](Invoice& row) { row.issued = ago(30); });
    told.account(u"B"_s, u"mid"_s).customer();
    for (const QString& name : told.names) {
        const Contribution payment = measure(told, "payment", today, name);
        CHECK(payment.state == State::Unknown);
        CHECK(payment.missing == health::DataKind::Invoices);
    }
}

TEST_CASE("sixty days beyond habit caps at red, the same lateness by habit does not", "[health]")
{
    const auto isCapped = [](const Told& told) {
        const AccountScore score = told.score();
        return std::ranges::count(score.caps, u"payment_60"_s, &health::CapStep::cap) == 1;
    };
    CHECK(isCapped(book({0, 0, 0, 0}, 60)));
    CHECK_FALSE(isCapped(book({0, 0, 0, 0}, 59)));
    CHECK_FALSE(isCapped(book({38, 38, 38, 38}, 65)));
}

TEST_CASE("an invoice paid later is open when looking back", "[health]")
{
    Told told = book({0, 0}, std::nullopt);
    addInvoice(told, 40, 35);
    CHECK(measure(told, "payment").state == State::KnownZero);
    CHECK(measure(told, "payment", ago(10)).why.arguments.at(2) == Argument(qint64(30)));
}
