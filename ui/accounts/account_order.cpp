// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_order.h"

#include "core/filter/operand.h"
#include "core/work/today.h"

#include <QHash>
#include <cmath>
#include <limits>

namespace steward::accounts {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Texts as their positions in the alphabet, without case: each is compared once, not once for every row.
std::vector<double> ranksOf(const std::vector<QString>& texts)
{
    QHash<QString, double> ranks;
    for (const QString& text : texts)
        if (!text.isEmpty())
            ranks.insert(text.toCaseFolded(), 0);
    QStringList sorted = ranks.keys();
    std::ranges::sort(sorted);
    for (qsizetype i = 0; i < sorted.size(); ++i)
        ranks[sorted[i]] = double(i);
    std::vector<double> values(texts.size(), unknown);
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (!texts[i].isEmpty())
            values[i] = ranks.value(texts[i].toCaseFolded());
    return values;
}

double numberOf(const CellValue& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return *number;
    if (const auto* count = std::get_if<qint64>(&value))
        return double(*count);
    if (const auto* day = std::get_if<QDate>(&value))
        return double(day->toJulianDay());
    if (const auto* money = std::get_if<Money>(&value))
        return double(money->minor);
    if (const auto* text = std::get_if<QString>(&value))
        return filter::numberOperand(*text, true).value_or(unknown);
    return unknown;
}

/// One number a line; not a number: not known.
std::vector<double> valuesOf(const BookNumbers& numbers, ColumnId column)
{
    const std::size_t count = numbers.lines.size();
    std::vector<double> values(count, unknown);
    if (column == ColumnId::Name) {
        for (std::size_t i = 0; i < count; ++i)
            values[numbers.byName[i]] = double(i);
        return values;
    }
    const bool isText = columnOf(column).kind == CellKind::Text && !isRightAligned(column, numbers);
    std::vector<QString> texts(isText ? count : 0);
    for (std::size_t i = 0; i < count; ++i) {
        const query::AccountLine& line = numbers.lines[i];
        if (column == ColumnId::Health) {
            values[i] = line.health && !hasLeft(line) ? std::round(*line.health * 10) / 10 : unknown;
        } else if (column == ColumnId::Arr) {
            values[i] = line.comparable ? double(line.comparable->units()) : unknown;
        } else if (column == ColumnId::Nps) {
            values[i] = recommendationOf(line, numbers.asked.day).value_or(unknown);
        } else {
            const CellValue value = valueOf(column, line, numbers);
            if (!isText)
                values[i] = numberOf(value);
            else if (const auto* text = std::get_if<QString>(&value))
                texts[i] = *text;
        }
    }
    return isText ? ranksOf(texts) : values;
}

/// Stable; what is not known comes last. Values beside their lines: the memory of a big book is read once, in a row.
void sortBy(std::span<int> order, const std::vector<double>& values, bool isDescending)
{
    struct Placed
    {
        double value;
        int line;
    };
    std::vector<Placed> placed;
    std::vector<int> rest;
    placed.reserve(order.size());
    for (const int line : order) {
        const double value = values[std::size_t(line)];
        if (std::isnan(value))
            rest.push_back(line);
        else
            placed.push_back({isDescending ? -value : value, line});
    }
    std::ranges::stable_sort(placed, {}, &Placed::value);
    const auto end = std::ranges::transform(placed, order.begin(), &Placed::line).out;
    std::ranges::copy(rest, end);
}

/// Of the lines at the end that have no score: most at stake first; where no ARR is known, most points lost.
void sortByStake(std::vector<int>& order, const BookNumbers& numbers, const std::vector<double>& scores)
{
    const auto isUnknown = [&](int line) { return std::isnan(scores[std::size_t(line)]); };
    const auto first = std::ranges::find_if(order, isUnknown);
    const std::span<int> rest(first, order.end());
    std::vector<double> stakes(rest.empty() ? 0 : numbers.lines.size(), 0);
    std::vector<double> losses = stakes;
    for (const int line : rest) {
        if (hasLeft(numbers.lines[std::size_t(line)]))
            continue;
        stakes[std::size_t(line)] = stakeOf(numbers, std::size_t(line));
        losses[std::size_t(line)] = numbers.scores[std::size_t(line)].lost;
    }
    sortBy(rest, losses, true);
    sortBy(rest, stakes, true);
}

} // namespace

double stakeOf(const BookNumbers& numbers, std::size_t line)
{
    const query::AccountLine& account = numbers.lines[line];
    std::optional<int> days;
    if (account.renewal.isValid())
        days = static_cast<int>(numbers.asked.day.daysTo(account.renewal));
    const double arr = account.comparable ? double(account.comparable->units()) : 0;
    return numbers.scores[line].lost * arr * work::timeFactor(days, numbers.content.signalRules.ranking);
}

std::vector<int> ordered(const BookNumbers& numbers, std::span<const SortKey> keys)
{
    std::vector<int> order(numbers.byName.begin(), numbers.byName.end());
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        if (key == keys.rbegin() && *key == SortKey{ColumnId::Name, false})
            continue; // they stand like that
        const std::vector<double> values = valuesOf(numbers, key->column);
        sortBy(order, values, key->isDescending);
        if (key->column == ColumnId::Health && !numbers.scores.empty())
            sortByStake(order, numbers, values);
    }
    return order;
}

} // namespace steward::accounts
