// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/portfolio/book_currency.h"
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

/// A day as it is typed. Error "cell.not-a-date".
[[nodiscard]] Result<QDate> readDay(const QString& text, const QLocale& locale, const QDate& example);

/// A rate as it is typed. Errors "settings.currency", "settings.rate", "cell.not-a-date".
[[nodiscard]] Result<FxRate> readRate(const QString& currency, const QString& day, const QString& rate,
                                      const BookNumbers& numbers, const QLocale& locale);

/// One of our people, with how many accounts are theirs.
struct PersonLine
{
    Person person;
    int accounts = 0;
};
/// What all accounts together say of the settings.
struct BookSums
{
    BookCurrency currency;
    std::vector<Currency> withoutRate; ///< of amounts that cannot be added up, because no rate was said
    std::vector<PersonLine> people;    ///< by name
};
/// Looks at every account: not for the thread that paints.
[[nodiscard]] BookSums sumsOf(const BookNumbers& numbers);

} // namespace steward::settings
