// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/book_settings.h"

#include "core/base/date_parser.h"
#include "core/base/iso_currency.h"
#include "core/portfolio/book_settings.h"
#include "core/portfolio/exchange_rates.h"
#include "core/query/book_content.h"
#include "core/words/date_order.h"

#include <map>
#include <set>

namespace steward::settings {

namespace {

template <class T>
void addCurrencies(const AccountFacts& facts, std::set<Currency>& currencies)
{
    for (const T& row : facts.of<T>())
        if (row.amount && row.currency.isKnown())
            currencies.insert(row.currency);
}

std::vector<Currency> currenciesWithoutRate(const BookNumbers& numbers)
{
    std::set<Currency> currencies;
    for (const AccountFacts& facts : numbers.facts) {
        addCurrencies<Subscription>(facts, currencies);
        addCurrencies<Invoice>(facts, currencies);
    }
    const ExchangeRates rates(numbers.currency, numbers.facts.book().rates.all());
    std::vector<Currency> without;
    for (const Currency currency : currencies)
        if (currency != numbers.currency && !rates.on(currency, numbers.asked.day))
            without.push_back(currency);
    return without;
}

std::vector<PersonLine> peopleOf(const BookNumbers& numbers)
{
    std::map<qint64, int> accounts;
    for (const query::AccountLine& line : numbers.lines)
        ++accounts[line.facts->account.csm.value()];
    std::vector<PersonLine> people;
    for (const Person& person : numbers.facts.book().people)
        if (!person.archivedOn.isValid())
            people.push_back({person, accounts[person.id]});
    std::ranges::sort(people, [](const PersonLine& a, const PersonLine& b) {
        return a.person.name.localeAwareCompare(b.person.name) < 0;
    });
    return people;
}

} // namespace

BookSettings settingsOf(const BookFacts& book)
{
    const int month = settingText(book.definitions, u"fiscal_year_start").toInt();
    return {settingText(book.definitions, u"currency"), settingText(book.definitions, u"time_zone"),
            month >= 1 && month <= 12 ? month : 0};
}

Status writeSetting(book::Edit& edit, const BookFacts& book, const QString& name, const QString& text)
{
    const bool isNumber = !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
    return query::keepSetting(edit, book, name, isNumber ? text : QString(u'"' + text + u'"'));
}

Result<QDate> readDay(const QString& text, const QLocale& locale, const QDate& example)
{
    const std::string typed = text.trimmed().toStdString();
    const ParsedDate parsed = parseDate(typed, {words::dateOrderOf(locale), DateNumbers::None});
    if (!parsed.isValid())
        return fail(Code("cell.not-a-date"), ErrorKind::Usage, {text.trimmed(), example});
    return parsed.writtenDay();
}

Result<FxRate> readRate(const QString& currency, const QString& day, const QString& rate, const BookNumbers& numbers,
                        const QLocale& locale)
{
    const auto code = Currency::fromCode(currency.trimmed());
    if (!code || !isListed(*code) || *code == numbers.currency)
        return fail(Code("settings.currency"), ErrorKind::Usage, {currency.trimmed(), numbers.currency.code()});
    const Result<QDate> from =
        day.trimmed().isEmpty() ? Result<QDate>(numbers.asked.day) : readDay(day, locale, numbers.asked.day);
    if (!from)
        return tl::unexpected(from.error());
    QString text = rate.trimmed();
    text.replace(u',', u'.');
    if (!Rate::unitsFromText(text))
        return fail(Code("settings.rate"), ErrorKind::Usage, {rate.trimmed()});
    FxRate made;
    made.currency = *code;
    made.day = *from;
    made.rate = text;
    return made;
}

BookSums sumsOf(const BookNumbers& numbers)
{
    return {bookCurrency(numbers.facts), currenciesWithoutRate(numbers), peopleOf(numbers)};
}

} // namespace steward::settings
