// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/exchange/rules.h"

/// Tickets, answers and our own ratings.
namespace steward::exchange {

namespace {

struct Scale
{
    qint64 low = 0;
    qint64 high = 0;
};

bool saysOpen(const QString& status)
{
    return status == u"new" || status == u"open" || status == u"waiting_customer" || status == u"on_hold";
}

QString kindFromNames(const RuleContext& context)
{
    const Column* score = context.detection().field(QStringLiteral("score"));
    const QString header = score ? bareName(score->header) : QString();
    const QString file = bareName(context.request().hints.fileName);
    for (const auto* kind : {u"nps", u"csat", u"ces"})
        if (header.contains(QStringView(kind)))
            return QString::fromUtf16(kind);
    if (header.contains(u"recommend"))
        return QStringLiteral("nps");
    if (header.contains(u"satisf"))
        return QStringLiteral("csat");
    if (header.contains(u"howeasy") || header.contains(u"effort"))
        return QStringLiteral("ces");
    for (const auto* kind : {u"nps", u"csat", u"ces"})
        if (file.contains(QStringView(kind)))
            return QString::fromUtf16(kind);
    return {};
}

Scale scaleOf(const QString& kind, RuleContext& context)
{
    return kind == u"nps" ? Scale{0, 10} : Scale{1, context.scaleEnd(kind)};
}

} // namespace

void completeTicket(Draft& draft, RuleContext& context)
{
    const QString status = draft.text(u"status");
    const QDate opened = draft.day(u"opened");
    const QDate closed = draft.day(u"closed");
    if (saysOpen(status) && closed.isValid())
        context.note(draft, Code("import.ticket.open_with_end"), QStringLiteral("closed"), isoText(closed));
    else if (saysOpen(status) && context.detection().field(QStringLiteral("closed"))) {
        draft.clear(u"closed");
        draft.clear(u"closed_at");
    }
    if (opened.isValid() && closed.isValid() && closed < opened)
        context.note(draft, Code("import.ticket.closed_before_opened"), QStringLiteral("closed"), isoText(closed));
    const auto* csat = std::get_if<double>(&draft.value(u"csat"));
    if (!csat)
        return;
    const qint64 end = draft.has(u"csat_scale") ? integerOf(draft.value(u"csat_scale")) : context.scaleEnd({});
    if (*csat < 1 || *csat > static_cast<double>(end))
        return draft.reject(Code("import.ticket.csat_range"), QStringLiteral("csat"), QString::number(*csat));
    if (end != 5)
        draft.set(u"csat_scale", FieldValue(end));
}

void completePulse(Draft& draft, RuleContext&)
{
    constexpr qint64 best = 6;
    const auto* rating = std::get_if<qint64>(&draft.value(u"rating"));
    if (rating && (*rating < 1 || *rating > best))
        draft.reject(Code("import.pulse.range"), QStringLiteral("rating"), QString::number(*rating));
}

void completeSurvey(Draft& draft, RuleContext& context)
{
    if (!draft.has(u"kind"))
        if (const QString kind = kindFromNames(context); !kind.isEmpty())
            draft.set(u"kind", FieldValue(kind));
    // An answer of unknown kind would lie in the book and count nowhere.
    if (!draft.has(u"kind"))
        return draft.reject(Code("import.survey.no_kind"), QStringLiteral("kind"));
    const auto* score = std::get_if<double>(&draft.value(u"score"));
    if (!score && !draft.has(u"comment"))
        return draft.reject(Code("import.survey.no_answer"), QStringLiteral("score"));
    if (!score)
        return;
    const double answer = *score;
    if (!draft.has(u"scale_high")) {
        const Scale scale = scaleOf(draft.text(u"kind"), context);
        draft.set(u"scale_low", FieldValue(scale.low));
        draft.set(u"scale_high", FieldValue(scale.high));
    }
    const auto low = static_cast<double>(integerOf(draft.value(u"scale_low")));
    const auto high = static_cast<double>(integerOf(draft.value(u"scale_high")));
    const bool isWhole = answer == std::floor(answer);
    if (answer < low || answer > high || (draft.text(u"kind") == u"nps" && !isWhole))
        draft.reject(Code("import.survey.range"), QStringLiteral("score"), QString::number(answer));
}

} // namespace steward::exchange
