// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"
#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"
#include "ui/accounts/accounts_model.h"

namespace steward::tests {

const QDate theDay(2026, 11, 19);

inline Numbers numbersFrom(const Portfolio& portfolio)
{
    auto numbers = numbersOf(portfolio, {theDay, {}});
    REQUIRE(numbers);
    return *numbers;
}

/// Three firms: Acme renews soon, Borealis later, Cirrus says nothing of itself.
inline Portfolio threeFirms()
{
    PortfolioBuilder builder;
    builder.account(QStringLiteral("Borealis")).with([](Account& account) {
        account.renewalDate = {2027, 5, 1};
        account.stage = QStringLiteral("adoption");
        account.region = QStringLiteral("North");
    });
    builder.account(QStringLiteral("Acme")).with([](Account& account) {
        account.renewalDate = {2026, 12, 1};
        account.stage = QStringLiteral("retention");
        account.region = QStringLiteral("North");
    });
    builder.account(QStringLiteral("Cirrus"));
    return builder.build();
}

inline QStringList namesOf(const accounts::AccountsModel& model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, model.lineAt(row) ? static_cast<int>(accounts::ColumnId::Name) : 0).data().toString();
    return names;
}

} // namespace steward::tests
