// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figures.h"

#include "core/query/book_content.h"
#include "core/query/find_account.h"

#include <QCoreApplication>

namespace steward::cli {

QJsonValue number(const std::optional<double>& value) { return value ? QJsonValue(*value) : QJsonValue(); }

QJsonValue amount(qint64 minor, Currency currency) { return decimalText(minor, currency.minorDigits()); }

QString noRates(const std::set<Currency>& currencies, Currency book)
{
    QStringList codes;
    for (const Currency& each : currencies)
        codes << each.code();
    return QCoreApplication::translate("cli", "no rate from %1 to %2; add one in Settings")
        .arg(codes.join(QStringLiteral(", ")), book.code());
}

QJsonValue currencyJson(Currency currency) { return currency.isKnown() ? QJsonValue(currency.code()) : QJsonValue(); }

QJsonValue recurring(Mrr mrr, int months, Currency currency)
{
    constexpr int decimals = 8;
    const int digits = currency.minorDigits();
    const Wide units = static_cast<Wide>(mrr.units()) * months;
    if (units % Mrr::perMinor == 0)
        return amount(static_cast<qint64>(units / Mrr::perMinor), currency);
    Wide finer = units;
    for (int i = digits; i < decimals; ++i)
        finer *= 10;
    return decimalText(divideHalfUp(finer, Mrr::perMinor), decimals);
}

QString codeText(Code code) { return QString::fromLatin1(code.id().data(), static_cast<qsizetype>(code.id().size())); }

QString groupName(const Group& group)
{
    if (group.unlinked)
        return QCoreApplication::translate("cli", "(account not found)");
    return group.name.isEmpty() ? QCoreApplication::translate("cli", "(none)") : group.name;
}

Result<Basis> basisOf(const Portfolio& portfolio, const Invocation& invocation)
{
    Basis basis{portfolio, {}, {}};
    if (invocation.has(QStringLiteral("account"))) {
        const auto account = query::findAccount(portfolio, invocation.value(QStringLiteral("account")));
        if (!account)
            return tl::unexpected(account.error());
        basis.account = *account;
    }
    const auto content = query::contentOf(portfolio.book());
    if (!content)
        return tl::unexpected(content.error());
    basis.grouping = query::groupingOf(portfolio, *content, invocation.asOf);
    return basis;
}

Result<std::size_t> splitOption(const Invocation& invocation, const QStringList& names)
{
    if (!invocation.has(QStringLiteral("by")))
        return 0;
    const auto index = names.indexOf(invocation.value(QStringLiteral("by")));
    if (index < 0)
        return fail(Code("request.value"), ErrorKind::Usage,
                    {QStringLiteral("--by"), invocation.value(QStringLiteral("by")), names.join(QStringLiteral(", "))});
    return static_cast<std::size_t>(index) + 1;
}

} // namespace steward::cli
