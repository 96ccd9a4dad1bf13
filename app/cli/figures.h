// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/portfolio/group_by.h"
#include "core/portfolio/grouping.h"

#include <QJsonValue>
#include <set>

/// What the commands that print figures share.
namespace steward::cli {

/// null where there is no value.
[[nodiscard]] QJsonValue number(const std::optional<double>& value);
/// Minor units as a decimal text.
[[nodiscard]] QJsonValue amount(qint64 minor, Currency currency);
/// "no rate from CHF, USD to EUR; add one in Settings"
[[nodiscard]] QString noRates(const std::set<Currency>& currencies, Currency book);
/// null where it is not known.
[[nodiscard]] QJsonValue currencyJson(Currency currency);
/// Recurring money of so many months: as the currency is written where that is exact, otherwise with eight decimals, so
/// that what a script adds up is the figure of the whole.
[[nodiscard]] QJsonValue recurring(Mrr mrr, int months, Currency currency);
[[nodiscard]] QString codeText(Code code);
/// What a group is called, also where it has no name.
[[nodiscard]] QString groupName(const Group& group);

/// Facts and segments of one question.
struct Basis
{
    Portfolio portfolio;
    Grouping grouping;
    AccountId account; ///< of --account; none: the whole book
};
[[nodiscard]] Result<Basis> basisOf(const Portfolio& portfolio, const Invocation& invocation);

/// The word after --by as one of the names, its position; 0 without --by. ErrorKind::Usage lists the names.
[[nodiscard]] Result<std::size_t> splitOption(const Invocation& invocation, const QStringList& names);

} // namespace steward::cli
