// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A card that expires in so many days; a charge that fell due so many days ago and was not paid.
Told book(int expiresIn, std::optional<int> chargeDueAgo = {})
{
    Told told;
    told.account(u"A"_s).customer().users(300, today, [](int) { return 20; });
    const auto invoice = [&](int dueAgo, bool isPaid) {
        told.add<Invoice>([&](Invoice& row) {
            row.issued = ago(dueAgo);
            row.due = ago(dueAgo);
            row.paidOn = isPaid ? ago(dueAgo) : QDate();
            row.amount = Minor{9'900};
            row.method = u"card"_s;
        });
    };
    invoice(100, true);
    if (chargeDueAgo)
        invoice(*chargeDueAgo, false);
    told.add<PaymentMethod>([&](PaymentMethod& row) {
        row.kind = u"card"_s;
        row.cardExpires = today.addDays(expiresIn);
        row.from = ago(300);
    });
    told.facts.source(u"invoice"_s, today);
    return told;
}

} // namespace

TEST_CASE("a card is read by the days until it expires", "[health]")
{
    CHECK(micro(measure(book(60), "card")) == 100'000'000);
    CHECK(micro(measure(book(30), "card")) == 70'000'000);
    CHECK(micro(measure(book(0), "card")) == 40'000'000);
    CHECK(measure(book(0), "card").why.key == u"measure.card.expires");
    CHECK(micro(measure(book(-1), "card")) == 25'000'000);
    CHECK(measure(book(-1), "card").why.key == u"measure.card.expired");
    CHECK(micro(measure(book(-30), "card")) == 0);
}

TEST_CASE("a charge left unpaid after the card expired costs more, and caps after two weeks", "[health]")
{
    const Contribution unpaid = measure(book(-1, 0), "card");
    CHECK(micro(unpaid) == 0);
    CHECK(unpaid.why.key == u"measure.card.unpaid");
    CHECK(unpaid.why.arguments == Arguments{ago(1), Money{9'900, Currency("EUR")}});
    CHECK_FALSE(isCapped(book(-20, 13).score(), "card_dead"));
    CHECK(isCapped(book(-20, 14).score(), "card_dead"));
    CHECK_FALSE(isCapped(book(-20, 25).score(), "card_dead")); // due before it expired
    CHECK_FALSE(isCapped(book(20, 14).score(), "card_dead"));
}

TEST_CASE("who pays by transfer has no card, which leaves coverage alone", "[health]")
{
    Told told;
    told.account(u"A"_s).customer().add<PaymentMethod>([](PaymentMethod& row) { row.kind = u"transfer"_s; });
    told.add<Invoice>([](Invoice& row) {
        row.issued = ago(40);
        row.due = ago(10);
        row.paidOn = ago(10);
    });
    CHECK(measure(told, "card").why.key == u"not_applicable.not_by_card");
    CHECK(told.score().applicableWeight == 96);
    Told unknown;
    unknown.account(u"A"_s).customer().add<Invoice>([](Invoice& row) { row.issued = ago(40); });
    CHECK(measure(unknown, "card").gap == health::Gap::TooLittle);
    CHECK(unknown.score().applicableWeight == 100);
}
