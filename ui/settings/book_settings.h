// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/workspace/numbers.h"

/// Settings of the book as facts: reading what is in force and writing what is typed.
namespace steward::settings {

/// What the book says of itself; empty and 0: it says nothing.
struct BookSettings
{
    QString currency;        ///< ISO code
    QString timeZone;        ///< IANA name
    int fiscalYearStart = 0; ///< month, 1 to 12
    friend bool operator==(const BookSettings&, const BookSettings&) = default;
};
[[nodiscard]] BookSettings settingsOf(const BookFacts& book);

/// A new version of a setting; one of the same text is left alone. An empty text takes the setting back.
[[nodiscard]] Status writeSetting(book::Edit& edit, const BookFacts& book, const QString& name, const QString& text);

/// A rate as it is typed. Errors "settings.currency", "settings.rate", "cell.not-a-date".
[[nodiscard]] Result<FxRate> readRate(const QString& currency, const QString& day, const QString& rate,
                                      const BookNumbers& numbers, const QLocale& locale);
/// Currencies of amounts in the book that cannot be added up, because no rate was said.
[[nodiscard]] std::vector<Currency> currenciesWithoutRate(const BookNumbers& numbers);

/// People of ours by name, with how many accounts each has.
struct PersonLine
{
    const Person* person = nullptr;
    int accounts = 0;
};
[[nodiscard]] std::vector<PersonLine> peopleOf(const BookNumbers& numbers);

} // namespace steward::settings
