// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figures.h"
#include "app/cli/groups.h"
#include "app/cli/open_book.h"
#include "core/portfolio/book_currency.h"
#include "core/portfolio/subscription_mrr.h"
#include "core/query/account_lines.h"
#include "core/query/book_content.h"
#include "core/query/scores.h"
#include "core/revenue/levels.h"

#include <QCoreApplication>
#include <cmath>
#include <set>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

QJsonValue textOrNull(const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonObject lineJson(const query::AccountLine& line)
{
    return {{QStringLiteral("id"), QString::number(line.facts->account.id)},
            {QStringLiteral("key"), textOrNull(line.key)},
            {QStringLiteral("name"), line.facts->account.name},
            {QStringLiteral("csm"), textOrNull(line.csm)},
            {QStringLiteral("stage"), textOrNull(line.stage)},
            {QStringLiteral("segment"), textOrNull(line.segment)},
            {QStringLiteral("mrr"), line.mrr ? recurring(*line.mrr, 1, line.currency) : QJsonValue()},
            {QStringLiteral("arr"), line.mrr ? recurring(*line.mrr, 12, line.currency) : QJsonValue()},
            {QStringLiteral("currency"), textOrNull(line.currency.code())},
            {QStringLiteral("renewal"), textOrNull(isoText(line.renewal))},
            {QStringLiteral("health"), line.health ? QJsonValue(std::round(*line.health * 100) / 100) : QJsonValue()},
            {QStringLiteral("band"), textOrNull(line.band)},
            {QStringLiteral("coverage"), number(line.coverage)},
            {QStringLiteral("nps"), line.nps ? QJsonValue(*line.nps) : QJsonValue()},
            {QStringLiteral("last_touch"), textOrNull(isoText(line.lastTouch))}};
}

/// What of the lines could not be added up: recurring money without a rate, or in several currencies.
struct LeftOut
{
    qint64 accounts = 0;
    std::set<Currency> currencies;
};

LeftOut leftOutOf(const std::vector<query::AccountLine>& lines, const Portfolio& portfolio, QDate day)
{
    LeftOut left;
    const ExchangeRates rates = ratesOf(portfolio);
    for (const auto& line : lines) {
        if (line.comparable)
            continue;
        bool isLeftOut = false;
        for (const auto& [currency, mrr] : mrrOn(paidSpans(*line.facts, portfolio.book()), day))
            if (currency.isKnown() && !rates.on(currency, day)) {
                left.currencies.insert(currency);
                isLeftOut = true;
            }
        left.accounts += isLeftOut ? 1 : 0;
    }
    return left;
}

/// "61 accounts, MRR 350000.00, ARR 4200000.00 EUR", with what could not be added up beside it.
QString sumOf(const std::vector<query::AccountLine>& lines, const Portfolio& portfolio, QDate day)
{
    Mrr total;
    bool hasAny = false;
    for (const auto& line : lines)
        if (line.comparable) {
            total += *line.comparable;
            hasAny = true;
        }
    const Currency currency = bookCurrency(portfolio).currency;
    const LeftOut left = leftOutOf(lines, portfolio, day);
    const QString count = accountsText(qint64(lines.size()));
    const auto isUnknown = [](const auto& line) { return !line.comparable && revenue::isTold(*line.facts); };
    if (!hasAny && std::ranges::any_of(lines, isUnknown))
        return tr("%1, MRR unknown on this day").arg(count);
    if (!hasAny && left.accounts > 0)
        return tr("%1, MRR not known: %2").arg(count, noRates(left.currencies, currency));
    const int digits = currency.minorDigits();
    QString text =
        tr("%1, MRR %2, ARR %3 %4")
            .arg(count, decimalText(total.toMinor(), digits), decimalText(total.toArrMinor(), digits), currency.code())
            .trimmed();
    if (left.accounts > 0)
        text += tr(", without %1: %2").arg(accountsText(left.accounts), noRates(left.currencies, currency));
    return text;
}

Result<Answer> accounts(const Invocation& invocation, const Portfolio& everything)
{
    const Portfolio portfolio = factsAskedFor(everything, invocation);
    const auto content = query::contentOf(portfolio.book());
    if (!content)
        return tl::unexpected(content.error());
    auto lines =
        query::accountLines(portfolio, invocation.asOf, query::groupingOf(portfolio, *content, invocation.asOf));
    const auto scorer = query::scorerOf(everything, *content, invocation.asOf, invocation.mode);
    if (!scorer)
        return tl::unexpected(scorer.error());
    query::addScores(lines, scorer->scoreAll(invocation.asOf, health::Detail::Numbers));
    const auto fields = query::accountFields(portfolio);
    auto kept = query::filtered(std::move(lines), invocation.value(QStringLiteral("filter")), fields, invocation.asOf,
                                portfolio.book().fiscalYearStart);
    if (!kept)
        return tl::unexpected(kept.error());
    const QString order =
        invocation.has(QStringLiteral("sort")) ? invocation.value(QStringLiteral("sort")) : QStringLiteral("name");
    if (auto sorted = query::sortBy(*kept, order, fields); !sorted)
        return tl::unexpected(sorted.error());
    QJsonArray array;
    for (const auto& line : *kept)
        array.append(lineJson(line));
    const std::vector<Column> columns{
        {QStringLiteral("key")},     {QStringLiteral("name")},      {QStringLiteral("csm")},
        {QStringLiteral("stage")},   {QStringLiteral("segment")},   {QStringLiteral("health"), true, 60, Show::Decimal},
        {QStringLiteral("band")},    {QStringLiteral("arr"), true}, {QStringLiteral("currency")},
        {QStringLiteral("renewal")}, {QStringLiteral("nps"), true}, {QStringLiteral("last_touch")}};
    return Answer{array, columns, {}, sumOf(*kept, portfolio, invocation.asOf)};
}

} // namespace

std::vector<Command> accountCommands()
{
    return {{QStringLiteral("accounts"),
             QStringLiteral("accounts [--filter EXPR] [--sort F]"),
             tr("List the accounts with their figures"),
             {{QStringLiteral("filter"), QStringLiteral("EXPR"),
               tr("As in: renewal<90d csm:ana arr>50k health<50 -standing:former")},
              {QStringLiteral("sort"), QStringLiteral("F"), tr("Field, -field for descending, several with commas")}},
             0,
             0,
             [](const Invocation& invocation) {
                 return answerFromAll(invocation,
                                      [&](const Portfolio& everything) { return accounts(invocation, everything); });
             }}};
}

} // namespace steward::cli
