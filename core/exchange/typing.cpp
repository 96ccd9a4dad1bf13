// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/typing.h"

#include "core/base/cell.h"
#include "core/base/date_column.h"
#include "core/base/number_column.h"
#include "core/base/text.h"
#include "core/exchange/ratings.h"

#include <algorithm>

namespace steward::exchange {

namespace {

QStringList texts(const std::vector<CellExample>& examples)
{
    QStringList list;
    for (const auto& example : examples)
        list.append(QString::fromStdString(example.text));
    return list;
}

template <class Collector>
void collect(const Table& table, int column, Collector& collector)
{
    for (std::size_t row = 0; row < table.rows(); ++row)
        collector.add(table.cell(row, static_cast<std::size_t>(column)), table.line(row));
}

bool isSoft(Evidence evidence) { return evidence == Evidence::Synonym || evidence == Evidence::Canonical; }

void setFree(Column& column)
{
    column.target = Target();
    column.evidence = Evidence::None;
    column.transform = Transform::None;
}

/// A word named the field, but most cells do not fit it: kept as a date or a number it loses rows, as a custom field it
/// loses the fact. Neither is done without a word.
Ask askFewFit(Code code, const Column& column, const std::vector<CellExample>& others)
{
    QStringList different = texts(others);
    different.removeDuplicates();
    return {code, column.header, different, {column.target.name}};
}

std::vector<CellExample> join(std::vector<CellExample> examples,
                              std::initializer_list<const std::vector<CellExample>*> more)
{
    for (const auto* others : more)
        examples.insert(examples.end(), others->begin(), others->end());
    return examples;
}

DateNumbers numbersOf(Transform transform)
{
    if (transform == Transform::UnixSeconds)
        return DateNumbers::UnixSeconds;
    return transform == Transform::UnixMilliseconds ? DateNumbers::UnixMilliseconds : DateNumbers::None;
}

void typeDates(const Table& table, Column& column, const Answers& answers, std::optional<DateOrder> profileOrder,
               ColumnFormat& format, std::vector<Ask>& asks)
{
    format.date.numbers = numbersOf(column.transform);
    DateColumn evidence(format.date);
    collect(table, column.index, evidence);
    const DateVerdict verdict = evidence.verdict();
    const QStringList orders = {QStringLiteral("dmy"), QStringLiteral("mdy"), QStringLiteral("ymd")};
    switch (verdict.kind) {
    case DateVerdict::Kind::Clear:
        format.date.order = verdict.order;
        break;
    case DateVerdict::Kind::Ambiguous:
        format.date.order = answers.dateOrder ? answers.dateOrder : profileOrder;
        if (!format.date.order)
            asks.push_back({Code("import.ask.date_order"), column.header, texts(verdict.examples), orders});
        break;
    case DateVerdict::Kind::Mixed:
        format.date.order = answers.dateOrder ? answers.dateOrder : profileOrder;
        if (!format.date.order)
            asks.push_back({Code("import.ask.mixed_dates"), column.header,
                            texts(verdict.proofs[0]) + texts(verdict.proofs[1]) + texts(verdict.proofs[2]), orders});
        break;
    case DateVerdict::Kind::NotDates:
        if (verdict.likeExcel + verdict.likeSeconds + verdict.likeMilliseconds > verdict.cells / 2)
            asks.push_back(
                {Code("import.ask.date_numbers"),
                 column.header,
                 texts(verdict.others),
                 {QStringLiteral("unix_seconds"), QStringLiteral("unix_milliseconds"), QStringLiteral("excel")}});
        else if (isSoft(column.evidence) && verdict.notDates > 0)
            asks.push_back(askFewFit(Code("import.ask.few_dates"), column, join(verdict.others, {&verdict.wrong})));
        else
            format.date.order = answers.dateOrder ? answers.dateOrder : profileOrder;
        break;
    }
}

NumberVerdict numbersIn(const Table& table, int column)
{
    NumberColumn evidence;
    collect(table, column, evidence);
    return evidence.verdict();
}

bool isMostlyNumbers(const Table& table, const Detection& detection, int column)
{
    const bool isCounted = detection.column(Special::Event) || detection.column(Special::EventType);
    const NumberVerdict verdict = numbersIn(table, column);
    return isCounted ? verdict.numbers > 0 && verdict.numbers >= 4 * verdict.notNumbers
                     : verdict.numbers > verdict.notNumbers;
}

/// A share is kept as 0-1; a column that goes beyond 1 is written in hundredths.
bool goesBeyondOne(const Table& table, int column, const NumberFormat& format)
{
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (const auto cell = parseReal(table.cell(row, static_cast<std::size_t>(column)), format);
            cell.isValid() && (cell.value > 1 || cell.isPercent))
            return true;
    return false;
}

/// A word of a rating in every cell that says something.
bool holdsRatings(const Table& table, int column)
{
    bool hasAny = false;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto cell = trimmedCell(table.cell(row, static_cast<std::size_t>(column)));
        if (isUnknownCell(cell))
            continue;
        if (!ratingOf(bareName(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())))))
            return false;
        hasAny = true;
    }
    return hasAny;
}

/// "1.5K", "1e3": meant as numbers, so their rows are left out one by one and told.
bool isLikeNumbers(const NumberVerdict& verdict) { return !verdict.multiplied.empty() || !verdict.exponents.empty(); }

/// hasWords: of a rating, which may be said in words.
void typeNumbers(const Table& table, Column& column, const Answers& answers, bool hasWords, ColumnFormat& format,
                 std::vector<Ask>& asks)
{
    NumberColumn evidence;
    collect(table, column.index, evidence);
    const NumberVerdict verdict = evidence.verdict();
    const bool isValue = column.target.special == Special::MetricValue;
    switch (verdict.kind) {
    case NumberVerdict::Kind::Clear:
        format.number.decimal = verdict.decimal ? verdict.decimal : answers.decimal.value_or(DecimalSign::Point);
        break;
    case NumberVerdict::Kind::Ambiguous:
    case NumberVerdict::Kind::Mixed:
        format.number.decimal = answers.decimal;
        if (!format.number.decimal)
            asks.push_back({Code("import.ask.decimal_sign"),
                            column.header,
                            texts(verdict.examples) + texts(verdict.proofs[0]) + texts(verdict.proofs[1]),
                            {QStringLiteral("point"), QStringLiteral("comma")}});
        break;
    case NumberVerdict::Kind::NotNumbers:
        if (!isSoft(column.evidence) || verdict.cells == verdict.unknown || hasWords ||
            (verdict.numbers == 0 && (isValue || isLikeNumbers(verdict))))
            format.number.decimal = answers.decimal.value_or(DecimalSign::Point);
        else if (verdict.numbers == 0 && column.target.type != FieldType::Amount)
            setFree(column); // "201-500" employees: a text of its own, and no fact is lost
        else
            asks.push_back(askFewFit(isValue ? Code("import.ask.few_values") : Code("import.ask.few_numbers"), column,
                                     join(verdict.others, {&verdict.multiplied, &verdict.exponents})));
        break;
    }
    if (column.target.name == u"probability")
        format.isHundredths =
            column.transform == Transform::Percent || goesBeyondOne(table, column.index, format.number);
}

} // namespace

bool holdsNumbers(const Table& table, int column)
{
    const NumberVerdict verdict = numbersIn(table, column);
    return verdict.numbers > 0 && verdict.notNumbers == 0;
}

std::vector<ColumnFormat> typeColumns(const Table& table, Detection& detection, const Answers& answers)
{
    std::vector<ColumnFormat> formats(detection.columns.size());
    for (std::size_t i = 0; i < detection.columns.size(); ++i) {
        Column& column = detection.columns[i];
        if (!column.target.isKept())
            continue;
        switch (column.target.type) {
        case FieldType::Day:
        case FieldType::Instant:
            typeDates(table, column, answers, detection.dateOrder, formats[i], detection.asks);
            break;
        case FieldType::Amount:
        case FieldType::Real:
        case FieldType::Integer:
            if (column.target.special != Special::RecordId)
                typeNumbers(table, column, answers,
                            isRating(detection.kind.entity, column.target.name) && holdsRatings(table, column.index),
                            formats[i], detection.asks);
            break;
        default:
            break;
        }
    }
    return formats;
}

void completeUsageColumns(const Table& table, Detection& detection, QDate dayOfFile, const QSet<QString>& metricsOfBook)
{
    if (!detection.kind.isUsage)
        return;
    const bool hasLongForm = detection.column(Special::MetricName) != nullptr;
    for (auto& column : detection.columns) {
        const QString bare = bareName(column.header);
        if (column.target.isKnown() || hasLongForm || bare.endsWith(u"id"))
            continue;
        const QString metric = folded(column.header).replace(u' ', u'_');
        if (!metricsOfBook.contains(metric) && !isMostlyNumbers(table, detection, column.index))
            continue;
        column.target = targetNamed(detection.kind, QStringLiteral("metric:") + metric);
        column.evidence = Evidence::Values;
    }
    const bool hasValues = std::ranges::any_of(detection.columns, [](const Column& column) {
        return column.target.special == Special::MetricValue || column.target.special == Special::MetricColumn;
    });
    if (!detection.valuesLeftOut.isEmpty() && !hasValues)
        detection.asks.push_back(
            {Code("import.ask.no_values"), detection.valuesLeftOut, {}, {QStringLiteral("value")}});
    if (!detection.field(QStringLiteral("day")) && !dayOfFile.isValid())
        detection.asks.push_back({Code("import.ask.date"), {}, {}, {}});
    if (!detection.field(QStringLiteral("account_id")) && !detection.field(QStringLiteral("subscription_id")))
        detection.asks.push_back({Code("import.ask.account"), {}, {}, {}});
}

} // namespace steward::exchange
