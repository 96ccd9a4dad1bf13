// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/field_value.h"

#include "core/base/date_parser.h"
#include "core/base/number_parser.h"
#include "core/words/content_words.h"
#include "core/words/date_order.h"
#include "core/words/short_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace steward::account {

namespace {

std::string_view bytesOf(const QByteArray& utf8) { return {utf8.constData(), static_cast<std::size_t>(utf8.size())}; }

NumberFormat formatOf(const QLocale& locale)
{
    return {locale.decimalPoint() == u"," ? DecimalSign::Comma : DecimalSign::Point};
}

/// "26 Nov 2026 14:00"
QString momentText(const QDateTime& moment, const QLocale& locale)
{
    return QString(words::dayText(moment.date(), locale) + u' ' + moment.time().toString(QStringLiteral("HH:mm")));
}

} // namespace

QDate readDay(const QString& text, const AccountFigures& figures, const QLocale& locale)
{
    const QDate today = figures.numbers->asked.day;
    if (text.compare(QCoreApplication::translate("account", "today"), Qt::CaseInsensitive) == 0)
        return today;
    bool isCount = false;
    const int days = text.toInt(&isCount);
    if (isCount && (text.startsWith(u'+') || text.startsWith(u'-')))
        return today.addDays(days);
    const QByteArray utf8 = text.toUtf8();
    const ParsedDate parsed = parseDate(bytesOf(utf8), {words::dateOrderOf(locale), DateNumbers::None});
    if (!parsed.isValid() || parsed.kind == ParsedDate::Kind::Month)
        return {};
    return parsed.day(figures.numbers->facts.book().zone);
}

Currency currencyOf(const Row& row, Entity entity, const AccountFigures& figures)
{
    const EntityInfo& about = info(entity);
    if (about.currency >= 0)
        if (const auto known = Currency::fromCode(textOf(row[std::size_t(about.currency)])))
            return *known;
    const Currency own = figures.facts->account.currency;
    return own.isKnown() ? own : figures.numbers->currency;
}

Result<FieldValue> readValue(const FormField& field, FieldType type, const QStringList& values,
                             const AccountFigures& figures, const QLocale& locale, Currency currency)
{
    const QString text = values.value(0).trimmed();
    if (type == FieldType::Texts)
        return toValue(values);
    if (type == FieldType::References) {
        std::vector<qint64> ids;
        for (const QString& id : values)
            ids.push_back(id.toLongLong());
        return idsValue(ids);
    }
    if (text.isEmpty())
        return FieldValue();
    const QByteArray utf8 = text.toUtf8();
    const auto notANumber = [&] { return fail(Code("record.not-a-number"), ErrorKind::Usage, {text}); };
    switch (type) {
    case FieldType::Day: {
        const QDate day = readDay(text, figures, locale);
        if (!day.isValid())
            return fail(Code("cell.not-a-date"), ErrorKind::Usage,
                        {text, words::dayText(figures.numbers->asked.day, locale)});
        return FieldValue(day);
    }
    case FieldType::Integer: {
        const auto number = parseInteger(bytesOf(utf8), formatOf(locale));
        if (!number.isValid())
            return notANumber();
        return FieldValue(number.value);
    }
    case FieldType::Real: {
        const auto number = parseReal(bytesOf(utf8), formatOf(locale));
        if (!number.isValid())
            return notANumber();
        return FieldValue(number.value);
    }
    case FieldType::Amount: {
        const auto amount = parseAmount(bytesOf(utf8), formatOf(locale), currency.minorDigits());
        if (!amount.isValid())
            return notANumber();
        return FieldValue(amount.value.value);
    }
    case FieldType::Instant: {
        const ParsedDate parsed = parseDate(bytesOf(utf8), {words::dateOrderOf(locale), DateNumbers::None});
        const auto moment = parsed.isValid() && parsed.kind != ParsedDate::Kind::Month
                                ? parsed.instant(figures.numbers->facts.book().zone)
                                : std::nullopt;
        if (!moment)
            return fail(Code("cell.not-a-date"), ErrorKind::Usage,
                        {text, momentText({figures.numbers->asked.day, QTime(14, 0)}, locale)});
        return toValue(*moment);
    }
    case FieldType::Flag:
    case FieldType::Reference:
        return FieldValue(text.toLongLong());
    default:
        return field.editor == Editor::Text ? FieldValue(values.value(0)) : FieldValue(text);
    }
}

QStringList typedValue(const FieldValue& value, FieldType type, const QLocale& locale, Currency currency,
                       const QTimeZone& zone)
{
    if (value.index() == 0)
        return {};
    switch (type) {
    case FieldType::Texts: {
        QStringList texts;
        assign(texts, value);
        return texts;
    }
    case FieldType::References: {
        QStringList ids;
        for (const qint64 id : idsOf(value))
            ids << QString::number(id);
        return ids;
    }
    case FieldType::Day:
        return {words::dayText(std::get<QDate>(value), locale)};
    case FieldType::Instant:
        return {momentText(QDateTime::fromMSecsSinceEpoch(integerOf(value), zone), locale)};
    case FieldType::Amount: {
        QString text = Money{integerOf(value), currency}.toDecimal();
        return {text.replace(u'.', locale.decimalPoint())};
    }
    case FieldType::Real:
        return {locale.toString(
            std::holds_alternative<double>(value) ? std::get<double>(value) : double(integerOf(value)), 'g', 10)};
    case FieldType::Integer:
    case FieldType::Flag:
    case FieldType::Reference:
        return {QString::number(integerOf(value))};
    default:
        return {textOf(value)};
    }
}

/// Every list of a choice knows how to call its ids.
QString wordOf(const FormField& field, const QString& id, const AccountFigures& figures, const QLocale& locale)
{
    if (field.editor == Editor::Theirs || field.editor == Editor::TheirsMany)
        for (const Contact& each : figures.facts->of<Contact>())
            if (QString::number(each.id) == id)
                return each.name;
    for (const Option& option : optionsOf(field, figures, locale))
        if (option.id == id)
            return option.text;
    return id;
}

QString shownValue(const FormField& field, FieldType type, const Row& row, std::size_t index,
                   const AccountFigures& figures, const QLocale& locale, Entity entity)
{
    const FieldValue& value = row[index];
    if (value.index() == 0)
        return {};
    if (type == FieldType::Day)
        return words::dayText(std::get<QDate>(value), locale);
    if (type == FieldType::Amount)
        return words::moneyText({integerOf(value), currencyOf(row, entity, figures)}, locale);
    const QTimeZone& zone = figures.numbers->facts.book().zone;
    if (type == FieldType::Real || type == FieldType::Instant)
        return typedValue(value, type, locale, {}, zone).value(0);
    const bool isChosen =
        field.editor != Editor::Line && field.editor != Editor::Text && field.editor != Editor::Number;
    QStringList parts;
    for (const QString& part : typedValue(value, type, locale, {}, zone))
        parts << (isChosen ? wordOf(field, part, figures, locale) : part);
    return parts.join(QStringLiteral(", "));
}

} // namespace steward::account
