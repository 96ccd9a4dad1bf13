// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/one_of.h"
#include "core/base/text.h"
#include "core/exchange/cell_value.h"
#include "core/exchange/rules.h"
#include "core/portfolio/exchange_rates.h"

/// Invoices, opportunities, movements and snapshots of MRR, price lists.
namespace steward::exchange {

namespace {

struct MovementWord
{
    const char16_t* word;
    const char16_t* kind;
};

constexpr std::array movementWords = {
    MovementWord{u"new", u"new"},
    MovementWord{u"newbusiness", u"new"},
    MovementWord{u"newmrr", u"new"},
    MovementWord{u"newlogo", u"new"},
    MovementWord{u"expansion", u"expansion"},
    MovementWord{u"expansionmrr", u"expansion"},
    MovementWord{u"upgrade", u"expansion"},
    MovementWord{u"upsell", u"expansion"},
    MovementWord{u"contraction", u"contraction"},
    MovementWord{u"contractionmrr", u"contraction"},
    MovementWord{u"downgrade", u"contraction"},
    MovementWord{u"downsell", u"contraction"},
    MovementWord{u"churn", u"churn"},
    MovementWord{u"churned", u"churn"},
    MovementWord{u"churnmrr", u"churn"},
    MovementWord{u"cancellation", u"churn"},
    MovementWord{u"cancelled", u"churn"},
    MovementWord{u"lost", u"churn"},
    MovementWord{u"reactivation", u"reactivation"},
    MovementWord{u"reactivationmrr", u"reactivation"},
    MovementWord{u"winback", u"reactivation"},
    MovementWord{u"reactivated", u"reactivation"},
    MovementWord{u"resurrected", u"reactivation"},
};

QString movementKind(const QString& text)
{
    const QString bare = bareName(text);
    for (const auto& each : movementWords)
        if (bare == QStringView(each.word))
            return QString::fromUtf16(each.kind);
    return {};
}

} // namespace

void completeInvoice(Draft& draft, RuleContext& context)
{
    const QDate paid = draft.day(u"paid_on");
    if (!draft.has(u"number") && !draft.key.isEmpty())
        draft.setWhenNew(u"number", FieldValue(draft.key));
    // A list of payments knows when money came and nothing else.
    if (paid.isValid() && !draft.has(u"issued") && !context.detection().field(QStringLiteral("issued"))) {
        draft.set(u"issued", FieldValue(paid));
        if (!draft.has(u"status"))
            draft.set(u"status", FieldValue(QStringLiteral("paid")));
    }
    if (paid.isValid() && draft.has(u"issued") && paid < draft.day(u"issued"))
        context.note(draft, Code("import.invoice.paid_before_issued"), QStringLiteral("paid_on"), isoText(paid));
}

void completeOpportunity(Draft& draft, RuleContext& context)
{
    if (!draft.has(u"name") && draft.has(u"product"))
        draft.setWhenNew(u"name", draft.value(u"product"));
    const QString state = context.words().idOf(QStringLiteral("opportunity_stage"), draft.text(u"stage"));
    const QDate close = draft.day(u"close_date");
    if (state == u"won" || state == u"lost") {
        draft.set(u"won", FieldValue(qint64(state == u"won")));
        if (close.isValid() && !draft.has(u"closed_on"))
            draft.set(u"closed_on", FieldValue(close));
    } else if (!state.isEmpty() || integerOf(draft.value(u"won")) == 0) {
        // Tools write "not won" for what is still open.
        if (draft.isSaid(u"won"))
            draft.clear(u"won");
        if (!state.isEmpty())
            draft.clear(u"closed_on");
    } else if (close.isValid() && !draft.has(u"closed_on")) {
        draft.set(u"closed_on", FieldValue(close));
    }
}

void completeMovement(Draft& draft, RuleContext& context)
{
    const QDate month = draft.day(u"month");
    if (!month.isValid())
        return draft.reject(Code("import.usage.no_day"), QStringLiteral("month"));
    draft.set(u"month", FieldValue(QDate(month.year(), month.month(), 1)));
    if (draft.entity().entity != Entity::Movement)
        return;
    const QString kind = movementKind(draft.text(u"kind"));
    if (kind.isEmpty())
        return draft.reject(Code("import.movement.kind"), QStringLiteral("kind"), draft.text(u"kind"));
    draft.set(u"kind", FieldValue(kind));
    const auto* amount = std::get_if<qint64>(&draft.value(u"amount"));
    if (!amount)
        return;
    // The type carries the sign, whatever the file writes in front of the number.
    const bool takesAway = kind == u"contraction" || kind == u"churn";
    if (*amount < 0 && !takesAway)
        context.note(draft, Code("import.movement.sign"), QStringLiteral("amount"),
                     fieldText(FieldValue(*amount), FieldType::Amount, minorDigitsOf(draft.entity(), draft.row)));
    draft.set(u"amount", FieldValue(takesAway ? -std::abs(*amount) : std::abs(*amount)));
}

void completeRate(Draft& draft, RuleContext& context)
{
    const QDate fileDay = context.request().dataUpTo;
    if (!draft.has(u"day") && fileDay.isValid())
        draft.set(u"day", FieldValue(fileDay));
    if (!draft.has(u"day"))
        return draft.reject(Code("import.rate.no_day"), QStringLiteral("day"));
    if (!draft.has(u"currency"))
        return draft.reject(Code("import.rate.no_currency"), QStringLiteral("currency"));
    if (!Rate::unitsFromText(draft.text(u"rate")))
        return draft.reject(Code("import.rate.no_rate"), QStringLiteral("rate"), draft.text(u"rate"));
    const Currency ours = context.request().currency;
    for (const auto& [field, value] : draft.custom)
        if (isOneOf(bareName(field), {u"tocurrency", u"to", u"quotecurrency"}) && ours.isKnown() &&
            Currency::fromCode(value) != std::optional(ours))
            return draft.reject(Code("import.rate.other_currency"), field, value);
}

void completePlan(Draft& draft, RuleContext& context)
{
    const auto* price = std::get_if<qint64>(&draft.of(Special::Price));
    if (!draft.has(u"name") && !draft.key.isEmpty())
        draft.setWhenNew(u"name", FieldValue(draft.key));
    if (!price)
        return;
    // A price whose period nobody knows gives no subscription its amount; it is kept as written.
    const Column* column = context.detection().column(Special::Price);
    draft.custom.emplace_back(
        column ? column->header : QStringLiteral("price"),
        fieldText(FieldValue(*price), FieldType::Amount, minorDigitsOf(draft.entity(), draft.row)));
}

} // namespace steward::exchange
