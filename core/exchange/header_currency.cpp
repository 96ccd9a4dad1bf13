// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/header_currency.h"

#include "core/base/number_parser.h"
#include "core/base/one_of.h"
#include "core/base/text.h"

#include <QRegularExpression>
#include <QSet>

namespace steward::exchange {

namespace {

Currency currencyOfSign(const QString& word)
{
    if (std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); }))
        return {};
    if (word == u"$")
        return Currency::fromCode(u"USD").value_or(Currency());
    const QString amount = QStringLiteral("1 ") + word.toUpper();
    return parseAmount(amount.toStdString(), {DecimalSign::Point, false}, 2).currency;
}

} // namespace

Currency currencyOfHeader(const QString& header, QString& stem)
{
    QString text = folded(header);
    for (const QChar c : {u'(', u')', u'[', u']', u'_', u'-'})
        text.replace(c, u' ');
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    static const QSet<QString> codes = {QStringLiteral("usd"), QStringLiteral("eur"), QStringLiteral("gbp"),
                                        QStringLiteral("chf"), QStringLiteral("jpy"), QStringLiteral("cad"),
                                        QStringLiteral("aud"), QStringLiteral("sek"), QStringLiteral("nok"),
                                        QStringLiteral("dkk"), QStringLiteral("inr"), QStringLiteral("pln")};
    if (words.size() < 2)
        return {};
    Currency currency;
    if (codes.contains(words.last()))
        currency = Currency::fromCode(words.last()).value_or(Currency());
    else
        currency = currencyOfSign(words.last());
    if (currency.isKnown())
        stem = bareName(words.mid(0, words.size() - 1).join(u' '));
    return currency;
}

void settleDollars(Detection& detection, Currency ofBook)
{
    const bool isBookOfDollars = isOneOf(ofBook.code(), {u"USD", u"CAD", u"AUD", u"NZD", u"SGD", u"HKD", u"TWD"});
    const bool isSaid = detection.field(QStringLiteral("currency")) != nullptr;
    for (Column& column : detection.columns) {
        static const QRegularExpression bareDollar(QStringLiteral("(^|[^A-Za-z])\\$"));
        if (!column.currency.isKnown() || !column.header.contains(bareDollar))
            continue;
        if (isSaid)
            column.currency = {};
        else if (isBookOfDollars)
            column.currency = ofBook;
    }
}

} // namespace steward::exchange
