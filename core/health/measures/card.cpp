// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/payment_view.h"

/// Days until the card on file expires; less where a charge after its expiry is unpaid.
namespace steward::health::measures {

namespace {

enum Number
{
    UnpaidLess
};
enum Limit
{
    NotByCard
};
enum Sentence
{
    Expired,
    Expires,
    Unpaid
};

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const CardOnFile& card = account.card();
    if (rule.limit(NotByCard) && card.paysOtherwise)
        return notApplicable(trail, "not_by_card");
    const SourceRead source = account.source(rule);
    if (!source.isReadable())
        return source.unknown(trail);
    if (!card.method)
        return unknown(trail, Gap::TooLittle, DataKind::Invoices);
    const QDate expires = card.method->cardExpires;
    trail.dataTo(source.end);
    trail.record(*card.method);
    const content::Score score = rule.curve().at({source.end.daysTo(expires), 1});
    if (const Invoice* charge = unpaidAfter(account, expires, source.end)) {
        trail.record(*charge);
        trail.say(Unpaid, expires, amountOf(account, *charge));
        return scored(lessBy(score, rule.number(UnpaidLess)));
    }
    if (expires < source.end)
        trail.say(Expired, expires);
    else
        trail.say(Expires, expires);
    return scored(score);
}

} // namespace

extern const MeasureKind card;
constexpr MeasureKind card{"card", "unpaid_less", "points", "", "expired expires unpaid", "not_by_card", &read};

} // namespace steward::health::measures
