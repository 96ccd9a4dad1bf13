// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cell_value.h"

#include "core/base/cell.h"
#include "core/base/iso_currency.h"
#include "core/model/values.h"

#include <QDateTime>
#include <QLocale>

namespace steward::exchange {

namespace {

QString textOfCell(std::string_view cell)
{
    const auto text = trimmedCell(cell);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

CellValue problem(Code code) { return {{}, {}, {}, code}; }

CellValue dateProblem(DateIssue issue)
{
    switch (issue) {
    case DateIssue::Unknown:
        return {};
    case DateIssue::NoSuchDay:
        return problem(Code("import.cell.no_such_day"));
    case DateIssue::Ambiguous:
        return problem(Code("import.cell.date_ambiguous"));
    case DateIssue::WrongOrder:
        return problem(Code("import.cell.date_order"));
    case DateIssue::UnknownZone:
        return problem(Code("import.cell.time_zone"));
    default:
        return problem(Code("import.cell.not_a_date"));
    }
}

CellValue numberProblem(NumberIssue issue)
{
    switch (issue) {
    case NumberIssue::Unknown:
        return {};
    case NumberIssue::Ambiguous:
    case NumberIssue::WrongSign:
        return problem(Code("import.cell.decimal_sign"));
    case NumberIssue::Multiplier:
        return problem(Code("import.cell.multiplier"));
    case NumberIssue::NotWhole:
        return problem(Code("import.cell.not_whole"));
    case NumberIssue::TooLarge:
        return problem(Code("import.cell.too_large"));
    default:
        return problem(Code("import.cell.not_a_number"));
    }
}

CellValue readDate(std::string_view cell, FieldType type, const CellContext& context)
{
    const ParsedDate parsed = parseDate(cell, context.format.date);
    if (!parsed.isValid())
        return dateProblem(parsed.issue);
    CellValue read;
    if (type == FieldType::Instant) {
        read.value = toValue(parsed.instant(context.zone));
        return read;
    }
    read.value = toValue(parsed.day(context.zone));
    if (parsed.kind == ParsedDate::Kind::Local || parsed.kind == ParsedDate::Kind::Instant)
        read.at = parsed.instant(context.zone);
    return read;
}

double factorOf(Transform transform)
{
    if (transform == Transform::HoursToMinutes)
        return 60;
    return transform == Transform::SecondsToMinutes ? 1.0 / 60 : 1;
}

CellValue readInteger(std::string_view cell, const CellContext& context)
{
    CellValue read;
    if (context.transform == Transform::HoursToMinutes || context.transform == Transform::SecondsToMinutes) {
        const auto number = parseReal(cell, context.format.number);
        if (!number.isValid())
            return numberProblem(number.issue);
        read.value = qint64{std::llround(number.value * factorOf(context.transform))};
        return read;
    }
    const auto number = parseInteger(cell, context.format.number);
    if (!number.isValid())
        return numberProblem(number.issue);
    read.value = number.value;
    return read;
}

/// Something is lost with so many decimals; what arithmetic leaves behind ("875.0000000000001") is nothing.
bool losesDecimals(std::string_view cell, const NumberFormat& format, int digits)
{
    const auto sign = cell.find_last_of(".,");
    if (sign == std::string_view::npos || static_cast<std::size_t>(digits) + sign + 1 >= cell.size())
        return false;
    constexpr int finer = 4;
    const auto exact = parseAmount(cell, format, std::min(digits + finer, 6));
    qint64 part = 1;
    for (int i = digits; i < std::min(digits + finer, 6); ++i)
        part *= 10;
    return exact.isValid() && exact.value.value % part != 0;
}

CellValue readAmount(std::string_view cell, const CellContext& context)
{
    const bool isCents = context.transform == Transform::Cents;
    int digits = isCents ? 0 : context.minorDigits;
    auto amount = parseAmount(cell, context.format.number, digits);
    // "JPY 1234" says itself how many decimals it has.
    if (amount.isValid() && !isCents && amount.currency.isKnown() && amount.currency.minorDigits() != digits) {
        digits = amount.currency.minorDigits();
        amount = parseAmount(cell, context.format.number, digits);
    }
    if (!amount.isValid())
        return numberProblem(amount.issue);
    CellValue read;
    read.isRounded = losesDecimals(cell, context.format.number, digits);
    read.value = context.transform == Transform::Negate ? -amount.value.value : amount.value.value;
    read.currency = amount.currency;
    return read;
}

CellValue readReal(std::string_view cell, const CellContext& context)
{
    const auto number = parseReal(cell, context.format.number);
    if (!number.isValid())
        return numberProblem(number.issue);
    CellValue read;
    const double value = context.transform == Transform::Negate ? -number.value : number.value;
    read.value = context.format.isHundredths ? value / 100 : value * factorOf(context.transform);
    return read;
}

CellValue readFlag(std::string_view cell)
{
    switch (parseFlag(cell)) {
    case FlagCell::Yes:
        return {FieldValue(qint64(1)), {}, {}, {}};
    case FlagCell::No:
        return {FieldValue(qint64(0)), {}, {}, {}};
    case FlagCell::Unknown:
        return {};
    case FlagCell::NotAFlag:
        break;
    }
    return problem(Code("import.cell.not_a_flag"));
}

CellValue readTexts(std::string_view cell)
{
    const QString text = textOfCell(cell);
    QStringList list;
    for (const auto& part : text.split(text.contains(u';') ? u';' : u','))
        if (const QString word = part.trimmed(); !word.isEmpty())
            list.append(word);
    return {text.startsWith(u'[') ? textValue(text) : toValue(list), {}, {}, {}};
}

} // namespace

CellValue readCell(std::string_view cell, FieldType type, const CellContext& context)
{
    switch (type) {
    case FieldType::Day:
    case FieldType::Instant:
        return readDate(cell, type, context);
    case FieldType::Integer:
        return readInteger(cell, context);
    case FieldType::Real:
        return readReal(cell, context);
    case FieldType::Amount:
        return readAmount(cell, context);
    case FieldType::Flag:
        return readFlag(cell);
    case FieldType::Texts:
        return readTexts(cell);
    case FieldType::Currency: {
        const QString text = textOfCell(cell);
        if (isUnknownCell(cell))
            return {};
        const auto currency = Currency::fromCode(text);
        return currency && isListed(*currency) ? CellValue{toValue(*currency), {}, {}, {}}
                                               : problem(Code("import.cell.not_a_currency"));
    }
    case FieldType::Reference:
    case FieldType::References:
        return isUnknownCell(cell) ? CellValue() : CellValue{textValue(textOfCell(cell)), {}, {}, {}};
    case FieldType::Text:
    case FieldType::Json:
        break;
    }
    return {textValue(textOfCell(cell)), {}, {}, {}};
}

int minorDigitsOf(const EntityInfo& entity, const Row& row)
{
    if (entity.currency < 0)
        return 2;
    const auto currency = Currency::fromCode(textOf(row[static_cast<std::size_t>(entity.currency)]));
    return currency ? currency->minorDigits() : 2;
}

QString fieldText(const FieldValue& value, FieldType type, int minorDigits)
{
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* day = std::get_if<QDate>(&value))
        return isoText(*day);
    if (const auto* real = std::get_if<double>(&value))
        return QString::number(*real, 'g', QLocale::FloatingPointShortest);
    const auto* integer = std::get_if<qint64>(&value);
    if (!integer)
        return {};
    switch (type) {
    case FieldType::Flag:
        return *integer ? QStringLiteral("true") : QStringLiteral("false");
    case FieldType::Instant:
        return isoText(Instant{*integer});
    case FieldType::Amount:
        return decimalText(*integer, minorDigits);
    default:
        return QString::number(*integer);
    }
}

std::optional<FieldValue> valueOfText(const QString& text, FieldType type, int minorDigits)
{
    if (text.isEmpty())
        return FieldValue();
    const std::string utf8 = text.toStdString();
    bool ok = true;
    switch (type) {
    case FieldType::Text:
    case FieldType::Texts:
    case FieldType::References:
    case FieldType::Json:
    case FieldType::Currency:
        return FieldValue(text);
    case FieldType::Day: {
        const QDate day = dayFromIso(utf8);
        return day.isValid() ? std::optional(FieldValue(day)) : std::nullopt;
    }
    case FieldType::Instant: {
        const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
        return at.isValid() ? std::optional(FieldValue(at.toMSecsSinceEpoch())) : std::nullopt;
    }
    case FieldType::Amount: {
        const auto amount = parseAmount(utf8, {DecimalSign::Point, false}, minorDigits);
        return amount.isValid() ? std::optional(FieldValue(amount.value.value)) : std::nullopt;
    }
    case FieldType::Flag:
        if (text == u"true" || text == u"false")
            return FieldValue(qint64(text == u"true"));
        return std::nullopt;
    case FieldType::Real: {
        const double real = text.toDouble(&ok);
        return ok ? std::optional(FieldValue(real)) : std::nullopt;
    }
    case FieldType::Integer:
    case FieldType::Reference:
        break;
    }
    const qint64 integer = text.toLongLong(&ok);
    return ok ? std::optional(FieldValue(integer)) : std::nullopt;
}

} // namespace steward::exchange
