// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/book_settings.h"

#include "core/base/date_parser.h"
#include "core/base/iso_currency.h"
#include "core/portfolio/exchange_rates.h"

#include <map>
#include <set>

namespace steward::settings {

namespace {

const Definition* newestOf(const BookFacts& book, QStringView name)
{
    const Definition* newest = nullptr;
    for (const Definition& each : book.definitions)
        if (each.kind == u"setting" && each.name == name && !each.retiredOn.isValid() && !each.archivedOn.isValid() &&
            (!newest || each.version.value_or(0) >= newest->version.value_or(0)))
            newest = &each;
    return newest;
}

QString textOf(const BookFacts& book, QStringView name)
{
    const Definition* newest = newestOf(book, name);
    QString text = newest ? newest->text.text.trimmed() : QString();
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.mid(1, text.size() - 2);
    return text;
}

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
    const int month = textOf(book, u"fiscal_year_start").toInt();
    return {textOf(book, u"currency"), textOf(book, u"time_zone"), month >= 1 && month <= 12 ? month : 0};
}

Status writeSetting(book::Edit& edit, const BookFacts& book, const QString& name, const QString& text)
{
    const Definition* newest = newestOf(book, name);
    const bool isNumber = !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
    const QString json = isNumber ? text : QString(u'"' + text + u'"');
    if (newest && newest->text.text == json)
        return {};
    Definition definition;
    definition.kind = QStringLiteral("setting");
    definition.name = name;
    definition.version = (newest ? newest->version.value_or(0) : 0) + 1;
    definition.text = Json{json};
    const auto saved = edit.save(definition);
    return saved ? Status() : Status(tl::unexpected(saved.error()));
}

Result<FxRate> readRate(const QString& currency, const QString& day, const QString& rate, const BookNumbers& numbers,
                        const QLocale& locale)
{
    const auto code = Currency::fromCode(currency.trimmed());
    if (!code || !isListed(*code) || *code == numbers.currency)
        return fail(Code("settings.currency"), ErrorKind::Usage, {currency.trimmed(), numbers.currency.code()});
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    const auto order = format.startsWith(u'y')                       ? DateOrder::Ymd
                       : format.indexOf(u'M') < format.indexOf(u'd') ? DateOrder::Mdy
                                                                     : DateOrder::Dmy;
    const std::string typed = day.trimmed().toStdString();
    const ParsedDate parsed = parseDate(typed, {order, DateNumbers::None});
    if (!day.trimmed().isEmpty() && !parsed.isValid())
        return fail(Code("cell.not-a-date"), ErrorKind::Usage, {day.trimmed(), numbers.asked.day});
    QString text = rate.trimmed();
    text.replace(u',', u'.');
    if (!Rate::unitsFromText(text))
        return fail(Code("settings.rate"), ErrorKind::Usage, {rate.trimmed()});
    FxRate made;
    made.currency = *code;
    made.day = parsed.isValid() ? parsed.writtenDay() : numbers.asked.day;
    made.rate = text;
    return made;
}

BookSums sumsOf(const BookNumbers& numbers)
{
    return {bookCurrency(numbers.facts), currenciesWithoutRate(numbers), peopleOf(numbers)};
}

} // namespace steward::settings
